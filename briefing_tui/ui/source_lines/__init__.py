"""Show and correct a source's lines."""
