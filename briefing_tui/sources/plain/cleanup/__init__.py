"""Restore whole lines from dumps, wraps, mail and markup."""
