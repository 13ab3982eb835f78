"""Notes in the reader: listed, written, changed and filtered."""
