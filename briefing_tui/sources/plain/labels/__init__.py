"""Label the lines of a text with learned weights."""
