"""Keep the user's notes in SQLite."""
