"""Find what a page says about its article: headline, lead, authors, dates, metadata."""
