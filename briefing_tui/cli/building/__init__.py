"""Build many sources: what becomes which file, and who builds it."""
