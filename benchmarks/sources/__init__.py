"""Measurements of what articles come from: web archives, kept sources."""
