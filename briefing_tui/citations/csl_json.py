"""Citations as CSL-JSON, which Zotero, pandoc and other citation processors read.

The schema is https://github.com/citation-style-language/schema (csl-data.json, version 1.0.2).
"""

import json
import re
from typing import Any

from briefing_tui.citations.cited import Cited
from briefing_tui.citations.keys import key_of
from briefing_tui.citations.names import author_name


def cite(cited: Cited) -> str:
    """Return a list with the article."""
    briefing = cited.briefing
    updated = cited.revision
    known: dict[str, Any] = {
        "id": key_of(briefing),
        "type": "article-newspaper" if briefing.publisher else "webpage",
        "title": cited.title,
        "container-title": briefing.publisher,
        "author": [_author(name, briefing.publisher) for name in briefing.authors],
        "editor": [_author(name, briefing.publisher) for name in briefing.editors],
        "issued": _date(briefing.published),
        "URL": cited.url,
        "language": briefing.language,
        "note": "; ".join(part for part in (updated, cited.remark()) if part),
    }
    return json.dumps([{key: value for key, value in known.items() if value}], ensure_ascii=False, indent=2)


def _author(name: str, publisher: str | None) -> dict[str, str]:
    parts = author_name(name, publisher)
    known = {
        "literal": parts.literal,
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {key: value for key, value in known.items() if value}


def _date(text: str | None) -> dict[str, list[list[int]]] | None:
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    return {"date-parts": [[int(part) for part in found.groups()]]} if found else None
