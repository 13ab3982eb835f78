"""Measure the library, on generated briefings and on articles with known answers."""
