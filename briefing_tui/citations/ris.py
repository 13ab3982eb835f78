"""Citations as RIS, which EndNote, Mendeley, Zotero and library catalogues read."""

import re
from collections.abc import Iterator

from briefing_tui.citations.cited import Cited
from briefing_tui.citations.keys import key_of
from briefing_tui.citations.names import author_name


def cite(cited: Cited) -> str:
    """Return the record."""
    return "\n".join(f"{tag}  - {' '.join(value.split())}" for tag, value in _fields(cited))


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    briefing = cited.briefing
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", briefing.published or "")
    yield "TY", "NEWS" if briefing.publisher else "ELEC"
    yield "ID", key_of(briefing)
    yield "TI", cited.title
    for name in briefing.authors:
        yield "AU", author_name(name, briefing.publisher).inverted
    optional = {
        "T2": briefing.publisher,
        "PY": date and date[1],
        "DA": date and "/".join((*date.groups(), "")),
        "UR": cited.url,
        "LA": briefing.language,
        "N1": "; ".join(part for part in (cited.revision, cited.remark()) if part),
    }
    yield from ((tag, value) for tag, value in optional.items() if value)
    yield "ER", ""
