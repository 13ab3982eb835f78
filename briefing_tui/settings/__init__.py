"""The user's folders and settings file."""
