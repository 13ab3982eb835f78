"""Read a content file: text to briefing and problems."""
