"""One reading of an article's paragraphs, from first to last, that says of every quotation in them who spoke it.

What a sentence leaves open, the ones around it tell: a quotation that stands alone goes to who spoke before it in the paragraph,
to whom a colon announced, to whom the paragraph before told about, or to who spoke last. All but the first are inferred.
"""

from collections.abc import Container, Iterable, Sequence
from itertools import takewhile
from typing import Literal

from msgspec import Struct

from briefing_tui.analysis.grammar.chunker import Chunker
from briefing_tui.analysis.grammar.clauses import clause_subject
from briefing_tui.analysis.grammar.phrases import Phrase
from briefing_tui.analysis.grammar.sentences import sentences
from briefing_tui.analysis.names.entities import Name
from briefing_tui.analysis.speakers import attribution
from briefing_tui.analysis.speakers.mentions import own_question, owner_of, read_sentence
from briefing_tui.analysis.speakers.non_quotes import is_direct, is_mere_term, is_speech
from briefing_tui.analysis.speakers.quote_marks import Quoted, quotations
from briefing_tui.analysis.speakers.references import SPEAKER, Cast
from briefing_tui.analysis.speakers.referents import Figure
from briefing_tui.analysis.speakers.speech_tags import Tag, tags_of
from briefing_tui.analysis.speakers.transcripts import Turn, turns
from briefing_tui.languages import english_speech as ws

QuoteKind = Literal["direct", "partial"]

_REACH = 3
"""A quotation that stands alone may be of who spoke so many paragraphs before."""
_AHEAD = 300_000
"""Code points of an article whose names are met before its paragraphs are read; of a book so many ahead of the one at hand."""
_FRAGMENT = 4
"""A fragment of fewer words that nobody can be told for is a term."""


class Speaker(Struct):
    """Who spoke: the figure, the words that the article has for it there, the verb as written, and whether it was deduced."""

    figure: Figure
    text: str
    verb: str | None
    inferred: bool


class SpokenPart(Struct):
    """A run of quoted words: the paragraph's number, the range, and whether it goes on the utterance of the part before."""

    paragraph: int
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    joins: bool = False


