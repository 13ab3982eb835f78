"""What the reader shows: state, session, history, selection."""
