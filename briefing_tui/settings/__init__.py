"""Locate the user's folders and read the settings file."""
