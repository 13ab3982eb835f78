"""Keeping, filtering, exporting and locating notes."""
