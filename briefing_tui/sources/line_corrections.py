"""Apply the user's line corrections: classify lines anew and assemble the document again."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefing_tui.languages.dates import find_dates
from briefing_tui.model.briefing import Image, Paragraph
from briefing_tui.model.document import Document, LineCorrection, LineCorrectionKind, SourceLine, SourceLineKind
from briefing_tui.sources.assemble import LEVEL, ClassifiedLine, assemble
from briefing_tui.sources.shared.author_names import read_byline, read_editors
from briefing_tui.sources.shared.credits.lines import credit_in_line
from briefing_tui.text.safety import one_line
from briefing_tui.text.slugs import Ids

_WORDS = 100
_LONGEST_NAME = 100
BY_HAND = "set by hand"
_ONLY_ONE = ("title", "lead", "date")
"""Kinds of line that an article has one of: a line corrected to be it replaces the earlier one."""
_TEXT = ("paragraph", "item", "quote", "code", "table")
_PICTURE = ("caption", "credit", "alt")


def words_of(text: str) -> str:
    """Return the words that identify a line: white space collapsed, the first 100 characters."""
    return one_line(text[: 4 * _WORDS])[:_WORDS].rstrip()  # front matter, where corrections are kept, has no blanks at the end


def correction_of(rows: Sequence[SourceLine], index: int, kind: LineCorrectionKind) -> LineCorrection:
    """Return the correction to keep when the user says what a row is.

    Args:
        rows: the rows of the document as it was read.
        index: the corrected row's index in `rows`.
        kind: what the user says it is.
    """
    row = rows[index]
    words = words_of(row.text)
    again = sum(1 for other in rows[:index] if other.line == row.line and words_of(other.text) == words)
    return LineCorrection(row.line, words, kind, again)


def add_head_rows(document: Document) -> Document:
    """Return the document with a row for each part of its head that has none.

    Such parts come from a page's metadata; their rows are at line 0.
    """
    has = {row.kind for row in document.rows}
    parts: list[tuple[SourceLineKind, str | None]] = [
        ("title", document.title),
        ("kicker", document.kicker),
        ("lead", document.lead),
        ("date", document.published),
        *(("byline", name) for name in document.authors),
        *(("editor", name) for name in document.editors),
    ]
    head = tuple(SourceLine(0, text, kind) for kind, text in parts if text and kind not in has)
    return replace(document, rows=(*head, *document.rows))


def apply_line_corrections(document: Document, corrections: Sequence[LineCorrection]) -> tuple[Document, tuple[str, ...]]:
    """Return the document as corrected, and messages about corrections that do not apply.

    Args:
        document: the document as it was read.
        corrections: in the order in which the user made them; later ones win.

    The messages name lines that are no longer found, or that can't be what the user said. The number and order of `rows` stay.
    """
    if not corrections:
        return document, ()
    chosen, notes = _corrections_by_row(document.rows, corrections)
    for index, correction in list(chosen.items()):
        if why := _why_not(document.rows[index].text, correction):
            notes.append(why)
            del chosen[index]
    if not chosen:
        return document, tuple(notes)
    return _CorrectedDocument(document, chosen).corrected(), tuple(notes)


def _corrections_by_row(
    rows: Sequence[SourceLine], corrections: Sequence[LineCorrection]
) -> tuple[dict[int, LineCorrection], list[str]]:
    """Return the correction of each row by its index, and messages about lines that are not found.

    A correction applies to the row of its line and words, or else to the nearest row of these words.
    """
    sought = {correction.words.rstrip() for correction in corrections}
    same: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if (words := words_of(row.text)) in sought:
            same[words].append(index)
    chosen: dict[int, LineCorrection] = {}
    notes: list[str] = []
    for correction in corrections:
        there = same[correction.words.rstrip()]
        here = [index for index in there if rows[index].line == correction.line]
        if here:
            index = here[min(correction.again, len(here) - 1)]
        elif there:
            index = min(there, key=lambda index: abs(rows[index].line - correction.line))
        else:
            notes.append(
                f"line {correction.line}, set to be {correction.kind}, is no longer in the source: “{correction.words[:60]}”"
            )
            continue
        chosen.pop(index, None)  # The last correction comes last, also among those of one line.
        chosen[index] = correction
    for kind in _ONLY_ONE:
        for index in [index for index, correction in chosen.items() if correction.kind == kind][:-1]:
            del chosen[index]
    return chosen, notes


def _why_not(text: str, correction: LineCorrection) -> str:
    """Return why a line can't be what the user said; empty if it can."""
    if correction.kind == "date" and not _days(text):
        return f"line {correction.line} holds no date: “{correction.words[:60]}”"
    if correction.kind == "byline" and not _names(text):
        return f"line {correction.line} holds no name: “{correction.words[:60]}”"
    return ""


