"""Keep the user's notes in SQLite, and locate them in their articles."""
