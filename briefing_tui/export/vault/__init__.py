"""Notes as Markdown that the user edits: written, read, and updated in place."""