class Reader:
    """Reads `texts`, an article's paragraphs; `author` is who "I" is, `names` whom the article is known to name, `blocks` the
    numbers of the paragraphs that the page sets as block quotes."""

    def __init__(self, texts: Sequence[str], author: str = "", names: Iterable[Name] = (), blocks: Iterable[int] = ()) -> None:
        self._texts = texts
        self._author = author
        self._blocks = frozenset(blocks)
        self._cast = Cast()
        self._cast.know(names)
        self._parts: list[SpokenPart] = []
        self._last: Speaker | None = None
        self._last_paragraph = -_REACH - 1
        self._announced: Speaker | None = None
        self._teller: Speaker | None = None
        self._waiting: list[SpokenPart] = []
        self._quoted: dict[int, list[Quoted]] = {}
        self._phrases: dict[int, list[Phrase]] = {}
        self._kept = 0

    def read(self) -> list[SpokenPart]:
        """The quotations in order, each with its speaker where one can be told."""
        talk = turns(self._texts)
        for quoted in quotations(["" if number in talk else text for number, text in enumerate(self._texts)]):
            self._quoted.setdefault(quoted.paragraph, []).append(quoted)
        self._quote_blocks(talk)
        if not self._quoted and not talk:
            return []
        met = 0
        for number in range(max((*self._quoted, *talk)) + 1):  # what comes behind the last quotation says nothing of any
            met = self._meet(met)
            phrases = self._phrases.pop(number)
            self._kept -= len(self._texts[number])
            turn = talk.get(number)
            if turn is None:
                self._paragraph(number, phrases)
            elif turn.start < turn.end:
                self._turn(number, turn)
        return self._parts

    def _quote_blocks(self, talk: Container[int]) -> None:
        """A block quote without marks that a colon announces is a quotation, with the block quotes that follow it."""
        for number in sorted(self._blocks):
            text = self._texts[number]
            if number in self._quoted or number in talk or not number or not text.strip():
                continue
            before = self._quoted.get(number - 1)
            follows = number - 1 in self._blocks and before is not None and before[-1].outer[0] == 0
            if follows or self._texts[number - 1].rstrip().endswith(":"):
                whole = (0, len(text.rstrip()))
                self._quoted[number] = [Quoted(number, whole, whole, closed=number + 1 not in self._blocks)]

    def _meet(self, number: int) -> int:
        """Meet the names of the paragraphs from `number` on, as far as phrases may be kept; the number of the next."""
        while number < len(self._texts) and (self._kept < _AHEAD or not self._phrases):
            phrases = Chunker(self._texts[number], list(enumerate(self._quoted.get(number, [])))).phrases()
            for phrase in phrases:
                if phrase.name:
                    self._cast.meet(phrase)
                if phrase.owner:
                    self._cast.meet_owner(phrase.owner)
            self._phrases[number] = phrases
            self._kept += len(self._texts[number])
            number += 1
        return number

    def _turn(self, number: int, turn: Turn) -> None:
        """A turn of a transcript."""
        self._cast.at(number)
        label = turn.label.title() if turn.label.isupper() and len(turn.label) > 3 else turn.label
        figure = self._cast.named(label)
        figure.person = True
        self._cast.mention(figure, SPEAKER)
        joins = self._last is not None and self._last.figure is figure and self._last_paragraph == number - 1
        speaker = Speaker(figure, turn.label, None, False)
        self._parts.append(SpokenPart(number, turn.start, turn.end, "direct", speaker, joins and bool(self._parts)))
        self._last, self._last_paragraph = speaker, number

    def _paragraph(self, number: int, phrases: Sequence[Phrase]) -> None:
        quotes = self._quoted.get(number, [])
        inners = [self._texts[number][quoted.inner[0] : quoted.inner[1]] for quoted in quotes]
        scene = _Scene(number, quotes, inners, self._announced, self._teller)
        self._announced = None
        if self._waiting and not (quotes and quotes[0].outer[0] == 0):
            self._waiting = []
        items: Sequence[Phrase] = ()
        for items in sentences(phrases, inners):
            self._sentence(scene, items)
        if items and items[-1].text == ":":
            self._announced = scene.told
        if not quotes or quotes[-1].closed:
            self._waiting = []
        asked = self._texts[number].rstrip('"”’ ').endswith("?")  # a question is about others than the one who answers it
        self._teller = None if quotes or asked else scene.told

    def _sentence(self, scene: "_Scene", items: Sequence[Phrase]) -> None:
        self._cast.at(scene.number)
        tags = tags_of(items)
        figures = read_sentence(self._cast, items, tags)
        bare = all(item.kind == "quote" or item.text in ".,;" for item in items)
        spoke = False
        for index, item in enumerate(items):
            if item.kind != "quote":
                continue
            inner = scene.inners[item.quote]
            if not is_speech(items, index, inner, tags):
                continue
            said = None if bare else attribution.spoken(items, index, tags, inner)
            if said is None:
                begins = index == 0 or is_direct(items, index, inner)
                alone = bare or (begins and scene.told is not None and all(tag.subject >= 0 for tag in tags))
                speaker = self._continued(scene) if alone else None
            elif is_mere_term(items, index, inner, said, figures.get(said.subject)):
                continue
            else:
                speaker = self._speaker(scene.number, items, said, figures)
            resumed = spoke and self._is_resumed(scene.number, items, index)
            kind: QuoteKind = "direct" if resumed or is_direct(items, index, inner) else "partial"
            if speaker is None and kind == "partial" and len(inner.split()) < _FRAGMENT:
                continue
            joins = bare or spoke or index == 0
            spoke = True
            self._say(scene, scene.quotes[item.quote], kind, speaker, joins and scene.spoken and not scene.passed)
            scene.passed = index > 0 and any(later.kind not in ("quote", "punctuation") for later in items[index + 1 :])
        if not spoke:
            scene.told = self._told(items, tags, figures) or scene.told

    def _is_resumed(self, number: int, items: Sequence[Phrase], index: int) -> bool:
        """The quotation goes on with the sentence of the one before it, which its tag broke off at a comma: not one that a new
        verb brings (`"…," she said, adding that the board "…"`)."""
        if self._parts[-1].kind != "direct" or self._texts[number][self._parts[-1].end - 1] != ",":
            return False
        between = reversed(items[:index])
        return all(item.kind != "that" for item in takewhile(lambda item: item.kind != "quote", between))

    def _say(self, scene: "_Scene", quoted: Quoted, kind: QuoteKind, speaker: Speaker | None, joins: bool) -> None:
        """Keep a part, and give its speaker to the ones before it that wait for one."""
        running = bool(self._waiting) or (not scene.spoken and self._runs_on(scene.number))
        part = SpokenPart(scene.number, *quoted.inner, kind, speaker, joins or (running and bool(self._parts)))
        self._parts.append(part)
        scene.spoken = True
        if speaker is None or (speaker.inferred and not quoted.closed):
            self._waiting.append(part)
        if speaker is None:
            return
        if speaker.inferred and not quoted.closed:
            scene.told = self._last = speaker
            self._last_paragraph = scene.number
            return
        for waiting in self._waiting:
            waiting.speaker = Speaker(speaker.figure, speaker.text, speaker.verb, True)
        self._waiting = []
        scene.told = self._last = speaker
        self._last_paragraph = scene.number

    def _runs_on(self, number: int) -> bool:
        """The paragraph before ends in a quotation that is not closed."""
        before = self._quoted.get(number - 1)
        return before is not None and not before[-1].closed

    def _continued(self, scene: "_Scene") -> Speaker | None:
        """The speaker of a quotation that stands alone."""
        source = scene.told or scene.announced or scene.teller
        if source is None and scene.number - self._last_paragraph <= _REACH:
            source = self._last
        return Speaker(source.figure, source.text, source.verb if scene.spoken else None, not scene.spoken) if source else None

    def _speaker(
        self, number: int, items: Sequence[Phrase], said: attribution.Spoken, figures: dict[int, Figure]
    ) -> Speaker | None:
        """Whom the words of a tag stand for."""
        item = items[said.subject]
        inferred = said.strength == attribution.SUBJECT
        if said.owner or (item.owner and item.head in ws.OWN_WORDS):
            owner = owner_of(self._cast, item)
            if owner or said.owner:
                return Speaker(owner, item.owner or item.text, said.verb, True) if owner else None
        figure = figures.get(said.subject)
        pair = attribution.pair_around(items, said.subject)
        if pair is not None:
            text = self._texts[number][items[pair[0]].start : items[pair[1]].end]
            both = Figure("", text, plural=True, group=True)
            self._cast.mention(both, SPEAKER)
            return Speaker(both, text, said.verb, inferred)
        if item.kind == "pronoun":
            if item.low == "i" and self._author:
                figure = self._cast.named(self._author)
            return Speaker(figure or Figure("", item.text), item.text, said.verb, inferred or figure is None)
        last = items[max(said.subject, said.last - 1)]
        text = self._texts[number][item.start : max(item.end, last.end)]
        if item.kind == "noun":
            apposed = attribution.apposed_name(items, said.subject)
            if apposed is not None:
                figure = self._cast.named(apposed.name, item.title)
            elif figure is None or not figure.name:
                figure = Figure("", text)
        return Speaker(figure or self._cast.named(item.name, item.title), text, said.verb, inferred)

    def _told(self, items: Sequence[Phrase], tags: Sequence[Tag], figures: dict[int, Figure]) -> Speaker | None:
        """Whom a sentence without a quotation tells about: whom the author asks, its last tag's subject, else its own."""
        asked = own_question(items, tags) + 1
        subject = next((tag.subject for tag in reversed(tags) if tag.subject in figures and not tag.owner), None)
        if asked in figures:
            subject = asked
        if subject is None and len(items) > 2 and items[0].low == "for" and items[1].kind == "name" and items[2].text == ",":
            subject = 1
        if subject is None:
            subject = clause_subject(items, 0, len(items))
        figure = None if subject is None else figures.get(subject)
        if subject is None or figure is None or not (figure.person or figure.group or figure.met or figure.count > 1):
            return None
        return Speaker(figure, items[subject].text, None, True)


class _Scene(Struct):
    """What is known in one paragraph: whom a colon before it announced, whom the paragraph before tells about, whom this one has
    told about so far, whether anything was spoken in it, and whether that stood last within a sentence that went on."""

    number: int
    quotes: Sequence[Quoted]
    inners: Sequence[str]
    announced: Speaker | None
    teller: Speaker | None
    told: Speaker | None = None
    spoken: bool = False
    passed: bool = False
