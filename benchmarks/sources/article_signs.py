"""Measure how often the cheap test of archived pages errs, and how long it takes.

    python -m benchmarks.sources.article_signs DATA [--missed] [--ask 40]

DATA is a folder with saved pages of articles (`*.html.gz`, in it or below). Of each page, others are made that are no article:
the page without its paragraphs (what a login wall leaves), an index of titles, one with teasers of two sentences, a search
without results, and a notice about cookies. As some of these still hold an article, the builder is asked about a sample of those
that pass. Recall is the share of articles that pass, precision the share of what passes that is an article to the builder. A
wrong pass costs the time of building one page; a wrong refusal loses an article, so recall goes before precision.
"""

import argparse
import gzip
import re
import time
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from random import Random

from benchmarks.shared.machine import description
from briefing_tui.sources import SourceError, read_source
from briefing_tui.sources.archives.article_signs import may_hold_article

_START = 4 * 1024 * 1024
_TITLE = re.compile(rb"<title[^>]*>([^<]{10,300})</title", re.I)
_PARAGRAPH = re.compile(rb"<p\b[^>]*>.*?</p>", re.I | re.S)
_TAG = re.compile(rb"<[^>]*>")
_FRAME = (
    b"<html><head><title>The Courier</title></head><body><nav><a href=/>Home</a></nav>%b"
    b"<footer>All rights reserved.</footer></body></html>"
)
_COOKIES = (
    b"<h1>We value your privacy</h1><p>We and our partners store and access information on a device.</p>"
    b"<button>Accept all</button><button>Reject all</button>"
)


def others(page: bytes, titles: list[bytes], teasers: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield pages that are no article, each with what it is."""
    yield "without its paragraphs", _PARAGRAPH.sub(b"", page)
    links = b"".join(b"<li><h3><a href=/x>%b</a></h3></li>" % title for title in titles)
    yield "index of titles", _FRAME % (b"<ul>%b</ul>" % links)
    cards = b"".join(b"<h3><a href=/x>%b</a></h3><p>%b</p>" % pair for pair in zip(titles, teasers, strict=True))
    yield "index with teasers", _FRAME % cards
    yield "search without results", _FRAME % b"<h1>Search</h1><p>Nothing was found for your words. Try others.</p>"
    yield "notice about cookies", _FRAME % _COOKIES


def _teaser(page: bytes) -> bytes:
    """Return two sentences of about 150 letters of a page."""
    words = b" ".join(_TAG.sub(b" ", one[0]) for one in _PARAGRAPH.finditer(page[:_START])).split()
    return escape(b" ".join(words)[:150].decode("utf-8", "ignore")).encode() + b"."


def _is_article(page: bytes) -> bool:
    try:
        read_source(page, "page.html")
    except SourceError:
        return False
    return True


def main() -> None:
    """Print a table of what passes, the recall, the precision and the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--missed", action="store_true", help="name the articles that do not pass")
    parser.add_argument("--ask", type=int, default=40, help="pages of each kind that the builder is asked about")
    options = parser.parse_args()
    print(description())
    files = sorted(options.data.rglob("*.html.gz"))
    pages = [gzip.decompress(file.read_bytes()) for file in files]
    titles = [found[1] if (found := _TITLE.search(page)) else b"Untitled" for page in pages]
    passed: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    started = time.perf_counter()
    for file, page in zip(files, pages, strict=True):
        seen["article"] += 1
        may_be = may_hold_article(page[:_START])
        passed["article"] += may_be
        if options.missed and not may_be:
            print(file.name)
    each = 1000 * (time.perf_counter() - started) / len(pages)
    teasers = [_teaser(page) for page in pages[:30]]
    passing: dict[str, list[bytes]] = {}
    for number, page in enumerate(pages):
        near = [(number + at) % len(pages) for at in range(30)]
        for what, other in others(page, [titles[at] for at in near], teasers[: len(near)]):
            seen[what] += 1
            if may_hold_article(other[:_START]):
                passed[what] += 1
                passing.setdefault(what, []).append(other)
    right = float(passed["article"])
    for what, count in seen.items():
        those = passing.get(what, [])
        asked = Random(1).sample(those, min(options.ask, len(those)))
        articles = sum(map(_is_article, asked))
        right += passed[what] * articles / len(asked) if asked else 0
        print(f"| {what} | {count} | {passed[what]} | {f'{articles} of {len(asked)}' if asked else ''} |")
    recall, precision = passed["article"] / seen["article"], right / passed.total()
    print(f"recall {recall:.3f}, precision {precision:.3f}, {each:.2f} ms an article")


if __name__ == "__main__":
    main()
