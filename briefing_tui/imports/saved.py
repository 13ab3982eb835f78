"""An article as another tool has it, and the description of a tool."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefing_tui.model.note import Colour
from briefing_tui.model.reading import Status

if TYPE_CHECKING:
    from briefing_tui.imports.export_file import ExportFile


class SavedHighlight(Struct, frozen=True):
    """Words that the user highlighted, or a note.

    - `words`: empty for a note on the whole article.
    - `body`: the user's own words.
    - `created`: as notes hold times; empty if unknown.
    - `key`: what identifies it in its tool; empty if that is its words.
    """

    words: str
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: Colour | None = None
    created: str = ""
    modified: str = ""
    key: str = ""


class SavedArticle(Struct, frozen=True):
    """An article as another tool has it.

    - `html`, `text`: its text, in one of both forms; empty if the export has none.
    - `published`: a day in ISO 8601.
    - `added`, `modified`: when it was saved, and last changed, as notes hold times; empty if unknown.
    """

    url: str = ""
    title: str = ""
    html: str = ""
    text: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    tags: tuple[str, ...] = ()
    status: Status = "unread"
    added: str = ""
    modified: str = ""
    highlights: tuple[SavedHighlight, ...] = ()

    @property
    def has_text(self) -> bool:
        """True if the export has the article's text."""
        return bool(self.html or self.text)


class Tool(NamedTuple):
    """A tool whose exports are read.

    - `title`: the tool's name; `files`: which of its exports are read, for the help.
    - `recognises`: whether a file is an export of this tool; it looks at its beginning only.
    - `read`: yields the articles of a file, in little memory. It raises BrokenExport.
    - `name`: filled in by the registry.
    """

    title: str
    files: str
    recognises: "Callable[[ExportFile], bool]"
    read: "Callable[[ExportFile], Iterator[SavedArticle]]"
    name: str = ""
