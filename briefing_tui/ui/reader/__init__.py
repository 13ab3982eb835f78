"""Reading: find, go, preview, copy."""
