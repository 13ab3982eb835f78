"""List the briefings of a folder, and remember where each was being read."""
