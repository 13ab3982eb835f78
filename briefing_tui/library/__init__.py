"""The briefings at hand, and what the reader remembers of them."""
