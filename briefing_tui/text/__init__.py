"""Make text safe, and derive ids from it."""
