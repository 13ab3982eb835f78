"""Text laid out as lines."""
