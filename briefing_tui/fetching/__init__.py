"""Fetch one address that the user named, within bounds.

Nothing else in the program opens a connection to another machine. No cookies, no referrer, nothing that an answer refers to.
"""
