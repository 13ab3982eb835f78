"""The briefings that `build` makes of articles with known answers."""
