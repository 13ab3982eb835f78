"""Screens that ask for something or show something, over or instead of the reader."""
