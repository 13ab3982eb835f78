"""Resolve the speaker of every quotation, paragraph by paragraph.

If a sentence does not name the speaker, the ones around it do: a quotation that is alone belongs to the speaker before it in the
paragraph, to whom a colon announced, to whom the paragraph before is about, or to the last speaker. All but the first are
inferred.
"""

from collections.abc import Container, Iterable, Sequence
from itertools import takewhile

from msgspec import Struct

from briefing_tui.analysis.en.grammar.chunker import Chunker
from briefing_tui.analysis.en.grammar.clauses import NOUNS, find_clause_subject
from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.grammar.sentence_groups import group_into_sentences
from briefing_tui.analysis.en.speakers import attribution
from briefing_tui.analysis.en.speakers.appositions import find_apposed_name, find_pair
from briefing_tui.analysis.en.speakers.mentions import find_own_question, find_owner, read_sentence
from briefing_tui.analysis.en.speakers.non_quotes import is_direct, is_mere_term, is_speech
from briefing_tui.analysis.en.speakers.references import SPEAKER, ReferentTracker
from briefing_tui.analysis.en.speakers.referents import Referent, title_gender
from briefing_tui.analysis.en.speakers.speech_tags import SpeechTag, find_tags
from briefing_tui.analysis.shared.names import Name
from briefing_tui.analysis.shared.quote_marks import Quotation, find_quotations
from briefing_tui.analysis.shared.speech import ParagraphState, QuoteKind, Speaker, SpokenPart
from briefing_tui.analysis.shared.transcripts import Turn, find_turns
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages.english_names import PLACES, RELATIVES
from briefing_tui.languages.words import words as word_list

_FIRST_PERSON = word_list("en", "first_person")
_READS = frozenset(("read", "reads", "said", "says", "stated"))
"""Verbs that introduce the words of a document: `A statement from the board read:`."""
_ASKS = frozenset(("ask", "asked", "asks", "wondered"))
_REPORTERS = frozenset(("reporter", "journalist", "interviewer", "correspondent", "moderator"))
_REACH = 3
"""The most paragraphs back to the speaker of a quotation that is alone."""
_AHEAD = 300_000
"""The characters of an article whose names are read before its paragraphs; of a book, those ahead of the current one."""
_FRAGMENT = 4
"""The number of words below which a fragment without a speaker is a term."""


