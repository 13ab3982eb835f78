"""Every door on texts made against it: is the time to read an article in proportion to its length, whatever stands in it?

    python benchmarks/hostile.py [--small 100k] [--large 1M] [--runs 5] [--limit 60] [DOOR:INPUT ...]

Doors are the plain, HTML and Markdown sources, the content file's loader, the quote finder and the whole analysis. Printed are
those inputs whose time grows by more than 12 from the small to the large size (ten times as large), or the ten that grow most;
a word limits it to doors and inputs whose name (`html:open tags`) holds it. An input may be refused in a line instead: counted.
Seconds are of processor time in one process, its start and imports left out; medians, where one run is not clearly less.
"""

import argparse
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

GROWTH = 12.0
FLOOR = 0.05
"""Seconds that count as none: what no person notices, whatever it grows by."""
_SENTENCE = "Maria Ortega, the harbour engineer, said on Tuesday that the quay would be closed until the autumn. "
_PAGE = "<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>"


class TooLong(Exception):  # noqa: N818
    """A door that nobody has the patience for."""


def plain(text: str) -> None:
    """The plain-text source."""
    from briefing_tui.sources import read_source

    read_source(text.encode("utf-8", "replace"), "a.txt", "plain")


def html(text: str) -> None:
    """The HTML source, given a page."""
    from briefing_tui.sources import read_source

    prose = f"<p>{_SENTENCE * 3}</p>" * 3
    read_source(f"{_PAGE}{prose}{text}".encode("utf-8", "replace"), "a.html", "html")


def markdown(text: str) -> None:
    """The Markdown source."""
    from briefing_tui.sources import read_source

    read_source(f"# The harbour\n\n{_SENTENCE * 3}\n\n{text}".encode("utf-8", "replace"), "a.md", "markdown")


def loader(text: str) -> None:
    """The content file's loader, given an article of that text."""
    from briefing_tui.contentfile.parse import parse

    parse(f"---\nbriefing: 1\ntitle: The harbour\n---\n\n# The harbour\n\n## Article\n\n### Lead\n\n{text}\n", "a")


def quotes(text: str) -> None:
    """The quote finder, given that text's paragraphs."""
    from briefing_tui.analysis.quotes import find_quotes

    find_quotes(_document(text))


def analysis(text: str) -> None:
    """The whole analysis: quotes, speakers, actors, roles and summary, given that text's paragraphs."""
    from briefing_tui.builder import assemble

    assemble(_document(text), "a")


def _document(text: str):  # type: ignore[no-untyped-def]
    from briefing_tui.model import Document, Paragraph, Section, Source

    lines = (" ".join(line.split()) for line in text.split("\n"))
    found = (Paragraph(_SENTENCE * 3), *(Paragraph(line) for line in lines if line))
    return Document(Source("a.txt"), title="The harbour", language="en", sections=(Section("lead", None, found),))


DOORS: dict[str, Callable[[str], None]] = {one.__name__: one for one in (plain, html, markdown, loader, quotes, analysis)}

