"""Fuzzing: every door through which an article, a note or a key comes in, given what nobody meant.

`python fuzz/run.py --help` tells how.
"""
