"""Show the library."""
