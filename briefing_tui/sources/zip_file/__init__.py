"""Read zip files that hold an article of another kind."""
