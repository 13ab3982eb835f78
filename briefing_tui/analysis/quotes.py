"""The quotations of a document, each with its speaker: marks, then phrases, then speech tags, then who they stand for.

Nothing is learned and nothing is fetched: the rules are about English as news writes it. In a language that is not English the
quotations are found and no speakers are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing_tui.analysis import references, speakers
from briefing_tui.analysis import words as w
from briefing_tui.analysis.marks import Quoted, quotations
from briefing_tui.analysis.phrases import Chunker, Phrase, sentences
from briefing_tui.analysis.references import Cast, Figure
from briefing_tui.analysis.transcripts import Turn, turns
from briefing_tui.model import Document

QuoteKind = Literal["direct", "partial"]


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A run of quoted words: the section's id, the paragraph's index in it, and the range of its text, marks excluded."""

    section: str
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """An utterance. `speaker_text` is what the article has ("she", "the minister"), `speaker_name` whom it stands for, as fully as
    the article names them, or the nominal that it never names; both None where nobody can be told. `inferred`: deduced, not said
    in a speech tag with a name."""

    parts: tuple[FoundPart, ...]
    kind: QuoteKind
    speaker_text: str | None = None
    speaker_name: str | None = None
    verb: str | None = None
    inferred: bool = False


@dataclass(slots=True)
class _Speaker:
    figure: Figure
    text: str
    verb: str | None
    inferred: bool


@dataclass(slots=True)
class _Part:
    part: FoundPart
    kind: QuoteKind
    speaker: _Speaker | None
    joins: bool
    """It goes on the utterance of the part before."""


def find_quotes(document: Document) -> tuple[FoundQuote, ...]:
    """Every quotation of the document's sections, in article order, with its speaker where that can be told."""
    return _Reader(document).read()


@dataclass(slots=True)
class _Paragraph:
    section: str
    index: int
    text: str


