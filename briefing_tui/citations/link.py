"""Web links that open an article at the cited words.

The part after `#:~:text=` is a text directive, `prefix-,start,end,-suffix` (https://wicg.github.io/scroll-to-text-fragment/).
A browser goes to the first place that fits, comparing whole words without regard to case. Each of the four is within one block.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.citations.cited import Cited

_LONGEST = 100
"""Code points of words that are given whole; of longer ones the first and the last words are enough."""
_FEW, _MOST = 4, 24
"""Words given of each end of long words, at first and at most, and of the words beside."""


class TextDirective(NamedTuple):
    """The parts of a text directive, not encoded."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """Return the directive as an address holds it."""
        parts = (self.prefix and f"{encoded(self.prefix)}-", encoded(self.start), self.end and encoded(self.end))
        return ",".join(part for part in (*parts, self.suffix and f"-{encoded(self.suffix)}") if part)


def encoded(text: str) -> str:
    """Return text percent-encoded, with the comma, ampersand and dash, which have a meaning in directives."""
    return quote(text, safe="").replace("-", "%2D")


def cite(cited: Cited) -> str:
    """Return the article's address with a text directive for the cited words.

    It is the address alone for words that are not the article's, and an empty text if there is no address.
    """
    directive = text_directive(cited) if cited.url else None
    if directive is None:
        return cited.url
    return f"{cited.url}{'' if '#' in cited.url else '#'}:~:text={directive}"


def text_directive(cited: Cited) -> TextDirective | None:
    """Return the shortest directive that leads to the cited words.

    It leads to no place before them, as far as the article tells. Words without a known place in the article are given as they
    are. None if there are no words, or they are not the article's.
    """
    words = cited.words
    if words is None or not words.is_verbatim or not words.text.strip():
        return None
    article = cited.article or PlainArticle(cited.briefing)
    spans = [span for place in words.places if (span := article.span(place))]
    if not spans:
        first, last = words.parts[0], words.parts[-1]
        return _whole(first) if len(words.parts) == 1 and _is_short(first) else _ends(first, last, _FEW)
    start, end = _whole_words(article.text, min(span[0] for span in spans), max(span[1] for span in spans))
    if start == end:
        return None
    found = None
    for found in _candidates(article.text, start, end):
        if _first_match(found, article.text) == (start, end):
            break
    return found


def _candidates(text: str, start: int, end: int) -> Iterator[TextDirective]:
    """Yield directives for a range of the text, each longer than the one before."""
    words = text[start:end]
    # Between two blocks the page may have what the article's text has not.
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    for count in (0, *range(_FEW, _MOST, _FEW)):
        inner = _whole(words) if _is_short(words) else _ends(*_first_and_last(words), max(count, _FEW))
        yield inner
        if count:
            yield inner._replace(prefix=_last_words(before, count))
            yield inner._replace(suffix=_first_words(after, count))
            yield inner._replace(prefix=_last_words(before, count), suffix=_first_words(after, count))


def _is_short(words: str) -> bool:
    return len(words) <= _LONGEST and "\n" not in words.strip()


def _whole(words: str) -> TextDirective:
    return TextDirective(" ".join(words.split()))


def _first_and_last(words: str) -> tuple[str, str]:
    blocks = words.strip().split("\n")
    return blocks[0], blocks[-1]


def _ends(first: str, last: str, count: int) -> TextDirective:
    """Return a directive with the first words of one block and the last of another; of the same, they do not overlap."""
    if first == last and len(first.split()) < 2 * count:
        return _whole(first)
    return TextDirective(_first_words(first, count), _last_words(last, count))


def _first_words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


def _last_words(text: str, count: int) -> str:
    return " ".join(text.split()[-count:])


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole words, and leave out blanks and the comma at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，、"):
        end -= 1
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _first_match(directive: TextDirective, text: str) -> tuple[int, int] | None:
    """Return the range that a browser goes to, which takes the first place where all parts fit."""
    at = 0
    while found := _find(directive.prefix or directive.start, text, at):
        at = found[0] + 1
        begun = found if not directive.prefix else _find_right_after(directive.start, text, found[1])
        if begun is None:
            continue
        ended, since = begun, begun[1]
        while directive.end and (ended_at := _find(directive.end, text, since)):
            ended, since = ended_at, ended_at[0] + 1
            if not directive.suffix or _find_right_after(directive.suffix, text, ended[1]):
                return begun[0], ended[1]
        if not directive.end and (not directive.suffix or _find_right_after(directive.suffix, text, ended[1])):
            return begun
    return None


def _find(words: str, text: str, at: int) -> tuple[int, int] | None:
    found = _pattern(words).search(text, at)
    return found.span() if found else None


def _find_right_after(words: str, text: str, at: int) -> tuple[int, int] | None:
    while at < len(text) and text[at].isspace():
        at += 1
    found = _pattern(words).match(text, at)
    return found.span() if found else None


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for whole words within one block, in any case."""
    inner = r"[^\S\n]+".join(map(re.escape, words.split()))
    before, after = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return re.compile(f"{before}{inner}{after}", re.IGNORECASE)
