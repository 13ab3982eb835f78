"""Write what a check of drafts found, for people, editors and other programs."""
