"""Tools whose exports are read: each module is one, named after the module, and defines `TOOL`."""
