"""Read an article from first to last, and give each quotation its speaker.

If its sentence does not name the speaker, the ones around it do: the speaker of the sentences before, also through sentences of
reported speech, whom a colon announced, or whom the paragraph before is about.
"""

from collections.abc import Iterable, Sequence

from briefing_tui.analysis.language import Paragraphs
from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.speakers.attribution import CLAUSE, SUBJECT, LexicalAttribution, SentenceReader
from briefing_tui.analysis.lexical.speakers.mentions import LexicalMention, MentionFinder
from briefing_tui.analysis.lexical.speakers.not_spoken import is_spoken
from briefing_tui.analysis.lexical.speakers.referents import LexicalReferent, LexicalReferents
from briefing_tui.analysis.lexical.tokens import LexicalToken, split_into_sentences, tokenize
from briefing_tui.analysis.shared.names import Name
from briefing_tui.analysis.shared.quote_marks import Quotation, find_quotations
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.analysis.shared.speech import ParagraphState, QuoteKind, Speaker, SpokenPart
from briefing_tui.analysis.shared.transcripts import Turn, find_turns

_REACH = 3
"""The most paragraphs back to the speaker of a quotation that is alone."""
_HEADING_WORDS = 2
"""The fewest words of a quotation in a heading; one word is a term."""
_ALIKE = 0.6
"""The share of a heading's words from which a quotation below it is the same."""
_FRAGMENT = 8
"""The number of words below which a fragment without a speaker is a term or a name."""

_FRAGMENT_OF_SPEECH = 3
"""The fewest words of a fragment that whoever speaks in a paragraph has said, though its sentence does not say so."""


