"""Test that everything found in a source is as written down.

That includes what no expectation of a case names. The cases, the German articles and the made-up dumps are built as they are;
`pytest -n0 --update-golden` writes the files of `tests/golden/whole` again: read what changed there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_tui.builder import Built, build
from briefing_tui.model.briefing import Briefing
from tests.analysis.test_german_kinds import FILES as GERMAN
from tests.field.cases import built, cases
from tests.sources import dumps, pages
from tests.sources.examples import described, shorten

DUMPS = {
    "browser.txt": dumps.browser(),
    "w3m.txt": dumps.w3m(),
    "lynx.txt": dumps.lynx(),
    "html2text.txt": dumps.html2text(),
    "reader.txt": dumps.reader(),
    "page.html": pages.PAGE,
    "breaks.html": pages.BREAKS,
}
KINDS = sorted({case.kind for case in cases()})


def analysed(briefing: Briefing) -> Iterator[str]:
    """Yield lines that describe the actors, quotes and points of a briefing."""
    for actor in briefing.actors:
        yield f"{actor.kind} {actor.name}: {'; '.join(actor.roles)} | {'; '.join(actor.aliases)}"
    for quote in briefing.quotes:
        words = " […] ".join(shorten(part) for part in quote.parts)
        speaker = f"{quote.speaker or quote.speaker_name} ({quote.speaker_text})"
        where = f"behind {quote.after} of {quote.section}"
        yield f"“{words}” {quote.kind}, {speaker}, {quote.verb}{', inferred' if quote.inferred else ''}, {where}"
    for point in briefing.summary:
        yield f"point in {', '.join(point.sections)}: {shorten(point.text)}"
    for image in briefing.images:
        yield f"image {image.id} behind {image.after} of {image.section}"


def all_of(built: Built) -> list[str]:
    """Return lines that describe a document, its analysis and the builder's messages."""
    notes = [f"note: {note}" for note in built.notes]
    omitted = [f"omitted: {line.line} {shorten(line.text)}" for line in built.omitted]
    return [*described(built.document), *analysed(built.briefing), *notes, *omitted]


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_has_nothing_but_what_is_written_down(kind: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"whole/{kind}.txt", _blocks((case.name, built(case)) for case in cases() if case.kind == kind))


def test_made_up_dumps_and_pages_have_nothing_but_what_is_written_down(golden: Callable[[str, bytes], None]) -> None:
    golden("whole/dumps.txt", _blocks((name, build(text.encode(), name)) for name, text in DUMPS.items()))


def test_german_articles_have_nothing_but_what_is_written_down(golden: Callable[[str, bytes], None]) -> None:
    golden("whole/german.txt", _blocks((file.stem, build(_article(file), "article.txt")) for file in GERMAN))


def _article(file: Path) -> bytes:
    return file.read_bytes().partition(b"\n---\n")[0]


def _blocks(all_built: Iterator[tuple[str, Built]]) -> bytes:
    return "\n\n".join("\n".join([f"# {name}", *all_of(built)]) for name, built in all_built).encode() + b"\n"
