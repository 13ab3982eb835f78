"""Completions, the man page and desktop entries, and their installation for a user."""
