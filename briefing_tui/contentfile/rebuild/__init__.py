"""Merge a rebuilt briefing into its content file and keep the user's edits."""