RUNS = {
    "straight quotes": '"', "opening quotes": "“", "quotes in words": '"a ', "quoted words": '"a" ',
    "single quotes": "'a ", "apostrophes": "’", "opened, never closed": "“Aa bb ",
    "quotes and speakers": '“Go,” said Ann Li. ', "spaces": " ", "spaced": "a          ", "parentheses": "(",
    "closed parentheses": ")", "in and out": "() ", "brackets": "[", "links": "[a](b) ", "open links": "[a](",
    "pictures": "![a](b)\n", "open pictures": "![", "stars": "*", "starred": "*a ", "strong": "**a",
    "mixed marks": "*a _b ", "underscores": "_a ", "ticks": "`", "ticked": "`a ``b ", "titles": "Mr. ",
    "initials": "A. B. C. ", "names": "Ann Li and ", "surnames": "Ann Li, ", "capitals": "A",
    "capital words": "Ab ", "one word": "a", "digits": "1", "dates": "3 May 2021 ", "times": "10:30 ",
    "stops": ".", "sentences": "Aa bb. ", "questions": "Who? ", "commas": "a, ", "dashes": "– ",
    "hyphens": "a-", "slashes": "a/", "copyright": "© ", "labels": "Photo: ", "agencies": "AP Photo/",
    "bylines": "By Ann Li\n", "by": "by ", "colons": "a: ", "bars": "a | ", "table rows": "| a | b |\n",
    "short lines": "a b\n", "lines": "Aa bb cc.\n", "blank lines": "a\n\n", "headings": "# A\n\n",
    "paragraphs": "The quay is shut, said Ann Li.\n\n", "nested quotes": ">", "lists": "- a\n",
    "deeper lists": "  - a\n", "numbers": "1. a\n", "ampersands": "&amp;", "entities": "&#x", "escapes": "\\",
    "pointed": "<", "autolinks": "<a:", "tags in text": "<b>", "tag ends": "</b>", "comments": "<!--",
    "declarations": "<!", "instructions": "<?", "marks on letters": "e\u0301\u0301", "wide": "漢",
    "emoji": "👩‍🚀", "hyphened lines": "foo-\n", "references": "[a]: b\n", "footnotes": "[1] ",
    "images": "Image: Ann Li/AP\n", "speech": "he said, she said, ", "transcript": "ANN LI: go.\n",
    "accents": "é", "said": 'said "', "links in links": "[a[b](c)", "quotes per line": '"A b c.\n',
    "emphasised": "_*", "tabs": "\t", "tildes": "~~~\n", "setext": "a\n=\n",
}  # fmt: skip
"""What an input repeats."""
TAGS = {
    "open b": "<b>", "open b with words": "<b>a ", "open div": "<div>", "open p": "<p>a",
    "open span": "<span>a", "open table": "<table><tr><td>", "open li": "<ul><li>a",
    "links": '<a href="x">a</a> ', "link lists": '<ul><li><a href="x">A b c d e</a></li></ul>',
    "pictures": '<img src="a.jpg" alt="b">',
    "figures": '<figure><img src="a.jpg"><figcaption>A b. Photo: Ann Li</figcaption></figure>',
    "figures never closed": "<figure><img src='a.jpg'>a",
    "paragraphs": "<p>The quay is shut, said Ann Li, and nobody knows why it moved.</p>",
    "headings": "<h2>A heading</h2>", "breaks": "a<br>", "hidden": "<p hidden>a</p>",
    "classed": '<div class="related share">a</div>', "scripts": "<script>a</script>",
    "data": '<script type="application/ld+json">{"a": 1}</script>', "times": '<time datetime="2021">a</time>',
    "bylines": '<span class="byline">By Ann Li</span>', "cells": "<tr><td>a</td><td>b</td></tr>",
    "quotes": "<blockquote>a", "items": "<ol><li>a</li></ol>", "pre": "<pre>a\n</pre>",
    "formatting": "<i><b></i></b>", "meta": '<meta name="author" content="Ann Li">', "entities": "&nbsp;",
    "buttons": "<button>a", "cdata": "<![CDATA[", "spaces in tags": "<p ",
}  # fmt: skip
"""What a page repeats."""


