"""Read documents in Rich Text Format (RTF)."""
