"""Read an article from a saved page."""
