"""Recognise teams that are named as their places, in reports of matches.

An example is `Portolan gewann gegen Bremen`.
"""

from collections.abc import Iterator, Sequence

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.names.name_words import NameCandidate
from briefing_tui.analysis.lexical.tokens import LexicalToken

_FEWEST_NOUNS = 5
"""The fewest different nouns of match reports in one."""
_LONGEST = 2
"""The most words of a place."""


def find_teams(
    lexicon: Lexicon, texts: Sequence[str], token_lists: Sequence[Sequence[LexicalToken]]
) -> Iterator[tuple[int, NameCandidate]]:
    """Yield the mentions of places that play, each with the number of its text.

    A place plays if a text has it right behind a word like `gegen`, or before a verb like `gewann`.
    """
    if not _is_of_match(lexicon, token_lists):
        return
    places: dict[str, list[tuple[int, int, int]]] = {}
    playing: set[str] = set()
    for number, tokens in enumerate(token_lists):
        for first in range(len(tokens)):
            last = _place_end(lexicon, texts[number], tokens, first)
            article = first > 1 and tokens[first - 1].low in lexicon.determiners  # `gegen die USA`
            before = tokens[first - 1 - article] if first else None
            if not last or (before is not None and before.low in lexicon.prepositions - lexicon.words_before_opponents):
                continue
            place = texts[number][tokens[first].start : tokens[last - 1].end]
            places.setdefault(place, []).append((number, first, last))
            behind = tokens[last].low if last < len(tokens) else ""
            if behind in lexicon.playing_verbs or (before is not None and before.low in lexicon.words_before_opponents):
                playing.add(place)
    for place in playing:
        for number, first, last in places[place]:
            tokens = token_lists[number]
            start, end = tokens[first].start, tokens[last - 1].end
            yield number, NameCandidate("organization", first, last, place, start, end)


def _is_of_match(lexicon: Lexicon, token_lists: Sequence[Sequence[LexicalToken]]) -> bool:
    if not lexicon.sports_nouns:
        return False
    seen = {token.low for tokens in token_lists for token in tokens} & lexicon.sports_nouns
    return len(seen) >= _FEWEST_NOUNS


def _place_end(lexicon: Lexicon, text: str, tokens: Sequence[LexicalToken], first: int) -> int:
    """Return where the name of a place ends that begins at a token; 0 without one."""
    if not tokens[first].capital:
        return 0
    for last in range(min(first + _LONGEST, len(tokens)), first, -1):
        word = text[tokens[first].start : tokens[last - 1].end]
        if word in lexicon.places or word in lexicon.team_names:
            return last
    return 0
