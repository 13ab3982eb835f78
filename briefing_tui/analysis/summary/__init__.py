"""Choose the article's own sentences as summary points."""
