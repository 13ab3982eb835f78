"""Corrections of quotes and actors, made while reading."""
