"""Small made-up articles, each with what is found in it: actors and their roles, quotes and their speakers, points.

A file of examples holds blocks with a blank line between them. In a block come the article's paragraphs, one a line (a line
that begins with `title:`, `lead:`, `author:`, `publisher:`, `heading:` or `>` is that), then lines that begin with `=`:

    = person Maria Ortega (female): Mayor Ortega | Ortega; roles: mayor
    = “The quay is cracked” direct, Ortega → Maria Ortega, said
    = point: The quay is cracked, the board of Portolan said on Monday.

That is: an actor's kind, name and gender, every mention with its title, and the roles; a quote's words (of all its parts), its
kind, the speaker in the article's words and by name, the speech verb, and `inferred` where no speech tag names the speaker.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing_tui.analysis.actors.selection import find_actors
from briefing_tui.analysis.names.entities import find_names
from briefing_tui.analysis.speakers.quotes import FoundQuote, find_quotes
from briefing_tui.analysis.summary.points import summarise
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document


class Example(NamedTuple):
    """An article, and the lines that describe what is in it."""

    place: str
    document: Document
    expected: list[str]


def examples(path: Path) -> Iterator[Example]:
    """Yield the examples of a file; `place` is the file's name and the line of the first paragraph."""
    at = 1
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.strip("\n").split("\n") if line and not line.startswith("#")]
        if lines:
            expected = [line[2:] for line in lines if line.startswith("= ")]
            yield Example(f"{path.stem}:{at}", article([line for line in lines if not line.startswith("= ")]), expected)
        at += block.count("\n") + 2


def article(lines: list[str]) -> Document:
    """The article that the lines of a block make."""
    about: dict[str, str] = {}
    paragraphs: list[list[Paragraph]] = [[]]
    headings: list[str | None] = [None]
    for line in lines:
        key, _, rest = line.partition(": ")
        if key in ("title", "lead", "author", "publisher"):
            about[key] = rest
        elif key == "heading":
            headings.append(rest)
            paragraphs.append([])
        else:
            quoted = line.startswith("> ")
            paragraphs[-1].append(Paragraph(line.removeprefix("> "), "quote" if quoted else "paragraph"))
    sections = tuple(
        Section(f"s{number}", heading, tuple(texts))
        for number, (heading, texts) in enumerate(zip(headings, paragraphs, strict=True))
    )
    authors = (about["author"],) if "author" in about else ()
    return Document(
        Source("made-up.txt"),
        title=about.get("title"),
        lead=about.get("lead"),
        authors=authors,
        publisher=about.get("publisher"),
        sections=sections,
    )


def described(document: Document) -> list[str]:
    """The lines that describe what is found in an article: actors, the most important first, then quotes in order."""
    names = {name.name: name for name in find_names(document)}
    quotes = find_quotes(document, names.values())
    lines = []
    actors = find_actors(document, quotes)
    for actor in actors:
        name = names[actor.name]
        gender = f" ({name.gender})" if name.gender else ""
        mentions = " | ".join(f"{mention.title} {mention.text}".strip() for mention in name.mentions)
        roles = f"; roles: {', '.join(actor.roles)}" if actor.roles else ""
        lines.append(f"{name.kind} {name.name}{gender}: {mentions}{roles}")
    lines += [_quote(quote) for quote in quotes]
    return lines + [f"point: {point.text}" for point in summarise(document, actors)]


def _quote(quote: FoundQuote) -> str:
    words = " … ".join(part.text for part in quote.parts)
    if quote.speaker_text is None:
        return f"“{words}” {quote.kind}, nobody"
    who = quote.speaker_text if quote.speaker_name == quote.speaker_text else f"{quote.speaker_text} → {quote.speaker_name}"
    verb = f", {quote.verb}" if quote.verb else ""
    return f"“{words}” {quote.kind}, {who}{verb}{', inferred' if quote.inferred else ''}"
