"""A terminal reader that turns an article into a briefing one can navigate, check and take away."""

__version__ = "0.1.0"
