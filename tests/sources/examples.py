"""Lines put into a made-up article, each with what the article has because of them.

A file of examples holds blocks with a blank line between them. A block begins with the place: `@meta` in a page's head,
`@above` the title, `@head` below it, `@body` behind the second paragraph, `@end` behind the last, or `@all` for an article of
its own. Then come the lines put there, then lines that begin with `=`: what is found in the article with them and not in the
one without them, or with `≠` the other way round.

    @head
    By Ines Calder
    = authors: Ines Calder
    = byline: By Ines Calder

A line of the source is described by its kind, its words and, if it was left out, the reason; a blank line is written as `~`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from briefing_tui.model.document import Document, SourceLine
from briefing_tui.sources.errors import NoArticle
from tests.blocks import blocks

Read = Callable[[str], Document]
PLACES = ("@meta", "@above", "@head", "@body", "@end", "@all")


class Example(NamedTuple):
    """Lines, the place where they are inserted, and the expected lines."""

    path: Path
    block: list[str]

    @property
    def name(self) -> str:
        """Return the file's name, the place and the first line inserted there."""
        return f"{self.path.stem} {self.place}: {self.block[1][:60]}"

    @property
    def place(self) -> str:
        """The place where the lines are inserted."""
        return self.block[0]

    @property
    def lines(self) -> list[str]:
        """The inserted lines."""
        return ["" if line == "~" else line for line in self.block[1:] if not line.startswith(("= ", "≠ "))]

    @property
    def expected(self) -> list[str]:
        """The lines that describe the expected document."""
        return [line for line in self.block if line.startswith(("= ", "≠ "))]


def examples(path: Path) -> Iterator[Example]:
    """Yield the examples of a file."""
    return (Example(path, block) for block in blocks(path) if block[0] in PLACES)


def found(example: Example, template: str, read: Read) -> list[str]:
    """Return the lines that describe the effect of an example's lines.

    `template` has a `{place}` for every place.
    """
    text = "\n".join(example.lines)
    if example.place == "@all":
        return [f"= {line}" for line in _described(text, read)]
    empty = {place[1:]: "" for place in PLACES}
    return changes(
        _described(template.format(**empty), read), _described(template.format(**{**empty, example.place[1:]: text}), read)
    )


def changes(before: list[str], after: list[str]) -> list[str]:
    """Return the new lines, marked `=`, then those that are gone, marked `≠`."""
    gone = Counter(before) - Counter(after)
    return [f"= {line}" for line in after if line not in before] + [f"≠ {line}" for line in gone.elements()]


@cache
def _described(text: str, read: Read) -> list[str]:
    try:
        return described(read(text))
    except NoArticle as error:
        return [f"no article: {error}"]


def described(document: Document) -> list[str]:
    """Return lines that describe a document."""
    single = ("title", "kicker", "lead", "dateline", "publisher", "published", "modified", "language")
    lines = [f"{name}: {getattr(document, name)}" for name in single if getattr(document, name)]
    lines += [f"address: {document.source.url}"] if document.source.url else []
    lines += [f"{name}: {', '.join(getattr(document, name))}" for name in ("authors", "editors") if getattr(document, name)]
    for image in document.images:
        where = f"behind {image.after} of {image.section}"
        lines.append(f"picture {image.url} {where}: {image.caption}; credit: {image.credit}; alt: {image.alt}")
    for section in document.sections:
        lines.append(f"section {section.heading} of level {section.level}: {len(section.paragraphs)} paragraphs")
        for paragraph in section.paragraphs:
            marks = ", ".join(f"{mark.kind} {paragraph.text[mark.start : mark.end]}" for mark in paragraph.marks)
            number = f" {paragraph.number}" if paragraph.number else ""
            number += f" at depth {paragraph.depth}" if paragraph.depth > 1 else ""
            lines.append(f"{paragraph.kind}{number} in it: {shorten(paragraph.text)}{f' ({marks})' if marks else ''}")
    return lines + [_row(row) for row in document.rows]


def _row(row: SourceLine) -> str:
    why = f" ({row.why})" if row.why else ""
    return f"{row.kind}{' by hand' if row.by_hand else ''}: {shorten(row.text)}{why}"


def shorten(text: str) -> str:
    """Return a line for a text: its ends, if it is long."""
    return " / ".join((text if len(text) < 70 else f"{text[:40]} … {text[-24:]}").split("\n"))
