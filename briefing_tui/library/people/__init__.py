"""Recognise one person or organisation in many articles, as the user wants it."""
