"""What is in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.library.note import Colour, Note
    from briefing_tui.ui.articletext import Target
    from briefing_tui.ui.notespot import Spot


class Editing:
    """What is in the editor: the note that it becomes (None until its words have been found) and the one that it was."""

    def __init__(self, spot: Spot | None = None, base: Note | None = None, note: Note | None = None) -> None:
        self.spot = spot
        self.base = base
        """The saved note that is edited, as it was read."""
        self.note = note
        self.colour: Colour | None = note.colour if note else None
        self.is_kept = False
        """Whether a draft of it is in the store."""
        self.targets: tuple[Target, ...] = ()
        """Where it stands in the article; a note on the whole briefing stands nowhere."""

    def with_text(self, text: str) -> Note:
        """The note as the text makes it. It must have been begun."""
        assert self.note is not None
        from dataclasses import replace

        from briefing_tui.ui import tagging

        body, tags = tagging.parted(text)
        return replace(self.note, body=body, tags=tags, colour=self.colour)
