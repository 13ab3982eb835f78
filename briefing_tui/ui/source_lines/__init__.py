"""The screen of a source's lines, and the user's corrections of them."""
