"""Choose the words of a sentence that say who said one of its quotations.

A verb right behind the quotation wins, whatever verb it is: most verbs of speech occur once. Next come the sentence before a
colon, `laut X` and its like, a verb of speech of the same sentence, and last the sentence's subject, which is only inferred.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.speakers.mentions import LexicalMention
from briefing_tui.analysis.lexical.tokens import LexicalToken

TOUCHING, CLAUSE, SUBJECT = 3, 2, 1
_OPEN = ",–—-"
_CLAUSE_ENDS = ",:–—"
_ATTRIBUTES = 5
"""The most words of attributes between a subject and its verb."""
_REACH = 9
"""The most words between a verb behind a quotation and its subject."""


class LexicalAttribution(Struct, frozen=True):
    """Who said a quotation by the words of its sentence.

    `mention` is None if the words name nobody though somebody is meant: who speaks in the sentences before. `verb` is as written.
    `impersonal` means that the words are those of a text or a group: `heißt es`.
    """

    mention: LexicalMention | None
    verb: str | None
    strength: int
    impersonal: bool = False


class SentenceReader:
    """A sentence with its mentions, which knows who speaks in it."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[LexicalToken], mentions: Sequence[LexicalMention]) -> None:
        self._lexicon = lexicon
        self.tokens = tokens
        self.mentions = mentions

    # Whom a quotation is by

    def attribute(self, quote: int, inner: str) -> LexicalAttribution | None:
        """Return the attribution of the quotation at a token; None if the sentence gives none.

        Args:
            quote: The quotation's index.
            inner: The quoted words.
        """
        before = self._previous_quote(quote)
        is_led = quote > 0 and self.tokens[quote - 1].text == ":"
        led = self._led(before + 1, quote) if is_led else None
        if led is not None and led.mention is not None:
            return led
        behind = self._behind(quote, inner)
        if behind is not None or led is not None:
            return behind or led
        if before >= 0 and self.tokens[quote - 1].text == ",":
            shared = self._behind(before, "")
            if shared is not None:
                return shared
        return self._embedded(quote)

    def _previous_quote(self, quote: int) -> int:
        return next((at for at in range(quote - 1, -1, -1) if self.tokens[at].kind == "quote"), -1)

    def _behind(self, quote: int, inner: str) -> LexicalAttribution | None:
        """Return the attribution of a tag right behind a quotation: `“, sagt X`, `“, so X`, `“, heißt es`."""
        tokens = self.tokens
        at = quote + 1
        has_comma = inner[-1:] in ",?!…"
        is_embedded = quote > 0 and tokens[quote - 1].kind == "word"
        while at < len(tokens) and tokens[at].kind == "mark" and tokens[at].text in _OPEN:
            has_comma = True
            at += 1
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        lexicon, low = self._lexicon, tokens[at].low
        if low in lexicon.source_words and at + 2 < len(tokens) and tokens[at + 1].low in lexicon.impersonal_verbs:
            at, low = at + 1, tokens[at + 1].low  # `“, so heißt es`
        if low in lexicon.source_words and has_comma:
            mention = self._next_mention(at + 1, 3)
            return LexicalAttribution(mention, None, TOUCHING) if mention else None
        if low in lexicon.impersonal_verbs and at + 1 < len(tokens) and tokens[at + 1].low in lexicon.impersonal_subjects:
            return LexicalAttribution(self._document(at), None, TOUCHING, impersonal=True)
        if low in lexicon.words_for_words and has_comma and at + 1 < len(tokens) and tokens[at + 1].low in lexicon.being:
            mention = self._next_mention(at + 2, 3)  # `“, davon ist X überzeugt`
            return LexicalAttribution(mention, None, TOUCHING) if mention else None
        if low in lexicon.speech_auxiliaries and at + 1 < len(tokens) and tokens[at + 1].low in lexicon.saying:
            at, low = at + 1, tokens[at + 1].low
        compound = self._compound_tag(at) if has_comma and not is_embedded else None
        if compound is not None:
            return compound
        if tokens[at].capital or not (low in lexicon.speech or (has_comma and lexicon.is_speaking_verb(low))):
            return None
        if (low not in lexicon.speech and not self._is_verb_first(at)) or (is_embedded and not has_comma):
            return None
        mention = self._next_mention(at + 1, _REACH)
        if mention is None:
            return None
        return LexicalAttribution(mention, self._verb(at), TOUCHING)

    def _compound_tag(self, at: int) -> LexicalAttribution | None:
        """Return the attribution of a tag whose verb ends it: `“, wird sie später sagen`, `“, wie sie heute zugibt`."""
        lexicon, low = self._lexicon, self.tokens[at].low
        if low not in lexicon.auxiliaries and low not in lexicon.comparing:
            return None
        mention = self._next_mention(at + 1, 2)
        end = next((i for i in range(at, len(self.tokens)) if self.tokens[i].kind != "word"), len(self.tokens))
        verbs = self.speech_verbs(at, end)
        if mention is None or not (verbs or low in lexicon.auxiliaries):
            return None
        verb = self._verb(verbs[-1]) if verbs else None
        if verb is not None and verbs[-1] != at and low in lexicon.auxiliaries and not verb.startswith(self.tokens[at].text):
            verb = f"{self.tokens[at].text} {verb}"
        return LexicalAttribution(mention, verb, TOUCHING)

    def _is_verb_first(self, at: int) -> bool:
        """Return whether a subject follows a word that may be a verb: a name, a pronoun or an article, perhaps behind `sich`."""
        behind = at + 1
        while behind < len(self.tokens) and self.tokens[behind].low in self._lexicon.adverbs:
            behind += 1
        if behind >= len(self.tokens):
            return False
        token = self.tokens[behind]
        return token.capital or token.low in self._lexicon.pronouns or token.low in self._lexicon.determiners

    def _next_mention(self, first: int, reach: int) -> LexicalMention | None:
        """Return the first mention from a token on that can be a subject; else any words with a noun."""
        for mention in self.mentions:
            if (
                first <= mention.first <= first + reach
                and mention.can_lead
                and mention.low not in self._lexicon.impersonal_subjects
            ):
                if any(token.text in ".;:" or token.kind == "quote" for token in self.tokens[first : mention.first]):
                    break
                own = self._described(first, min(mention.first, first + 2))
                return self.apposed(own or mention)
        return self._described(first, first + 3)

    def _described(self, first: int, reach: int) -> LexicalMention | None:
        """Return words with an article and a noun that is no known role: `das Kind`, `der Bericht`."""
        tokens, lexicon = self.tokens, self._lexicon
        for at in range(first, min(reach, len(tokens))):
            if tokens[at].kind != "word":
                return None
            if tokens[at].low in lexicon.oblique or tokens[at].low in lexicon.prepositions:
                return None
            if tokens[at].low not in lexicon.nominative:
                continue
            noun = at + 1
            while noun < len(tokens) and tokens[noun].kind == "word" and not tokens[noun].capital and noun < at + 4:
                noun += 1
            if noun >= len(tokens) or not tokens[noun].capital or any(m.first <= noun < m.last for m in self.mentions):
                return None
            is_inflected = any(token.low.endswith(lexicon.oblique_endings) for token in tokens[at + 1 : noun])
            is_feminine = tokens[noun].low.endswith(lexicon.feminine_nouns)
            if tokens[at].low in lexicon.ambiguous and (is_inflected or is_feminine):
                return None
            owner = next((m for m in self.mentions if m.kind == "owner" and m.first == at), None)
            if owner is not None:
                return owner  # `“, so ihr Urteil`
            words = " ".join(token.text for token in tokens[at : noun + 1])
            gender = lexicon.articles.get(tokens[at].low, "")
            is_definite = tokens[at].low in lexicon.definite
            return LexicalMention(
                "noun", at, noun + 1, words, tokens[noun].low, True, is_definite, gender, is_new=not is_definite
            )
        return None

    def _document(self, verb: int) -> LexicalMention | None:
        """Return what is said to hold words: `in der Mitteilung`, `in einem Schreiben der Direktion`."""
        tokens, lexicon = self.tokens, self._lexicon
        if any(token.low in lexicon.words_for_sources for token in tokens[verb + 1 : verb + 4]):
            return None
        for at in (*range(verb + 1, len(tokens)), 0, *range(verb - 1, 0, -1)):
            if tokens[at].low not in lexicon.source_prepositions or at + 1 >= len(tokens):
                continue
            if at + 2 < len(tokens) and tokens[at + 2].low in lexicon.impersonal_subjects and at:
                return next((m for m in reversed(self.mentions) if m.last in (at - 1, at)), None)
            last = at + 1
            while last < len(tokens) and tokens[last].kind == "word" and not tokens[last].capital:
                last += 1
            if last >= len(tokens) or not tokens[last].capital or tokens[last].low in lexicon.time_nouns:
                continue
            own = next((m for m in self.mentions if m.first <= last < m.last and m.kind != "pronoun"), None)
            if own is not None:
                return own
            is_joined = last + 1 < len(tokens) and tokens[last + 1].low in lexicon.complement_words
            owner = next((m for m in self.mentions if m.first in (last + 1, last + 1 + is_joined) and m.kind != "pronoun"), None)
            if owner is not None and last + 1 < len(tokens) and tokens[last + 1].kind == "word":
                return owner
            end = last
            if last + 2 < len(tokens) and tokens[last + 1].low in lexicon.determiners and tokens[last + 2].capital:
                at, end = last, last + 2
            words = " ".join(token.text for token in tokens[at + 1 : end + 1])
            last = end
            return LexicalMention("noun", at + 1, last + 1, words, tokens[last].low, True, definite=False)
        return None

    def _led(self, first: int, quote: int) -> LexicalAttribution | None:
        """Return the attribution of a sentence that leads to a quotation with a colon, whatever its verb."""
        verbs = self.speech_verbs(first, quote)
        verb = verbs[-1] if verbs else None
        for at in range(quote - 1, first - 1, -1):
            if self._is_impersonal(at):
                return LexicalAttribution(self._document(at), None, TOUCHING, impersonal=True)
        if quote > first + 1 and self.tokens[quote - 2].low in self._lexicon.document_verbs:
            document = self._document(quote - 2)  # `In dem Brief steht:`
            if document is not None:
                return LexicalAttribution(document, None, TOUCHING)
        dash = next((at for at in range(quote - 1, first, -1) if self.tokens[at].text in "–—"), -1)
        subject = self.subject(dash + 1, quote, None) if dash > 0 else None  # `… – was Reis nicht beeindruckt: „…“`
        if subject is not None and subject.kind == "name":
            return LexicalAttribution(subject, None, TOUCHING)
        subject = self.subject(first, quote, verb) or (self.subject(0, quote, verb) if first else None)
        if subject is not None:
            return LexicalAttribution(subject, self._verb(verb) if verb is not None else None, TOUCHING)
        owner = next((m for m in self.mentions if m.kind == "owner" and first <= m.first < quote), None)
        if owner is not None:
            return LexicalAttribution(owner, None, CLAUSE)
        others = [m for m in self.mentions if first < m.first < quote and m.kind != "pronoun"]
        openers = self._lexicon.colon_prepositions
        owners = [
            m
            for m in others
            if self.tokens[m.first - 1].capital or self.tokens[m.first - 1].low in openers or self.tokens[m.first].low in openers
        ]
        return LexicalAttribution(self.apposed(owners[-1]) if owners else None, None, CLAUSE)

    def _is_impersonal(self, verb: int) -> bool:
        """Return whether a verb is that of `heißt es`."""
        if self.tokens[verb].low not in self._lexicon.impersonal_verbs:
            return False
        first = next(
            (at + 1 for at in range(verb - 1, max(-1, verb - _ATTRIBUTES - 1), -1) if self.tokens[at].kind == "mark"), verb - 1
        )
        return any(token.low in self._lexicon.impersonal_subjects for token in self.tokens[max(0, first) : verb + 2])

    def _embedded(self, quote: int) -> LexicalAttribution | None:
        """Return the attribution of a quotation that is part of a sentence."""
        source = self.source(0, len(self.tokens))
        verbs = self.speech_verbs(0, quote)
        if verbs and not self._is_impersonal(verbs[-1]):
            subject = self.subject(0, quote, verbs[-1])
            if subject is not None:
                return LexicalAttribution(subject, self._verb(verbs[-1]), CLAUSE)
        for at in range(quote - 1, 0, -1):
            if self._is_impersonal(at):
                return LexicalAttribution(self._document(at), None, CLAUSE, impersonal=True)
        closing = self._closing(quote) or self._enclosing(quote)
        if closing is not None:
            return closing
        for at in range(quote + 1, len(self.tokens) - 1):
            if self.tokens[at - 1].text == "," and self._is_impersonal(at):  # `Man sei „…“ worden, hieß es aus dem Amt.`
                return LexicalAttribution(self._document(at), None, CLAUSE, impersonal=True)
        if source is not None:
            is_beside = source.last == quote - 1 and self.tokens[quote - 1].text == ","
            return LexicalAttribution(source, None, TOUCHING if is_beside else CLAUSE)
        if self.is_reported():
            return LexicalAttribution(self._reporter(quote), None, CLAUSE)
        if verbs:
            return LexicalAttribution(None, self._verb(verbs[-1]), CLAUSE)
        subject = self.subject(0, len(self.tokens), None)
        return LexicalAttribution(subject, None, SUBJECT) if subject is not None else None

    def _reporter(self, quote: int) -> LexicalMention | None:
        """Return the subject of the clause before reported speech: `Reis wurde deutlicher: Wer das sage, habe „…“`."""
        end = next((at for at in range(1, quote) if self.tokens[at].text in _CLAUSE_ENDS), 0)
        if not end or any(token.low in self._lexicon.subjunctive and not token.capital for token in self.tokens[:end]):
            return None
        subject = self.subject(0, end, None)
        is_person = subject is not None and subject.kind == "name" and subject.referent is not None and subject.referent.is_person
        return subject if is_person and subject is not None and self._is_clause_start(subject.first) else None

    def _closing(self, quote: int) -> LexicalAttribution | None:
        """Return the attribution of a tag that ends the sentence: `…, sagte X.`"""
        is_within = quote > 0 and self.tokens[quote - 1].kind == "word"  # `Von einem „Angriff“ sprach Reis`
        for verb in self.speech_verbs(quote + 1, len(self.tokens), calling=is_within):
            if self.tokens[verb - 1].text not in ',“”"«»' and self.tokens[verb - 1].kind != "quote":
                continue
            mention = self._next_mention(verb + 1, _REACH)
            if mention is not None:
                return LexicalAttribution(mention, self._verb(verb), CLAUSE)
        return None

    def _enclosing(self, quote: int) -> LexicalAttribution | None:
        """Return the attribution of a verb whose parts are around a quotation: `Reis hatte von „…“ gesprochen`."""
        lexicon, tokens = self._lexicon, self.tokens
        end = next((at for at in range(quote + 1, len(tokens)) if tokens[at].kind != "word"), len(tokens))
        behind = tokens[end - 1].low if quote < end - 1 <= quote + _ATTRIBUTES else ""
        if behind not in lexicon.participles and behind not in lexicon.calling:
            return None
        for at in range(quote - 1, 0, -1):
            if tokens[at].kind != "word" and tokens[at].kind != "quote":
                return None
            if tokens[at].low in lexicon.perfect_auxiliaries:
                subject = self.subject(0, quote, at)
                return LexicalAttribution(subject, f"{tokens[at].text} {tokens[end - 1].text}", CLAUSE) if subject else None
        return None

    def apposed(self, mention: LexicalMention) -> LexicalMention:
        """Return the name beside a description: `der Chef der Werft, Jonas Reis,`.

        Without one it is the description itself.
        """
        if mention.kind != "noun":
            return mention
        tokens = self.tokens
        for other in self.mentions:
            if other.kind != "name" or other.referent is None or not other.referent.is_person:
                continue
            end = self._attributes_end(mention.last, other.first - 1)
            if end + 2 < len(tokens) and tokens[end].low in self._lexicon.conjunctions and tokens[end + 1].capital:
                end += 2
            is_closed = other.last >= len(tokens) or tokens[other.last].text in ",.:;" or tokens[other.last].kind == "quote"
            if other.first == end + 1 and tokens[end].text == "," and is_closed:
                return other
            if mention.is_new and other.last == mention.first - 1 and tokens[other.last].text == ",":
                return other
        return mention

    # Who speaks in a sentence

    def source(self, first: int, last: int) -> LexicalMention | None:
        """Return whose words the sentence gives as such.

        Examples are `laut X`, `X zufolge`, `nach Angaben von X` and `…, so X`.
        """
        tokens, lexicon = self.tokens, self._lexicon
        if not first and last and tokens[0].low in lexicon.viewpoint_prepositions:
            found = self._viewer(last)
            if found is not None:
                return found
            if last > 2 and tokens[1].low in lexicon.object_pronouns and tokens[2].low in lexicon.being:
                gender = lexicon.object_pronouns[tokens[1].low]
                return LexicalMention("pronoun", 1, 2, tokens[1].text, tokens[1].low, True, gender=gender)  # `Für ihn ist das …`
        for at in range(first, last):
            low = tokens[at].low
            if low in lexicon.according_before:
                found = self._mention_at(at + 1, 3)
                if found is not None:
                    return found
            elif low in lexicon.according_after:
                found = next((m for m in reversed(self.mentions) if m.last == at), None)
                if found is not None:
                    return found
            elif low in lexicon.source_nouns and at and tokens[at].capital == lexicon.nouns_have_capitals:
                if tokens[at - 1].low in lexicon.source_prepositions or (
                    at > 1 and tokens[at - 2].low in lexicon.source_prepositions
                ):
                    found = self._mention_at(at + 1, 2)
                    if found is not None:
                        return found
            elif low in lexicon.source_words and at and tokens[at - 1].text == ",":
                found = self._mention_at(at + 1, 2)
                if found is not None:
                    return found
        return None

    def is_view(self, mention: LexicalMention) -> bool:
        """Return whether a mention may be the person whose view the sentence gives."""
        return mention.first == 1 and self.tokens[0].low in self._lexicon.viewpoint_prepositions

    def _viewer(self, last: int) -> LexicalMention | None:
        """Return the person whose view a sentence gives: `Für Reis ist klar: …`, `Für den Kapitän von der Werft steht fest`."""
        lexicon = self._lexicon
        found = next((m for m in self.mentions if m.first == 1 and m.kind in ("name", "noun")), None)
        if found is None or found.last >= last:
            return None
        verbs = lexicon.being | lexicon.impersonal_verbs
        end = next((at for at in range(found.last, min(found.last + _REACH, last)) if self.tokens[at].low in verbs), None)
        is_behind = end is not None and self._attributes_end(found.last, end, most=_REACH) == end
        if not is_behind and self.tokens[found.last].low not in lexicon.nominative:
            return None
        if found.kind == "noun":  # its article is in the accusative, and so it is definite
            return replace(found, can_lead=True, definite=True) if is_behind and lexicon.role(found.low) else None
        return found

    def _mention_at(self, first: int, reach: int) -> LexicalMention | None:
        return next((m for m in self.mentions if first <= m.first < first + reach and m.kind != "owner"), None)

    def speech_verbs(self, first: int, last: int, calling: bool = True) -> list[int]:
        """Return the verbs of speech between two tokens."""
        lexicon = self._lexicon
        verbs = lexicon.all_speech if calling else lexicon.speech
        found = []
        for at in range(first, last):
            token = self.tokens[at]
            if token.kind != "word" or (token.capital and at):
                continue
            if token.low in lexicon.determiners:
                continue
            if token.low in verbs or self._is_separated(at):
                found.append(at)
        return found

    def _is_separated(self, verb: int) -> bool:
        """Return whether a verb says something together with the word that ends its clause: `räumt … ein`."""
        return self._particle(verb) != ""

    def _particle(self, verb: int) -> str:
        """Return the word that ends a verb's clause and belongs to it; an empty one without such a word."""
        low, particles = self.tokens[verb].low, self._lexicon.separable
        if low not in self._lexicon.separated:
            return ""
        for token in self.tokens[verb + 1 :]:
            if token.text in (".", ";", ":"):
                return ""
            if token.low in particles and low in particles[token.low]:
                return token.low
        return ""

    def _verb(self, at: int) -> str:
        """Return a verb as written, with the words that belong to it: `räumte ein`, `hatte gesagt`."""
        finite = self._finite(0, at)
        if finite != at:
            return f"{self.tokens[finite].text} {self.tokens[at].text}"
        behind = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        reflexive = f" {behind.text}" if behind is not None and behind.low in self._lexicon.reflexives else ""
        return f"{self.tokens[at].text}{reflexive} {self._particle(at)}".rstrip()

    def is_reported_verb(self, verb: int) -> bool:
        """Return whether a verb is part of what is reported: `Erst Reis habe ihm geglaubt.`"""
        finite = self._finite(0, verb)
        return finite != verb and self.tokens[finite].low in self._lexicon.subjunctive

    def is_reported(self) -> bool:
        """Return whether a verb shows that the sentence is reported speech."""
        lexicon = self._lexicon
        if any(token.low in lexicon.singular_first_person for token in self.tokens):
            return False
        if any(token.low in lexicon.subjunctive and not token.capital for token in self.tokens):
            return True
        behind = (self.tokens[m.last] for m in self.mentions if m.can_lead and m.last < len(self.tokens))
        return any(
            token.low.endswith(lexicon.subjunctive_endings) and not token.low.endswith(lexicon.past_endings)
            and token.low not in lexicon.function_words and not token.capital
            for token in behind
        )  # fmt: skip

    def subject(self, first: int, last: int, verb: int | None) -> LexicalMention | None:
        """Return the subject of a verb, or of the sentence if there is none."""
        found = self._subject(first, last, verb)
        return self.apposed(found) if found is not None else None

    def _finite(self, first: int, verb: int) -> int:
        """Return the auxiliary of a participle, which has the subject beside it: `hatte Reis dem Chef vorgeworfen`."""
        if self.tokens[verb].low not in self._lexicon.participles:
            return verb
        for at in range(verb - 1, first - 1, -1):
            if self.tokens[at].kind != "word":
                return verb
            if self.tokens[at].low in self._lexicon.perfect_auxiliaries:
                return at
        return verb

    def _subject(self, first: int, last: int, verb: int | None) -> LexicalMention | None:
        verb = self._finite(first, verb) if verb is not None else None
        fitting = [m for m in self.mentions if first <= m.first < last and self._can_be_subject(m)]
        if not fitting:
            if verb is None:
                return None
            return self._opening(first, verb) or self._described(verb + 1, verb + 2) or self._group(first, verb)
        if verb is None:
            return next((m for m in fitting if m.kind != "noun" or not m.is_new), fitting[0])
        left = next((m for m in reversed(fitting) if m.last <= verb), None)
        left = self._owner_of_clause(fitting, left, verb)
        start = self._opening(first, verb) if left is None else None
        if start is not None:
            return start
        right = self._described(verb + 1, verb + 2) if left is None else None
        right = right or next((m for m in fitting if m.first > verb), None)
        if left is not None and self._is_next_to(left, verb) and self._is_clause_start(left.first):
            return left
        if right is not None and self._follows(verb, right.first):
            return right
        if left is not None:
            start = next((m for m in fitting if m.last <= verb and self._is_clause_start(m.first)), None)
            return start if start is not None and not self._has_own_clause(start.last, verb) else left
        return right

    def _owner_of_clause(
        self, fitting: Sequence[LexicalMention], left: LexicalMention | None, verb: int
    ) -> LexicalMention | None:
        """Return whom a relative clause before a verb is about, if a mention is inside it: `Reis, den sie kennt, nennt …`."""
        if left is None or self.tokens[verb - 1].text != "," or verb - 1 == left.last - 1:
            return left
        opening = next((at for at in range(left.first - 1, 0, -1) if self.tokens[at].text == ","), 0)
        if not opening or self.tokens[opening + 1].low not in self._lexicon.relatives:
            return left
        return next((m for m in fitting if m.last == opening), left)

    def _opening(self, first: int, verb: int) -> LexicalMention | None:
        """Return words with an article before a verb, unless a pronoun behind it is the subject: `Das wies er zurück`."""
        behind = self.tokens[verb + 1].low if verb + 1 < len(self.tokens) else ""
        found = self._described(first, first + 1)
        is_subject = behind not in self._lexicon.pronouns or behind in self._lexicon.determiners
        return found if found is not None and self._attributes_end(found.last, verb) == verb and is_subject else None

    def _group(self, first: int, verb: int) -> LexicalMention | None:
        """Return a noun without an article right before a verb: `Beobachter sprachen von …`."""
        token, lexicon = self.tokens[first], self._lexicon
        is_noun = token.capital and token.low not in lexicon.function_words and token.low not in lexicon.time_nouns
        if verb != first + 1 or not is_noun or not lexicon.nouns_have_capitals:
            return None
        return LexicalMention("noun", first, verb, token.text, token.low, True, definite=False, is_new=True)

    def _can_be_subject(self, mention: LexicalMention) -> bool:
        is_nobody = mention.kind == "owner" or mention.low in self._lexicon.impersonal_subjects
        is_bracketed = mention.first > 0 and self.tokens[mention.first - 1].text == "("
        return mention.can_lead and not is_nobody and not is_bracketed

    def _is_next_to(self, mention: LexicalMention, verb: int) -> bool:
        """Return whether a verb is right behind a mention, or behind brackets or an apposition: `Reis, die Sprecherin, sagte`."""
        at = self._attributes_end(mention.last, verb)
        if at < verb and self.tokens[at].text in ",(":
            closing = {",": ",", "(": ")"}[self.tokens[at].text]
            end = next((i for i in range(at + 1, verb) if self.tokens[i].text == closing), None)
            is_relative = self.tokens[at + 1].low in self._lexicon.relatives and end is not None and end + 1 == verb
            has_verb = not is_relative and any(token.low in self._lexicon.auxiliaries for token in self.tokens[at : end or at])
            at = end + 1 if end is not None and not has_verb else at
        is_apposed = mention.first > 0 and self.tokens[mention.first - 1].text == "," and self.tokens[mention.last].text == ","
        return at == verb or (is_apposed and mention.last + 1 == verb)

    def _attributes_end(self, first: int, verb: int, most: int = _ATTRIBUTES) -> int:
        """Return where the attributes of a subject end that are right before a verb: `Reis von den Grünen sagte`."""
        lexicon = self._lexicon
        if first >= verb or verb - first > most or self.tokens[first].low not in lexicon.attribute_openers:
            return first
        return (
            verb
            if all(token.kind == "word" and token.low not in lexicon.auxiliaries for token in self.tokens[first:verb])
            else first
        )

    def _is_clause_start(self, at: int) -> bool:
        lexicon = self._lexicon
        while at and self.tokens[at - 1].low in lexicon.adverbs and self.tokens[at - 1].low not in lexicon.conjunctions:
            at -= 1
        if at == 0 or self.tokens[at - 1].text in ",:;–—":
            return True
        return self.tokens[at - 1].low in lexicon.conjunctions or self.tokens[at - 1].low in lexicon.subordinators

    def is_leading(self, mention: LexicalMention) -> bool:
        """Return whether a mention opens a clause, or is behind a verb of speech."""
        before = self.tokens[mention.first - 1].low if mention.first else ""
        return mention.can_lead and (before in self._lexicon.speech or self._is_clause_start(mention.first))

    def _has_own_clause(self, first: int, verb: int) -> bool:
        """Return whether a new clause with a subject of its own begins between a subject and a verb."""
        return any(
            m.can_lead and m.kind in ("name", "pronoun") and first <= m.first < verb and self._is_clause_start(m.first)
            for m in self.mentions
        )

    def _follows(self, verb: int, at: int) -> bool:
        return at - verb <= 4 and all(
            token.low in self._lexicon.adverbs or token.low in self._lexicon.object_pronouns
            for token in self.tokens[verb + 1 : at]
        )
