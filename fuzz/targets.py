"""The fuzzed functions: each takes any bytes and raises if the program breaks a promise."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from briefing_tui.model.briefing import Briefing, Paragraph, Section, Source
from briefing_tui.model.document import Document
from briefing_tui.text.safety import harmless

T = TypeVar("T")


class Broken(AssertionError):  # noqa: N818
    """A broken promise of the program."""


def promise(holds: bool, what: str) -> None:
    """Raise Broken if `holds` is false, also under `python -O`."""
    if not holds:
        raise Broken(what)


steps: list[float] = []
"""Processor time of each step of an execution, for targets with more than one step."""


def timed(do: Callable[..., T], *given: object) -> T:
    """Call a function of the program and record its processor time."""
    start = time.process_time()
    made = do(*given)
    steps.append(time.process_time() - start)
    return made


def loader(data: bytes) -> None:
    """Load a content file.

    Loading never raises; writing and reading again gives the same briefing; the briefing can be shown and checked.
    """
    from briefing_tui.contentfile.check.checker import passages
    from briefing_tui.contentfile.json_format import to_json
    from briefing_tui.contentfile.normal_form import normal_form
    from briefing_tui.contentfile.read.file_input import decode_utf8
    from briefing_tui.contentfile.read.parser import parse
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.contentfile.write.writer import write

    parsed = timed(parse, decode_utf8(data)[0], "fuzzed")
    briefing = parsed.briefing
    promise(
        all(problem.line >= 1 and problem.what and problem.do for problem in parsed.problems), "a problem without line or words"
    )
    _is_harmless(briefing)
    timed(lambda: list(passages(parsed)))
    timed(to_json, briefing, parsed.problems)
    text = timed(write, briefing)
    again = timed(read, text, "fuzzed")
    promise(again.briefing == normal_form(briefing), "writing and reading changes the briefing")
    promise(not again.problems, f"the written file has a problem: {again.problems[:1]}")


def plain(data: bytes) -> None:
    """Read plain text: a document, or one error of one line."""
    _source(data, "plain")


def html(data: bytes) -> None:
    """Read a saved page, as `plain` does."""
    _source(data, "html")


def markdown(data: bytes) -> None:
    """Read Markdown, as `plain` does."""
    _source(data, "markdown")


def _source(data: bytes, kind: str) -> None:
    from briefing_tui.sources import SourceError, read_source

    try:
        document = read_source(data, "fuzzed.txt", kind)
    except SourceError as error:
        promise("\n" not in str(error), "an error of more than one line")
        return
    _is_harmless(document)
    for image in document.images:
        promise(any(image.section == section.id for section in document.sections) or image.section is None, "an image outside")


def archives(data: bytes) -> None:
    """List the pages of a web archive, and read some of them."""
    from briefing_tui.sources.archives.page import read_page
    from briefing_tui.sources.archives.survey import survey_archive
    from briefing_tui.sources.errors import Unreadable

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fuzzed.wacz")
        path.write_bytes(data)
        try:
            found = timed(survey_archive, str(path))
        except Unreadable as error:
            promise("\n" not in str(error), "an error of more than one line")
            return
        promise("\n" not in found.trouble, "an error of more than one line")
        for page in found.pages[:5]:
            promise(page.offset < len(data), "a page outside the archive")
            promise(harmless(page.url) == page.url and "\n" not in page.url, "an address that acts on a terminal")
            try:
                timed(read_page, page)
            except Unreadable as error:
                promise("\n" not in str(error), "an error of more than one line")


def pdf(data: bytes) -> None:
    """Read words that are set on pages in any way, or a PDF."""
    if data.startswith(b"%PDF"):
        _source(data, "pdf")
        return
    from briefing_tui.sources import SourceError
    from briefing_tui.sources.pdf.fragments import Fragment, Page, PdfText, Tag
    from briefing_tui.sources.pdf.reader import read_text

    pages = [Page(1, 800.0, [])]
    for order, line in enumerate(data.split(b"\n")[:3_000]):
        place, words = line[:4].ljust(4, b"0"), " ".join(harmless(line[4:].decode("utf-8", "replace")).split())
        if line == b"\f":
            pages.append(Page(len(pages) + 1, 800.0, []))
        x, y, size = 2.3 * place[0], 3.1 * place[1], 4 + place[2] / 8
        fragment = Fragment(words, x, x + size * len(words) / 2, y, size, bool(place[3] & 1), order=order)
        if place[3] & 8:
            fragment.content, pages[-1].tags[order] = order, ((order,), Tag((order // 2,), place[3] % 4))
        pages[-1].fragments.append(fragment)
    try:
        _is_harmless(timed(read_text, PdfText(pages), "fuzzed.pdf", ""))
    except SourceError as error:
        promise("\n" not in str(error), "an error of more than one line")


def mail(data: bytes) -> None:
    """Read a mail or a mailbox, as `plain` does."""
    _source(data, "mail")


def rtf(data: bytes) -> None:
    """Read a document in Rich Text Format, as `plain` does."""
    _source(data, "rtf")


def mhtml(data: bytes) -> None:
    """Read a page in an MHTML file, as `plain` does."""
    _source(data, "mhtml")


def epub(data: bytes) -> None:
    """Read a book whose files are parts of the input, as `plain` does.

    Each is below a line with its name.
    """
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for part in data.split(b"\n@@")[:50]:
            name, _, content = part.partition(b"\n")
            if text := name.decode("ascii", "replace").strip("@ \0")[:100]:
                file.writestr(text, content)
    _source(made.getvalue(), "epub")


def feeds(data: bytes) -> None:
    """Read a feed or a list of feeds, and build some of the entries."""
    from briefing_tui.builder import SourceError, build
    from briefing_tui.feeds.opml import NotOpml, read_opml
    from briefing_tui.feeds.parsing import NotAFeed, parse_feed
    from briefing_tui.model.document import Origin

    try:
        _is_harmless(timed(read_opml, data))
    except NotOpml as error:
        promise("\n" not in str(error), "an error of more than one line")
    try:
        feed = timed(parse_feed, data, "https://courier.example/feed")
        entries = timed(lambda: list(feed.oldest_first()))
    except NotAFeed as error:
        promise("\n" not in str(error) and harmless(str(error)) == str(error), "an error of more than one line")
        return
    _is_harmless((feed.title, entries))
    for entry in entries[-3:]:
        promise(bool(entry.id), "an entry that can't be told by anything")
        promise(not entry.url or entry.url.startswith(("http://", "https://", "HTTP")), "an address of no page of the web")
        promise(isinstance(entry.is_whole, bool), "neither whole nor cut off")
        try:
            _is_harmless(timed(build, entry.page(), "entry", "html", None, (), None, Origin(entry.url)).briefing)
        except SourceError as error:
            promise("\n" not in str(error), "an error of more than one line")


def quotes(data: bytes) -> None:
    """Analyse any paragraphs.

    Nothing raises, each quote is verbatim at its place, and each speaker is an actor.
    """
    from briefing_tui.analysis.quotes import find_quotes
    from briefing_tui.builder import assemble
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.contentfile.write.writer import write
    from briefing_tui.sources.errors import NoArticle

    text = harmless(data.decode("utf-8", "replace"))
    paragraphs = [" ".join(block.split()) for block in text.split("\n\n")]
    heads = (Section("lead", None, tuple(Paragraph(words) for words in paragraphs[::2] if words)),)
    rest = (Section("more", "More", tuple(Paragraph(words) for words in paragraphs[1::2] if words)),)
    document = Document(Source("fuzzed.txt"), title=paragraphs[0][:100], language="en", sections=(*heads, *rest))
    by_id = {section.id: section for section in document.sections}
    for quote in find_quotes(document):
        for part in quote.parts:
            words = by_id[part.section].paragraphs[part.paragraph].text
            promise(words[part.start : part.end] == part.text, "a quote that is not verbatim")
    try:
        briefing = assemble(document, "fuzzed").briefing
    except NoArticle:
        return
    actors = {actor.id for actor in briefing.actors}
    promise(all(quote.speaker is None or quote.speaker in actors for quote in briefing.quotes), "a speaker who is no actor")
    promise(read(write(briefing), "fuzzed").briefing == briefing, "a briefing that its content file changes")


def anchors(data: bytes) -> None:
    """Locate a passage after an edit: found within the article, or reported lost."""
    from briefing_tui.anchoring.anchors import locate
    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.anchoring.selectors import Attached, attach, describe
    from briefing_tui.model.briefing import Quote
    from briefing_tui.model.selector import Selector

    head, text = data[:6].ljust(6, b"\0"), harmless(data[6:].decode("utf-8", "replace"))
    article = PlainArticle(_article(text))
    length = len(article.text)
    start = length * head[0] // 256
    end = min(length, start + 1 + head[1] * (1 + head[2] // 64))
    places = article.places(start, end)
    selector = describe(article, *places) if places else None
    if selector is None or not selector.exact.strip():
        return
    found = attach(selector, article)
    promise(
        isinstance(found, Attached) and found.places == places and not found.changed, "a passage lost in an unchanged article"
    )
    at, size = len(text) * head[3] // 256, head[4]
    edited = PlainArticle(_article(text[:at] + text[: head[5]] + text[at + size :]))
    for one in (selector, Selector(selector.exact, selector.prefix, selector.suffix, selector.position)):
        now = attach(one, edited)
        for place in now.places if isinstance(now, Attached) else ():
            promise(edited.span(place) is not None, "a place that the article lacks")
    briefing = edited.briefing
    evidence = locate(
        Briefing("x", quotes=(Quote("q", (selector.exact, selector.prefix), section="s-0"),), sections=briefing.sections)
    )
    for quoted in evidence.quotes["q"]:
        promise(quoted is None or edited.span(quoted) is not None, "a quote placed outside the article")


def _article(text: str) -> Briefing:
    sections = []
    for number, part in enumerate(text.split("\n\n\n")):
        found = tuple(Paragraph(block) for block in part.split("\n") if block.strip())
        sections.append(Section(f"s-{number}", f"Section {number}", found))
    return Briefing("x", title="A title", sections=tuple(sections))


def annotations(data: bytes) -> None:
    """Import notes of another program in JSON-LD: read, or refused with the line."""
    from briefing_tui.export.formats.jsonld import read
    from briefing_tui.export.incoming import BrokenImport

    text = data.decode("utf-8", "replace")
    try:
        found = read(text, lambda address, title: harmless(title or address).strip()[:40] or "somewhere").notes
    except BrokenImport as broken:
        promise(1 <= broken.line <= text.count("\n") + 1 and "\n" not in broken.why, "an error without a line, or of several")
        return
    _is_harmless(found)


def notes(data: bytes) -> None:
    """Import notes in edited Markdown: read, or refused with the line.

    An export of these notes into the file keeps their texts and is final, unless marks of their parts are missing.
    """
    from briefing_tui.export.bundle import Bundle
    from briefing_tui.export.formats.markdown import read
    from briefing_tui.export.incoming import BrokenImport
    from briefing_tui.export.vault.old_form import old_parts
    from briefing_tui.export.vault.reading import find_parts
    from briefing_tui.export.vault.updating import updated
    from briefing_tui.model.typed_text import typed_text

    text = data.decode("utf-8", "replace")
    try:
        found = read(text).notes
    except BrokenImport as broken:
        promise(1 <= broken.line <= text.count("\n") + 1 and "\n" not in broken.why, "an error without a line, or of several")
        return
    _is_harmless(found)
    bundle, lines = Bundle("harbour", found), text.replace("\r\n", "\n").split("\n")
    made = updated(text, [bundle]).text
    if old_parts(lines) or not all(part.has_id and part.has_link for part in find_parts(lines)):
        return  # What of a torn file is a note's text is a guess.
    here = {note.id: typed_text(note) for note in found}
    promise({note.id: typed_text(note) for note in read(made).notes} == here, "a text that an export changed")
    promise(updated(made, [bundle]).text == made, "a second export that changes the file")


def addresses(data: bytes) -> None:
    """Look up an address: a briefing of the library and an item, or refused."""
    from briefing_tui.application.addresses import resolve_address
    from briefing_tui.application.inputs import InputError
    from briefing_tui.model.address import address_of, parsed_address
    from briefing_tui.settings import paths

    text = data.decode("utf-8", "surrogateescape")
    if (address := parsed_address(text)) is not None:
        promise(address_of(address.name, address.item) == text.rstrip("/") or address.name.startswith("x"), "another address")
    try:
        found = resolve_address(text)
    except InputError as error:
        promise("\n" not in str(error) and harmless(str(error)) == str(error), "an error of several lines, or that is obeyed")
        return
    promise(found.path is not None and found.path.parent in (paths.library(), paths.shipped_content()), "a file from elsewhere")
    promise(address is not None and (found.item or "") == address.item, "another item")


def reader(data: bytes) -> None:
    """Send keys, clicks and sizes to the reader.

    It is drawn, has a focus and a way back, and its place is in the article.
    """
    from fuzz.reader import play

    play(data)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


def _is_harmless(value: object) -> None:
    for text in _strings(value):
        promise(harmless(text) == text, f"text that a terminal would obey: {text[:80]!r}")


_ALL = (
    loader,
    plain,
    html,
    markdown,
    archives,
    feeds,
    pdf,
    mail,
    mhtml,
    epub,
    rtf,
    quotes,
    anchors,
    annotations,
    notes,
    addresses,
    reader,
)
TARGETS: dict[str, Callable[[bytes], None]] = {target.__name__: target for target in _ALL}
