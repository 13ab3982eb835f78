"""The query language of the library: words, phrases and filters.

    query   = { [ "-" ] ( word [ "*" ] | phrase | filter ) }
    phrase  = a quotation mark of any kind, words, a quotation mark
    filter  = "speaker:" | "actor:" | "in:" | "publisher:" | "tag:" | "since:" | "until:" | "is:", then a word or a phrase

All words must be there; `-` is for what must not be. Of several `speaker:`, `publisher:`, `in:` or `is:` one is enough; of
several `actor:` or `tag:` all are needed. Nothing that is typed raises an error: what can't be used is reported with its place,
and the rest is searched.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from msgspec import Struct

from briefing_tui.library.index.folding import words_of
from briefing_tui.model.reading import STATUSES
from briefing_tui.text.cells import clip
from briefing_tui.text.safety import one_line

IN = ("text", "quotes", "captions", "titles", "notes")
"""The values of `in:`."""
IS = STATUSES
"""The values of `is:`."""
FILTERS = {
    "speaker": "quotes by this speaker",
    "actor": "articles that name this person or organisation",
    "in": f"only in {', '.join(IN[:-1])} or {IN[-1]}",
    "publisher": "articles of this publisher",
    "tag": "articles with this tag of yours",
    "since": "from this year, month or day on",
    "until": "up to this year, month or day",
    "is": f"{', '.join(IS[:-1])} or {IS[-1]}",
}
"""The filters, each with what it limits the search to."""
MOST_TERMS = 50
"""Words and phrases of a query; SQLite allows a few hundred, and nobody means more than some."""

_OPENING, _CLOSING = '"“”„‟«»', '"”“‟»«'
_WORD_END = re.compile(r"\s")
_KEY = re.compile(r"([A-Za-z]{1,20}+):")
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


class Term(Struct, frozen=True):
    """A word or phrase to search for.

    `words` are folded (see `index.folding`); with `is_prefix` the last one is the beginning of a word.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    is_negated: bool = False


class Filter(Struct, frozen=True):
    """A filter with its value as typed, without quotation marks; days are written in full."""

    key: str
    value: str
    is_negated: bool = False


class QueryProblem(Struct, frozen=True):
    """A part of a query that can't be used.

    `start` and `end` are its place in the text, `what` says what is wrong, `do` what to do.
    """

    start: int
    end: int
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.what}; {self.do}"


class Query(Struct, frozen=True):
    """A query as it was understood."""

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    problems: tuple[QueryProblem, ...] = ()

    def __bool__(self) -> bool:
        """Return whether it asks for anything."""
        return bool(self.terms or self.filters)

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The words and phrases that must be there."""
        return tuple(term for term in self.terms if not term.is_negated)

    def values(self, key: str, is_negated: bool = False) -> tuple[str, ...]:
        """Return the values of a filter."""
        return tuple(one.value for one in self.filters if one.key == key and one.is_negated == is_negated)


class QueryToken(Struct, frozen=True):
    """A piece of a query between spaces, with its place in the text.

    `value_start` is where the word or phrase begins, behind `-`, the filter's name and a quotation mark. `key` is the filter's
    name as typed, in lower case.
    """

    start: int
    end: int
    key: str
    value: str
    value_start: int
    is_negated: bool
    is_phrase: bool
    is_closed: bool


def parse_query(text: str, is_typing: bool = False) -> Query:
    """Read a query; never raises.

    With `is_typing`, the last word is taken as the beginning of one, unless a space follows it.
    """
    reader = _QueryReader()
    for token in tokens(text):
        reader.read(token, is_typing and token.end == len(text))
    reader.check_days()
    return Query(
        tuple(reader.terms[:MOST_TERMS]), tuple(reader.filters), tuple(sorted(reader.problems, key=lambda one: one.start))
    )


def tokens(text: str) -> Iterator[QueryToken]:
    """Yield the pieces of a query."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        is_negated = text[at] in "-−–" and at + 1 < len(text) and not text[at + 1].isspace()
        at += is_negated
        key = ""
        if (found := _KEY.match(text, at)) and not text.startswith("//", found.end()):
            key, at = found[1].lower(), found.end()
        is_phrase = at < len(text) and text[at] in _OPENING
        at += is_phrase
        value_start = at
        if is_phrase:
            end = next((place for place in range(at, len(text)) if text[place] in _CLOSING), len(text))
            at = min(end + 1, len(text))
        else:
            space = _WORD_END.search(text, at)
            end = at = space.start() if space else len(text)
        is_closed = not is_phrase or end < len(text)
        yield QueryToken(start, at, key, text[value_start:end], value_start, is_negated, is_phrase, is_closed)


