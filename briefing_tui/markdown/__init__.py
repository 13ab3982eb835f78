"""Markdown read and written: blocks, inline marks, tables, front matter."""
