"""Take and show notes in the reader."""
