"""Small inputs as people bring them, and what an editor would want of them."""
