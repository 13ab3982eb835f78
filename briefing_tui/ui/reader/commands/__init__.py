"""Define the commands of reading."""
