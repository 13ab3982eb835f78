"""Checking content files, and comparing their words with the source."""
