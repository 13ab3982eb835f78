"""Commands that correct a briefing in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.corrections.dialogs import CorrectionDialogs
    from briefing_tui.ui.view.state import ReaderState

COMMANDS = CommandTable()


class _Corrects(Protocol):
    """A screen on which a briefing can be corrected."""

    corrections: CorrectionDialogs

    @property
    def state(self) -> ReaderState: ...
    def save_as(self) -> None: ...


def _can_correct(screen: _Corrects) -> bool:
    return not screen.state.session.partial and bool(screen.corrections.quotes_here or screen.corrections.actor_here)


@COMMANDS.command("c", label="correct", group="Correct", regions=("article", "pane"), rank=7, usable=_can_correct, local=True)
def correct(screen: _Corrects) -> None:
    """Correct a quote's speaker, or an actor's name, role, kind or identity. The file is changed."""
    screen.corrections.correct()


@COMMANDS.command("C", label="save as content file", group="Correct", local=True)
def save_as(screen: _Corrects) -> None:
    """Save the briefing as a new content file and go on in it. No file is overwritten."""
    screen.save_as()
