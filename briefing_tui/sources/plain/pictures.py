"""Find the pictures of a text: caption, credit and alternative text, and which belong together."""

from msgspec import Struct

from briefing_tui.languages import picture_words as pictures
from briefing_tui.sources.plain.alt_texts import end_of_credited_alt, split_alt_text
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.head.fields import TextHead
from briefing_tui.sources.plain.line_shapes import is_dated, is_order, is_title_case
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.sources.shared.credits.lines import credit_in_line

_CAPTION_WORDS = 90
_ABOVE_TITLE = 6
_BELOW_BODY = 12


class TextPicture(Struct):
    """A picture's words, and the indices of the lines that have them.

    `at` is the first one.
    """

    at: int
    lines: tuple[int, ...]
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


def find_pictures(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> list[TextPicture]:
    """Return the pictures in the article's order; lines used by the head are left alone."""
    return _PictureFinder(lines, known, head).read(end)


class _PictureFinder:
    """The pictures found so far, and the lines used for them."""

    def __init__(self, lines: list[Line], known: list[LineFacts], head: TextHead) -> None:
        self.lines, self.known, self.head = lines, known, head
        self.named = {index for index in (head.title, head.lead, head.kicker) if index is not None}
        self.used = self.named | set(head.used)
        self.figures: list[TextPicture] = []

    def read(self, end: int) -> list[TextPicture]:
        """Return the pictures from a little above the title to a little below the body."""
        title = self.head.title if self.head.title is not None else self.head.first
        for index in range(max(0, min(title, self.head.first) - _ABOVE_TITLE), self._tail_end(end)):
            figure = self._figure(index) if index not in self.used else None
            if figure:
                self._use(figure)
        self._use_opening_caption()
        self.figures.sort(key=lambda figure: figure.at)
        return without_repetitions(_merge_alt_texts(self.figures, self.known))

    def _use(self, figure: TextPicture) -> None:
        if figure.caption and not figure.alt:
            figure.alt, figure.caption = split_alt_text(figure.caption)
        self.used.update(figure.lines)
        self.figures.append(figure)

    def _tail_end(self, end: int) -> int:
        """Return where to stop behind the body: before a box of links or a menu."""
        stop = end
        for index in range(end, min(end + _BELOW_BODY, len(self.lines))):
            facts = self.known[index]
            if facts.opener or facts.ending or facts.promo or self.lines[index].repeats > 1:
                break
            if facts.furniture and index > end + 2:
                break
            if facts.credited and facts.credited.sure:
                stop = index + 1
        return stop

    def _figure(self, index: int) -> TextPicture | None:
        line, facts = self.lines[index], self.known[index]
        if line.mark == "!" and not facts.credited:
            return self._marked(index)
        if facts.credited and facts.credited.caption is None:
            return self._by_credit_line(index)
        if facts.credited and line.words <= _CAPTION_WORDS and (facts.credited.sure or not self._is_running_text(index)):
            return self._credited(index)
        if (index < self.head.first and index < (self.head.title or 0)) or facts.is_page:
            return None
        return self._by_gallery(index) or self._by_hint(index) or self._repeated_line(index)

    def _marked(self, index: int) -> TextPicture:
        """Return a picture that the source marks, with the caption below it if that has a credit."""
        below = index + 1
        alt = self.lines[index].text
        if below < len(self.lines) and self.lines[below].gap <= 1:
            credited = self.known[below].credited
            if credited:
                return TextPicture(index, (index, below), credited.caption, credited.credit, alt)
        return TextPicture(index, (index,), alt=alt)

    def _credited(self, index: int) -> TextPicture:
        """Return a caption with its credit on the same line, and the alternative text above it."""
        credited, text = self.known[index].credited, self.lines[index].text
        assert credited
        if cut := end_of_credited_alt(text):
            own = credit_in_line(text[cut:])
            caption, credit = (own.caption, own.credit) if own else (text[cut:], credited.credit)
            return TextPicture(index, (index,), caption, credit, text[:cut].strip())
        alt = self._alt(index)
        used = (index,) if alt is None else (alt, index)
        if index + 1 < len(self.lines) and self.lines[index + 1].key == self.lines[index].key:
            used = (*used, index + 1)
        return TextPicture(used[0], used, credited.caption, credited.credit, self.lines[alt].text if alt is not None else None)

    def _is_running_text(self, index: int) -> bool:
        """Return whether a line with an unsure credit is more likely a paragraph.

        A paragraph may end with an agency's name.
        """
        credited = self.known[index].credited
        return self.lines[index].words > 60 or bool(credited and credited.caption and len(credited.caption) < 12)

    def _by_credit_line(self, index: int) -> TextPicture | None:
        """Return the picture of a line that is only a credit.

        Its caption is the line above, or right below.
        """
        credited, line = self.known[index].credited, self.lines[index]
        assert credited
        above, below = index - 1, index + 1
        if above >= 0 and self._may_be_caption(above, line.gap):
            alt = self._alt(above)
            used = (above, index) if alt is None else (alt, above, index)
            text = self.lines[alt].text if alt is not None else None
            return TextPicture(used[0], used, self.lines[above].text, credited.credit, text)
        if below < len(self.lines) and line.gap and self.lines[below].gap == 0 and self._may_be_caption(below, 0):
            ends_there = below + 1 >= len(self.lines) or self.lines[below + 1].gap
            if self.lines[below].words >= 6 and ends_there:
                return TextPicture(index, (index, below), self.lines[below].text, credited.credit)
        if credited.sure and (index >= self.head.first or (self.head.title is not None and index > self.head.title)):
            return TextPicture(index, (index,), None, credited.credit)
        return None

    def _may_be_caption(self, index: int, gap: int) -> bool:
        """Return whether a credit `gap` blank lines away may belong to a line."""
        line, facts = self.lines[index], self.known[index]
        if index in self.used or facts.is_page or not 4 <= line.words <= _CAPTION_WORDS:
            return False
        if (is_dated(line) and line.words < 8) or (facts.credited and facts.credited.caption is None):
            return False
        byline = read_byline(line.text)
        if byline and byline.labelled:
            return False
        if gap == 1 and facts.prose and index >= self.head.first:
            return pictures.CAPTION_HINTS.search(line.text[:400]) is not None
        return gap == 0 or (gap == 1 and line.words >= 5)

    def _alt(self, index: int) -> int | None:
        """Return the index of the alternative text right above a caption, None without one."""
        above = index - 1
        if above < 0 or above in self.used or self.known[above].is_page or self.known[above].credited:
            return None
        line, caption = self.lines[above], self.lines[index]
        if line.words < 3 or line.mark == "*":
            return None
        prose = self.known[above].prose
        same = caption.key.startswith(line.key.rstrip(".")) or (not prose and line.words <= 40 and _shares(line.key, caption.key))
        if caption.gap <= 2 and same:
            return above
        if prose or line.ends or not 6 <= line.words <= 40 or is_dated(line):
            return None
        if caption.gap == 0:
            return above if above < self.head.first or line.gap else None
        return above if line.gap and above > self.head.first and (self._is_short(above - 1) or line.words >= 10) else None

    def _is_short(self, index: int) -> bool:
        """Return whether the line could be a heading, so that the one below it is none."""
        facts = self.known[index]
        return index > self.head.first and not facts.prose and not facts.furniture and self.lines[index].words <= 10

    def _by_gallery(self, index: int) -> TextPicture | None:
        """Return the picture of a caption below `View 6 Images`, or of the alternative text above it."""
        line, facts = self.lines[index], self.known[index]
        if index and self.known[index - 1].gallery and line.words <= 40 and not is_dated(line) and not (facts.prose and line.gap):
            return TextPicture(index, (index,), line.text)
        below = index + 1
        if below >= len(self.lines) or not self.known[below].gallery or self.lines[below].gap or not line.gap:
            return None
        if line.words < 2 or len(line.text) >= 200 or is_dated(line) or read_byline(line.text):
            return None
        return TextPicture(index, (index,), alt=line.text)

    def _by_hint(self, index: int) -> TextPicture | None:
        """Return the picture of a separate line with words that only captions have: `(left)`, `file photo`."""
        line = self.lines[index]
        if len(line.text) >= 300 or line.words > 45 or (line.ends and line.words > 25):
            return None
        alone = line.gap or index + 1 >= len(self.lines) or self.lines[index + 1].gap
        return TextPicture(index, (index,), line.text) if alone and pictures.CAPTION_HINTS.search(line.text) else None

    def _repeated_line(self, index: int) -> TextPicture | None:
        """Return the picture of a line that comes twice: alternative text and caption."""
        below = index + 1
        if below >= len(self.lines) or below in self.used:
            return None
        line, twin = self.lines[index], self.lines[below]
        if twin.key != line.key or twin.gap > 1 or line.words < 4 or is_order(line):
            return None
        return TextPicture(index, (index, below), line.text, alt=line.text)

    def _use_opening_caption(self) -> None:
        """Use the first unused line of words between title and body as the opening picture's caption."""
        title, first = self.head.title, self.head.first
        if title is None or any(title < figure.at < first for figure in self.figures):
            return
        for index in range(title + 1, first):
            line, facts = self.lines[index], self.known[index]
            if index in self.used or facts.is_page or facts.time or line.repeats > 1 or line.mark or not 5 <= line.words <= 60:
                continue
            if is_dated(line) or is_order(line) or is_title_case(line.text) or line.text[-1] == "?" or read_byline(line.text):
                continue
            self._use(TextPicture(index, (index,), line.text))
            return


def _merge_alt_texts(figures: list[TextPicture], known: list[LineFacts]) -> list[TextPicture]:
    """Return the pictures, each with the alternative text or first caption right above it.

    `View 3 Images` may be between them; a first caption is merged if it says the same as the second.
    """
    out: list[TextPicture] = []
    for figure in figures:
        last = out[-1] if out else None
        if last and _is_alt_of(last, figure, known):
            figure.alt, figure.at, figure.lines = last.caption or last.alt, last.at, last.lines + figure.lines
            out[-1] = figure
        else:
            out.append(figure)
    return out


def without_repetitions(figures: list[TextPicture]) -> list[TextPicture]:
    """Return the pictures without repetitions.

    A caption may come twice, in a row of pictures and above the text.
    """
    out: dict[str, TextPicture] = {}
    for number, figure in enumerate(figures):
        first = out.setdefault(figure.caption or f"{number}", figure)
        if first is not figure:
            first.lines += figure.lines
            first.alt, first.credit = first.alt or figure.alt, first.credit or figure.credit
    return list(out.values())


def _is_alt_of(last: TextPicture, figure: TextPicture, known: list[LineFacts]) -> bool:
    between = range(last.lines[-1] + 1, figure.at)
    if last.caption:
        return bool(last.credit and figure.caption and not between) and _describe_the_same(last.caption, figure.caption or "")
    return bool(last.alt and not last.credit and not figure.alt) and len(between) <= 2 and all(known[i].gallery for i in between)


def _shares(alt: str, caption: str) -> bool:
    """Return whether two texts share the words that describe the same picture."""
    long = {word for word in alt.replace("’", "'").split() if len(word) > 4}
    return sum(word in caption for word in long) >= max(2, len(long) // 2)


def _describe_the_same(alt: str, caption: str) -> bool:
    """Return whether two successive captions are of the same picture.

    An agency's own words come first as alternative text, then the page's.
    """
    short, long = sorted((set(alt.casefold().split()), set(caption.casefold().split())), key=len)
    short = {word for word in short if len(word) > 3}
    return len(short & long) >= max(3, 0.5 * len(short))