class _QueryReader:
    """Collects terms, filters and problems from the tokens of a query."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.filters: list[Filter] = []
        self.problems: list[QueryProblem] = []
        self._days: dict[str, tuple[QueryToken, str]] = {}

    def read(self, token: QueryToken, is_typing: bool) -> None:
        """Take in a token; `is_typing` if it may not be complete yet."""
        if not token.is_closed and not is_typing:
            self._report(token, "the quotation mark is never closed", "add one at the end of the phrase")
        if token.key in FILTERS:
            self._read_filter(token)
        elif token.key:
            what = f"there is no filter '{clip(token.key, 30)}:'"
            self._report(token, what, f"{_nearest(token.key, FILTERS, ':')}; words with a colon go in quotation marks")
        else:
            self._read_words(token, token.value, is_typing)

    def _read_words(self, token: QueryToken, value: str, is_typing: bool) -> None:
        words = tuple(words_of(value))
        if not words:
            shown = value.strip() or "a quotation mark"
            self._report(token, f"{_shortened(shown)} holds no word", "type letters or digits")
            return
        is_prefix = value.endswith("*") or (is_typing and not (token.is_phrase and token.is_closed))
        self.terms.append(Term(words, is_prefix, token.is_negated))
        if len(self.terms) == MOST_TERMS + 1:
            self._report(token, f"only the first {MOST_TERMS} words are searched", "leave some out")

    def _read_filter(self, token: QueryToken) -> None:
        key, value = token.key, token.value.strip()
        if not value:
            self._report(token, f"'{key}:' needs a value", f"it limits the search to {FILTERS[key]}")
        elif key in ("since", "until"):
            self._read_day(token, value)
        elif key == "in":
            self._read_choice(token, value, IN)
        elif key == "is":
            self._read_choice(token, value, IS)
        elif key != "tag" and not words_of(value):
            self._report(token, f"{_shortened(value)} holds no word", "type a name")
        else:
            self.filters.append(Filter(key, value, token.is_negated))

    def _read_choice(self, token: QueryToken, value: str, choices: tuple[str, ...]) -> None:
        chosen = next((one for one in choices if value.lower() in (one, one.removesuffix("s"))), None)
        if chosen is None:
            self._report(token, f"'{token.key}:' can't be {_shortened(value)}", _nearest(value.lower(), choices))
        elif token.is_negated and token.key == "in":
            self._report(token, "'in:' can't be excluded", f"name where to search: {', '.join(IN)}")
        else:
            self.filters.append(Filter(token.key, chosen, token.is_negated))

    def _read_day(self, token: QueryToken, value: str) -> None:
        day = full_day(value, is_last=token.key == "until")
        if token.is_negated:
            other = "until" if token.key == "since" else "since"
            self._report(token, f"'{token.key}:' can't be excluded", f"write '{other}:'")
        elif day is None:
            self._report(token, f"{_shortened(value)} is no day", "write a year, month or day: 2024, 2024-03, 2024-03-29")
        else:
            self._days[token.key] = token, day
            self.filters = [one for one in self.filters if one.key != token.key]
            self.filters.append(Filter(token.key, day))

    def check_days(self) -> None:
        """Report a range of days that ends before it begins."""
        if len(self._days) == 2:
            (_, first), (token, last) = self._days["since"], self._days["until"]
            if last < first:
                self._report(token, f"the search ends on {last}, before it begins on {first}", "swap the two")

    def _report(self, token: QueryToken, what: str, do: str) -> None:
        self.problems.append(QueryProblem(token.start, token.end, what, do))


def full_day(value: str, is_last: bool = False) -> str | None:
    """Return the first or last day of a year, month or day, as ISO 8601.

    None if the text is none of these.
    """
    found = _DAY.fullmatch(value) if value.isascii() else None
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or (12 if is_last else 1)), int(found[3] or 0)
    if year < 1 or not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    day = day or (last if is_last else 1)
    return f"{year:04}-{month:02}-{day:02}" if found[3] is None or 1 <= int(found[3]) <= last else None


def _nearest(word: str, known: "dict[str, str] | tuple[str, ...]", ending: str = "") -> str:
    from difflib import get_close_matches

    near = get_close_matches(word[:40], list(known), 1, 0.6)
    names = ", ".join(f"{name}{ending}" for name in known)
    return f"did you mean '{near[0]}{ending}'?" if near else f"it can be {names}"


def _shortened(value: str) -> str:
    return f"'{clip(one_line(value), 30)}'"
