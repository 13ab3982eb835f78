"""What a sentence is made of, as far as attribution needs it: noun phrases, verbs of speech, function words, quotations."""

from typing import Literal

from msgspec import Struct

Kind = Literal["quote", "name", "noun", "pronoun", "object", "relative", "that", "verb", "auxiliary", "adverb", "preposition",
               "subordinator", "conjunction", "participle", "punctuation", "word"]  # fmt: skip
NOMINAL = frozenset({"name", "noun", "pronoun"})


class Phrase(Struct, gc=False):
    """A piece of a paragraph: its kind, its range, its words. Nominal ones know their head (the last word, in lower case) and,
    when they end in a name, that name and the title before it; `owner` is the part before a possessive. Verbs know their lemma,
    quotations their number."""

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
