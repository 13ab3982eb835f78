"""The driver of the reader's tests: what a user does, and what a user sees.

Only this package knows the parts of the reader's screens. Tests use the user's words: `current_paragraph`, `lit_words`,
`pane_items`, `footer`, `press`, `click`. Where practical, the answers are read from the drawn screen.
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
    """A running reader: what a user does with it and sees in it."""


Opener = Callable[..., AbstractAsyncContextManager[Driver]]
