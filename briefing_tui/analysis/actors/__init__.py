"""Choose key actors and their roles."""
