"""Label the lines of a dump by the gold of its page."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from briefing_tui.sources.plain.lines import Line

_SHINGLE = 4
_PARAGRAPH_SHARE, _LIKE = 0.6, 0.9
_BYLINE_WORDS, _BYLINE_REACH, _TAIL = 16, 40, 14
_CREDIT_SLACK, _CAPTION_SLACK = 30, 90


def norm(text: str | None) -> str:
    """Return the letters and digits of a text, case-folded."""
    return re.sub(r"[\W_ʼʻ]+", "", unicodedata.normalize("NFKC", html.unescape(text or ""))).casefold()


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", html.unescape(text)).casefold())


def _shingles(tokens: list[str]) -> list[tuple[str, ...]]:
    return [tuple(tokens[i : i + _SHINGLE]) for i in range(len(tokens) - _SHINGLE + 1)]


def _like(a: str, b: str) -> bool:
    if a == b:
        return True
    if not a or not b or min(len(a), len(b)) < 0.8 * max(len(a), len(b)):
        return False
    match = SequenceMatcher(None, a, b, autojunk=False)
    return match.real_quick_ratio() >= _LIKE and match.quick_ratio() >= _LIKE and match.ratio() >= _LIKE


class _Aligner:
    """The lines of a dump and the labels found so far, "O" for furniture."""

    def __init__(self, lines: Sequence[Line], gold: dict[str, Any], missing: Sequence[str]) -> None:
        self.lines, self.gold, self.missing = lines, gold, set(missing)
        self.keys = [norm(line.text) for line in lines]
        self.labels = ["O"] * len(lines)
        self.first, self.last = 0, 0

    def align(self) -> list[str] | None:
        """Return a label for each line; None if there is no body."""
        if not self._paragraphs():
            return None
        self._headings()
        self._head()
        self._images()
        self._byline()
        return self.labels

    def _blocks(self, kind: str) -> list[tuple[int, str]]:
        blocks = enumerate(self.gold["blocks"])
        return [(at, text) for at, (of, text) in blocks if of == kind and f"block:{at}" not in self.missing]

    def _paragraphs(self) -> bool:
        """Label the lines that hold a paragraph or words of the body."""
        self.place: dict[int, int] = {}
        pool: set[tuple[str, ...]] = set()
        exact: dict[str, list[int]] = {}
        for at, text in self._blocks("paragraph"):
            pool.update(_shingles(_tokens(text)))
            exact.setdefault(norm(text), []).append(at)
        long: list[int] = []
        short: list[int] = []
        for index, (line, key) in enumerate(zip(self.lines, self.keys, strict=True)):
            shingles = _shingles(_tokens(line.text))
            if not shingles:
                if key in exact:
                    short.append(index)
                continue
            if key in exact or sum(each in pool for each in shingles) >= _PARAGRAPH_SHARE * len(shingles):
                long.append(index)
        seen: Counter[str] = Counter()
        start, end = _densest(long, [len(key) for key in self.keys])
        for index in long:
            if start <= index <= end:
                key = self.keys[index]
                if key in exact and seen[key] >= len(exact[key]):
                    continue
                if key in exact:
                    self.place[exact[key][seen[key]]] = index
                seen[key] += 1
                self.labels[index] = "P"
        for index in short:
            key = self.keys[index]
            if start <= index <= end + 3 and seen[key] < len(exact[key]):
                self.place[exact[key][seen[key]]] = index
                seen[key] += 1
                self.labels[index] = "P"
        body = [index for index, label in enumerate(self.labels) if label == "P"]
        if body:
            self.first, self.last = body[0], body[-1]
        return bool(body)

    def _headings(self) -> None:
        """Label a heading where it stands between the paragraphs around it in the gold."""
        blocks = self.gold["blocks"]
        for at, text in self._blocks("heading"):
            low = max((self.place[i] for i in self.place if i < at), default=max(0, self.first - 8))
            high = min((self.place[i] for i in self.place if i > at), default=min(len(self.lines), self.last + 8))
            key = norm(text)
            found = [i for i in range(low, min(high + 1, len(self.lines))) if self.keys[i] == key and self.labels[i] == "O"]
            if found:
                follows = at + 1 < len(blocks) and at + 1 in self.place
                index = found[-1] if follows else found[0]
                self.labels[index] = "H"
                self.place[at] = index

    def _head(self) -> None:
        title_keys = {norm(text) for text in [self.gold["title"], *self.gold.get("title_alt", [])] if text}
        leads = self.gold["lead"]
        lead_keys = [norm(text) for text in [*leads, " ".join(leads)] if text] if leads else []
        for index in range(min(self.first + 3, len(self.lines))):
            key = self.keys[index]
            if self.labels[index] == "O" and key in title_keys:
                self.labels[index] = "T"
        titles = [i for i, label in enumerate(self.labels) if label == "T"]
        low = (titles[0] if titles else self.first) - 6
        for index in range(max(0, low), min(self.first + 4, len(self.lines))):
            key = self.keys[index]
            if len(key) > 15 and self.labels[index] in "OP" and any(self._is_lead(key, lead) for lead in lead_keys):
                self.labels[index] = "L"

    @staticmethod
    def _is_lead(key: str, lead: str) -> bool:
        held = (key in lead or lead in key) and min(len(key), len(lead)) >= 0.6 * max(len(key), len(lead))
        return held or _like(key, lead)

    def _images(self) -> None:
        titles = [i for i, label in enumerate(self.labels) if label == "T"]
        low = max(0, (titles[-1] if titles else self.first) - 12)
        around = range(low, min(len(self.lines), self.last + 15))
        for number, image in enumerate(self.gold["images"]):
            caption, names = norm(image["caption"]), [norm(name) for name in image["credit"]]
            if caption and len(caption) > 3 and f"caption:{number}" not in self.missing:
                for index in around:
                    if self.labels[index] in "OHP" and self._holds_caption(index, caption, names):
                        self.labels[index] = "C"
        for number, image in enumerate(self.gold["images"]):
            names = [norm(name) for name in image["credit"] if norm(name)]
            if names and f"credit:{number}" not in self.missing:
                for index in around:
                    if self.labels[index] == "O" and self._is_credit(index, names):
                        self.labels[index] = "R"

    def _holds_caption(self, index: int, caption: str, names: list[str]) -> bool:
        key = self.keys[index]
        if len(key) < 0.8 * len(caption) or (len(caption) < 16 and self.lines[index].mark):
            return False
        slack = sum(map(len, names)) + _CAPTION_SLACK if len(caption) > 15 else 25
        if caption in key and len(key) <= max(2 * len(caption), len(caption) + slack):
            return self.labels[index] != "P" or len(key) <= 1.3 * len(caption) + sum(map(len, names))
        return self.labels[index] == "O" and _like(key, caption)

    def _is_credit(self, index: int, names: list[str]) -> bool:
        key = self.keys[index]
        if not all(name in key for name in names) or len(key) > sum(map(len, names)) + _CREDIT_SLACK:
            return False
        near = range(max(0, index - 3), min(len(self.lines), index + 4))
        return any(self.labels[i] in "CR" for i in near) or len(key) > sum(map(len, names)) + 2

    def _byline(self) -> None:
        names = [norm(name) for at, name in enumerate(self.gold["authors"]) if f"author:{at}" not in self.missing]
        names = [name for name in names if len(name) > 2]
        if not names:
            return
        titles = [i for i, label in enumerate(self.labels) if label == "T"]
        low = min(titles[-1] if titles else self.first, self.first) - 8
        above = range(max(0, low, self.first - _BYLINE_REACH), self.first + 2)
        below = range(self.last - 1, min(len(self.lines), self.last + _TAIL))
        for region in (above, below):
            found = [i for i in region if 0 <= i < len(self.lines) and self._is_byline(i, names)]
            for index in found:
                self.labels[index] = "B"
            if found:
                return

    def _is_byline(self, index: int, names: list[str]) -> bool:
        line = self.lines[index]
        if self.labels[index] not in "O" or line.words > _BYLINE_WORDS:
            return False
        held = sum(len(name) for name in names if name in self.keys[index])
        return held > 0 and (held >= 0.5 * len(self.keys[index]) or (line.words <= 10 and held >= 0.2 * len(self.keys[index])))


def _densest(found: list[int], lengths: list[int]) -> tuple[int, int]:
    """Return the first and last line of the body among lines that have its words.

    What is far from the bulk is a teaser.
    """
    if not found:
        return 0, -1
    runs: list[list[int]] = [[found[0]]]
    for index in found[1:]:
        if index - runs[-1][-1] > 60:
            runs.append([])
        runs[-1].append(index)
    weights = [sum(lengths[index] for index in run) for run in runs]
    kept = [run for run, weight in zip(runs, weights, strict=True) if weight >= 0.2 * max(weights)]
    return kept[0][0], kept[-1][-1]


def label_lines(lines: Sequence[Line], gold: dict[str, Any], missing: Sequence[str]) -> list[str] | None:
    """Return the label of each line: P, H, T, L, C, R, B or O.

    None if the body is not among the lines.

    Args:
        lines: the restored lines of a dump.
        gold: the page's gold (see README.md).
        missing: what the dump does not hold: `block:3`, `caption:0`.
    """
    return _Aligner(lines, gold, missing).align()
