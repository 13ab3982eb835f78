"""Citations of an article, or of words of it, in the styles of `styles`."""
