"""Export of notes from the reader."""
