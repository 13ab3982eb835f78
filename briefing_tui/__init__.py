"""Turn an article into a briefing to navigate, check and take away, in the terminal."""

__version__ = "0.1.0"
