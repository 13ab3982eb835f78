"""The screen of a draft's quotations beside their sources."""
