"""Read: find, go, preview, copy."""
