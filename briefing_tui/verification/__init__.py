"""Compare quotations with articles.

The quotations are those of a draft, or of other articles.
"""
