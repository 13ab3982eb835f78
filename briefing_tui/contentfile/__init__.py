"""Briefing ⇄ content file: Markdown with front matter."""
