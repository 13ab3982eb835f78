"""Refuse the program's own content files as sources."""
