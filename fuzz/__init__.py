"""Fuzzing of every function that reads an article, a note or a key.

`python fuzz/run.py --help` shows how to run it.
"""