def inputs(door: str, size: int) -> Iterator[tuple[str, str]]:
    """Texts of that many characters with their names."""
    for name, run in RUNS.items():
        yield name, (run * (size // len(run) + 1))[:size]
        if "\n" not in run:
            line = (run * (200 // len(run) + 1))[:200].strip() + "\n\n"
            yield f"{name}, in paragraphs", (line * (size // len(line) + 1))[:size]
    if door == "html":
        for name, run in TAGS.items():
            yield f"<{name}>", (run * (size // len(run) + 1))[:size]
        for name, run in (("attribute", "a"), ("class", "ad "), ("style", "a:b;"), ("spaced class", " "), ("address", "/a")):
            value = (run * (size // len(run) + 1))[:size]
            key = {"spaced class": "class", "address": "href"}.get(name, name)
            yield f"<a long {name}>", f'<p {key}="{value}">A paragraph of words.</p>'
        line = "The quay is shut, said Ann Li, and <b>nobody</b> knows why it moved <i>at all</i>, or when it will open.<br>"
        yield "<marks and breaks>", "<div>" + line * (size // len(line))
        yield "<a long alt>", f'<img src="a.jpg" alt="{"a " * (size // 2)}">'
        yield "<a long script of data>", f'<script type="application/ld+json">{"[" * size}</script>'
        yield "<a long data of spaces>", f'<script type="application/ld+json">{" " * size}x</script>'
        yield "<many attributes>", "<p " + " ".join(f"a{number}=1" for number in range(size // 8)) + ">a</p>"
        yield "<a long byline>", f'<span class="byline">By {"Ann Li, " * (size // 8)}</span>'
        yield "<a long author>", f'<meta name="author" content="{"Ann  " * (size // 5)}">'
        yield "<a long title>", f"<h1>{'A – ' * (size // 4)}</h1>"
        yield "<a long caption>", f"<figure><img src='a.jpg'><figcaption>{'Photo (' * (size // 7)}</figcaption></figure>"


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def seconds(run: Callable[[str], None], text: str, limit: int) -> tuple[float, str]:
    """The processor time of a door on a text, infinite where it is given up; and by what words it was refused, if it was."""
    from briefing_tui.sources import SourceError

    why = ""
    previous = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    start = time.process_time()
    try:
        run(text)
    except TooLong:
        return float("inf"), ""
    except SourceError as error:
        why = str(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)
    return time.process_time() - start, why


def growth(run: Callable[[str], None], short: str, long: str, runs: int, limit: int) -> tuple[float, float, str]:
    """By how much the time grows, the seconds for the longer text, and why that was refused."""
    quick, slow = seconds(run, short, limit)[0], seconds(run, long, limit)
    if FLOOR < slow[0] < float("inf") and slow[0] > GROWTH * 0.7 * quick:
        quick = statistics.median(seconds(run, short, limit)[0] for _ in range(runs))
        slow = (statistics.median(seconds(run, long, limit)[0] for _ in range(runs)), slow[1])
    return slow[0] / max(quick, FLOOR * len(short) / len(long)), slow[0], slow[1]


def _size(text: str) -> int:
    return int(text.rstrip("kM")) * {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)


def main() -> int:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only doors and inputs whose name holds it")
    options.add_argument("--small", type=_size, default=100_000, help="the smaller text (100k)")
    options.add_argument("--large", type=_size, default=1_000_000, help="the larger text (1M)")
    options.add_argument("--runs", type=int, default=5, help="measurements, of which the median counts")
    options.add_argument("--limit", type=int, default=60, help="seconds of processor time after which a text is given up")
    given = options.parse_args()
    rows, refused = [], 0
    for door, run in DOORS.items():
        run(_SENTENCE * 20)
        for (name, short), (_, long) in zip(inputs(door, given.small), inputs(door, given.large), strict=True):
            called = f"{door}:{name}"
            if given.words and not any(word in called for word in given.words):
                continue
            grown, slow, why = growth(run, short, long, given.runs, given.limit)
            refused += bool(why)
            rows.append((grown, slow, called, why))
            if grown > GROWTH or slow > 10 or sys.stderr.isatty():
                print(f"{grown:8.1f} {slow:8.2f} {called} {why}", file=sys.stderr)
    rows.sort(reverse=True)
    bad = [row for row in rows if row[0] > GROWTH]
    print("| growth | seconds | door: input | refused |\n| ---: | ---: | --- | --- |")
    for grown, slow, called, why in bad or rows[:10]:
        print(f"| {grown:.1f} | {slow:.2f} | {called} | {why} |")
    slowest = max(rows, key=lambda row: row[1])
    print(f"\n{len(rows)} inputs, {refused} refused in a line; {len(bad)} grow by more than {GROWTH:g}; ", end="")
    print(f"the slowest takes {slowest[1]:.1f} s ({slowest[2]})")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
