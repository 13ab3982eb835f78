"""The commands of reading."""
