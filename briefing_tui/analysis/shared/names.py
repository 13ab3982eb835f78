"""Hold the names of a document, and the texts that can have some."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from briefing_tui.model.briefing import ActorKind, Place
from briefing_tui.model.document import Document


class Mention(NamedTuple):
    """A place where a name occurs, and the name as written there.

    It is without its title and a possessive's ending; `title` is the title before it ("President", "Dr").
    """

    place: Place
    text: str
    title: str = ""


class Name(NamedTuple):
    """A person or an organisation of the document.

    `name` is the fullest name that the document has, `aliases` are the other names it uses; `mentions` are in the document's
    order (headline, lead, paragraphs, captions). `gender` is "female", "male" or None.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    gender: str | None = None
    mentions: tuple[Mention, ...] = ()


class TextBlock(NamedTuple):
    """A text of the document that names can be in: its place, and its words."""

    at: str
    paragraph: int | None
    text: str


def text_blocks(document: Document) -> Iterator[TextBlock]:
    """Yield the document's texts in reading order: headline, lead, paragraphs, captions."""
    if document.title:
        yield TextBlock("title", None, document.title)
    if document.lead:
        yield TextBlock("lead", None, document.lead)
    for section in document.sections:
        for index, paragraph in enumerate(section.paragraphs):
            if paragraph.kind != "code":
                yield TextBlock(section.id, index, paragraph.text)
    for image in document.images:
        if image.caption:
            yield TextBlock(image.id, None, image.caption)


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """Return what two spellings of one name share.

    It is in lower case, without accents, full stops and curly apostrophes.
    """
    if not text.isascii():
        text = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return " ".join(text.replace(".", " ").replace("’", "'").split()).casefold()
