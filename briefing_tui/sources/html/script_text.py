"""Find the text of an article that a page has in its scripts alone.

Such a page shows it only when the scripts run.

It is the `articleBody` of JSON-LD, or the texts of the page's state: the JSON that a page is drawn from.
"""

import json
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.sentence_ends import ends_clause
from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEAST_TEXT, _LEAST_STRING = 250, 50
_MOST_STRINGS, _MOST_DEPTH = 50_000, 60
_SHARE = 0.6
"""The least share of a page's prose that the article's part of its state has."""
_STATE = late_pattern(r"^\s*(?:window\.|self\.|var |let |const )?[\w.\[\]\"']{1,60}\s*=\s*(?=[{\[])")
_PARAGRAPH = late_pattern(r"<(?:p|br)\b")

_TAG = late_pattern(r"<[^<>]{0,200}>")
_PROBE, _PROBES = 40, 20
"""The letters of a passage of an article that is looked for in a page, and how many such passages are."""

_String = tuple[tuple[str | int, ...], str]
"""A text of a page's state, with the keys that lead to it."""


def scripts_of(root: "HtmlElement") -> list[tuple[str, str]]:
    """Return type and text of the page's scripts that may hold its state."""
    found = (((script.get("type") or "").lower(), (script.text or "").strip()) for script in root.iter("script"))
    return [(kind, text) for kind, text in found if "ld+json" not in kind and len(text) >= _LEAST_TEXT]


def article_in_scripts(scripts: list[tuple[str, str]], bodies: list[str]) -> str | None:
    """Return the article of a page's scripts as markup; None if there is none.

    Args:
        scripts: the page's, from `scripts_of`.
        bodies: the values of `articleBody` in its JSON-LD.
    """
    body = max(bodies, key=len, default="")
    if len(body) >= _LEAST_TEXT:
        return _markup(body)
    states = (list(_prose(data)) for data in _states(scripts))
    best = max(states, key=lambda strings: sum(len(text) for _, text in strings), default=[])
    texts = _densest(best)
    return "".join(map(_markup, texts)) if sum(map(len, texts)) >= _LEAST_TEXT else None


def whole_body(bodies: list[str], shown: list[str]) -> str | None:
    """Return the article of the JSON-LD as markup.

    Return None unless the page shows only its beginning.

    Args:
        bodies: the values of `articleBody` in the page's JSON-LD.
        shown: the article's texts in the page.
    """
    body = max(bodies, key=len, default="")
    if len(body) < max(_LEAST_TEXT, 2 * sum(map(len, shown))):
        return None
    words = letters(_TAG.sub(" ", body))
    probes = [words[at : at + _PROBE] for at in range(0, len(words) - _PROBE, max(_PROBE, len(words) // _PROBES))]
    page = "\n".join(letters(text) for text in shown)
    found = [probe in page for probe in probes]
    return _markup(body) if found and found[0] and 2 * sum(found) < len(found) else None


def _states(scripts: list[tuple[str, str]]) -> Iterator[Any]:
    """Yield the JSON of scripts."""
    for kind, source in scripts:
        if "json" not in kind:
            start = _STATE.match(source)
            if start is None:
                continue
            source = source[start.end() :]
        try:
            yield json.JSONDecoder(strict=False).raw_decode(source)[0]
        except (ValueError, RecursionError):
            continue


def _prose(data: Any) -> Iterator[_String]:
    """Yield the texts of a page's state that read like paragraphs, in order."""
    todo: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    for _ in range(_MOST_STRINGS):
        if not todo:
            return
        path, value = todo.pop()
        if isinstance(value, str):
            if len(value) >= _LEAST_STRING and " " in value and (ends_clause(value) or _PARAGRAPH.search(value)):
                yield path, value
        elif isinstance(value, dict | list) and len(path) < _MOST_DEPTH:
            pairs = list(value.items() if isinstance(value, dict) else enumerate(value))
            todo.extend(((*path, key), item) for key, item in reversed(pairs))


def _densest(strings: list[_String]) -> list[str]:
    """Return the texts of the innermost part that has nearly all of them, each once."""
    whole = sum(len(text) for _, text in strings)
    depth = 0
    while strings:
        parts: dict[str | int, list[_String]] = {}
        for path, text in strings:
            if len(path) > depth:
                parts.setdefault(path[depth], []).append((path, text))
        largest = max(parts.values(), key=lambda part: sum(len(text) for _, text in part), default=[])
        if sum(len(text) for _, text in largest) < _SHARE * whole:
            break
        strings, depth = largest, depth + 1
    return list(dict.fromkeys(text for _, text in strings))


def _markup(text: str) -> str:
    """Return a text as markup: as it is if it has paragraphs, else a paragraph for each of its lines."""
    if _PARAGRAPH.search(text):
        return f"<div>{text}</div>"
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.split("\n") if line.strip())
