"""Find and open what the user names: a file, a folder, a pipe, an id."""
