"""Hold word lists, and what is made of them: language detection, dates, datelines."""
