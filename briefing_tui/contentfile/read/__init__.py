"""Reading content files: from text to a briefing and its problems."""
