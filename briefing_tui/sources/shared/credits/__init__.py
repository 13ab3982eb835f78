"""Find the credit of a picture in its caption or in a line of text."""
