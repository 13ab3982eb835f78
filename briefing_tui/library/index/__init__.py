"""The library's index: SQLite in the cache folder, safe to delete.

It is made from the content files, which remain the truth. Other packages use `library_index`.
"""
