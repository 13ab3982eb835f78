"""Briefing ⇄ content file: Markdown with front matter."""

from briefing_tui.contentfile.door import Unreadable
from briefing_tui.contentfile.glimpse import glimpse
from briefing_tui.contentfile.load import load
from briefing_tui.contentfile.read import Reading, read

__all__ = ["Reading", "Unreadable", "glimpse", "load", "read"]
