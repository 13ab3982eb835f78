"""Time and memory on input made to be slow."""
