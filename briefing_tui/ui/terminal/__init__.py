"""Use the terminal and Textual's private parts."""