class _Reader:
    """One reading of a document, from its first paragraph to its last."""

    def __init__(self, document: Document) -> None:
        self.paragraphs = [
            _Paragraph(section.id, index, paragraph.text)
            for section in document.sections
            for index, paragraph in enumerate(section.paragraphs)
            if paragraph.kind not in ("code", "table")
        ]
        self.author = document.authors[0] if len(document.authors) == 1 else ""
        self.cast = Cast()
        self.out: list[_Part] = []
        self.last: _Speaker | None = None
        self.last_paragraph = -9
        self.pending: _Speaker | None = None
        self.ahead: list[_Part] = []
        self.teller: _Speaker | None = None
        self.teller_paragraph = -9
        self.reach = 3

    def read(self) -> tuple[FoundQuote, ...]:
        """Find, attribute, group."""
        texts = [paragraph.text for paragraph in self.paragraphs]
        self.turns = turns(texts)
        found = quotations(["" if number in self.turns else text for number, text in enumerate(texts)])
        if not found and not self.turns:
            return ()
        by_paragraph: dict[int, list[Quoted]] = {}
        for quoted in found:
            by_paragraph.setdefault(quoted.paragraph, []).append(quoted)
        chunked = []
        for number, paragraph in enumerate(self.paragraphs):
            quotes = by_paragraph.get(number, [])
            phrases = Chunker(paragraph.text, list(enumerate(quotes))).phrases()
            for phrase in phrases:
                if phrase.name:
                    self.cast.meet(phrase)
            chunked.append(phrases)
        for number, phrases in enumerate(chunked):
            if number in self.turns:
                if self.turns[number].start < self.turns[number].end:
                    self._turn(number, self.turns[number])
                continue
            self._paragraph(number, phrases, by_paragraph.get(number, []))
        return tuple(_grouped(self.out))

    def _turn(self, number: int, turn: Turn) -> None:
        """A turn of a transcript."""
        paragraph = self.paragraphs[number]
        self.cast.at(number)
        label = turn.label.title() if turn.label.isupper() and len(turn.label) > 3 else turn.label
        figure = self.cast.named(label)
        figure.person = True
        self.cast.mention(figure, references.SPEAKER)
        speaker = _Speaker(figure, turn.label, None, False)
        part = FoundPart(paragraph.section, paragraph.index, turn.start, turn.end, paragraph.text[turn.start : turn.end])
        joins = bool(self.out) and self.last is not None and self.last.figure is figure and self.last_paragraph == number - 1
        self.out.append(_Part(part, "direct", speaker, joins))
        self.last, self.last_paragraph = speaker, number

    def _paragraph(self, number: int, phrases: Sequence[Phrase], quotes: Sequence[Quoted]) -> None:
        paragraph = self.paragraphs[number]
        inners = [paragraph.text[quoted.inner[0] : quoted.inner[1]] for quoted in quotes]
        parted = sentences(phrases, inners)
        pending, self.pending = self.pending, None
        ahead, self.ahead = self.ahead, []
        told: _Speaker | None = None
        said = False
        for items in parted:
            self.cast.at(number)
            tags = speakers.tags_of(items)
            figures = self._read_sentence(items, tags)
            own = [index for index, item in enumerate(items) if item.kind == "quote"]
            bare = all(item.kind == "quote" or item.text in ".,;" for item in items)
            spoke: set[int] = set()
            for index in own:
                quoted = quotes[items[index].quote]
                inner = inners[items[index].quote]
                if not _is_speech(items, index, inner, tags):
                    continue
                speaker = None
                spoken = None if bare else speakers.spoken(items, index, tags, inner)
                if spoken is not None and _is_mere_term(items, index, inner, spoken, figures):
                    continue
                if spoken is not None:
                    speaker = self._speaker(items, spoken, figures)
                elif bare:
                    speaker = self._continued(number, told, pending, said)
                elif told is not None and index == 0:
                    speaker = self._continued(number, told, pending, said)
                spoke.add(index)
                part = self._part(number, quoted, items, index, inner, speaker)
                part.joins = bool(self.out) and (said or not quotes[0].closed)
                self.out.append(part)
                if speaker is None and part.kind == "partial" and len(inner.split()) < 4:
                    self.out.pop()
                elif speaker is None:
                    ahead.append(part)
                elif speaker is not None:
                    for waiting in ahead:
                        waiting.speaker = _Speaker(speaker.figure, speaker.text, speaker.verb, True)
                    ahead = []
                    told, said = speaker, True
                    self.last, self.last_paragraph = speaker, number
            if not any(index in spoke for index in own):
                told = self._teller(items, tags, figures) or told
        if parted and parted[-1] and parted[-1][-1].text == ":":
            self.pending = told
        if quotes and not quotes[-1].closed:
            self.ahead = ahead
        self._note_teller(number, told, bool(quotes))

    def _part(
        self, number: int, quoted: Quoted, items: Sequence[Phrase], index: int, inner: str, speaker: _Speaker | None
    ) -> _Part:
        paragraph = self.paragraphs[number]
        start, end = quoted.inner
        part = FoundPart(paragraph.section, paragraph.index, start, end, paragraph.text[start:end])
        return _Part(part, "direct" if _is_direct(items, index, inner) else "partial", speaker, False)

    def _read_sentence(self, items: Sequence[Phrase], tags: Sequence[speakers.Tag]) -> dict[int, Figure]:
        """Resolve the sentence's noun phrases, in order; index → figure."""
        figures: dict[int, Figure] = {}
        subjects = {tag.subject for tag in tags}
        subject = speakers.clause_subject(items, 0, len(items))
        for index, item in enumerate(items):
            weight = references.SPEAKER if index in subjects else references.SUBJECT if index == subject else references.OTHER
            if index not in subjects and index != subject:
                if index and items[index - 1].kind == "preposition" and items[index - 1].low != "with":
                    weight = references.OBJECT
                elif index + 1 < len(items) and items[index + 1].kind in ("auxiliary", "verb"):
                    weight = references.EMBEDDED
            figure: Figure | None = None
            introduced = item.kind == "name" and _introduced(items, index)
            if introduced:
                weight += references.INTRODUCED
            if item.kind == "name":
                figure = self.cast.named(item.name, item.title)
                if introduced:
                    figure.person = True
                    figure.roles.add(references.role_key(items[speakers.skip_brackets(items, index + 1) + 1].text.lower().split()))
                if item.owner and item.name and item.end - item.start <= len(item.owner) + 1:
                    weight = min(weight, 1.0)
            elif item.kind == "noun":
                if item.owner:
                    self._owner(item)
                if (
                    item.head in w.PERSON_NOUNS
                    or item.head in w.GROUP_NOUNS
                    or item.head in w.DOCUMENT_NOUNS
                    or item.plural
                    or index in subjects
                ):
                    apposed = _apposition(items, index)
                    if apposed is not None and item.head in w.ROLE_NOUNS:
                        figure = self.cast.named(apposed.name, item.title)
                        figure.roles.add(references.role_key(item.text.lower().split()))
                        figure.person = True
                    elif item.low == "the":
                        figure = self.cast.role(item)
                    figure = figure or self.cast.nominal(item, "")
            elif item.kind == "pronoun" and item.low in ("he", "she", "it", "they"):
                figure = self.cast.pronoun(item.low)
            if figure is not None:
                figures[index] = figure
                if item.kind == "pronoun":
                    weight = max(weight, references.SUBJECT)
                self.cast.mention(figure, weight)
        return figures

    def _owner(self, item: Phrase) -> Figure | None:
        name = item.owner.rstrip("'’").removesuffix("'s").removesuffix("’s")
        words = [word for word in name.split() if word[:1].isupper()]
        if not words or words[-1].lower() in w.CAPITAL_STOP:
            last = name.split()[-1].lower() if name else ""
            if last in w.PERSON_NOUNS or last in w.GROUP_NOUNS:
                return self.cast.nominal(Phrase("noun", item.start, item.end, name, item.low, last), name)
            return None
        while words and words[0].lower().rstrip(".") in w.TITLES | w.CAPITAL_STOP:
            words.pop(0)
        if not words:
            return None
        figure = self.cast.named(" ".join(words))
        self.cast.mention(figure, 0.7)
        return figure

    def _speaker(self, items: Sequence[Phrase], spoken: speakers.Spoken, figures: dict[int, Figure]) -> _Speaker | None:
        item = items[spoken.subject]
        inferred = spoken.strength < 2
        if spoken.owner:
            figure = self._owner(item)
            if figure is None and item.low in ("his", "her", "their", "its"):
                low = {"his": "he", "her": "she", "their": "they", "its": "it"}[item.low]
                figure = self.cast.pronoun(low)
            return _Speaker(figure, item.owner or item.text, spoken.lemma, True) if figure else None
        text = self._text(items, spoken.subject, spoken.last)
        if item.kind == "pronoun":
            figure = figures.get(spoken.subject)
            if item.low == "i" and self.author:
                return _Speaker(self.cast.named(self.author), item.text, spoken.lemma, inferred)
            if figure is None:
                return _Speaker(Figure("", item.text), item.text, spoken.lemma, True)
            return _Speaker(figure, item.text, spoken.lemma, inferred)
        if item.kind == "noun":
            apposed = _apposition(items, spoken.subject)
            if apposed is not None:
                return _Speaker(self.cast.named(apposed.name, item.title), text, spoken.lemma, inferred)
            figure = figures.get(spoken.subject) or self.cast.nominal(item, text)
            if not figure.name:
                return _Speaker(Figure("", text), text, spoken.lemma, inferred)
            return _Speaker(figure, text, spoken.lemma, inferred)
        figure = figures.get(spoken.subject) or self.cast.named(item.name, item.title)
        return _Speaker(figure, text, spoken.lemma, inferred)

    def _text(self, items: Sequence[Phrase], first: int, last: int) -> str:
        paragraph_start = items[first].start
        end = items[max(first, last - 1)].end if last > first else items[first].end
        if end <= paragraph_start:
            end = items[first].end
        return self.paragraphs[self.cast._paragraph].text[paragraph_start:end]

    def _note_teller(self, number: int, told: _Speaker | None, quoted: bool) -> None:
        """Whom a paragraph without quotations tells about may speak in the next."""
        self.teller = told if told is not None and not quoted else None
        self.teller_paragraph = number

    def _continued(self, number: int, told: _Speaker | None, pending: _Speaker | None, said: bool) -> _Speaker | None:
        """The speaker of a quotation that stands alone."""
        source = told or pending
        if source is None and number - self.teller_paragraph == 1:
            source = self.teller
        if source is None and number - self.last_paragraph <= self.reach:
            source = self.last
        return _Speaker(source.figure, source.text, source.verb, not said) if source else None

    def _teller(self, items: Sequence[Phrase], tags: Sequence[speakers.Tag], figures: dict[int, Figure]) -> _Speaker | None:
        """Whom a sentence without a quotation tells about: its last tag's subject, else its own."""
        subject = next((tag.subject for tag in reversed(tags) if tag.subject >= 0 and not tag.owner), None)
        if subject is None:
            subject = speakers.clause_subject(items, 0, len(items))
        if subject is None or subject not in figures:
            return None
        figure = figures[subject]
        if not figure.name and not figure.person:
            return None
        return _Speaker(figure, items[subject].text, None, True)


