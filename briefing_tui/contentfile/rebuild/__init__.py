"""Changes to briefings in content files: edits by the user, and rebuilding."""
