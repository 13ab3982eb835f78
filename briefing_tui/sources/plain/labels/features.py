"""Describe each line of a text by names of what it looks like."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from briefing_tui.languages import common_words as words
from briefing_tui.languages import picture_words as pictures
from briefing_tui.languages.dates import find_dates
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.line_shapes import is_order, is_title_case
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import is_only_label, read_byline

NEAR = (-2, -1, 0, 1, 2)
"""The lines whose `near` features count for a line, by their distance from it."""
_WORD_BINS = (1, 2, 3, 4, 6, 9, 13, 19, 31, 61)
_LETTER_BINS = (12, 25, 40, 60, 90, 130, 200, 300, 500)
_FAR_BINS = (1, 2, 3, 4, 5, 7, 10, 15, 22, 35, 60, 120)
_SHARE_BINS = (0.01, 0.21, 0.41, 0.61, 0.81, 0.99)
_SHORT_LINE_BINS = (2, 4, 8, 13)
_ABOVE, _BELOW, _MARGIN = 50, 40, 6
_FARTHEST = 300
"""How many lines below the body a paragraph is looked for."""
_CROWD = 5
_CROWD_BINS = (1, 2, 3, 5, 7)
_MASS_BINS = (0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999)
_RATIO_BINS = (0.15, 0.3, 0.5, 0.7, 0.9, 1.1, 1.5)
_RULED_TEXT = "PHIQ"
"""Codes of the rules for text (see `Findings.codes`)."""
_HEAD = 10
"""How many lines of the head are looked at on each side of a line."""
_HEAD_SHAPES = "BbdtCRPp"
"""Shapes of bylines, dates, pictures' words and paragraphs."""
_HEADLINE = 40
_LONGEST = 60
"""The most words of a line whose words are compared."""
_PUNCTUATION = ".,:;!?\"'“”„’‘»«()"
_SIGNS = frozenset('|/@()[]©#%&*"“„«')
_LAST = {**dict.fromkeys("\"”“»«’'‘", "q"), **{sign: sign for sign in ".!?:;,…)]|›»-–—©"}}


class Features(NamedTuple):
    """The names of what a line looks like.

    `near` tell its neighbours something, too; `own` and `words` only itself.
    """

    near: tuple[str, ...]
    own: list[str]
    words: list[str]


class Around(NamedTuple):
    """The body as the rules see it.

    That is its first paragraph, the line behind its end, the likeliest title, and a code of what they took each line for.
    """

    first: int
    end: int
    title: int | None
    codes: Mapping[int, str]


def lines_to_label(known: list[LineFacts], around: Around) -> range:
    """Return the lines to be labelled: those near the body, and near any paragraph."""
    top = around.first if around.title is None else min(around.first, around.title)
    count = len(known)
    highest = next((index for index in range(count) if known[index].prose), count)
    lowest = next((index for index in range(min(count, around.end + _FARTHEST) - 1, -1, -1) if known[index].prose), 0)
    return range(max(0, min(top - _ABOVE, highest - _MARGIN)), min(count, max(around.end + _BELOW, lowest + _MARGIN)))


def describe_lines(lines: list[Line], known: list[LineFacts], around: Around) -> tuple[range, list[Features]]:
    """Return the lines near the body (see `lines_to_label`), and the features of each."""
    page = _Surroundings(lines, known, around)
    return page.near, [page.features(index) for index in page.near]


def _sign(char: str) -> str:
    if char.isalpha():
        return "A" if char.isupper() else "a"
    return "0" if char.isdigit() else _LAST.get(char, "~")


def _tokens(line: Line) -> set[str]:
    """Return the longer words of a line, without those that every text has."""
    found = {word.strip(_PUNCTUATION) for word in line.key.split() if len(word) > 3}
    return {word for word in found if len(word) > 3} - words.ALL_FUNCTION_WORDS


