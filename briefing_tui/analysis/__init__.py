"""A document becomes a briefing: its quotes and speakers, its actors, its points. Rules only, nothing is learned or fetched."""
