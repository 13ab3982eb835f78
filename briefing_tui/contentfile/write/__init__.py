"""Write a content file, whole or as a patch."""