def _apposition(items: Sequence[Phrase], subject: int) -> Phrase | None:
    """The name in `the group's president, Mary Jones,`."""
    at = speakers.skip_group(items, subject)
    if at + 1 < len(items) and items[at].text == "," and items[at + 1].kind == "name" and not items[at + 1].owner:
        after = items[at + 2] if at + 2 < len(items) else None
        if after is None or after.text in (",", ".", ")", ":") or after.kind in ("verb", "quote", "preposition"):
            return items[at + 1]
    return None


_BEING = frozenset("is are was were be been being isn't wasn't isn’t wasn’t".split())


def _introduced(items: Sequence[Phrase], index: int) -> bool:
    """The name comes with its role behind a comma: `Jane Doe, president of the club`, or with who it is."""
    at = speakers.skip_brackets(items, index + 1)
    if at + 1 >= len(items) or items[at].text not in (",", "—", "–"):
        return False
    role = items[at + 1]
    if role.kind != "noun" or role.head not in w.ROLE_NOUNS:
        return role.low.startswith("who")
    behind = speakers.skip_group(items, at + 1)
    return behind >= len(items) or items[behind].kind not in ("verb", "auxiliary", "word", "adverb") or items[behind - 1].text == ")"


_SMALL = w.PREPOSITIONS | w.CONJUNCTIONS | w.DETERMINERS


