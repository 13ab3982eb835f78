"""Hold what the reader shows: session, history, selection."""
