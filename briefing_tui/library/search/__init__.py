"""Search the library: the query language, the hits, and quotes by who said them.

`query` reads what the user typed, `searching` answers it from the index, `completions` offers what could be typed next.
"""
