"""Notes as JSON Lines: one object per note with its article."""

import json
from collections.abc import Iterable, Iterator

from briefing_tui.export.bundle import Bundle, link
from briefing_tui.export.format import Format
from briefing_tui.model.note import as_dict


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make a line for each note."""
    for bundle in bundles:
        article = {"title": bundle.title, **bundle.facts, "url": bundle.url}
        known = {key: value for key, value in article.items() if value}
        for note in bundle.notes:
            yield json.dumps({**as_dict(note), "article": known, "link": link(note)}, ensure_ascii=False) + "\n"


FORMAT = Format("jsonl", "JSON, a note a line", write, rank=6)
