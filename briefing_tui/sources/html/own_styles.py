"""Hide what a page's own styles hide, as a browser would."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT = late_pattern(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_RULE = late_pattern(r"([^{}]*+)(?:\{([^{}]*+)(?:\}|\Z)|\}|\Z)")
_HIDES = late_pattern(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SHOWS = late_pattern(r"(?:^|;)\s*(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)", re.I)
_NAME = late_pattern(r"\s*(?:[a-z][a-z0-9]*)?([.#][A-Za-z_][\w-]*)\s*")
_MOST_STYLES = 500_000
_MOST_HIDDEN, _FEW_LETTERS = 0.1, 600
"""The greatest part of a page's words that one name hides, and the letters that it may hide in any case.

More than that, or pictures, are shown by a script.
"""


def hide_by_styles(root: "HtmlElement") -> None:
    """Mark as hidden every element whose class or id the page's own styles hide.

    Only rules for a single class or id count, and only those that hold on every screen: what hides and shows again, or depends on
    other elements, is left alone.
    """
    names = _hidden_names("".join(style.text or "" for style in root.iter("style"))[:_MOST_STYLES])
    if not names:
        return
    found: dict[str, list[HtmlElement]] = {name: [] for name in names}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in names.intersection(_names_of(element)):
                found[name].append(element)
    whole = len(root.text_content())
    for elements in found.values():
        words = sum(len(element.text_content()) for element in elements)
        if words <= max(_FEW_LETTERS, _MOST_HIDDEN * whole) and all(element.find(".//img") is None for element in elements):
            for element in elements:
                element.set("hidden", "")


def _hidden_names(styles: str) -> set[str]:
    """Return the classes (`.name`) and ids (`#name`) that rules hide and no rule shows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for match in _RULE.finditer(_without_conditions(_COMMENT.sub("", styles))):
        if match[2] is None:
            continue
        if _HIDES.search(match[2]):
            hidden.update(name[1] for part in match[1].split(",") if (name := _NAME.fullmatch(part)))
        elif _SHOWS.search(match[2]):
            shown.update(name for name in re.findall(r"[.#][A-Za-z_][\w-]*", match[1]))
    return hidden - shown


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
