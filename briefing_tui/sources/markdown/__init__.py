"""Read an article from Markdown."""
