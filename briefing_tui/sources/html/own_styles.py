"""Hide what a page's own styles hide, as a browser would."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT = late_pattern(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_RULE = late_pattern(r"([^{}]*+)(?:\{([^{}]*+)(?:\}|\Z)|\}|\Z)")
_HIDES = late_pattern(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,})", re.I)
_SHOWS = late_pattern(r"(?:^|;)\s*(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)", re.I)
_NAME = r"[.#][A-Za-z_][\w-]*+"
_STEP = rf"(?:[A-Za-z][A-Za-z0-9]*+)?(?:{_NAME})*+"
_SELECTOR = late_pattern(
    rf"\s*(?=[A-Za-z.#])((?:{_STEP}(?:\s*>\s*|\s+)(?=[A-Za-z.#])){{0,4}})([A-Za-z][A-Za-z0-9]*+)?((?:{_NAME})++)\s*"
)
"""A selector of elements by tags, classes and ids: the steps to it, its tag and its names."""
_NAMES = late_pattern(_NAME)
_MOST_STYLES = 500_000
_MOST_HIDDEN, _FEW_LETTERS = 0.1, 600
"""The greatest part of a page's words that one name hides, and the letters that it may hide in any case.

More than that, or pictures, are shown by a script.
"""


class _Selector(NamedTuple):
    """The tag and the names of elements, and the names of boxes that must be around them, outermost first."""

    tag: str
    names: frozenset[str]
    around: tuple[tuple[str, frozenset[str]], ...]


def hide_by_styles(root: "HtmlElement") -> None:
    """Mark as hidden every element that the page's own styles hide.

    Only rules for classes and ids count, also below others, and only those that hold on every screen: what hides and shows
    again, or depends on states and attributes, is left alone.
    """
    selectors = _hidden_selectors("".join(style.text or "" for style in root.iter("style"))[:_MOST_STYLES])
    if not selectors:
        return
    by_name: dict[str, list[_Selector]] = {}
    for selector in selectors:
        by_name.setdefault(min(selector.names), []).append(selector)
    found: dict[_Selector, list[HtmlElement]] = {selector: [] for selector in selectors}
    for element in root.iter():
        if isinstance(element.tag, str) and (names := frozenset(_names_of(element))):
            for selector in (one for name in names.intersection(by_name) for one in by_name[name]):
                if names >= selector.names and selector.tag in ("", element.tag) and _is_below(element, selector.around):
                    found[selector].append(element)
    whole = len(root.text_content())
    for elements in found.values():
        words = sum(len(element.text_content()) for element in elements)
        if words <= max(_FEW_LETTERS, _MOST_HIDDEN * whole) and all(element.find(".//img") is None for element in elements):
            for element in elements:
                element.set("hidden", "")


def _is_below(element: "HtmlElement", around: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    """Return whether boxes with these tags and names are around an element, in this order."""
    wanted = list(around)
    for box in element.iterancestors() if wanted else ():
        tag, names = wanted[-1]
        if tag in ("", box.tag) and names <= frozenset(_names_of(box)):
            wanted.pop()
            if not wanted:
                break
    return not wanted


def _hidden_selectors(styles: str) -> list[_Selector]:
    """Return what rules hide, without those whose names a rule shows."""
    hidden: list[_Selector] = []
    shown: set[str] = set()
    for match in _RULE.finditer(_without_conditions(_COMMENT.sub("", styles))):
        if match[2] is None:
            continue
        if _HIDES.search(match[2]):
            hidden.extend(_read_selector(found) for part in match[1].split(",") if (found := _SELECTOR.fullmatch(part)))
        elif _SHOWS.search(match[2]):
            shown.update(_NAMES.findall(match[1]))
    return [selector for selector in dict.fromkeys(hidden) if not selector.names & shown]


def _read_selector(match: "re.Match[str]") -> _Selector:
    steps = re.split(r"[\s>]+", match[1].strip()) if match[1].strip() else []
    around = tuple((re.split(r"[.#]", step)[0].lower(), frozenset(_NAMES.findall(step))) for step in steps)
    return _Selector((match[2] or "").lower(), frozenset(_NAMES.findall(match[3])), around)


def _without_conditions(styles: str) -> str:
    """Return styles without blocks that hold only on some screens (`@media print { … }`)."""
    return "".join(_unconditional(styles))


def _unconditional(styles: str) -> Iterator[str]:
    at = 0
    while (start := styles.find("@", at)) >= 0:
        yield styles[at:start]
        opening, end = styles.find("{", start), styles.find(";", start)
        if opening < 0 or 0 <= end < opening:
            at = end + 1 if end >= 0 else len(styles)
            continue
        depth, at = 1, opening + 1
        while depth and at < len(styles):
            depth += {"{": 1, "}": -1}.get(styles[at], 0)
            at += 1
    yield styles[at:]


def _names_of(element: "HtmlElement") -> Iterator[str]:
    yield from (f".{name}" for name in (element.get("class") or "").split())
    if name := element.get("id"):
        yield f"#{name}"
