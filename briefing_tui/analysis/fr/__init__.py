"""Say what is French where word lists are not enough."""
