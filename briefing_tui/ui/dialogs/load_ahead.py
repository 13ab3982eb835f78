"""Load what the first press of a key needs, while nobody waits for it.

The first screen needs neither the modules of dialogs and editor nor their styles, and so starts without them. Loaded with the
first press of their keys, they would make it wait for up to a tenth of a second.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from time import sleep
from typing import Any

from textual.screen import Screen

from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread

STYLES = Path(__file__).with_name("modal.tcss")
"""The styles of all dialogs."""
MODULES = (
    "briefing_tui.ui.reader.finder",
    "briefing_tui.ui.reader.jump_targets",
    "briefing_tui.ui.notes.note_editor",
    "briefing_tui.ui.notes.note_actions",
    "briefing_tui.ui.notes.note_targets",
    "briefing_tui.ui.notes.editor_widget",
    "briefing_tui.ui.notes.items",
    "briefing_tui.ui.dialogs.chooser",
    "briefing_tui.ui.dialogs.jump",
    "briefing_tui.ui.dialogs.letter",
    "briefing_tui.ui.dialogs.link",
    "briefing_tui.ui.dialogs.list_commands",
    "briefing_tui.ui.comparison.commands",
    "briefing_tui.ui.drafts.commands",
    "briefing_tui.ui.library.commands",
    "briefing_tui.ui.people.commands",
    "briefing_tui.ui.source_lines.commands",
    "briefing_tui.ui.dialogs.help",
    "briefing_tui.ui.dialogs.palette",
    "briefing_tui.ui.terminal.command_palette",
    "textual.system_commands",
    "briefing_tui.ui.dialogs.picker",
    "briefing_tui.ui.exporting.screen",
)
FOR_PICTURES = (
    "briefing_tui.pictures.decoding",
    "PIL.ImageOps",
    "PIL.WebPImagePlugin",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
)
_PAUSE = 0.005
"""Seconds between two modules, in which keys are handled."""


def load_ahead(screen: Screen[Any], pictures: bool = False) -> None:
    """Load modules and styles in the background, unless they are.

    With `pictures`, also load what decodes them.
    """
    styles = screen.app.stylesheet

    async def load() -> None:
        await run_in_thread(partial(_import_all, (*MODULES, *(FOR_PICTURES if pictures else ()))))
        if not styles.has_source(str(STYLES)):
            styles.read(STYLES)
            styles.parse()

    if not styles.has_source(str(STYLES)):
        run_in_loop(screen, load, "load ahead")


def _import_all(modules: Sequence[str]) -> None:
    for name in modules:
        if name not in sys.modules:
            import_module(name)
            sleep(_PAUSE)
