"""Read an article from plain text: copied, dumped by a text browser, or written.

No library reads such text. The lines are restored (`cleanup.dump`); each gets evidence, and the run with the highest sum is the
body (`body`). Above it are title, lead and byline (`head`), within it pictures (`pictures`) and everything else (`line_roles`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from briefing_tui.languages.datelines import dateline_of_text
from briefing_tui.languages.detection import language_of
from briefing_tui.model.briefing import Image, Paragraph, Source
from briefing_tui.model.document import Document, SourceLine, SourceLineKind
from briefing_tui.sources.assemble import ClassifiedLine, assemble
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.plain.body import LineFacts, body_span, find_credits, gather_facts, widened_span
from briefing_tui.sources.plain.cleanup.dump import read_lines
from briefing_tui.sources.plain.head.authors import cut_author_note, find_authors
from briefing_tui.sources.plain.head.fields import TextHead, find_first_paragraph, find_head_dates
from briefing_tui.sources.plain.head.lead import find_lead
from briefing_tui.sources.plain.head.publisher import find_publisher
from briefing_tui.sources.plain.head.title import find_kicker, find_title, title_words
from briefing_tui.sources.plain.interruptions import find_continued_end, find_first_post
from briefing_tui.sources.plain.labels.features import Around
from briefing_tui.sources.plain.labels.findings import Findings
from briefing_tui.sources.plain.labels.labeller import label_lines
from briefing_tui.sources.plain.labels.revision import FEWEST_LINES, revise
from briefing_tui.sources.plain.line_roles import LineRole, classify_lines
from briefing_tui.sources.plain.lines import UNSPACED_LETTER, Line, TextLines
from briefing_tui.sources.plain.pictures import TextPicture, find_pictures
from briefing_tui.sources.plain.turns import keep_turns
from briefing_tui.sources.shared.notices import ASKS, LITTLE, WALL

_FEWEST_WORDS = 8
_MANY_TEASERS = 8


class _Reading(NamedTuple):
    """The lines of a text, the refused ones, and what was found in them.

    `roles` are those of the body's lines, by index.
    """

    lines: list[Line]
    refused: list[tuple[int, str, str]]
    head: TextHead
    figures: list[TextPicture]
    roles: dict[int, LineRole]


def read_plain(text: str, name: str, sha256: str) -> Document:
    """Read the article of a plain text.

    Every kept word is the text's; only white space, wraps and marks are changed (see `cleanup.dump`).

    Args:
        text: the text, without characters that act on a terminal.
        name: what the document calls its source.
        sha256: the SHA-256 of the source's bytes in hex.

    Raises NoArticle if the text holds none: it is empty, a login wall, a cookie notice, or an index of other articles.
    """
    return read_restored(read_lines(text), name, sha256)


def read_restored(source: TextLines, name: str, sha256: str, title: int | None = None) -> Document:
    """Read the article of restored lines.

    Args:
        source: the lines, and those that were refused.
        name: what the document calls its source.
        sha256: the SHA-256 of the source's bytes in hex.
        title: the index of the line that is surely the title; found by rules if None.

    Raises NoArticle as `read_plain` does.
    """
    if not source.lines:
        raise NoArticle("the text is empty")
    known, found, end = find_by_rules(source.lines, title)
    head = found.head
    if len(source.lines) >= FEWEST_LINES:
        around = Around(head.first, end, head.title, found.codes())
        revise(source.lines, known, found, label_lines(source.lines, known, around))
    keep_turns(source.lines, found.roles)
    head.kicker = find_kicker(source.lines, known, head)
    _refuse(source.lines, known, found.roles)
    return _document(_Reading(source.lines, source.refused, head, found.figures, found.roles), Source(name, None, sha256))


def find_by_rules(lines: list[Line], title: int | None = None) -> tuple[list[LineFacts], Findings, int]:
    """Return the facts about the lines, and what rules find in them.

    The third is the line behind the body's last. A given `title` is surely the title's line.
    Raises NoArticle if no line reads like an article's.
    """
    known, start, end = find_body(lines)
    head = _head(lines, known, start, end, title)
    end = cut_author_note(lines, known, head, end)
    figures = find_pictures(lines, known, head, end)
    used = {index for figure in figures for index in figure.lines} | set(head.used)
    return known, Findings(head, figures, classify_lines(lines, known, head.first, end, used), title is not None), end


def find_body(lines: list[Line]) -> tuple[list[LineFacts], int, int]:
    """Return the facts about the lines, and where the body is.

    That is its first line, and the one behind its last. Raises NoArticle if no line reads like an article's.
    """
    known = gather_facts(lines)
    start, end = body_span(known)
    if start == end:
        raise NoArticle("no line of the text reads like an article's")
    start, end = widened_span(lines, known, start, end)
    start, end = find_first_post(lines, known, start), find_continued_end(lines, known, end)
    find_credits(lines, known, start, end)
    return known, start, end


def _head(lines: list[Line], known: list[LineFacts], start: int, end: int, title: int | None) -> TextHead:
    """Return the head of the article whose body is about `start` to `end`.

    Its `first` is the body's first paragraph.
    """
    head = TextHead(find_first_paragraph(lines, known, start, end))
    if title is not None:
        head.first = max(head.first, min(title + 1, end - 1))
    head.title = find_title(lines, known, head.first, end) if title is None else title
    find_lead(lines, known, head, end)
    find_authors(lines, known, head, end)
    find_head_dates(lines, head, end)
    return head


def _refuse(lines: list[Line], known: list[LineFacts], roles: dict[int, LineRole]) -> None:
    """Raise NoArticle if the lines are no article.

    They may be nothing, notices of the page, or one teaser after the other.
    """
    prose = [index for index, role in roles.items() if role.kind in ("paragraph", "item", "quote")]
    if not prose:
        raise NoArticle("no paragraphs were found in the text")
    said = [lines[index].key[:2000] for index in prose[:20]]
    if len({word for text in said for word in (*text.split(), *UNSPACED_LETTER.findall(text))}) < _FEWEST_WORDS:
        raise NoArticle("the text says the same few words again and again")
    notices = [index for index in prose if known[index].promo]
    if len(notices) > len(prose) // 2:
        raise NoArticle("the text is a page's notice: a login, cookies, an offer")
    if sum(len(lines[index].text) for index in prose) < LITTLE:
        if any(WALL.search(lines[index].key) and ASKS.search(lines[index].key) for index in prose):
            raise NoArticle("the text is a page's notice: a login, cookies, an offer")
        others = sum(facts.prose and not facts.promo for index, facts in enumerate(known) if index not in roles)
        if others >= _MANY_TEASERS:
            raise NoArticle("the text is an index of other articles")
    plain = [index for index in prose if known[index].prose] or prose
    alone = [index for index in plain if not any(0 <= i < len(lines) and known[i].prose for i in (index - 1, index + 1))]
    length = sum(len(lines[index].text) for index in plain) / len(plain)
    if len(plain) >= 8 and len(alone) >= 0.85 * len(plain) and length < 190:
        raise NoArticle("the text is an index of other articles")


def _document(reading: _Reading, source: Source) -> Document:
    lines, head = reading.lines, reading.head
    sections, images, rows = assemble(_classified(reading))
    title = title_words(lines[head.title]) if head.title is not None else None
    texts = [paragraph.text for section in sections for paragraph in section.paragraphs]
    return Document(
        source=source,
        title=title,
        kicker=lines[head.kicker].text if head.kicker is not None else None,
        lead=lines[head.lead].text if head.lead is not None else None,
        dateline=dateline_of_text(texts[0]) if texts else None,
        publisher=find_publisher(
            lines, head.title if head.title is not None else head.first, max(reading.roles, default=head.first), head.authors
        ),
        authors=head.authors,
        editors=head.editors,
        published=head.published,
        modified=head.modified,
        language=language_of(texts),
        images=images,
        sections=sections,
        rows=tuple(sorted(rows, key=lambda row: (row.line, row.kind == "dropped"))),
    )


def _classified(reading: _Reading) -> Iterator[ClassifiedLine | Image]:
    """Yield every classified line, and every picture behind its line; the refused lines come last."""
    lines, refused, head, figures, roles = reading
    named: dict[int | None, tuple[SourceLineKind, str]] = {index: (kind, "") for index, kind in head.used.items()}
    for number, figure in enumerate(figures, 1):
        named |= {index: (_of_figure(lines[index].text, figure), f"image-{number}") for index in figure.lines}
    named |= {head.kicker: ("kicker", ""), head.lead: ("lead", ""), head.title: ("title", "")}
    images = [Image(f"image-{number}", each.caption, each.alt, each.credit) for number, each in enumerate(figures, 1)]
    shown = 0
    for index, line in enumerate(lines):
        while shown < len(figures) and figures[shown].at < index:
            yield images[shown]
            shown += 1
        role = roles.get(index)
        if role and role.kind != "dropped":
            yield _text_line(line, role)
        elif index in named:
            kind, of = named[index]
            yield ClassifiedLine(SourceLine(line.number, line.text, kind, of=of))
        else:
            why = role.why if role else "above the article" if index < head.first else "below the article"
            yield ClassifiedLine(SourceLine(line.number, line.text, "dropped", why))
    yield from images[shown:]
    yield from (ClassifiedLine(SourceLine(number, text, "dropped", why)) for number, text, why in refused)


def _text_line(line: Line, role: LineRole) -> ClassifiedLine:
    row = SourceLine(line.number, line.text, role.kind)
    if role.kind == "heading":
        return ClassifiedLine(row, heading=line.text)
    if role.kind == "item":
        return ClassifiedLine(row, Paragraph(line.text, "item", depth=1, number=line.order))
    return ClassifiedLine(row, Paragraph(line.text, "quote" if role.kind == "quote" else "paragraph"))


def _of_figure(text: str, figure: TextPicture) -> SourceLineKind:
    """Return which of a picture's words a line holds; a caption with its credit is the caption."""
    if text == figure.alt:
        return "alt"
    return "caption" if figure.caption and figure.caption[:20] in text else "credit"