def _days(text: str) -> list[str]:
    return [dated.day for dated in find_dates(text[:1000])]


def _names(text: str) -> tuple[str, ...]:
    """Return the names on a line that the user says is the byline.

    That is the line itself if no rule finds any.
    """
    line = one_line(text[:1000])
    found = read_byline(line) or read_byline(f"By {line}")
    return found.names if found else (line,) if 0 < len(line) <= _LONGEST_NAME else ()


def _caption_and_credit(text: str) -> tuple[str, str | None]:
    """Return the caption and the credit of a line that the user says is a caption."""
    from briefing_tui.sources.shared.credits.captions import (
        split_caption,  # its patterns take longer to compile than an article to read
    )

    glued = credit_in_line(text)
    caption, credit = (glued.caption, glued.credit) if glued else split_caption(text)
    return (caption, credit) if caption else (text, None)


class _CorrectedDocument:
    """A document taken apart into lines and pictures, to be assembled again."""

    def __init__(self, document: Document, chosen: dict[int, LineCorrection]) -> None:
        self.document, self.chosen = document, chosen
        self.old = {section.id: section for section in document.sections}
        self.rows = [self._corrected_row(index, row) for index, row in enumerate(document.rows)]
        self.items: list[ClassifiedLine | Image] = []
        self.level = LEVEL
        self.waiting: dict[tuple[str, int], list[Image]] = defaultdict(list)
        for image in self._kept_images():
            self.waiting[image.section or "", -1 if image.after is None else image.after].append(image)

    def _corrected_row(self, index: int, row: SourceLine) -> SourceLine:
        """Return a row as the user corrected it; a row whose place another one has is dropped."""
        correction = self.chosen.get(index)
        if correction is None:
            displaced = row.kind in _ONLY_ONE and any(other.kind == row.kind for other in self.chosen.values())
            return SourceLine(row.line, row.text, "dropped", f"another line is the {row.kind}") if displaced else row
        if correction.kind == "nothing":
            return SourceLine(row.line, row.text, "dropped", BY_HAND, by_hand=True)
        return SourceLine(row.line, row.text, correction.kind, by_hand=True)

    def corrected(self) -> Document:
        """Return the document assembled again."""
        self._place("", -1)
        if "lead" not in self.old or self.old["lead"].heading is None:
            self._place("lead", -1)
        for index, (old, new) in enumerate(zip(self.document.rows, self.rows, strict=True)):
            self._read(index, old, new)
        for section, after in list(self.waiting):
            self._place(section, after)
        sections, images, rows = assemble(self.items, Ids(self.old))
        return replace(self.document, **self._head(), images=images, sections=sections, rows=rows)

    # The body

    def _read(self, index: int, old: SourceLine, new: SourceLine) -> None:
        bare = replace(new, of="", index=None)
        if new.kind == "heading":
            self.items.append(self._heading(old, bare))
        elif new.kind in _TEXT:
            self.items.append(ClassifiedLine(bare, self._paragraph(old, new)))
        elif new.by_hand and new.kind in ("caption", "credit"):
            self._add_to_picture(index, new)
        else:
            self.items.append(ClassifiedLine(new))
        if old.index is not None or old.kind == "heading":
            self._place(old.of, -1 if old.index is None else old.index)

    def _heading(self, old: SourceLine, new: SourceLine) -> ClassifiedLine:
        """Return a heading: an old one keeps its id and level.

        A new one gets the level of the one before.
        """
        if old.kind == "heading":
            self.level = self.old[old.of].level
            new = replace(new, of=old.of)
        return ClassifiedLine(new, heading=one_line(new.text), level=self.level)

    def _paragraph(self, old: SourceLine, new: SourceLine) -> Paragraph:
        if old.index is None:
            return Paragraph(one_line(new.text))
        was = self.old[old.of].paragraphs[old.index]
        if not new.by_hand or was.kind == "paragraph":
            return was
        return Paragraph(one_line(was.text), marks=was.marks if was.kind in ("item", "quote") else ())

    # Pictures

    def _kept_images(self) -> list[Image]:
        """Return the images without the words that the user took from them; images with nothing left are dropped."""
        left: dict[str, set[str]] = defaultdict(set)
        corrected: set[str] = set()
        for old, new in zip(self.document.rows, self.rows, strict=True):
            if old.kind in _PICTURE and new.by_hand:
                corrected.add(old.of)
            elif old.kind in _PICTURE:
                left[old.of].add(old.kind)
        kept: list[Image] = []
        for image in self.document.images:
            if image.id in corrected:
                image = self._without(image, left[image.id])
            if image.id not in corrected or image.caption or image.credit or image.alt or image.url:
                kept.append(image)
        return kept

    def _without(self, image: Image, left: set[str]) -> Image:
        """Return an image with what its remaining lines say.

        Its description stays if no line of the source has it.
        """
        rows = [row for row in self.document.rows if row.of == image.id and row.kind in _PICTURE]
        kinds = {row.kind for row in rows}
        return replace(
            image,
            caption=image.caption if "caption" in left else None,
            credit=image.credit if left & {"caption", "credit"} and not ("credit" in kinds and "credit" not in left) else None,
            alt=image.alt if "alt" in left or "alt" not in kinds else None,
        )

    def _add_to_picture(self, index: int, row: SourceLine) -> None:
        """Give a caption or a credit to the adjacent picture that has none, or to a new one."""
        caption, credit = _caption_and_credit(one_line(row.text)) if row.kind == "caption" else (None, one_line(row.text))
        image = self._adjacent_image(index, row.kind)
        if image is None:
            image = Image(self._free_image())
            self.items.append(image)
        self._replace(replace(image, caption=caption or image.caption, credit=credit or image.credit))
        self.rows[index] = replace(row, of=image.id)
        self.items.append(ClassifiedLine(self.rows[index]))

    def _adjacent_image(self, index: int, kind: str) -> Image | None:
        """Return the picture beside a row that lacks such words.

        It is the picture of the row above or below, or one since the last paragraph.
        """
        near = [self.rows[at].of for at in (index - 1, index + 1) if 0 <= at < len(self.rows) and self.rows[at].kind in _PICTURE]
        waiting = [image for images in self.waiting.values() for image in images if image.id in near]
        by_id = {image.id: image for image in (*waiting, *self._placed())}
        candidates = [*(by_id[name] for name in near if name in by_id), *self._since_text()]
        return next((image for image in candidates if not (image.caption if kind == "caption" else image.credit)), None)

    def _placed(self) -> list[Image]:
        return [item for item in self.items if isinstance(item, Image)]

    def _since_text(self) -> list[Image]:
        """Return the pictures since the last paragraph or heading."""
        found: list[Image] = []
        for item in reversed(self.items):
            if isinstance(item, Image):
                found.append(item)
            elif item.paragraph or item.heading:
                break
        return found[::-1]

    def _replace(self, image: Image) -> None:
        def replaced(other: ClassifiedLine | Image) -> ClassifiedLine | Image:
            return image if isinstance(other, Image) and other.id == image.id else other

        self.items[:] = map(replaced, self.items)
        for images in self.waiting.values():
            images[:] = [image if other.id == image.id else other for other in images]

    def _free_image(self) -> str:
        used = {image.id for image in (*self.document.images, *self._placed())}
        return next(name for number in range(1, len(used) + 2) if (name := f"image-{number}") not in used)

    def _place(self, section: str, after: int) -> None:
        """Put the pictures that followed an old paragraph at the current place."""
        self.items += self.waiting.pop((section, after), ())

    # The head

    def _head(self) -> dict[str, object]:
        document = self.document
        changed = [
            (old, new) for old, new in zip(document.rows, self.rows, strict=True) if new is not old and new.kind != old.kind
        ]
        lost = {old.kind for old, _ in changed}
        gone = [old.text for old, _ in changed if old.kind in ("byline", "editor")]
        names = {name for text in gone for name in (*_names(text), *read_editors(one_line(text)))}
        by_hand = {new.kind: one_line(new.text) for new in self.rows if new.by_hand}
        authors = [name for name in document.authors if name not in names]
        authors += [name for new in self.rows if new.by_hand and new.kind == "byline" for name in _names(new.text)]
        published = None if "date" in lost and self._was_published(changed) else document.published
        return {
            "title": by_hand.get("title") or (None if "title" in lost else document.title),
            "lead": by_hand.get("lead") or (None if "lead" in lost else document.lead),
            "kicker": None if "kicker" in lost else document.kicker,
            "authors": tuple(dict.fromkeys(authors)),
            "editors": tuple(name for name in document.editors if name not in names),
            "published": _days(by_hand["date"])[0] if "date" in by_hand else published,
        }

    def _was_published(self, changed: list[tuple[SourceLine, SourceLine]]) -> bool:
        """Return whether the day of publication was on a line that is a date no longer."""
        published = self.document.published
        return any(old.kind == "date" and published in (*_days(old.text), old.text) for old, _ in changed)
