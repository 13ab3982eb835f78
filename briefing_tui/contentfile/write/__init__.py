"""Writing content files, as a whole or as a patch."""
