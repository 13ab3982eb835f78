"""Briefing ⇄ content file: Markdown with front matter. Each module has one thing to do with it; import what you need."""
