"""Tools whose exports are read.

Each module is one, named after the module, and defines `TOOL`.
"""
