"""Notes as JSON Lines: everything that a note holds and where it comes from, one object a line."""

import json
from collections.abc import Iterable, Iterator

from briefing_tui.export.bundle import Bundle, link
from briefing_tui.model.note import as_dict

EXTENSION = "jsonl"


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """A line a note."""
    for bundle in bundles:
        article = {"title": bundle.title, "authors": list(bundle.authors), "url": bundle.url}
        known = {key: value for key, value in article.items() if value}
        for note in bundle.notes:
            yield json.dumps({**as_dict(note), "article": known, "link": link(note)}, ensure_ascii=False) + "\n"
