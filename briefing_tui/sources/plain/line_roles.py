"""Classify each line of an article's body, or drop it for a reason.

A line is a paragraph, an item, a quote or a heading.
"""

from msgspec import Struct

from briefing_tui.languages.detection import language_of
from briefing_tui.languages.words import all_entries, all_words
from briefing_tui.model.document import SourceLineKind
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.line_shapes import (
    HEADING_WORDS,
    QUOTATION,
    is_advertisement,
    is_dated,
    is_question,
    is_quoted_title,
    is_title_case,
)
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.text.late_pattern import late_pattern

_LONG_HEADING = 10
_HEADING_LENGTH = 120
_SIGNED = late_pattern(r"[\"“”„«‘'][^\n]{15,}[\"“”»’'] ?(?:[―—–]|--?) ?[^\W\d_][^.!?:]{1,60}")
"""`“They never asked us.” ― Vera Holm`: a reader's voice, however short."""
_SECOND_PERSON, _ITEM_ENDINGS = all_words("second_person"), all_entries("item_endings")
_PULL_QUOTES = 30
_PULL_QUOTE_REACH = 300_000


class LineRole(Struct):
    """The role of a line: paragraph, item, quote, heading, or dropped and why.

    `is_certain` means that no other evidence counts.
    """

    kind: SourceLineKind
    why: str = ""
    is_certain: bool = False


