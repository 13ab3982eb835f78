"""The state of the reader: session, history, selection, undo."""