class SpeakerReader:
    """A reader of an article's paragraphs."""

    def __init__(self, lexicon: Lexicon, writing: Writing, article: Paragraphs, names: Iterable[Name]) -> None:
        self._lexicon = lexicon
        self._writing = writing
        self._texts = article.texts
        self._author = article.author
        self._headings = article.headings
        self._title = article.title
        names = list(names)
        self._people = [name.name for name in names if name.kind == "person"]
        self._referents = LexicalReferents(lexicon, names)
        self._finder = MentionFinder(lexicon, self._referents)
        self._parts: list[SpokenPart] = []
        self._last: Speaker | None = None
        self._last_paragraph = -_REACH - 1
        self._group: Speaker | None = None
        self._group_paragraph = -_REACH - 1
        self._announced: Speaker | None = None
        self._previous: Speaker | None = None
        self._open: list[SpokenPart] = []
        self._quotations: dict[int, list[Quotation]] = {}

    def read(self) -> list[SpokenPart]:
        """Return the quotations in article order, with the speakers that were found."""
        paragraphs = ["" if number in self._headings else text for number, text in enumerate(self._texts)]
        questions = {number for number, text in enumerate(self._texts) if text.rstrip().endswith("?")}
        turns = find_turns(paragraphs, self._lexicon.places, self._lexicon.first_person, questions, self._people)
        told = ["" if number in turns else text for number, text in enumerate(paragraphs)]
        for quoted in find_quotations(told, lost_openers=True):
            self._quotations.setdefault(quoted.paragraph, []).append(quoted)
        if not self._quotations and not turns:
            return []
        for number in range(max((*self._quotations, *turns)) + 1):
            turn = turns.get(number)
            if number in self._headings:
                self._read_heading(number)
            elif turn is None:
                self._read_paragraph(number)
            elif turn.start < turn.end:
                self._add_turn(number, turn)
        self._speak_headings()
        return self._parts

    def _read_heading(self, number: int) -> None:
        """Add the quotations of a heading, whose speaker a label names or the section below it."""
        text = self._texts[number]
        quotes = find_quotations([text])
        inners = [text[quoted.inner[0] : quoted.inner[1]] for quoted in quotes]
        tokens = tokenize(text, self._lexicon.forms, enumerate(quotes))
        sentence = SentenceReader(self._lexicon, tokens, self._finder.find(text, tokens))
        for at, token in enumerate(tokens):
            if token.kind != "quote" or len(inners[token.quote].split()) < _HEADING_WORDS:
                continue
            attributed = sentence.attribute(at, inners[token.quote]) if len(tokens) > 1 else None
            mention = attributed.mention if attributed is not None else None
            speaker = None
            if mention is not None and mention.kind == "name" and mention.referent is not None:
                speaker = Speaker(mention.referent, mention.text, None, True)
            elif not is_spoken(self._lexicon, tokens, at, inners[token.quote], attributed, is_bare=len(tokens) == 1):
                continue
            self._parts.append(SpokenPart(number, *quotes[token.quote].inner, "direct", speaker))

    def _speak_headings(self) -> None:
        """Give the quotations of headings the speaker of the same words below, else the first one there.

        Below the title is the whole article.
        """
        for index, part in enumerate(self._parts):
            if part.paragraph not in self._headings or part.speaker is not None:
                continue
            words = set(self._texts[part.paragraph][part.start : part.end].lower().split())
            below = []
            for other in self._parts[index + 1 :]:
                is_below = part.paragraph == self._title or not any(
                    part.paragraph < heading <= other.paragraph for heading in self._headings
                )
                if not is_below:
                    break
                if other.paragraph in self._headings:
                    continue
                below.append((len(words & set(self._texts[other.paragraph][other.start : other.end].lower().split())), other))
            best = max(below, key=lambda pair: pair[0], default=(0, None))
            source = best[1]
            if best[0] < _ALIKE * len(words) and below:
                source = _most_quoted(other for _, other in below) if part.paragraph == self._title else below[0][1]
            if source is not None and source.speaker is not None:
                part.speaker = Speaker(source.speaker.referent, source.speaker.text, None, True)

    def _add_turn(self, number: int, turn: Turn) -> None:
        referent = self._referents.named(turn.label.title() if turn.label.isupper() and len(turn.label) > 3 else turn.label)
        self._referents.mention(referent, leading=True)
        joins = self._last is not None and self._last.referent is referent and self._last_paragraph == number - 1
        speaker = Speaker(referent, turn.label, None, False)
        self._parts.append(SpokenPart(number, turn.start, turn.end, "direct", speaker, joins and bool(self._parts)))
        self._last, self._last_paragraph = speaker, number

    def _read_paragraph(self, number: int) -> None:
        text = self._texts[number]
        self._referents.begin_paragraph()
        quotes = self._quotations.get(number, [])
        inners = [text[quoted.inner[0] : quoted.inner[1]] for quoted in quotes]
        state = ParagraphState(number, quotes, inners, self._announced, self._previous)
        self._announced = None
        sentences = split_into_sentences(tokenize(text, self._lexicon.forms, enumerate(quotes)), inners, self._writing)
        is_question = not quotes and text.rstrip().endswith("?")  # it is about others than the one who answers it
        for index, tokens in enumerate(sentences):
            if is_question:
                continue
            self._read_sentence(state, tokens, sentences[index + 1] if index + 1 < len(sentences) else None)
        if not quotes or quotes[-1].closed:
            self._open = []
        if text.rstrip().endswith(":"):
            self._announced = state.current
        self._previous = state.previous if is_question else state.current
        if is_question:
            self._last_paragraph = max(self._last_paragraph, number - 1)

    def _read_sentence(
        self, state: ParagraphState, tokens: Sequence[LexicalToken], following: Sequence[LexicalToken] | None
    ) -> None:
        mentions = self._finder.find(self._texts[state.number], tokens)
        sentence = SentenceReader(self._lexicon, tokens, mentions)
        quotes = [at for at, token in enumerate(tokens) if token.kind == "quote"]
        if not quotes:
            self._follow(state, sentence)
            return
        is_bare = all(token.kind == "quote" or token.text in ".,;–—-" for token in tokens)
        attributions = {at: None if is_bare else sentence.attribute(at, state.inners[tokens[at].quote]) for at in quotes}
        self._resolve_all(sentence)
        first = True
        for at in quotes:
            inner = state.inners[tokens[at].quote]
            attributed = attributions[at]
            is_fragment = inner[:1].islower() and len(inner.split()) >= _FRAGMENT_OF_SPEECH
            if attributed is None and is_fragment and state.current is not None:
                attributed = LexicalAttribution(None, None, CLAUSE)
            is_name = self._referents.organization(inner) is not None
            if is_name or not is_spoken(self._lexicon, tokens, at, inner, attributed, is_bare):
                continue
            speaker = self._speaker(state, sentence, attributed, is_bare, following)
            kind: QuoteKind = "direct" if self._is_direct(tokens, at, inner) else "partial"
            if speaker is None and kind == "partial" and len(inner.split()) < _FRAGMENT:
                continue
            joins = is_bare or not first or at == 0
            first = False
            self._add_part(state, state.quotes[tokens[at].quote], kind, speaker, joins and state.has_quotes)
        if first:
            self._follow(state, sentence, resolved=True)
        for mention in sentence.mentions:  # who leads a later clause was mentioned last
            if (
                mention.kind == "name"
                and mention.referent is not None
                and mention.first > quotes[-1]
                and sentence.is_leading(mention)
            ):
                self._referents.mention(mention.referent, leading=True)

    def _is_direct(self, tokens: Sequence[LexicalToken], at: int, inner: str) -> bool:
        """Return whether a quotation is a sentence of its own: it begins one, or a colon leads to it."""
        before = tokens[at - 1] if at else None
        if before is None or before.text == ":" or before.kind == "quote":
            return not (inner[:1].islower() and before is not None)
        return before.text == "," and (inner[:1].isupper() or any(token.kind == "quote" for token in tokens[:at]))

    # Speakers

    def _speaker(
        self,
        state: ParagraphState,
        sentence: SentenceReader,
        attributed: LexicalAttribution | None,
        is_bare: bool,
        following: Sequence[LexicalToken] | None,
    ) -> Speaker | None:
        if attributed is not None and attributed.mention is not None:
            return self._named(attributed.mention, attributed.verb, attributed.strength == SUBJECT)
        if attributed is not None and attributed.impersonal and state.group is not None:
            return Speaker(state.group.referent, state.group.text, None, True)
        other = self._other_person(sentence, state.current) if attributed is not None else None
        if other is not None:
            return self._named(other, None, inferred=True)
        if is_bare or attributed is not None or sentence.tokens[0].kind == "quote":
            return self._continuing(state, following)
        return None

    def _named(self, mention: LexicalMention, verb: str | None, inferred: bool) -> Speaker:
        referent = mention.referent or self._resolved(mention)
        if mention.kind == "pronoun" and mention.low in self._lexicon.first_person and self._author:
            referent = self._referents.named(self._author)
        self._referents.mention(referent, leading=True)
        return Speaker(referent, mention.text, verb, inferred)

    def _other_person(self, sentence: SentenceReader, current: Speaker | None) -> LexicalMention | None:
        """Return the pronoun that opens a sentence, if it cannot stand for who speaks in the paragraph so far."""
        first = next((mention for mention in sentence.mentions if mention.first == 0 and mention.kind == "pronoun"), None)
        referent = current.referent if current is not None else None
        if first is None or first.gender not in ("he", "she") or not isinstance(referent, LexicalReferent):
            return None
        if len(sentence.tokens) < 2 or sentence.tokens[1].low.endswith(self._lexicon.plural_endings):
            return None
        is_other = referent.is_person and referent.gender not in ("", first.gender)
        return first if is_other and first.referent is not None and self._referents.leads_here(first.referent) else None

    def _continuing(self, state: ParagraphState, following: Sequence[LexicalToken] | None) -> Speaker | None:
        """Return the speaker of a quotation whose sentence names nobody."""
        source = state.current or state.announced
        if source is None and following is not None and not state.has_quotes:
            source = self._taken_up(state, following)
        source = source or state.previous
        if source is None and state.number - self._last_paragraph <= _REACH:
            source = self._last
        if source is None and state.number - self._group_paragraph <= 1:
            source = self._group
        return Speaker(source.referent, source.text, source.verb if state.has_quotes else None, True) if source else None

    def _taken_up(self, state: ParagraphState, tokens: Sequence[LexicalToken]) -> Speaker | None:
        """Return whom the sentence behind a quotation is about, if it begins with a name: `„…“ Trainerin Reis war zufrieden.`"""
        if any(token.kind == "quote" for token in tokens):
            return None
        mentions = self._finder.find(self._texts[state.number], tokens)
        sentence = SentenceReader(self._lexicon, tokens, mentions)
        if sentence.is_reported():
            return None
        verbs = sentence.speech_verbs(0, min(3, len(tokens)))
        if verbs and tokens[0].low in self._lexicon.impersonal_subjects:  # `Das sagt Jonas Reis seit Jahren.`
            subject = sentence.subject(verbs[0], len(tokens), verbs[0])
            return Speaker(self._resolved(subject), subject.text, tokens[verbs[0]].text, True) if subject else None
        subject = sentence.subject(0, len(tokens), None)
        takes_up = any(token.low in self._lexicon.words_for_words for token in tokens[:5])
        if subject is None or subject.kind != "name" or not (takes_up or (subject.first <= 1 and state.previous is None)):
            return None
        return Speaker(subject.referent or self._resolved(subject), subject.text, None, True)

    def _follow(self, state: ParagraphState, sentence: SentenceReader, resolved: bool = False) -> None:
        """Find out who speaks in a sentence without quotations, or whom it is about."""
        if not resolved:
            self._resolve_all(sentence)
        verbs = sentence.speech_verbs(0, len(sentence.tokens), calling=False)
        verbs = [verb for verb in verbs if not (state.current and sentence.is_reported_verb(verb))]
        mention = sentence.subject(0, len(sentence.tokens), verbs[-1]) if verbs else None
        mention = mention or sentence.source(0, len(sentence.tokens))
        if mention is None:
            if sentence.is_reported() and (state.current or state.previous):
                state.current = state.current or state.previous
                return
            mention = sentence.subject(0, len(sentence.tokens), None)
        if mention is None:
            return
        referent = mention.referent or self._resolved(mention)
        if (referent.is_person and (referent.name or mention.definite) and not mention.is_new) or (verbs and not mention.is_new):
            self._referents.mention(referent, leading=True)
            state.current, state.group = Speaker(referent, mention.text, None, True), None
        elif referent.is_person and mention.can_lead and not mention.is_new:
            self._referents.mention(referent, leading=True)
        elif mention.can_lead and (mention.kind == "name" or (mention.kind == "noun" and mention.definite)):
            self._group = state.group = Speaker(referent, mention.text, None, True)
            self._group_paragraph = state.number

    def _resolve_all(self, sentence: SentenceReader) -> None:
        for mention in sentence.mentions:
            if mention.kind == "name" and mention.referent is not None:
                self._referents.mention(mention.referent, leading=sentence.is_leading(mention))
            elif mention.kind in ("pronoun", "owner") or (mention.kind == "noun" and mention.can_lead):
                mention.referent = self._resolved(mention)
            elif mention.kind == "noun" and not mention.is_new and not sentence.is_view(mention):
                self._referents.add_described(mention.low, mention.text)

    def _resolved(self, mention: LexicalMention) -> LexicalReferent:
        if mention.referent is not None:
            return mention.referent
        if mention.kind in ("pronoun", "owner"):
            gender = mention.gender if mention.gender in ("he", "she") else ""
            is_last = mention.kind == "pronoun" and mention.low in self._lexicon.demonstratives
            found = None
            if gender:
                found = self._referents.last(gender) if is_last else self._referents.by_gender(gender)
            if found is not None and not found.gender:
                found.gender = gender
            return found or self._referents.unnamed(mention.text, gender)
        owner = self._lexicon.possessives.get(mention.text.partition(" ")[0].lower(), "")
        if owner and mention.low in self._lexicon.kin:
            found = self._referents.relative(owner, mention.low)
            if found is not None:
                return found
        return self._referents.described(
            mention.low, mention.text, mention.gender, mention.definite, mention.has_more, mention.age
        )

    # Parts

    def _add_part(self, state: ParagraphState, quoted: Quotation, kind: QuoteKind, speaker: Speaker | None, joins: bool) -> None:
        """Add a part, and give its speaker to the paragraphs of the same quotation before it."""
        before = self._quotations.get(state.number - 1)
        running = not state.has_quotes and before is not None and not before[-1].closed and bool(self._parts)
        part = SpokenPart(state.number, *quoted.inner, kind, speaker, joins or running)
        self._parts.append(part)
        state.has_quotes = True
        if running:
            for waiting in self._open:
                if speaker is not None and not speaker.inferred:
                    waiting.speaker = Speaker(speaker.referent, speaker.text, speaker.verb, True)
        if not quoted.closed:
            self._open.append(part)
        if speaker is not None:
            state.current = self._last = speaker
            state.group = None
            self._last_paragraph = state.number


def _most_quoted(parts: Iterable[SpokenPart]) -> SpokenPart | None:
    """Return the first part of the person with the most quoted words; None without any speaker."""
    known = [(part, part.speaker.referent) for part in parts if part.speaker is not None]
    lengths: dict[int, int] = {}
    for part, referent in known:
        lengths[id(referent)] = lengths.get(id(referent), 0) + part.end - part.start
    return max(known, key=lambda pair: lengths[id(pair[1])], default=(None, None))[0]
