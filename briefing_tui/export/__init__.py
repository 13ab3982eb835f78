"""Write notes and briefings for other programs, and read notes from them. Only `files` touches the disk."""
