"""Judge cheaply whether a page may hold an article.

A page is parsed by no parser here: its bytes are cut at tags that end a line of text, and the pieces that read as prose are
weighed. Whatever passes is built, and the builder has the last word; so the judgement is generous. How often it errs is measured
by `benchmarks/sources/article_signs.py`.
"""

import re

ENOUGH = 400
"""Letters of prose from which a page may be an article; the builder takes briefs of half of that."""
_LINE = 60
"""Bytes from which a piece counts as prose: a teaser or a link is shorter."""
_HIDDEN = re.compile(rb"<(script|style|noscript|svg|template)\b", re.I)
_INLINE = re.compile(rb"</?(?:a|b|i|u|em|strong|span|abbr|cite|q|sup|sub|font|small|time|mark|wbr)\b[^<>]{0,2000}>", re.I)
_TAG = re.compile(rb"<[^<>]{1,4000}>")
_LINK = re.compile(rb"<a\b[^<>]{0,2000}>([^<]{0,400})</a", re.I)
_BODY_IN_SCRIPT = re.compile(rb'"articleBody"\s{0,5}:\s{0,5}"[^"]{200}')
_SENTENCE = re.compile(rb"[.!?\xe3\xef\x94\xd8\xe0][\"')\]\x80-\xff\s]{0,8}(?:\s|$)|[\x80-\xff]{60}")
"""An end of a sentence, or a run of letters of a script that has no spaces."""


def may_hold_article(page: bytes) -> bool:
    """Return whether a page may hold an article.

    `page` is its beginning, of at most a megabyte.
    """
    if _BODY_IN_SCRIPT.search(page):
        return True
    prose = 0
    for piece in _TAG.split(_INLINE.sub(b"", _without_links(_without_hidden(page)))):
        text = piece.strip()
        if len(text) >= _LINE and _SENTENCE.search(text):
            prose += len(text)
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


def _without_links(page: bytes) -> bytes:
    """Return a page without links that are whole lines of their own, as in lists of articles."""
    return _LINK.sub(lambda link: b"" if len(link[1]) >= _LINE else link[0], page)
