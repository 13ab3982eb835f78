"""The parts of an export format: how it is called, writes and reads.

Each module of `export.formats` defines one as `FORMAT`; see that package for how to add a format.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.incoming import Incoming
from briefing_tui.export.managed_parts import Chunk, Marks, Updated, merged, rendered

FindBriefing = Callable[[str, str], str]
"""Return the id of the briefing of an article, given the article's address and title."""
Chunks = Callable[[Iterable[Bundle]], Iterator[Chunk]]

ANY_ENDING = ""
"""In `Format.reads`: files with an ending that no other format reads."""


class Format(NamedTuple):
    """A way to write notes, or the briefing itself, to a file.

    - `extension`: the ending of the files, without the dot.
    - `description`: what the format is, in a few words, for the help and the reader.
    - `write`: makes the pieces of one file from the notes of any number of briefings.
    - `rank`: place in lists of formats; those of equal rank are ordered by name.
    - `content`: "notes", or "briefing" if the format writes the briefing itself and no notes.
    - `update`: for files that the user may write in: brings the text of one up to date. Raises Edited.
    - `owner`: returns the id of the briefing that a file's text says it is of. Such files have readable names.
    - `read`, `reads`: reads notes from a file's text, and the endings of such files with the dot. `read` raises BrokenImport.
    - `name`: filled in by the registry.
    """

    extension: str
    description: str
    write: Callable[[Iterable[Bundle]], Iterator[str]]
    rank: int = 100
    content: Literal["notes", "briefing"] = "notes"
    update: Callable[[str, Iterable[Bundle]], Updated] | None = None
    owner: Callable[[str], str] | None = None
    read: Callable[[str, FindBriefing], Incoming] | None = None
    reads: tuple[str, ...] = ()
    name: str = ""


def marked(extension: str, description: str, chunks: Chunks, marks: Marks, rank: int) -> Format:
    """Return a format whose files have a marked part for each note."""
    return Format(
        extension,
        description,
        lambda bundles: rendered(chunks(bundles), marks),
        rank,
        update=lambda old, bundles: Updated(merged(old, list(chunks(bundles)), marks)),
    )
