"""Read an article from plain text."""
