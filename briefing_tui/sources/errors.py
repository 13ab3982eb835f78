"""What reading a source can fail with. Each message is one line for the person who gave the file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


class SourceError(Exception):
    """A source that gives no document; its text says why and what to do."""


class NoArticle(SourceError):  # noqa: N818 (it is what was found, not a fault)
    """The file was read, but there is no article in it. `document` has its lines, all dropped, of which a person may say more;
    None where it has none."""

    def __init__(self, reason: str, document: "Document | None" = None) -> None:
        super().__init__(f"no article: {reason}")
        self.reason = reason
        self.document = document


class Unreadable(SourceError):  # noqa: N818
    """The file can't be read as text of any kind that is known."""


class IsContentFile(SourceError):  # noqa: N818
    """The file is a briefing's content file, which is read, not built."""
