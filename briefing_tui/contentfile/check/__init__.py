"""Check content files and prove their words against the source."""
