"""Find what an article says that an actor is: titles, appositions and `X ist …`."""

from collections.abc import Iterator, Sequence

from briefing_tui.analysis.language import Texts
from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.tokens import LexicalToken, tokenize
from briefing_tui.analysis.shared.names import Mention, Name

_MOST = 3
_LONGEST = 10
"""The most words of a role."""
_REACH = 120
_ENDS = frozenset(',.;:()[]–—!?“”„«»"')


class RoleFinder:
    """A reader of the words around mentions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, name: Name, texts: Texts) -> tuple[str, ...]:
        """Return an actor's roles as the article words them.

        A fuller one replaces those it repeats.
        """
        roles: list[str] = []
        for mention in name.mentions:
            text = texts[(mention.place.at, mention.place.paragraph)]
            for role in self._at(text, mention, name.kind):
                if role and role not in name.name:
                    _keep(roles, role)
            if len(roles) > _MOST:
                break
        return tuple(roles[:_MOST])

    def _at(self, text: str, mention: Mention, kind: str) -> Iterator[str]:
        start, end = mention.place.start or 0, mention.place.end or 0
        left = text[max(0, start - _REACH) : start].rstrip()
        if kind != "person":
            yield self._noun_before(tokenize(left[left.rfind(" ") + 1 :], self._lexicon.forms))
            return
        title = len(mention.title.split())
        before = tokenize(left, self._lexicon.forms) if title or left.endswith(",") else []
        after = self._behind(text[end : end + _REACH])
        titled = self._title(before[max(0, len(before) - title) :]) if title else ""
        if titled:
            yield f"{self._adjectives(before[: len(before) - title])}{titled}"
        elif before and before[-1].text == ",":
            yield self._chunk_before(before[:-1])
        if after[:1] and after[0].text == ",":
            yield self._phrase(after[1:], closed=True)
        elif after[:1] and after[0].low in self._lexicon.being:
            yield self._phrase(after[1:], closed=False)

    def _behind(self, text: str) -> Sequence[LexicalToken]:
        """Return the tokens behind a name if they can tell a role: behind a comma or `ist`."""
        opening = text.split(maxsplit=1)[:1]
        if not opening or not (opening[0].startswith(",") or opening[0].lower().strip(",.;:") in self._lexicon.being):
            return []
        return tokenize(text, self._lexicon.forms)

    def _noun_before(self, before: Sequence[LexicalToken]) -> str:
        """Return the noun that an organisation is introduced by: `die Gewerkschaft Komba`."""
        if not before or not before[-1].capital:
            return ""
        low = before[-1].low
        return before[-1].text if self._lexicon.is_generic_organization(low) or self._lexicon.is_organization(low) else ""

    def _title(self, tokens: Sequence[LexicalToken]) -> str:
        """Return a title without the forms of address that are no office."""
        words = [token.text for token in tokens if token.kind == "word" and token.low not in self._lexicon.honorifics]
        return " ".join(words)

    def _adjectives(self, before: Sequence[LexicalToken]) -> str:
        """Return the adjectives before a title that change it or say of what: `ehemalige`, `französische`."""
        found: list[str] = []
        for token in reversed(before):
            lexicon = self._lexicon
            is_place = token.capital and token.low.endswith(lexicon.place_adjective_endings)
            is_known = token.low in lexicon.role_adjectives or token.low.endswith(lexicon.role_adjective_endings)
            is_small = token.kind != "word" or token.low in lexicon.function_words
            if is_small or not (is_place or (is_known and not token.capital)):
                break
            found.insert(0, token.text)
            if len(found) == 2:
                break
        return "".join(f"{word} " for word in found)

    def _chunk_before(self, before: Sequence[LexicalToken]) -> str:
        """Return a role before a name and a comma, back to its article: `der Chef der Werft, `."""
        for at in range(len(before) - 1, max(-1, len(before) - _LONGEST), -1):
            if before[at].text in _ENDS:
                return ""
            if before[at].low in self._lexicon.nominative and at + 1 < len(before):
                role = self._phrase(before[at:], closed=False)
                if role:
                    return role
        return ""

    def _phrase(self, tokens: Sequence[LexicalToken], closed: bool) -> str:
        """Return the role that some words begin with, up to the next mark; `closed` wants that mark."""
        lexicon = self._lexicon
        end = next((at for at, token in enumerate(tokens) if token.text in _ENDS or at > _LONGEST), len(tokens))
        words = list(tokens[:end])
        while words and (words[0].low in lexicon.determiners or words[0].low in lexicon.adverbs):
            words.pop(0)
        noun = next((at for at, token in enumerate(words) if token.capital == lexicon.nouns_have_capitals), None)
        if noun is None or noun > 3 or any(token.low in lexicon.function_words for token in words[:noun]):
            return ""
        while noun < len(words) and lexicon.role(words[noun].low) is None and noun < 3:
            noun += 1
        if noun < len(words) and words[noun].low in lexicon.generic_roles:
            return ""
        if noun >= len(words) or lexicon.role(words[noun].low) is None or (closed and end > _LONGEST):
            return ""
        last = noun + 1
        while last < len(words) and words[last].low not in lexicon.auxiliaries and words[last].low not in lexicon.speech:
            if words[last].low in lexicon.conjunctions and not (last + 1 < len(words) and words[last + 1].capital):
                break
            last += 1
        if closed and last < len(words):
            last = min(last, noun + 1)
        return " ".join(token.text for token in words[:last])


def _keep(roles: list[str], role: str) -> None:
    """Add a role unless another has it already; a fuller one replaces those it repeats."""
    low = role.casefold()
    for index, known in enumerate(roles):
        if low in known.casefold():
            return
        if known.casefold() in low:
            roles[index] = role
            return
    roles.append(role)
