"""Descriptions of passages by their words, as in the W3C's TextQuoteSelector."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selector:
    """The words of a passage and those around it.

    `position` is the offset of the passage in the article's text when it was described. `unique` says whether its words, and
    either larger part of them, occurred only once then (None: unknown). If they did not, `shared` is the number of code points
    of prefix and suffix that the other occurrences have too, so that they identify nothing. `rival` is the similarity, from 0 to
    1, of the most similar other passage. `version` is the article text's: as long as no word has changed, `position` is right.

    The others describe an item: a quote, actor, image or section. `unique` says then whether no other item of its kind had the
    same words, and `version` changes with anything about those that have. `own` is an image's address or an actor's aliases,
    `neighbours` are the beginnings of the words of the items before and after it. `common` names what the other items with the
    same words shared with it: of `section`, `attribution`, `own`, `before` and `after`.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    position: int = 0
    unique: bool | None = None
    shared: tuple[int, int] = (0, 0)
    rival: float | None = None
    version: str = ""
    own: str = ""
    neighbours: tuple[str, str] = ("", "")
    common: tuple[str, ...] = ()
