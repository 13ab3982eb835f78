"""The commands: one thin module each, imported when the command runs."""
