"""Find the words of a text that may be names.

Their own words, and those beside them, show of which kind they are.
"""

from collections.abc import Iterator, Sequence

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.names.name_words import NameCandidate, NameWords
from briefing_tui.analysis.lexical.names.organization_reader import OrganizationReader
from briefing_tui.analysis.lexical.names.person_reader import PersonReader
from briefing_tui.analysis.lexical.tokens import LexicalToken


class CandidateFinder:
    """A reader of texts that finds candidates for names."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """Take the lexicon, and words in lower case that the article uses as common ones."""
        words = NameWords(lexicon, common)
        self._organizations = OrganizationReader(words)
        self._persons = PersonReader(words)

    def find(self, text: str, tokens: Sequence[LexicalToken]) -> Iterator[NameCandidate]:
        """Yield the candidates of a text in order; they do not overlap."""
        at = 0
        while at < len(tokens):
            if not tokens[at].capital:
                at += 1
                continue
            found = self._organizations.read(text, tokens, at) or self._persons.read(text, tokens, at)
            if found is None:
                at += 1
                continue
            if found.kind != "unknown":
                yield found
            at = max(at + 1, found.last)
