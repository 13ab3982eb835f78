"""Read the exports of other reading tools.

They hold articles or addresses, with tags, status, highlights and notes.
"""
