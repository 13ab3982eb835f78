"""Small inputs as people bring them, each with what a careful editor would want of it."""
