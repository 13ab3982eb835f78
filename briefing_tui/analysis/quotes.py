"""Find the quotes of a document, each with its speaker.

Rules only, about a language as news writes it; nothing is learned and nothing is fetched. In a language without rules the
quotations are found without speakers.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing_tui.analysis.language import Paragraphs, language_of_document
from briefing_tui.analysis.shared.names import Name
from briefing_tui.analysis.shared.quote_marks import find_quotations
from briefing_tui.analysis.shared.speech import QuoteKind, SpokenPart
from briefing_tui.model.briefing import Paragraph
from briefing_tui.model.document import Document

HEADING = -1
"""The index of a section's heading among its paragraphs."""
ABOVE = ""
"""The section of the title, whose index is `HEADING`, and of the lead."""


class FoundPart(Struct, frozen=True):
    """A run of quoted words.

    It has the section's id, the index of the paragraph or `HEADING`, and the range without the marks.
    """

    section: str
    paragraph: int
    start: int
    end: int
    text: str


class FoundQuote(Struct, frozen=True):
    """An utterance.

    `speaker_text` is the article's word for the speaker ("she", "the minister"), `speaker_name` the person or group it refers
    to, as fully as the article names them, or else its fullest description; both are None for an unknown speaker. `verb` is the
    speech verb as written. `inferred` means that no speech tag names the speaker.
    """

    parts: tuple[FoundPart, ...]
    kind: QuoteKind
    speaker_text: str | None = None
    speaker_name: str | None = None
    verb: str | None = None
    inferred: bool = False


def find_quotes(document: Document, names: Iterable[Name] = ()) -> tuple[FoundQuote, ...]:
    """Return every quotation of a document's sections, in article order.

    Each has its speaker if one is found.

    Args:
        document: The article.
        names: Names that were found in it before; they make speakers' names the same as theirs.
    """
    language = language_of_document(document)
    places = list(_places(document, with_headings=language is not None and language.reads_headings))
    texts = [paragraph.text for _, _, paragraph in places]
    if language is None:
        parts = [SpokenPart(quoted.paragraph, *quoted.inner, "direct", None) for quoted in find_quotations(texts)]
    else:
        author = document.authors[0] if len(document.authors) == 1 else ""
        blocks = [number for number, (_, _, paragraph) in enumerate(places) if paragraph.kind == "quote"]
        headings = frozenset(number for number, (_, index, _) in enumerate(places) if index == HEADING)
        title = 0 if places and places[0][:2] == (ABOVE, HEADING) else None
        parts = language.find_speech(Paragraphs(texts, author, blocks, headings, title), names)
    return tuple(_quote(group, places) for group in _utterances(parts))


def _places(document: Document, with_headings: bool) -> Iterator[tuple[str, int, Paragraph]]:
    """Yield the section's id, the index and the paragraph of every text that speech can be in."""
    if with_headings and document.title:
        yield ABOVE, HEADING, Paragraph(document.title)
    if with_headings and document.lead:
        yield ABOVE, 0, Paragraph(document.lead)
    for section in document.sections:
        if with_headings and section.heading:
            yield section.id, HEADING, Paragraph(section.heading)
        for index, paragraph in enumerate(section.paragraphs):
            if paragraph.kind not in ("code", "table"):
                yield section.id, index, paragraph


def _utterances(parts: Sequence[SpokenPart]) -> Iterator[list[SpokenPart]]:
    """Yield the parts of each utterance together."""
    group: list[SpokenPart] = []
    for part in parts:
        if group and not (part.joins and _goes_on(group[-1], part)):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _goes_on(first: SpokenPart, second: SpokenPart) -> bool:
    """Return whether a part continues the one before it."""
    if first.speaker is None or second.speaker is None:
        return first.speaker is second.speaker
    return first.speaker.referent is second.speaker.referent and first.kind == second.kind == "direct"


def _quote(group: Sequence[SpokenPart], places: Sequence[tuple[str, int, Paragraph]]) -> FoundQuote:
    parts = []
    for part in group:
        section, index, paragraph = places[part.paragraph]
        parts.append(FoundPart(section, index, part.start, part.end, paragraph.text[part.start : part.end]))
    speaker = group[0].speaker
    if speaker is None:
        return FoundQuote(tuple(parts), group[0].kind)
    return FoundQuote(
        tuple(parts), group[0].kind, speaker.text, speaker.referent.display_name or speaker.text, speaker.verb, speaker.inferred
    )
