"""Analyse articles with the word lists of a language and a few facts about it.

The rules are those of languages that put a speech tag behind a quotation with the verb first, as German and French do.
"""
