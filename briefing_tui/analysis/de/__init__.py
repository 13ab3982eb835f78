"""Say what is German where word lists are not enough."""
