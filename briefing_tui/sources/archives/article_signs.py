"""Judge cheaply whether a page may hold an article.

A page is parsed by no parser here: its bytes are cut at tags that end a line of text, and what reads as prose is weighed until a
link that is a line of its own, as between the teasers of an index. Whatever passes is built, and the builder has the last word;
so the judgement is generous. How often it errs is measured by `benchmarks/sources/article_signs.py`.
"""

import re

ENOUGH = 300
"""Bytes of prose without a line of links from which a page may be an article."""
_LINE = 60
"""Bytes from which a piece counts as prose: a teaser's title is shorter."""
_TITLE = 15
"""Bytes from which a link that is a line of its own is the title of something else."""
_HIDDEN = re.compile(rb"<(script|style|noscript|svg|template)\b", re.I)
_INLINE = re.compile(rb"</?(?:b|i|u|em|strong|span|abbr|cite|q|sup|sub|font|small|time|mark|wbr)\b[^<>]{0,2000}>", re.I)
_LINK, _LINK_END = re.compile(rb"<a\b[^<>]{0,4000}>", re.I), re.compile(rb"</a\s{0,9}>", re.I)
_TAG = re.compile(rb"<[^<>]{1,4000}>")
_BODY_IN_SCRIPT = re.compile(rb'"articleBody"\s{0,5}:\s{0,5}"[^"]{200}')
_SENTENCE = re.compile(rb"[.!?\xe3\xef\x94\xd8\xe0][\"')\]\x80-\xff\s]{0,8}(?:\s|$)|[\x80-\xff]{60}")
"""An end of a sentence, or a run of letters of a script that has no spaces."""
_OPEN, _CLOSED = b"\x01", b"\x02"
"""Signs for the beginning and the end of a link."""


def may_hold_article(page: bytes) -> bool:
    """Return whether a page may hold an article.

    `page` is its beginning, of at most a few megabytes.
    """
    if _BODY_IN_SCRIPT.search(page):
        return True
    text = _LINK_END.sub(_CLOSED, _LINK.sub(_OPEN, _INLINE.sub(b"", _without_hidden(page))))
    prose, is_in_link = 0, False
    for piece in _TAG.split(text):
        was_in_link = is_in_link
        if _OPEN in piece or _CLOSED in piece:
            is_in_link = piece.rfind(_OPEN) > piece.rfind(_CLOSED)
        words = piece.strip()
        is_link = was_in_link or (words.startswith(_OPEN) and words.find(_CLOSED) in (-1, len(words) - 1))
        if is_link and len(words) >= _TITLE:
            prose = 0
        elif not is_link and len(words) >= _LINE and _SENTENCE.search(words):
            prose += len(words)
            if prose >= ENOUGH:
                return True
    return False


def _without_hidden(page: bytes) -> bytes:
    """Return a page without what its readers do not see; what is not closed ends the page."""
    pieces: list[bytes] = []
    at = 0
    low = page.lower()
    while opening := _HIDDEN.search(page, at):
        pieces.append(page[at : opening.start()])
        at = low.find(b"</" + opening[1].lower(), opening.end())
        if at < 0:
            return b"".join(pieces)
    pieces.append(page[at:])
    return b"".join(pieces)
