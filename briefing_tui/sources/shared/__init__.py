"""Recognise what several kinds of source have in common."""
