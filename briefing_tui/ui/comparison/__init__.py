"""The screen of two articles side by side."""
