"""Errors of reading a source; each message is one line for the user."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


class SourceError(Exception):
    """A source that gives no document; the message says why and what to do."""


class NoArticle(SourceError):  # noqa: N818 (it is what was found, not a fault)
    """The source holds no article.

    `document` has the lines of the source, all dropped, so that the user can classify them; None if there are no lines.
    """

    def __init__(self, reason: str, document: "Document | None" = None) -> None:
        super().__init__(f"no article: {reason}")
        self.reason = reason
        self.document = document


class Unreadable(SourceError):  # noqa: N818
    """The bytes can't be read as any known kind of text."""


class IsContentFile(SourceError):  # noqa: N818
    """The file is a content file, which is opened and not built."""
