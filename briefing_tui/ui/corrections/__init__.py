"""Correct quotes and actors while reading."""
