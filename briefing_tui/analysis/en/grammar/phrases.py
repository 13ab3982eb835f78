"""Hold what a sentence is made of, as far as attribution needs it.

The pieces are noun phrases, verbs of speech, function words and quotations.
"""

from typing import Literal

from msgspec import Struct

Kind = Literal["quote", "name", "noun", "pronoun", "object", "relative", "that", "verb", "auxiliary", "adverb", "preposition",
               "subordinator", "conjunction", "participle", "punctuation", "word"]  # fmt: skip
NOMINAL = frozenset({"name", "noun", "pronoun"})


class Phrase(Struct, gc=False):
    """A piece of a paragraph: its kind, its range, its words.

    Nominal pieces have a head (the last word, in lower case) and, if they end in a name, that name and the title before it;
    `owner` is the part before a possessive. Verbs have their lemma, quotations their number.
    """

    kind: Kind
    start: int
    end: int
    text: str
    low: str
    head: str = ""
    name: str = ""
    title: str = ""
    owner: str = ""
    lemma: str = ""
    quote: int = -1
    plural: bool = False
