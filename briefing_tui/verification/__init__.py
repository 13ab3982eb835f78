"""Compare quotations with articles: those of a draft, of other articles, and two articles side by side."""
