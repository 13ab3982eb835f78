"""Measure documents: articles printed to PDF, sent as mail, kept as web archives."""
