"""Open any file as a briefing.

A content file is read; an article in another form is built.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.contentfile.detect import SAMPLE, is_content_file, part_start
from briefing_tui.model.briefing import Briefing, Problem
from briefing_tui.model.document import Document, LineCorrection, Origin, SourceLine
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.builder import Built, ReportProgress
    from briefing_tui.contentfile.read.reader import Reading

_HEAD, _REACH = 100_000, 64_000
"""The most bytes that a first screen is made from: of the file's beginning, and of its article."""
_SHOWN = 120
"""The most letters of a line that a problem shows."""

Recall = Callable[[Document], Sequence[LineCorrection]]
"""Returns the user's line corrections for a source, which is given as it was read without them."""


class Opened(Struct, frozen=True):
    """A briefing, the problems in its file, and how it was built."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()
    built: "Built | None" = None
    corrections: tuple[LineCorrection, ...] = ()
    """The user's corrections that it was built with."""
    why: str = ""
    """For a saved page without an article: the reason why none was found."""


def fetch_source(path: Path) -> bytes:
    """Return the bytes of a content file, or of an article of any kind. Raises contentfile.read.file_input.UnreadableFile."""
    from briefing_tui.contentfile.read.file_input import UnreadableFile, empty_reason, load_bytes

    data = load_bytes(path, is_binary_source)
    if why := empty_reason(data):
        raise UnreadableFile(path, why)
    return data


def beginning_of(data: bytes) -> str:
    """Return front matter, actors and the article's beginning.

    Of a long file only these are decoded.
    """
    article = part_start(data, "Article")
    if article > _HEAD:
        data = data[: data.rfind(b"\n", 0, _HEAD) + 1] + data[article : article + _REACH]
    else:
        data = data[: article + _REACH if article >= 0 else SAMPLE]
    return data.decode("utf-8", "replace")


def is_binary_source(data: bytes) -> bool:
    """Return whether bytes that are not text are a source of some kind."""
    from briefing_tui.sources import registry

    return registry.is_binary_source(data)


def open_file(
    path: Path, report: "ReportProgress | None" = None, recall: Recall | None = None, kind: str | None = None
) -> Opened:
    """Read or build a file; `report` is called with each step. Raises contentfile.read.file_input.UnreadableFile.

    It is built as a source of the kind `kind`, perhaps with a part, if that is given.
    """
    from briefing_tui.contentfile.read.file_input import UnreadableFile
    from briefing_tui.contentfile.read.reader import load
    from briefing_tui.sources import Unreadable

    data = fetch_source(path)
    try:
        is_read = kind is None and is_content_file(data)
        built = None if is_read else _built(data, path.name, one_line(path.stem), report, recall, kind=kind)
    except Unreadable as error:
        raise UnreadableFile(path, str(error)) from None
    if built and (built.briefing.sections or built.why):
        return built
    reading = load(path)
    return _as_it_is(reading, built)


def open_text(
    text: str,
    id: str,  # noqa: A002
    report: "ReportProgress | None" = None,
    recall: Recall | None = None,
    origin: Origin | None = None,
    kind: str | None = None,
) -> Opened:
    """Read or build what is in no file, which gets the id `id`.

    It comes from standard input, or from `origin`. Bytes that are no text are in `text` as surrogates. Raises
    contentfile.read.file_input.UnreadableFile.
    """
    from briefing_tui.contentfile.read.file_input import UnreadableFile
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.sources import Unreadable

    data = text.encode("utf-8", "surrogateescape")
    try:
        is_read = kind is None and is_content_file(text)
        built = None if is_read else _built(data, _name_of(origin), id, report, recall, origin, kind)
    except Unreadable as error:
        raise UnreadableFile(Path(_name_of(origin)), str(error)) from None
    if built and (built.briefing.sections or built.why):
        return built
    reading = read(text, id)
    return _as_it_is(reading, built)


def _name_of(origin: Origin | None) -> str:
    """Return the name for a source that is in no file."""
    if origin is None:
        return "standard input"
    from briefing_tui.fetching.addresses import name_of

    return name_of(origin.address)


def _as_it_is(reading: "Reading", built: Opened | None) -> Opened:
    """Return what was read of a file without an article, with the kinds of its lines if it was classified."""
    if built is None:
        return Opened(reading.briefing, reading.problems)
    return Opened(reading.briefing, reading.problems, built.built, built.corrections)


def _built(
    data: bytes,
    name: str,
    id: str,  # noqa: A002
    report: "ReportProgress | None",
    recall: Recall | None,
    origin: Origin | None = None,
    kind: str | None = None,
) -> Opened | None:
    """Build a briefing; it has no sections if there is no article in the data. Return None if there is nothing at all.

    Raises sources.Unreadable if the bytes are of a kind that is no text, and can't be read.
    """
    from briefing_tui.builder import NoArticle, SourceError, assemble, without_article
    from briefing_tui.sources import Unreadable, read_source

    corrections: tuple[LineCorrection, ...] = ()
    try:
        try:
            as_read = read_source(data, name, kind, report, origin)
            corrections = tuple(recall(as_read)) if recall else ()
        except NoArticle as error:
            corrections = tuple(recall(error.document)) if recall and error.document else ()
            if error.document is None or not corrections:
                raise
            as_read = error.document
        found = assemble(as_read, id, corrections, report)
        problems = (*map(_noted, as_read.notes), *map(_omitted, found.omitted))
        return Opened(found.briefing, problems, found, corrections)
    except SourceError as error:
        if isinstance(error, Unreadable) and (kind or is_binary_source(data)):
            raise
        reason, document = str(error), error.document if isinstance(error, NoArticle) else None
        if isinstance(error, NoArticle):
            from briefing_tui.application.fetched import why_no_article

            reason = why_no_article(reason, data, origin)
    built = without_article(document, id, corrections, reason) if document else None
    if _is_page(data, origin):
        # Unlike a text, a page without an article is not shown as it is: its markup is unreadable.
        problem = Problem(1, reason, "save the page with its text, or correct its lines ('briefing read --explain')")
        return Opened(built.briefing if built else Briefing(id), (problem,), built, corrections, reason)
    return Opened(built.briefing, (), built, corrections) if built else None


def _noted(note: str) -> Problem:
    """Return the problem that a source was read in part, or that it holds other articles."""
    what, _, do = note.partition("; ")
    return Problem(1, what, do or "if something is missing, give that part as a file of its own")


def _omitted(row: SourceLine) -> Problem:
    """Return the problem that a line of prose near the article was left out of it."""
    words = row.text if len(row.text) <= _SHOWN else f"{row.text[:_SHOWN].rstrip()} …"
    return Problem(max(1, row.line), f"left out ({row.why}): {words}", "if it belongs to the article, correct the line")


def _is_page(data: bytes, origin: Origin | None) -> bool:
    from briefing_tui.sources.registry import RawSource, recognise

    return not recognise(RawSource(data, origin=origin)).is_shown_as_is
