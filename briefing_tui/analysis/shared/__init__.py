"""Hold what the rules of all languages share.

That is quotation marks, and the records of names, speech and sentences.
"""
