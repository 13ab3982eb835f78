"""Comparing the output of two versions of the program."""