def _is_title_case(words: str) -> bool:
    parts = [word.strip("()[].,!?:;'’‘-“”\"") for word in words.replace("-", " ").split()]
    parts = [word for word in parts if word]
    return len(parts) > 1 and words[:1].isupper() and all(not word[0].islower() or word in _SMALL for word in parts)


def _is_speech(items: Sequence[Phrase], index: int, inner: str, tags: Sequence[speakers.Tag]) -> bool:
    """The quoted words were said by someone: no title, nickname or so-called term, no attribute of markup."""
    count = len(inner.split())
    if count == 1 and inner[0].isdigit():
        return False
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    title = count < 9 and _is_title_case(inner)
    if title and (after.kind == "auxiliary" if after is not None else before is None and inner[-1:] != "!"):
        return False
    if before is None:
        return True
    if before.text == "=":
        return False
    tag = next((tag for tag in tags if tag.verb == index - 1), None)
    if count < 5 and not tag and _is_term(items, index):
        return False
    if _is_named(items, index, title) and (tag is None or tag.subject < 0 or _names_a_thing(items, tag)):
        return inner[-1:] in ",.!?" and count > 5 and not title
    if title:
        if before.kind in ("preposition", "name", "noun") and not (tag or inner[-1:] in "!?"):
            return False
        headline = _is_title_case(" ".join(item.text for item in items if item.kind not in ("quote", "punctuation")))
        touched = any(speakers.touches(items, tag, index) for tag in tags)
        return headline or touched or before.kind in ("verb", "that", "subordinator") or before.text in ",:"
    return True


