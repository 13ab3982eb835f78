"""Find a passage in an article by its words."""
