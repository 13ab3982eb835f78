"""Find what is above an article's body: title, lead, kicker, authors, dates, publisher."""
