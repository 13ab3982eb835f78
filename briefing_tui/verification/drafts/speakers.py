"""Find whom a draft gives its quotations to.

The analysis of articles knows how news attributes. What notes, lists and block quotes do besides is read here: `“…” (Ana Reis)`,
`From Ana Reis, “…”`, a signature below a block quote, `“…” is how Ana Reis put it`. Only names count: a draft's "the clipping
says" names nobody.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing_tui.analysis.actors import find_names
from briefing_tui.analysis.quotes import FoundQuote, find_quotes
from briefing_tui.analysis.shared.names import Name
from briefing_tui.analysis.shared.quote_marks import Quotation
from briefing_tui.languages.detection import language_of
from briefing_tui.model.briefing import Paragraph, ParagraphKind, Section, Source
from briefing_tui.model.document import Document
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.verification.drafts.passages import Passage, PassageKind

_PARAGRAPH_KINDS: dict[PassageKind, ParagraphKind] = {"item": "item", "quote": "quote"}
_SENTENCE_END = late_pattern(r"[.!?]['\"”’»›)\]]{0,3}\s+(?=[^\s\w]{0,2}[A-ZÀ-ÞÄÖÜ0-9])")
_SUMMED_UP = late_pattern(r"[\s,]{0,3}(?:is|was|were|are)\s{1,3}(?:how|what|from|by|the\s{1,3}(?:way|words?|line|phrase))\b")
_SIGNATURE = ("—", "–", "-", "―")
_LONGEST_SIGNATURE = 200
_REFERENCES = frozenset(("see", "compare", "cf", "per", "from", "also", "thus", "here"))
_REACH = 300
"""The characters around a quotation in which its sentence is looked for."""


class DraftSpeaker(NamedTuple):
    """The speaker of a quotation according to the draft.

    `name` is as full as the draft has it. `is_named` is false if the speaker was deduced, and `is_speech` if the words look like
    a title, a term or scare quotes.
    """

    name: str | None = None
    is_named: bool = False
    is_speech: bool = False


class _Named(NamedTuple):
    """A place of a passage that names somebody."""

    start: int
    end: int
    name: Name


def is_signature(text: str) -> bool:
    """Return whether a line of a block quote names its speaker: `— Ana Reis`."""
    return text.startswith(_SIGNATURE) and len(text) < _LONGEST_SIGNATURE


class DraftSpeakers:
    """Finds the speakers of a draft's quotations."""

    def __init__(self, passages: Sequence[Passage], quotations: Iterable[Quotation]) -> None:
        """Read the names of the passages, and what the analysis of articles finds."""
        self._passages = passages
        paragraphs = tuple(Paragraph(passage.text, kind=_PARAGRAPH_KINDS.get(passage.kind, "paragraph")) for passage in passages)
        language = language_of(passage.text for passage in passages)
        document = Document(Source("draft"), language=language, sections=(Section("draft", None, paragraphs),))
        names = find_names(document)
        self._known = {name.name: name for name in names}
        self._found: dict[tuple[int, int], FoundQuote] = {
            (part.paragraph, part.start): quote for quote in find_quotes(document, names) for part in quote.parts
        }
        self._quoted: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            self._quoted.setdefault(quotation.paragraph, []).append(quotation)
        self._named: dict[int, list[_Named]] = {}
        for name in names:
            for mention in name.mentions:
                at, place = mention.place.paragraph or 0, mention.place
                if not self._is_quoted(at, place.start or 0):
                    self._named.setdefault(at, []).append(_Named(place.start or 0, place.end or 0, name))

    def _is_quoted(self, paragraph: int, at: int) -> bool:
        return any(quotation.outer[0] <= at < quotation.outer[1] for quotation in self._quoted.get(paragraph, ()))

    def of(self, group: Sequence[Quotation]) -> DraftSpeaker:
        """Return the speaker of a quotation, given by its paragraphs."""
        first, last = group[0], group[-1]
        found = self._found.get((first.paragraph, first.inner[0]))
        text = self._passages[last.paragraph].text
        is_block = self._passages[first.paragraph].kind == "quote" and not text[: first.outer[0]].strip()
        is_speech = found is not None or is_block
        named = (
            (self._signed(last.paragraph) if is_block else None)
            or self._in_brackets(last)
            or (self._only(last.paragraph, *self._after(last)) if _SUMMED_UP.match(text, last.outer[1]) else None)
        )
        if named is None and found and not found.inferred and found.speaker_name in self._known:
            return DraftSpeaker(_without_reference(found.speaker_name or ""), True, True)
        named = named or self._introduced(first) or (self._announced(first.paragraph) if is_block else None)
        named = named or self._only(last.paragraph, self._before(first)[0], self._after(last)[1])
        if named:
            return DraftSpeaker(_without_reference(named.name.name), True, True)
        if found and found.speaker_name in self._known:
            return DraftSpeaker(found.speaker_name, False, True)
        return DraftSpeaker(is_speech=is_speech)

    def _only(self, paragraph: int, start: int, end: int) -> _Named | None:
        """Return the one name in a range; None for several, or none."""
        inside = [named for named in self._named.get(paragraph, ()) if start <= named.start and named.end <= end]
        people = [named for named in inside if named.name.kind == "person"] or inside
        return people[0] if len({named.name.name for named in people}) == 1 else None

    def _before(self, quotation: Quotation) -> tuple[int, int]:
        """Return the range of its sentence before a quotation."""
        text, end = self._passages[quotation.paragraph].text, quotation.outer[0]
        start = max(0, end - _REACH)
        for match in _SENTENCE_END.finditer(text, start, end + 2):
            if match.end() <= end:
                start = match.end()
        return start, end

    def _after(self, quotation: Quotation) -> tuple[int, int]:
        """Return the range of its sentence behind a quotation, empty if the quotation ends its sentence."""
        text, start = self._passages[quotation.paragraph].text, quotation.outer[1]
        if _SENTENCE_END.match(text, max(0, quotation.inner[1] - 1)):
            return start, start
        match = _SENTENCE_END.search(text, start, start + _REACH)
        return start, match.end() if match else min(len(text), start + _REACH)

    def _in_brackets(self, quotation: Quotation) -> _Named | None:
        """Return the speaker in brackets right behind a quotation: `“…” (Ana Reis)`."""
        text, at = self._passages[quotation.paragraph].text, quotation.outer[1]
        start = at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip())
        end = text.find(")", start, start + 100)
        return self._only(quotation.paragraph, start, end) if text.startswith("(", start) and end > 0 else None

    def _introduced(self, quotation: Quotation) -> _Named | None:
        """Return the speaker whom a list names before a quotation: `Ana Reis: “…”`, `From Ana Reis, “…”`."""
        start, end = self._before(quotation)
        before = self._passages[quotation.paragraph].text[start:end].rstrip()
        is_listed = self._passages[quotation.paragraph].kind in ("item", "footnote")
        if before.endswith(":") or (before.endswith(",") and (is_listed or before.startswith(("From ", "According to ")))):
            return self._only(quotation.paragraph, start, end)
        return None

    def _signed(self, paragraph: int) -> _Named | None:
        """Return the speaker of a block quote whose signature is right below it."""
        below = paragraph + 1
        if below < len(self._passages) and self._passages[below].kind == "quote" and is_signature(self._passages[below].text):
            return self._only(below, 0, _LONGEST_SIGNATURE)
        return None

    def _announced(self, paragraph: int) -> _Named | None:
        """Return the speaker whom the passage before a block quote announces: `Ana Reis, in full:`."""
        if not paragraph or not self._passages[paragraph - 1].text.endswith(":"):
            return None
        text = self._passages[paragraph - 1].text
        return self._only(paragraph - 1, self._before(Quotation(paragraph - 1, (len(text), len(text)), (0, 0)))[0], len(text))


def _without_reference(name: str) -> str:
    """Return a name without the word of a note before it: `Compare Reis`, `See Ana Reis`."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in _REFERENCES else name
