"""Find words, quotes, names and notes in an article's text."""
