"""Check content files: their problems, and their words against the source.

A quote's parts, an image's caption and credit, and every paragraph of an article that is included in full must be in the source
word for word. White space may differ; so may the kind of quotation marks, dashes and spaces, which the note then says. If the
source is HTML or Markdown, markup may be between the words; if it is of a kind whose bytes are not its words, such as a mail,
the words are those that are read from it.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct, field

from briefing_tui.anchoring.anchors import fold
from briefing_tui.contentfile.check.source_words import letters_of, without_markup
from briefing_tui.contentfile.read.file_input import LARGEST, UnreadableFile, decode_utf8, load_bytes
from briefing_tui.contentfile.read.parser import Parsed, parse
from briefing_tui.file_io import read_file
from briefing_tui.model.briefing import Briefing, Problem
from briefing_tui.text.safety import harmless, one_line

Status = Literal["proved", "not proved", "failed"]


class Proof(Struct, frozen=True):
    """The result of comparing a file's words with its source.

    `passages` were searched for; `exact`, `folded` and `unmarked` of them were found as they are, with other quotation marks,
    dashes or spaces, and with the source's markup removed.
    """

    status: Status
    note: str
    passages: int = 0
    exact: int = 0
    folded: int = 0
    unmarked: int = 0
    problems: tuple[Problem, ...] = ()


class Missing(NamedTuple):
    """A source that can't be used: what is wrong, what to do.

    `is_failure` says whether that fails the check.
    """

    what: str
    do: str
    is_failure: bool = False


class KeptSources(NamedTuple):
    """Access to the sources that are kept beside content files.

    `find` gets a content file and the SHA-256 in its front matter, and returns the bytes, or None if no sources are kept there.
    `words` returns the words that are read from the bytes of a source, in lines. `page` gets a web archive and the SHA-256 of a
    page in it, and returns the page, or None if the file is no archive.
    """

    find: Callable[[Path, str], bytes | Missing | None]
    words: Callable[[bytes], str]
    page: Callable[[Path, str], bytes | Missing | None]


class FileReport(Struct, frozen=True):
    """The result for one file.

    `unreadable` is a message if the file can't be read; `proof` is None if no source was given or kept.
    """

    path: Path
    problems: tuple[Problem, ...] = ()
    proof: Proof | None = None
    unreadable: str | None = None

    @property
    def is_good(self) -> bool:
        """A file without problems whose comparison, if any, did not fail."""
        return not self.problems and not self.unreadable and (self.proof is None or self.proof.status != "failed")


class Report(Struct, frozen=True):
    """The results for all files.

    `unreadable` holds a message for each path without content files.
    """

    files: tuple[FileReport, ...] = ()
    unreadable: tuple[str, ...] = field(default=())

    @property
    def is_good(self) -> bool:
        """A report in which every file is good."""
        return not self.unreadable and all(file.is_good for file in self.files)

    @property
    def problems(self) -> int:
        """The number of problems of all files, including those of comparisons."""
        return sum(len(file.problems) + (len(file.proof.problems) if file.proof else 0) for file in self.files)


def check_paths(paths: Sequence[Path], source: Path | None = None, kept: KeptSources | None = None) -> Report:
    """Check files, and the `*.md` files of folders.

    `source` is the source of the files, or the folder that holds their sources; without it the `kept` ones count.
    """
    files: list[FileReport] = []
    unreadable: list[str] = []
    for path in paths:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*.md") if one.is_file())
            if not found:
                unreadable.append(one_line(f"{path}: no content files in this folder; name a file, or a folder with *.md files"))
            files += (check_file(one, source, kept) for one in found)
        else:
            files.append(check_file(path, source, kept))
    return Report(tuple(files), tuple(unreadable))


def check_file(path: Path, source: Path | None = None, kept: KeptSources | None = None) -> FileReport:
    """Check one file, and compare it with its source if that is given or kept."""
    try:
        text, broken = decode_utf8(load_bytes(path))
    except UnreadableFile as error:
        return FileReport(path, unreadable=str(error))
    parsed = parse(text, path.stem)
    problems = tuple(sorted((*broken, *parsed.problems), key=lambda problem: problem.line))
    if source:
        proof: Proof | None = _prove(parsed, source, kept)
    else:
        proof = _prove_from_kept(parsed, path, kept) if kept else None
    return FileReport(path, problems, proof)


def _prove_from_kept(parsed: Parsed, path: Path, kept: KeptSources) -> Proof | None:
    """Compare a file's words with its kept source; None if it names none, or if none are kept there."""
    named = parsed.briefing.source
    if named is None or not named.sha256:
        return None
    found = kept.find(path, named.sha256)
    if found is None:
        return None
    if isinstance(found, bytes):
        return _compared(parsed, found, named.name or "its source", kept)
    if found.is_failure:
        return _failed(_line(parsed), found.what, found.do)
    return Proof("not proved", one_line(f"not proved: {found.what}; {found.do}"))


def _line(parsed: Parsed) -> int:
    """Return the line of the front matter that names the source, from 1."""
    entry = parsed.front.entry("source")
    return entry.start + 1 if entry else 1


