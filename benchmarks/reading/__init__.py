"""Opening and paging in the reader, and the commands that need no terminal."""