class _Surroundings:
    """What the lines of a text share."""

    def __init__(self, lines: list[Line], known: list[LineFacts], around: Around) -> None:
        self.lines, self.known = lines, known
        self.first, self.end, self.title, self.codes = around
        self.near = lines_to_label(known, around)
        body: set[str] = set()
        for line in lines[self.first : min(self.end, self.first + 60)]:
            body.update(line.key[:2000].split())
        self.body = {word.strip(_PUNCTUATION) for word in body}
        self.title_key = lines[self.title].key if self.title is not None else ""
        self.title_tokens = _tokens(lines[self.title]) if self.title is not None else set()
        paragraphs = [index for index in range(self.first, self.end) if known[index].prose]
        indents = Counter(lines[index].indent for index in paragraphs)
        self.indent = indents.most_common(1)[0][0] if indents else 0
        low, high = self.near.start, self.near.stop
        self.low = low
        self.shapes = ["^", *(self._shape(lines[index], known[index]) for index in self.near), "$"]
        if self.title is not None:
            for index in range(low, self.first):
                if lines[index].key == self.title_key:
                    self.shapes[index - low + 1] = "T"
        self.gaps = [min(lines[index].gap, 3) if index else 4 for index in range(low, high)]
        self.gaps.append(min(lines[high].gap, 3) if high < len(lines) else 4)
        self.tokens = [_tokens(lines[index]) if lines[index].words <= _LONGEST else set() for index in self.near]
        self.looks = [f"{lines[i].mark}{self.gaps[i - low]}{self.gaps[i - low + 1]}{lines[i].indent}" for i in self.near]
        self.alike = Counter(
            self.looks[index - low] for index in range(self.first, self.end) if self.shapes[index - low + 1][0] in "n#e?"
        )
        self.followed = Counter(
            self.looks[index - low]
            for index in range(self.first, self.end - 1)
            if known[index + 1].prose and not known[index].prose and self.shapes[index - low + 1][0] in "n#e?"
        )
        self.marked = min(2, sum(lines[index].mark == "#" for index in range(self.first, self.end)))
        self.seen: set[str] = set()
        self.ruled = [self.codes.get(index, ".") for index in self.near]
        self.upper, self.lower = self._ruled_content()
        lengths = sorted(len(lines[index].text) for index in paragraphs)
        self.usual = lengths[len(lengths) // 2] if lengths else 200
        self.up, self.down = self._distances()
        self.before, self.after = self._content()
        self.crowd, self.mass, self.endings = self._sums()

    def _content(self) -> tuple[list[str], list[str]]:
        """Return for each line the shapes of those before and behind it.

        Lines that are plainly the page's are passed over.
        """
        before: list[str] = []
        after: list[str] = []
        own = self.shapes[1:-1]
        for out, order in ((before, own), (after, reversed(own))):
            last = "^"
            for shape in order:
                out.append(last)
                if shape[0] not in "FGMOtER":
                    last = shape
        return before, after[::-1]

    def _ruled_content(self) -> tuple[list[str], list[str]]:
        """Return for each line what the rules take the text before and behind it for.

        Pictures and what they drop are passed over, and counted.
        """
        before: list[str] = []
        after: list[str] = []
        for out, order in ((before, self.ruled), (after, list(reversed(self.ruled)))):
            last, passed = "^", ""
            for code in order:
                out.append(last + passed)
                if code[0] in _RULED_TEXT:
                    last, passed = code[0], ""
                elif passed != "+":
                    passed = "+" if code[0] not in "CR" else "c"
        return before, after[::-1]

    def _sums(self) -> tuple[list[int], list[float], list[int]]:
        """Return for each line what was counted around and above it.

        That is how many lines around it are the page's, the share of prose above it, and how often the article ended.
        """
        page, prose, ended = [0], [0], [0]
        for index in self.near:
            shape = self.shapes[index - self.low + 1]
            facts = self.known[index]
            page.append(page[-1] + (shape[0] in "FGMOtEdBb"))
            prose.append(prose[-1] + (len(self.lines[index].text) if facts.prose else 0))
            ended.append(min(2, ended[-1] + (facts.ending and prose[-1] > 0)))
        count = len(self.near)
        crowd = [page[min(count, at + _CROWD + 1)] - page[max(0, at - _CROWD)] for at in range(count)]
        whole = max(1, prose[-1])
        return crowd, [share / whole for share in prose[:-1]], ended[:-1]

    def _distances(self) -> tuple[list[int], list[int]]:
        """Return for each line how far the paragraphs around it are.

        9 stands for more than five lines.
        """
        up: list[int] = []
        down: list[int] = []
        for out, order in ((up, self.near), (down, reversed(self.near))):
            far = 9
            for index in order:
                out.append(far if far <= 5 else 9)
                far = 1 if self.known[index].prose else far + 1
        return up, down[::-1]

    @staticmethod
    def _shape(line: Line, facts: LineFacts) -> str:
        """Return what the line looks like by itself, in one or two characters."""
        text = line.text
        if facts.furniture:
            return "F"
        if facts.gallery:
            return "G"
        if facts.time:
            return "t"
        if facts.ending:
            return "E"
        if facts.promo:
            return "M" if facts.promo > 1 or not facts.prose else "m"
        if facts.opener and not facts.prose:
            return "O"
        if facts.credited:
            return ("C" if facts.credited.caption else "R") + ("!" if facts.credited.sure else "")
        if len(text) <= 120:
            if not (line.ends and line.words > 8) and (byline := read_byline(text)):
                return "B" if byline.labelled else "b"
            if is_only_label(text):
                return "B0"
            if find_dates(text):
                return "d"
        if line.mark:
            return line.mark + str(min(line.order or 0, 3) if line.mark == "#" else "")
        if text[-1] == "?" and line.words <= 18 and not any(sign in text[:-1] for sign in ".!?"):
            return "?"
        if facts.prose:
            return "P" if len(text) > 160 else "p"
        if line.ends:
            return "e"
        return ":" if text[-1] in ":;," else f"n{bisect_right(_SHORT_LINE_BINS, line.words)}"

    def features(self, index: int) -> Features:
        """Return the features of a line."""
        line, at = self.lines[index], index - self.low
        text = line.text
        above, shape, below = self.shapes[at : at + 3]
        gap, after = self.gaps[at], self.gaps[at + 1]
        size = bisect_right(_WORD_BINS, line.words)
        first, last = _sign(text[0]), _sign(text[-1])
        region = "a" if index < self.first else "i" if index < self.end else "z"
        up, down = self.up[at], self.down[at]
        own = [
            f"t{above}{shape}{below}",
            f"u{gap}{after}{shape}",
            f"f{first}{last}{size}",
            f"x{bisect_right(_LETTER_BINS, len(text))}",
            f"G{gap}{after}",
            f"i{line.mark}{(line.indent > self.indent) - (line.indent < self.indent)}",
            f"p{up}{down}",
            f"D{down}{shape}",
            f"U{up}{shape}",
            f"R{region}{shape}",
            f"k{self.before[at]}{shape}{self.after[at]}",
            f"N{bisect_right(_CROWD_BINS, self.crowd[at])}{shape}",
            f"M{bisect_right(_MASS_BINS, self.mass[at])}{region}",
            f"E{self.endings[at]}{shape}",
            f"y{self.marked}{shape}{gap}",
            f"R{region}{size}{last}",
            self._place(index),
            f"q{self.ruled[at]}{shape}",
            f"q{self.ruled[at]}{gap}{after}{size}{last}",
            f"j{self.upper[at]}{gap}{self.ruled[at][0]}{after}{self.lower[at]}",
            f"J{self.upper[at]}{shape}{self.lower[at]}",
            f"v{bisect_right(_RATIO_BINS, len(text) / self.usual)}{region}{last}",
        ]
        if index < self.first + 3 and self.title is not None and index > self.title:
            own.append(self._between(index))
        if line.repeats > 1:
            own.append(f"again{line.key in self.seen}")
            self.seen.add(line.key)
        if region == "i":
            alike = self.alike[self.looks[at]]
            followed = self.followed[self.looks[at]] / alike if alike else 0.0
            own.append(f"S{min(alike, 12)}{shape}")
            own.append(f"Q{min(alike, 4)}{bisect_right(_SHARE_BINS, followed)}")
        self._add_likeness(own, index, region, size)
        self._add_looks(own, line, self.known[index], region + shape, size)
        near = (f"s{shape}", f"l{size}", f"e{last}", f"g{gap}", f"r{min(line.repeats, 3)}", f"q{self.ruled[at][0]}")
        return Features(near, own, self._words(line))

    def _place(self, index: int) -> str:
        if index < self.first:
            return f"a{bisect_right(_FAR_BINS, self.first - index)}"
        if index < self.end:
            return f"in{bisect_right(_FAR_BINS, index - self.first)}"
        return f"z{bisect_right(_FAR_BINS, index - self.end)}"

    def _between(self, index: int) -> str:
        """Return what is between the title and a line, and behind it.

        That is down to the next paragraph.
        """
        assert self.title is not None
        above = {self.shapes[i - self.low + 1][0] for i in range(max(self.title + 1, index - _HEAD, self.low), index)}
        below: set[str] = set()
        for i in range(index + 1, min(index + _HEAD, self.near.stop)):
            if self.known[i].prose:
                break
            below.add(self.shapes[i - self.low + 1][0])
        seen = "|".join("".join(shape for shape in _HEAD_SHAPES if shape in shapes) for shapes in (above, below))
        return f"b{seen}{self.shapes[index - self.low + 1][0]}"

    def _add_likeness(self, own: list[str], index: int, region: str, size: int) -> None:
        """Add what the line has in common with the title, the body and its neighbours."""
        line, tokens = self.lines[index], self.tokens[index - self.low]
        if self.title is not None:
            where = "=" if index == self.title else "<" if index < self.title else ">"
            own.append(f"T{where}{bisect_right(_FAR_BINS, abs(index - self.title))}{region}")
            if line.key == self.title_key:
                own.append(f"T={region}")
            elif line.words >= 3 and (line.key in self.title_key or self.title_key in line.key):
                own.append(f"T~{region}")
        if not tokens:
            return
        count = len(tokens)
        own.append(f"o{region}{bisect_right(_SHARE_BINS, len(tokens & self.body) / count)}{min(size, 7)}")
        own.append(f"O{region}{bisect_right(_SHARE_BINS, len(tokens & self.title_tokens) / count)}")
        at = index - self.low
        if at:
            own.append(f"n-1{bisect_right(_SHARE_BINS, len(tokens & self.tokens[at - 1]) / count)}")
        if at + 1 < len(self.tokens):
            own.append(f"n1{bisect_right(_SHARE_BINS, len(tokens & self.tokens[at + 1]) / count)}")

    @staticmethod
    def _add_looks(own: list[str], line: Line, facts: LineFacts, where: str, size: int) -> None:
        """Add how the line is written, and what the rules know of it."""
        text = line.text
        plain = text.split(None, 40)[:40]
        own.append(f"c{bisect_right(_SHARE_BINS, sum(word[0].isupper() for word in plain) / len(plain))}{min(size, 7)}")
        if text.isupper():
            own.append("upper")
        if line.words <= _HEADLINE and is_title_case(text):
            own.append("case")
        if is_order(line):
            own.append("order")
        if pictures.CAPTION_HINTS.search(text[:300]):
            own.append(f"hint{where[0]}")
        if facts.promo:
            own.append(f"promo{facts.promo}")
        if facts.credited:
            own.append(f"cred{facts.credited.sure:d}{bool(facts.credited.caption):d}{where}")
        own += [f"h{where[0]}{sign}" for sign in _SIGNS.intersection(text)]

    @staticmethod
    def _words(line: Line) -> list[str]:
        """Return the words of a short line.

        The first and the last come in their own right, too.
        """
        if line.words > 25:
            return []
        found = [word.strip(_PUNCTUATION) for word in line.key.split()]
        out = [f"w{word}" for word in dict.fromkeys(found) if word.isalpha()]
        if found[0].isalpha():
            out.append(f"W{found[0]}")
        if found[-1].isalpha():
            out.append(f"V{found[-1]}")
        return out
