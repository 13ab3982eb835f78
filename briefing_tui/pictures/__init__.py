"""The pictures of images: found beside a briefing, decoded within bounds, written for a terminal."""
