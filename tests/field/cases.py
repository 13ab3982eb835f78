"""Read and judge the cases of `cases/`: small sources, and what their briefings must hold.

A file has the cases of one kind. A case begins with `#### name.ending`, where the ending says how the source is read. Then come
the source, a line `----`, and expectations, one per line, `key: value`:

    title, kicker, lead, published   it is this; `-` if there is none; `|` separates what counts as well
    authors, heads                   exactly these, separated by `|`
    paragraph, keep, once, absent    a whole paragraph; words that are in the text, or in it once; words that are nowhere
    order                            words that follow one another in the text, separated by `|`
    picture                          caption | credit | part of the address; empty: not judged; `-`: none
    pictures, quotes                 how many there are
    quote                            words => who said them; `-` for nobody known; `|` separates what counts as well
    apart                            words of two quotations, separated by `|`
    no quote, no point, no actor     words that are in no quotation, in no point, nobody's name
    points                           how many there are at least
    actor, role, kind                a name; name => words of a role; name => person or organization
    omitted                          words of prose that the builder says it left out
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from briefing_tui.builder import Built, build
from briefing_tui.model.briefing import Actor, Quote

FOLDER = Path(__file__).parent / "cases"
_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`", "'") | {"\xa0": " "})


class Case(NamedTuple):
    """A source, and the expectations of its briefing."""

    kind: str
    name: str
    source: str
    expected: tuple[str, ...]


def cases() -> Iterator[Case]:
    """Yield the cases of all files."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("#### ")[1:]:
            name, _, rest = block.partition("\n")
            source, _, expected = rest.partition("\n----\n")
            yield Case(path.stem, name.strip(), source, tuple(line for line in expected.split("\n") if line))


@cache
def built(case: Case) -> Built:
    """Return what is built of a case."""
    return build(case.source.encode(), case.name)


def failures(case: Case) -> list[str]:
    """Return the unmet expectations of a case, each with what is there instead."""
    judged = _Judge(built(case))
    found = ((line, judged.why(*line.split(": ", 1))) for line in case.expected)
    return [f"{line}  ({why})" for line, why in found if why]


def _plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").translate(_MARKS)).strip()


class _Judge:
    def __init__(self, built: Built) -> None:
        briefing = built.briefing
        self.briefing, self.built = briefing, built
        self.headings = [_plain(section.heading) for section in briefing.sections if section.heading]
        self.paragraphs = [_plain(one.text) for section in briefing.sections for one in section.paragraphs]
        self.text = " \n ".join([_plain(briefing.lead), *self.paragraphs])
        words = [briefing.title, briefing.kicker, *(point.text for point in briefing.summary)]
        words += [text for image in briefing.images for text in (image.caption, image.credit)]
        self.all = " \n ".join([self.text, *self.headings, *map(_plain, words)])

    def why(self, key: str, value: str) -> str:
        """Return what is there instead of the expected, or nothing if the expectation is met."""
        method = getattr(self, key.replace(" ", "_"), None)
        if method:
            return str(method(*(_plain(part) for part in value.split(" => "))) or "")
        found = getattr(self.briefing, key)
        wanted = [None if part == "-" else _plain(part) for part in value.split(" | ")]
        return "" if (_plain(found) if found else None) in wanted else f"is {found}"

    def authors(self, names: str) -> str:
        found = [_plain(name) for name in self.briefing.authors]
        return "" if found == [name for name in names.split(" | ") if name != "-"] else f"are {found}"

    def heads(self, listed: str) -> str:
        return "" if self.headings == [text for text in listed.split(" | ") if text != "-"] else f"are {self.headings}"

    def paragraph(self, text: str) -> str:
        return "" if text in self.paragraphs else "no such paragraph"

    def keep(self, text: str) -> str:
        return "" if text in self.text else "lost"

    def once(self, text: str) -> str:
        return "" if self.text.count(text) == 1 else f"{self.text.count(text)} times"

    def absent(self, text: str) -> str:
        return "is there" if text in self.all else ""

    def order(self, listed: str) -> str:
        places = [self.text.find(text) for text in listed.split(" | ")]
        return "" if places == sorted(places) and places[0] >= 0 else f"at {places}"

    def picture(self, listed: str) -> str:
        caption, credit, address = (part.strip() for part in (listed + " | ").split("|")[:3])
        found = [(_plain(one.caption), _plain(one.credit), one.url or "") for one in self.briefing.images]
        fits = [one for one in found if _is(caption, one[0]) and _is(credit, one[1]) and address in one[2]]
        return "" if fits else f"there are {found}"

    def pictures(self, count: str) -> str:
        return "" if len(self.briefing.images) == int(count) else f"there are {self.briefing.images}"

    def quotes(self, count: str) -> str:
        return "" if len(self.briefing.quotes) == int(count) else f"there are {[_said(one) for one in self.briefing.quotes]}"

    def quote(self, words: str, speakers: str) -> str:
        found = [one for one in self.briefing.quotes if words in _said(one)]
        if not found:
            return f"no quotation has them: {[_said(one) for one in self.briefing.quotes]}"
        named = [self._speaker_names(one) for one in found]
        wanted = [name.casefold() for name in speakers.split(" | ")]
        return (
            ""
            if any((not names and "-" in wanted) or any(name in wanted for name in names) for names in named)
            else f"by {named}"
        )

    def _speaker_names(self, quote: Quote) -> list[str]:
        actor = next((one for one in self.briefing.actors if one.id == quote.speaker), None)
        names = [quote.speaker_name, quote.speaker_text, *([actor.name, *actor.aliases] if actor else [])]
        return [_plain(name).casefold() for name in names if name]

    def apart(self, listed: str) -> str:
        one, _, other = listed.partition(" | ")
        return "in one quotation" if any(one in _said(quote) and other in _said(quote) for quote in self.briefing.quotes) else ""

    def no_quote(self, words: str) -> str:
        return (
            "is quoted"
            if any(
                _said(quote).strip("., ") == words or (len(words) > 30 and words in _said(quote))
                for quote in self.briefing.quotes
            )
            else ""
        )

    def no_point(self, words: str) -> str:
        return "is in a point" if any(words in _plain(point.text) for point in self.briefing.summary) else ""

    def points(self, count: str) -> str:
        return "" if len(self.briefing.summary) >= int(count) else f"there are {len(self.briefing.summary)}"

    def _actor(self, name: str) -> Actor | None:
        return next((one for one in self.briefing.actors if name in map(_plain, (one.name, *one.aliases))), None)

    def actor(self, name: str) -> str:
        return "" if self._actor(name) else f"there are {[one.name for one in self.briefing.actors]}"

    def no_actor(self, name: str) -> str:
        return "is one" if self._actor(name) else ""

    def role(self, name: str, words: str) -> str:
        found = self._actor(name)
        return "" if found and any(words in _plain(role) for role in found.roles) else f"has {found and found.roles}"

    def kind(self, name: str, kind: str) -> str:
        found = self._actor(name)
        return "" if found is None or found.kind == kind else f"is {found.kind}"

    def omitted(self, words: str) -> str:
        found = [_plain(row.text) for row in self.built.omitted]
        return "" if any(words in text for text in found) else f"there are {found}"


def _said(quote: Quote) -> str:
    return _plain(" ".join(quote.parts))


def _is(wanted: str, found: str) -> bool:
    """Return whether a picture's words are as wanted; `-`: there are none, nothing: any."""
    return not wanted or wanted == found or (wanted == "-" and not found)