class SpeakerResolver:
    """A reader of an article's paragraphs that gives each quotation its speaker."""

    def __init__(self, texts: Sequence[str], author: str = "", names: Iterable[Name] = (), blocks: Iterable[int] = ()) -> None:
        """Take the article.

        Args:
            texts: The article's paragraphs.
            author: The name that "I" refers to.
            names: The people and organisations that the article is known to name.
            blocks: The numbers of the paragraphs that the page sets as block quotes.
        """
        self._texts = texts
        self._author = author
        self._blocks = frozenset(blocks)
        self._tracker = ReferentTracker()
        self._tracker.add_names(names)
        self._parts: list[SpokenPart] = []
        self._last: Speaker | None = None
        self._last_paragraph = -_REACH - 1
        self._announced: Speaker | None = None
        self._previous: Speaker | None = None
        self._without_speaker: list[SpokenPart] = []
        self._quotations: dict[int, list[Quotation]] = {}
        self._phrases: dict[int, list[Phrase]] = {}
        self._kept = 0

    def read(self) -> list[SpokenPart]:
        """Return the quotations in article order, with the speakers that were found."""
        turns = find_turns(self._texts, PLACES, _FIRST_PERSON)
        for quoted in find_quotations(["" if number in turns else text for number, text in enumerate(self._texts)]):
            self._quotations.setdefault(quoted.paragraph, []).append(quoted)
        self._quote_blocks(turns)
        if not self._quotations and not turns:
            return []
        read = 0
        for number in range(max((*self._quotations, *turns)) + 1):  # the text behind the last quotation is not needed
            read = self._read_ahead(read)
            phrases = self._phrases.pop(number)
            self._kept -= len(self._texts[number])
            turn = turns.get(number)
            if turn is None:
                self._read_paragraph(number, phrases)
            elif turn.start < turn.end:
                self._add_turn(number, turn)
        return self._parts

    def _quote_blocks(self, turns: Container[int]) -> None:
        """Make quotations of block quotes without marks that a colon announces, and of those that follow."""
        for number in sorted(self._blocks):
            text = self._texts[number]
            if number in self._quotations or number in turns or not number or not text.strip():
                continue
            before = self._quotations.get(number - 1)
            follows = number - 1 in self._blocks and before is not None and before[-1].outer[0] == 0
            if follows or self._texts[number - 1].rstrip().endswith(":"):
                whole = (0, len(text.rstrip()))
                self._quotations[number] = [Quotation(number, whole, whole, closed=number + 1 not in self._blocks)]

    def _read_ahead(self, number: int) -> int:
        """Read the names of the paragraphs from `number` on, as far as phrases may be kept.

        The result is the number of the next paragraph.
        """
        while number < len(self._texts) and (self._kept < _AHEAD or not self._phrases):
            phrases = Chunker(self._texts[number], list(enumerate(self._quotations.get(number, [])))).phrases()
            for phrase in phrases:
                if phrase.name:
                    phrase.name = self._tracker.without_trade(phrase.name)
                    self._tracker.add_full_name(phrase)
                if phrase.owner:
                    self._tracker.count_owner(phrase.owner)
            self._phrases[number] = phrases
            self._kept += len(self._texts[number])
            number += 1
        return number

    def _add_turn(self, number: int, turn: Turn) -> None:
        """Add a turn of a transcript."""
        self._tracker.start_sentence(number)
        label = turn.label.title() if turn.label.isupper() and len(turn.label) > 3 else turn.label
        referent = self._tracker.find_named(label)
        referent.person = True
        self._tracker.add_mention(referent, SPEAKER)
        joins = self._last is not None and self._last.referent is referent and self._last_paragraph == number - 1
        speaker = Speaker(referent, turn.label, None, False)
        self._parts.append(SpokenPart(number, turn.start, turn.end, "direct", speaker, joins and bool(self._parts)))
        self._last, self._last_paragraph = speaker, number

    def _read_paragraph(self, number: int, phrases: Sequence[Phrase]) -> None:
        quotes = self._quotations.get(number, [])
        inners = [self._texts[number][quoted.inner[0] : quoted.inner[1]] for quoted in quotes]
        state = _EnglishState(number, quotes, inners, self._announced, self._previous)
        self._announced = None
        if self._without_speaker and not (quotes and quotes[0].outer[0] == 0):
            self._without_speaker = []
        items: Sequence[Phrase] = ()
        for items in group_into_sentences(phrases, inners):
            self._read_sentence(state, items)
        if items and items[-1].text == ":":
            self._announced = self._announcing(number, items) or state.current
        if not quotes or quotes[-1].closed:
            self._without_speaker = []
        asked = self._texts[number].rstrip('"”’ ').endswith("?")  # a question is about others than the one who answers it
        self._previous = None if quotes or asked else state.current

    def _read_sentence(self, state: "_EnglishState", items: Sequence[Phrase]) -> None:
        self._tracker.start_sentence(state.number)
        tags = find_tags(items)
        referents = read_sentence(self._tracker, items, tags)
        is_bare = all(item.kind == "quote" or item.text in ".,;" for item in items)
        has_quote = False
        for index, item in enumerate(items):
            if item.kind != "quote":
                continue
            inner = state.inners[item.quote]
            if not is_speech(items, index, inner, tags):
                continue
            attributed = None if is_bare else attribution.attribute(items, index, tags, inner)
            if self._is_answered_beside(state, item.quote):
                led = attributed is not None and attributed.strength == attribution.TOUCHING and attributed.subject < index
                speaker = self._resolve(state.number, items, attributed, referents) if attributed and led else None
                self._parts.append(SpokenPart(state.number, *state.quotes[item.quote].inner, "direct", speaker))
                state.is_interrupted = True
                continue
            is_answer = is_bare and state.answer is not None
            if attributed is None:
                begins = index == 0 or is_direct(items, index, inner)
                is_alone = is_bare or (begins and state.current is not None and all(tag.subject >= 0 for tag in tags))
                speaker = self._continuing_speaker(state) if is_alone else None
            elif is_mere_term(items, index, inner, attributed, referents.get(attributed.subject)):
                continue
            else:
                speaker = self._resolve(state.number, items, attributed, referents)
            resumed = has_quote and self._is_resumed(state.number, items, index)
            kind: QuoteKind = "direct" if resumed or is_direct(items, index, inner) else "partial"
            if speaker is None and kind == "partial" and len(inner.split()) < _FRAGMENT:
                continue
            joins = (is_bare or has_quote or index == 0) and not is_answer
            state.answer = self._expected_answer(items, attributed, inner, referents)
            has_quote = True
            self._add_part(
                state, state.quotes[item.quote], kind, speaker, joins and state.has_quotes and not state.is_interrupted
            )
            state.is_interrupted = index > 0 and any(later.kind not in ("quote", "punctuation") for later in items[index + 1 :])
        if not has_quote:
            state.current = self._speaker_of_sentence(items, tags, referents) or state.current

    def _announcing(self, number: int, items: Sequence[Phrase]) -> Speaker | None:
        """Return whose words a line announces; None if it does not say.

        Examples are `Comment by the chief engineer:` and `The board’s response:`.
        """
        if any(item.kind == "quote" or (item.kind == "verb" and item.low not in _READS) for item in items):
            return None
        for index, item in enumerate(items):
            if item.text.lower() in speech.SPEECH_NOUNS or item.head in speech.SPEECH_NOUNS:
                if item.owner and (owner := find_owner(self._tracker, item)) is not None:
                    return Speaker(owner, item.owner.rstrip("’'s "), None, True)
                if index + 2 < len(items) and items[index + 1].low in ("by", "from", "of") and items[index + 2].kind in NOUNS:
                    return self._speaker_at(number, items, index + 2)
        return None

    def _speaker_at(self, number: int, items: Sequence[Phrase], index: int) -> Speaker:
        """Return the speaker that a noun phrase without a speech verb names."""
        item = items[index]
        apposed = find_apposed_name(items, index) if item.kind == "noun" else None
        text = self._texts[number][item.start : item.end]
        name = apposed or (item if item.kind == "name" else None)
        return Speaker(self._tracker.find_named(name.name, name.title) if name else Referent("", text), text, None, True)

    def _is_answered_beside(self, state: "_EnglishState", number: int) -> bool:
        """Return whether a quotation is a question, and the next one right behind it the answer, which somebody else gives."""
        if not state.inners[number].endswith("?") or number + 1 >= len(state.quotes):
            return False
        between = self._texts[state.number][state.quotes[number].outer[1] : state.quotes[number + 1].outer[0]]
        return not between.strip(" —–―-") and not state.inners[number + 1].endswith("?")

    def _expected_answer(
        self,
        items: Sequence[Phrase],
        attributed: attribution.AttributedSpeaker | None,
        inner: str,
        referents: dict[int, Referent],
    ) -> "_Answer | None":
        """Return who will answer a question that somebody asks in a tag; None after other words.

        It is whom the tag names (`a reporter asked Reis`), or who spoke before if a reporter asks. Others often go on themselves
        (`“Why?” she asked. “It makes no sense.”`).
        """
        if attributed is None or not inner.endswith("?") or attributed.verb not in _ASKS:
            return None
        asker = referents.get(attributed.subject)
        named = next((at for at in referents if at and items[at].kind == "name" and items[at - 1].kind == "verb"), None)
        if named is not None and named != attributed.subject and referents[named].person:
            return _Answer(Speaker(referents[named], items[named].text, None, True))
        item = items[attributed.subject]
        if item.low not in ("i", "we") and item.head not in _REPORTERS:
            return None
        before = self._last if self._last is not None and self._last.referent is not asker else self._previous
        return _Answer(before)

    def _is_resumed(self, number: int, items: Sequence[Phrase], index: int) -> bool:
        """Return whether a quotation continues the sentence of the one before it, broken off at a comma.

        One that a new verb introduces does not (`"…," she said, adding that the board "…"`).
        """
        if self._parts[-1].kind != "direct" or self._texts[number][self._parts[-1].end - 1] != ",":
            return False
        between = reversed(items[:index])
        return all(item.kind != "that" for item in takewhile(lambda item: item.kind != "quote", between))

    def _add_part(self, state: "_EnglishState", quoted: Quotation, kind: QuoteKind, speaker: Speaker | None, joins: bool) -> None:
        """Add a part, and give its speaker to the parts before it that lack one."""
        running = bool(self._without_speaker) or (not state.has_quotes and self._runs_on(state.number))
        part = SpokenPart(state.number, *quoted.inner, kind, speaker, joins or (running and bool(self._parts)))
        self._parts.append(part)
        state.has_quotes = True
        if speaker is None or (speaker.inferred and not quoted.closed):
            self._without_speaker.append(part)
        if speaker is None:
            return
        if speaker.inferred and not quoted.closed:
            state.current = self._last = speaker
            self._last_paragraph = state.number
            return
        for waiting in self._without_speaker:
            waiting.speaker = Speaker(speaker.referent, speaker.text, speaker.verb, True)
        self._without_speaker = []
        state.current = self._last = speaker
        self._last_paragraph = state.number

    def _runs_on(self, number: int) -> bool:
        """Return whether the paragraph before ends in a quotation that is not closed."""
        before = self._quotations.get(number - 1)
        return before is not None and not before[-1].closed

    def _continuing_speaker(self, state: "_EnglishState") -> Speaker | None:
        """Return the speaker of a quotation that is alone; None without one."""
        if state.answer is not None:
            who = state.answer.speaker
            return Speaker(who.referent, who.text, None, True) if who is not None else None
        source = state.current or state.announced or state.previous
        if source is None and state.number - self._last_paragraph <= _REACH:
            source = self._last
        return (
            Speaker(source.referent, source.text, source.verb if state.has_quotes else None, not state.has_quotes)
            if source
            else None
        )

    def _resolve(
        self, number: int, items: Sequence[Phrase], attributed: attribution.AttributedSpeaker, referents: dict[int, Referent]
    ) -> Speaker | None:
        """Return the speaker that an attribution's words refer to; None without one."""
        item = items[attributed.subject]
        inferred = attributed.strength == attribution.SUBJECT
        if attributed.owner or (item.owner and item.head in speech.OWN_WORDS):
            owner = find_owner(self._tracker, item)
            if owner or attributed.owner:
                return Speaker(owner, item.owner or item.text, attributed.verb, True) if owner else None
        referent = referents.get(attributed.subject)
        pair = find_pair(items, attributed.subject)
        if pair is not None:
            text = self._texts[number][items[pair[0]].start : items[pair[1]].end]
            pair_referent = Referent("", text, plural=True, group=True)
            self._tracker.add_mention(pair_referent, SPEAKER)
            return Speaker(pair_referent, text, attributed.verb, inferred)
        if item.kind == "pronoun":
            if item.low == "i" and self._author:
                referent = self._tracker.find_named(self._author)
            return Speaker(referent or Referent("", item.text), item.text, attributed.verb, inferred or referent is None)
        last = items[max(attributed.subject, attributed.last - 1)]
        text = self._texts[number][item.start : max(item.end, last.end)]
        if item.kind == "noun":
            apposed = find_apposed_name(items, attributed.subject)
            if apposed is not None:
                referent = self._tracker.find_named(apposed.name, item.title)
            elif referent is None or not referent.name:
                referent = self._find_relative(item) or Referent("", text)
        return Speaker(referent or self._tracker.find_named(item.name, item.title), text, attributed.verb, inferred)

    def _find_relative(self, item: Phrase) -> Referent | None:
        """Return the named person whom `her brother` can only be: of one surname with her, and a man."""
        gender = title_gender(item.head)
        if not gender or item.head not in RELATIVES:
            return None
        pronoun = {"her": "she", "his": "he"}.get(item.text.partition(" ")[0].lower())
        owner = self._tracker.find_by_pronoun(pronoun) if pronoun else find_owner(self._tracker, item)
        return self._tracker.find_relative(owner, gender) if owner is not None else None

    def _speaker_of_sentence(
        self, items: Sequence[Phrase], tags: Sequence[SpeechTag], referents: dict[int, Referent]
    ) -> Speaker | None:
        """Return whom a sentence without a quotation is about; None if it is about nobody.

        It is whom the author asks, its last tag's subject, or else its own.
        """
        asked = find_own_question(items, tags) + 1
        subject = next((tag.subject for tag in reversed(tags) if tag.subject in referents and not tag.owner), None)
        if asked in referents:
            subject = asked
        if subject is None and len(items) > 2 and items[0].low == "for" and items[1].kind == "name" and items[2].text == ",":
            subject = 1
        if subject is None:
            subject = find_clause_subject(items, 0, len(items))
        referent = None if subject is None else referents.get(subject)
        if subject is not None and items[subject].kind == "noun" and (apposed := find_apposed_name(items, subject)) is not None:
            referent = self._tracker.find_named(apposed.name, apposed.title)
        if (
            subject is None
            or referent is None
            or not (referent.person or referent.group or referent.full_mentions or referent.count > 1)
        ):
            return None
        return Speaker(referent, items[subject].text, None, True)


class _Answer(Struct):
    """Who will answer a question; None for somebody unknown."""

    speaker: Speaker | None


class _EnglishState(ParagraphState):
    """The state of reading an English paragraph.

    `is_interrupted` is true if the last quotation is within a sentence that goes on after it. `answer` is who will answer the
    last quotation, if that is a question that somebody asks.
    """

    is_interrupted: bool = False
    answer: _Answer | None = None
