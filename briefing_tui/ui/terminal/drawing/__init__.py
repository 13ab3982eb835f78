"""Drawing: fewer frames than Textual's, and rows that cost less."""