def _prove(parsed: Parsed, source: Path, kept: KeptSources | None) -> Proof:
    """Compare a file's words with the source that its front matter names.

    `source` is that file, or the folder that holds it.
    """
    named = parsed.briefing.source
    if named is None or not named.name:
        return Proof("not proved", "not proved: the front matter names no source")
    line = _line(parsed)
    path = _found(source, named.name)
    if path is None:
        return _failed(line, f"the source {named.name} is not in {source}", "name the folder or the file that holds it")
    if kept and named.sha256 and (page := kept.page(path, named.sha256)) is not None:
        return _failed(line, page.what, page.do) if isinstance(page, Missing) else _compared(parsed, page, named.name, kept)
    try:
        data = read_file(path, LARGEST)
    except OSError as error:
        return _failed(line, f"the source {named.name} can't be read: {error.strerror}", "check its permissions")
    if not named.sha256:
        do = f"add `sha256: {hashlib.sha256(data).hexdigest()}` to `source`"
        return _failed(line, f"the front matter gives no SHA-256 of {named.name}", do)
    if hashlib.sha256(data).hexdigest() != named.sha256:
        return _failed(
            line, f"the source {named.name} is not the file that was used: its SHA-256 differs", "get the one that was used"
        )
    return _compared(parsed, data, named.name, kept)


def _found(source: Path, name: str) -> Path | None:
    """Return the file of that name: the source itself or one in it, never one outside."""
    if source.is_file():
        return source if source.name == name else None
    if "/" in name or "\\" in name or name in (".", ".."):
        return None
    path = source / name
    return path if path.is_file() else None


def _failed(line: int, what: str, do: str) -> Proof:
    what = one_line(what)
    return Proof("failed", what, problems=(Problem(line, what, one_line(do)),))


class _SourceWords:
    """The words of a source, prepared for searching when they are first needed."""

    def __init__(self, data: bytes, kept: KeptSources | None) -> None:
        """Give the bytes, and how to read those that are not text."""
        self._data, self._kept = data, kept
        self._text = harmless(data.decode(errors="replace"))

    @cached_property
    def exact(self) -> str:
        return _spaced(self._text)

    @cached_property
    def folded(self) -> str:
        return _spaced(fold(self.exact))

    @cached_property
    def without_markup(self) -> str:
        return without_markup(self._text)

    @cached_property
    def as_read(self) -> str:
        return letters_of(harmless(self._kept.words(self._data))) if self._kept else ""

    def how(self, words: str) -> str:
        """Return how words are there: "exact", "folded", "apart" from the source's markup; empty if they are not."""
        wanted = _spaced(words)
        if wanted in self.exact:
            return "exact"
        if _spaced(fold(wanted)) in self.folded:
            return "folded"
        letters = letters_of(words)
        return "apart" if letters and (letters in self.without_markup or letters in self.as_read) else ""


def _compared(parsed: Parsed, data: bytes, name: str, kept: KeptSources | None) -> Proof:
    source = _SourceWords(data, kept)
    found: Counter[str] = Counter()
    problems: list[Problem] = []
    for line, what, words in passages(parsed):
        how = source.how(words)
        found[how] += 1
        if not how:
            wanted = _spaced(words)
            start = wanted if len(wanted) <= 40 else f"{wanted[:40]}…"
            problems.append(Problem(line, f"{what} “{start}” is not in {name} word for word", "write it as the source has it"))
    exact, folded, apart, total = found["exact"], found["folded"], found["apart"], found.total()
    note = f"{exact + folded + apart} of {total} passages are in {name} word for word"
    if folded:
        note += f", {folded} of them with other quotation marks, dashes or spaces"
    if apart:
        note += f", {apart} of them with the source's markup left out"
    return Proof("failed" if problems else "proved", note, total, exact, folded, apart, tuple(problems))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def passages(parsed: Parsed) -> Iterator[tuple[int, str, str]]:
    """Yield everything that must be verbatim: its line (from 1), what it is, its words."""
    briefing, layout = parsed.briefing, parsed.layout
    for raw in layout.quotes:
        for part in raw.parts:
            yield raw.lines[0] + 1, "the quote", part
    for image, picture in zip(briefing.images, layout.images, strict=True):
        if image.caption:
            yield picture.pieces.get("caption", picture.lines)[0] + 1, "the caption", image.caption
        if image.credit:
            yield picture.pieces.get("credit", picture.lines)[0] + 1, "the credit", image.credit
    if briefing.article == "full":
        yield from _paragraphs(briefing, parsed)


def _paragraphs(briefing: Briefing, parsed: Parsed) -> Iterator[tuple[int, str, str]]:
    for section, raw in zip(briefing.sections, parsed.layout.sections, strict=True):
        lines = [start + 1 for start, _, count in raw.blocks for _ in range(count)]
        for line, paragraph in zip(lines, section.paragraphs, strict=True):
            for run in paragraph.text.replace("\t", "\n").split("\n") if paragraph.kind == "table" else [paragraph.text]:
                if any(char.isalnum() for char in run):
                    yield line, "the paragraph", run
