"""The driver of the reader's tests: what a user does, and what a user sees.

Only this package knows the parts of the reader's screens. Tests ask it in words of the user: `current_paragraph`, `lit_words`,
`pane_items`, `footer`, `press`, `click`. Where it is practical, what it answers is read from the drawn screen.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from tests.ui.driver.base import DIGEST, HARBOUR, new_app
from tests.ui.driver.dialogs import DialogsSeen, command_groups, command_keys
from tests.ui.driver.framework import FrameworkSeen
from tests.ui.driver.notes import NotesSeen
from tests.ui.driver.source_lines import LinesSeen

__all__ = ["DIGEST", "HARBOUR", "Driver", "Opener", "command_groups", "command_keys", "new_app"]


class Driver(NotesSeen, DialogsSeen, LinesSeen, FrameworkSeen):
    """A running reader, what a user does with it and what it shows."""


Opener = Callable[..., AbstractAsyncContextManager[Driver]]
