"""Find the tools whose exports are read: each module of `imports.tools` is one.

To add a tool, add a module there that defines `TOOL = Tool(…)`. `briefing import` then recognises its exports by their content.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from briefing_tui.imports.saved import Tool

if TYPE_CHECKING:
    from briefing_tui.imports.export_file import ExportFile


def all_tools() -> list[Tool]:
    """Return the tools by name."""
    from briefing_tui.imports import tools

    found = []
    for module in iter_modules(tools.__path__):
        tool: Tool = import_module(f"{tools.__name__}.{module.name}").TOOL
        found.append(tool._replace(name=module.name))
    return found


def recognise(file: "ExportFile") -> Tool | None:
    """Return the tool whose export a file is. Raises BrokenExport for an archive that can't be read."""
    return next((tool for tool in all_tools() if tool.recognises(file)), None)
