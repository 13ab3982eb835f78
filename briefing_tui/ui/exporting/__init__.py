"""Export notes from the reader."""
