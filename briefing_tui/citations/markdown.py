"""Citations in Markdown."""

import re

from briefing_tui.citations.cited import Cited
from briefing_tui.citations.plain import authors_of, publication_of
from briefing_tui.markdown.escaping import escape, escape_start, link_target


def cite(cited: Cited) -> str:
    """Return the words as a block quotation, and below it the citation with a link.

    Words that are not the article's are a paragraph.
    """
    title = f"[{escape(cited.title)}]({link_target(cited.url)})" if cited.url else f"*{escape(cited.title)}*"
    origin = title + escape(authors_of(cited) + publication_of(cited, ""))
    words = cited.words
    if words is None:
        return origin
    sign = "> " if words.is_verbatim else ""
    text = cited.quoted if len(words.parts) > 1 or words.speaker else words.text
    lines = [escape_start(escape(line)) for line in text.split("\n")]
    shown = "\n".join(f"{sign}{line}".rstrip() for line in _spaced(lines))
    credit = f"{escape(words.credit)}, " if words.credit else ""
    whose = "a briefing's words on " if not words.is_verbatim else f"{escape(words.speaker)}, " if words.speaker else ""
    return f"{shown}\n{sign.strip()}\n{sign}— {credit}{whose}{origin}"


def _spaced(lines: list[str]) -> list[str]:
    """Put an empty line between paragraphs."""
    return re.sub(r"\n+", "\n\n", "\n".join(lines).strip("\n")).split("\n")