def _is_named(items: Sequence[Phrase], index: int, title: bool) -> bool:
    """`called`, `the song`, `known as the` right before the quotation."""
    at = index - 1
    if title and items[at].text == "," and at:
        at -= 1
    while at > 0 and (items[at].low in ("as", "a", "an", "the") or items[at].low in ("simply", "also")):
        at -= 1
    return items[at].low in w.NAMING_CUES or items[at].head in w.TITLE_CUES or items[at].low in w.TITLE_CUES


def _is_term(items: Sequence[Phrase], index: int) -> bool:
    """`the term "…"`, `the concept of "…"`."""
    at = index - 2 if index > 1 and items[index - 1].low == "of" else index - 1
    return items[at].head in w.TERM_NOUNS


def _names_a_thing(items: Sequence[Phrase], tag: speakers.Tag) -> bool:
    """`a film called "…"`: no one called it that."""
    return items[tag.verb].low.endswith("ed") and tag.subject == tag.verb - 1 and items[tag.subject].low in ("a", "an")


def _is_mere_term(items: Sequence[Phrase], index: int, inner: str, spoken: speakers.Spoken, figures: dict[int, Figure]) -> bool:
    """A few quoted words in a sentence without a speech tag, whose subject is nobody who speaks."""
    if spoken.strength == 2 and index and len(inner.split()) < 3 and inner[-1].isalnum() and index + 1 < len(items):
        return items[index + 1].kind == "word" and items[index - 1].kind in ("preposition", "participle", "verb")
    if spoken.strength > 1 or len(inner.split()) > 4:
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    subject = items[spoken.subject]
    if subject.low in ("you", "i", "we") or spoken.subject == index - 1:
        return True
    before = items[index - 1]
    if after is not None and after.kind == "word" and before.kind in ("noun", "word") and inner[-1].isalnum():
        return True
    figure = figures.get(spoken.subject)
    return subject.kind == "noun" and (figure is None or not (figure.name or figure.person or figure.group or figure.document))


def _is_direct(items: Sequence[Phrase], index: int, inner: str) -> bool:
    """The quotation is a sentence of its own, or a clause that a tag brings."""
    opens = inner[:1].isupper() or not inner[:1].isalpha()
    before = items[index - 1] if index else None
    return (
        before is None
        or (opens and (before.text in (",", ":") or before.kind in ("verb", "punctuation", "that")))
        or (opens and len(inner.split()) > 6)
    )


def _grouped(parts: Sequence[_Part]) -> Iterator[FoundQuote]:
    """Parts of one utterance become one quote."""
    group: list[_Part] = []
    for part in parts:
        if group and not (part.joins and _one_utterance(group[-1], part)):
            yield _quote(group)
            group = []
        group.append(part)
    if group:
        yield _quote(group)


def _one_utterance(first: _Part, second: _Part) -> bool:
    if first.speaker is None or second.speaker is None:
        return first.speaker is second.speaker
    return first.speaker.figure is second.speaker.figure and first.kind == second.kind == "direct"


def _quote(group: Sequence[_Part]) -> FoundQuote:
    first = next((part for part in group if part.speaker), group[0])
    speaker = first.speaker
    kind: QuoteKind = "direct" if any(part.kind == "direct" for part in group) else "partial"
    parts = tuple(part.part for part in group)
    if speaker is None:
        return FoundQuote(parts, kind)
    return FoundQuote(parts, kind, speaker.text, speaker.figure.shown, speaker.verb, speaker.inferred)