class BodyReader:
    """The lines of a body, classified one after the other.

    Those that a picture or the head uses are left out. `roles` grows line by line.
    """

    def __init__(self, lines: list[Line], known: list[LineFacts], order: list[int]) -> None:
        self.lines, self.known, self.order = lines, known, order
        self.roles: dict[int, LineRole] = {}
        self.kept: int | None = None
        self.box = False

    def line(self, position: int) -> Line | None:
        """Return the line at a position of the order, None outside of it."""
        return self.lines[self.order[position]] if 0 <= position < len(self.order) else None

    def facts(self, position: int) -> LineFacts:
        """Return the facts of the line at a position."""
        return self.known[self.order[position]]

    def read(self) -> dict[int, LineRole]:
        """Return the role of every line."""
        seen: set[str] = set()
        for position, index in enumerate(self.order):
            line, facts = self.lines[index], self.known[index]
            if position and index != self.order[position - 1] + 1:
                self.box = False
            role = _role_by_itself(line, facts)
            if role and role.kind == "paragraph":
                if self.box and self._is_box_prose(position):
                    role = LineRole("dropped", "in a box of links")
                else:
                    self.box = False
            if (role is None or role.kind != "dropped") and line.key in seen and len(line.text) < 400:
                role = LineRole("dropped", "repeated")
            if role is None and self.box:
                role = self._boxed(position)
                self.box = role is not None
            role = role or self._among_others(position)
            if facts.opener and role.kind == "dropped":
                self.box = True
            self.roles[index] = role
            if role.kind != "dropped":
                seen.add(line.key)
                self.kept = index
        self._without_interview_headings()
        self._without_lone_long_heading()
        drop_pull_quotes(self.lines, self.roles)
        return self.roles

    def _boxed(self, position: int) -> LineRole | None:
        """Return the role of a line in a box of links; None if the box ends before it.

        A paragraph ends the box, or the heading right above one.
        """
        line, following = self.line(position), self.line(position + 1)
        assert line
        if not read_byline(line.text) and following and position and not self.facts(position - 1).opener:
            heading = line.gap and following.gap and line.words <= 7 and line.repeats == 1 and not line.ends
            if heading and self.facts(position + 1).prose:
                return None
        return LineRole("dropped", "in a box of links")

    def _is_box_prose(self, position: int) -> bool:
        """Return whether a sentence in a box of links belongs to the box.

        It is a question as title, or describes the next link's picture.
        """
        line, after = self.line(position), self.line(position + 1)
        assert line
        if len(line.text) > 160 or not after:
            return False
        if line.text[-1] == "?" and not any(mark in line.text[:-1] for mark in ".!?"):
            return True
        facts = self.facts(position + 1)
        linked = not (
            facts.prose or facts.furniture or facts.opener or facts.promo or facts.time or after.ends or after.text[-1] in ":;,"
        )
        return linked and (after.words >= 6 or after.repeats > 1)

    def _among_others(self, position: int) -> LineRole:
        """Return the role of a line by its mark, else by its neighbours."""
        line, after = self.line(position), self.line(position + 1)
        assert line
        before = self.lines[self.kept] if self.kept is not None else None
        before_kind = self.roles[self.kept].kind if self.kept is not None else ""
        if line.mark == ">":
            return LineRole("quote")
        if line.mark == "*":
            return _item(line, before, before_kind)
        if line.mark == "#":
            return (
                LineRole("heading", is_certain=line.is_marked)
                if self._paragraph_follows(position)
                else LineRole("dropped", "a heading with nothing below it")
            )
        adjacent = position > 0 and self.kept == self.order[position - 1]
        if before and adjacent and _is_unmarked_item(line, before, before_kind, after):
            return LineRole("item")
        return self._unmarked(position, line, after)

    def _unmarked(self, position: int, line: Line, after: Line | None) -> LineRole:
        """Return the role of a short line: paragraph, heading, or dropped."""
        if line.repeats == 1 and _SIGNED.fullmatch(line.text):
            return LineRole("paragraph", is_certain=True)
        near = self._paragraph_near(position)
        if near and _is_short_paragraph(line):
            return LineRole("paragraph")
        if self._is_heading(position):
            return LineRole("heading")
        if near and line.ends and line.words >= 3:
            return LineRole("paragraph")
        between = 0 < position < len(self.order) - 1 and self.facts(position - 1).prose and self.facts(position + 1).prose
        if between and line.words >= 12 and line.repeats == 1 and line.gap and after and after.gap:
            return LineRole("paragraph")
        return LineRole("dropped", "a short line with no paragraph below it")

    def _paragraph_near(self, position: int) -> bool:
        return any(self.facts(i).prose for i in range(max(0, position - 2), min(position + 3, len(self.order))))

    def _paragraph_follows(self, position: int) -> bool:
        """Return whether the next line is a paragraph, advertisements and a box of links left out."""
        line, box = self.line(position), False
        assert line
        for ahead in range(position + 1, min(position + 16, len(self.order))):
            facts, following = self.facts(ahead), self.line(ahead)
            assert following
            if ahead == position + 1 and _parts_from_paragraph(following, facts):
                return False
            if facts.opener and not facts.prose:
                box = ahead == position + 1 or box
                if not box:
                    return False
            elif facts.prose and not is_question(following) and not is_quoted_title(following):
                return True
            elif not (box or facts.furniture or facts.gallery or facts.promo or facts.time):
                return _opens_section(following, line)
        return False

    def _is_heading(self, position: int) -> bool:
        line, before = self.line(position), self.line(position - 1)
        assert line
        if line.words > HEADING_WORDS or len(line.text) > _HEADING_LENGTH or line.repeats > 3:
            return False
        if line.text[0].islower() or line.text[0] in "—–-" or is_dated(line) or not any(char.isalpha() for char in line.text):
            return False
        byline = read_byline(line.text)
        if (byline and (byline.labelled or "," in line.text)) or not self._paragraph_follows(position):
            return False
        timed = before is not None and self.facts(position - 1).time
        if line.repeats > 1 and not timed and (line.words > 6 or line.words < 2):
            return False
        teasers = position > 1 and self._is_teaser(position - 1) and self._is_teaser(position - 2)
        if (
            teasers
            and not is_question(line)
            and (line.words >= 5 or is_title_case(line.text))
            and self.order[position - 2] == self.order[position] - 2
        ):
            return False
        return not (
            before
            and not is_question(line)
            and line.gap == 0
            and self.order[position - 1] == self.order[position] - 1
            and self._is_teaser(position - 1)
        )

    def _is_teaser(self, position: int) -> bool:
        """Return whether a dropped line is a short one of words.

        With another right below it, the two are links and not a heading.
        """
        line, role = self.line(position), self.roles[self.order[position]]
        facts = self.facts(position)
        return bool(line and role.kind == "dropped" and line.words >= 2 and not (facts.furniture or facts.time or facts.gallery))

    def _without_interview_headings(self) -> None:
        """Turn questions that address somebody, as in interviews, into paragraphs."""
        questions = [index for index, role in self.roles.items() if role.kind == "heading" and is_question(self.lines[index])]
        answered = [i for i in questions if i + 1 < len(self.lines) and self.lines[i + 1].text[0] in QUOTATION]
        if len(answered) > len(questions) // 2:
            for index in answered:
                self.roles[index] = LineRole("paragraph")
        addressing = sum(self._addresses(index) for index in questions)
        if len(questions) >= 3 and addressing >= 0.4 * len(questions):
            for index in questions:
                self.roles[index] = LineRole("paragraph")

    def _addresses(self, index: int) -> bool:
        """Return whether a line says `you`."""
        return not _SECOND_PERSON.isdisjoint(self.lines[index].key.rstrip("?").split())

    def _without_lone_long_heading(self) -> None:
        """Drop a long heading that is alone or among short ones: it is a link to another article."""
        headings = [index for index, role in self.roles.items() if role.kind == "heading" and self.lines[index].mark != "#"]
        long = [index for index in headings if self.lines[index].words > _LONG_HEADING]
        if len(long) <= max(1, len(headings) // 3):
            for index in long:
                if self.lines[index].text[0] in QUOTATION and self.lines[index].text[-1] in QUOTATION:
                    continue
                if is_question(self.lines[index]) and self._addresses(index):
                    self.roles[index] = LineRole("paragraph")  # the question of an interview
                    continue
                self.roles[index] = LineRole("dropped", "a link to another article")


_LONGEST_QUOTING_HEADING = 14
"""The most words of a quotation that is a heading."""


def drop_pull_quotes(lines: list[Line], roles: dict[int, LineRole]) -> None:
    """Drop pull quotes: short paragraphs whose words are all in another one.

    In other marks than English ones, and in other languages, they are headings if a paragraph follows: German papers quote in
    headings what is said below.
    """
    kept = [
        index for index, role in roles.items() if role.kind in ("paragraph", "quote") or _is_loose_quotation(lines[index], role)
    ]
    quotes = [index for index in kept if len(lines[index].text) < 260 and lines[index].words >= 5][: _PULL_QUOTES * 4]
    if not quotes or sum(len(lines[index].text) for index in kept) > _PULL_QUOTE_REACH:
        return
    whole = "\n".join(_bare(lines[index].text) for index in kept)
    for index in quotes:
        if whole.count(_bare(lines[index].text).strip(" .,;:!?…")) > 1:
            if index + 1 in kept and _is_quoting_heading(lines[index], lines[index + 1].text):
                roles[index] = LineRole("heading")
            else:
                roles[index] = LineRole("dropped", "a pull quote: its words stand in another paragraph", is_certain=True)


def _is_quoting_heading(line: Line, following: str) -> bool:
    """Return whether a quotation is a heading: its marks, or straight ones above a paragraph, are not those of English."""
    if line.words > _LONGEST_QUOTING_HEADING or line.text[-1] not in '“”»«"':
        return False
    return line.text[0] in "„»«" or (line.text[0] == line.text[-1] == '"' and language_of((following,)) not in (None, "en"))


def _is_loose_quotation(line: Line, role: LineRole) -> bool:
    return role.kind == "dropped" and line.words >= 5 and line.text[0] in QUOTATION and line.text[-1] in QUOTATION


def classify_lines(lines: list[Line], known: list[LineFacts], first: int, end: int, used: set[int]) -> dict[int, LineRole]:
    """Return the role of each line from `first` to `end`.

    Lines `used` by a picture or the head are left out.
    """
    return BodyReader(lines, known, [index for index in range(first, end) if index not in used]).read()


def _bare(text: str) -> str:
    for mark in QUOTATION:
        text = text.replace(mark, "")
    return text.casefold()


def _role_by_itself(line: Line, facts: LineFacts) -> LineRole | None:
    """Return the role of a line by its own words; None if they do not show it."""
    if facts.furniture or facts.gallery or facts.ending or facts.time:
        return LineRole("dropped", "the page's furniture")
    if facts.opener and not facts.prose:
        return LineRole("dropped", "opens a box of links or an offer")
    if facts.promo > 1 or (facts.promo and not facts.prose):
        return LineRole("dropped", "an offer or a notice of the page")
    if not any(char.isalnum() for char in line.text[:200]):
        return LineRole("dropped", "no words")
    return (
        LineRole("paragraph") if facts.prose and not line.mark and not is_question(line) and not is_quoted_title(line) else None
    )


def _is_short_paragraph(line: Line) -> bool:
    """Return whether a short line ends as a paragraph does, or announces a list or a quotation.

    A question may be a heading.
    """
    if is_quoted_title(line) or (line.words < 3 and not (line.text[0] in QUOTATION and line.ends)):
        return False
    return line.text[-1] in ":;," or (line.ends and line.text[-1] != "?")


def _parts_from_paragraph(line: Line, facts: LineFacts) -> bool:
    """Return whether a line can't follow a heading: an offer, a picture's button, a menu's entry."""
    return bool(facts.promo and not facts.prose) or facts.gallery or (facts.furniture and not is_advertisement(line))


def _opens_section(line: Line, heading: Line) -> bool:
    """Return whether a line other than a long paragraph can be right below a heading.

    It may be an item, a short line, or a question.
    """
    if line.mark == "*" or is_quoted_title(line):
        return True
    if is_question(line):
        return bool(line.gap and heading.gap) and not is_question(heading)
    return (line.ends and line.words >= 5) or (line.text[-1] in ":;" and line.words >= 4)


def _item(line: Line, before: Line | None, before_kind: str) -> LineRole:
    announced = before is not None and (before.text.endswith(":") or before_kind == "item")
    if announced or line.words >= 6 or line.ends:
        return LineRole("item")
    return LineRole("dropped", "an entry of a menu")


def _is_unmarked_item(line: Line, before: Line, before_kind: str, after: Line | None) -> bool:
    """Return whether a line is an item without a mark, as in a browser's text.

    Items follow a colon, or one another, without blank lines between them.
    """
    if line.words > 60:
        return False
    goes_on = line.text[-1] in ";," or line.text.endswith(_ITEM_ENDINGS)
    if before_kind == "item":
        return line.gap == 0 and line.words >= 2 and (line.ends or goes_on)
    if before.text.endswith(":"):
        return goes_on or (after is not None and after.gap == 0 and not after.ends and 2 <= line.words <= 40)
    return False
