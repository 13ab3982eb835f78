"""Lay out text as lines."""
