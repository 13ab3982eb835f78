"""Tags as they are typed in a note's text: `#word`, or `#"several words"`.

Within the marks, a backslash keeps a mark or a backslash.
"""

import re
from collections.abc import Iterator, Sequence

_TAG = re.compile(r"(?<!\S)#(?:\"((?:[^\"\\\n]|\\[\"\\]|\\(?![\"\\])){1,100})\"|([^\W\d_][\w/-]*))")
_ESCAPED = re.compile(r"\\([\"\\])")
_ONLY_TAGS = re.compile(rf"(?:{_TAG.pattern}[ \t]*+)++")


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags in a text, each once whatever its case, as first typed."""
    found: dict[str, str] = {}
    for _, _, tag in tags_in(text):
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def tags_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield every tag in a text, as (start, end, tag)."""
    for match in _TAG.finditer(text):
        tag = (match[2] or _ESCAPED.sub(r"\1", match[1])).strip()
        if tag:
            yield *match.span(), tag


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a note's text and its tags, given what was typed.

    A last line of nothing but tags is not part of the text.
    """
    body = text.rstrip()
    head, _, last = body.rpartition("\n")
    if _ONLY_TAGS.fullmatch(last.strip()):
        body = head.rstrip()
    return body, tags_of(text)


def joined(body: str, tags: Sequence[str]) -> str:
    """Return a note as it is edited: text, then other tags."""
    known = {tag.casefold() for tag in tags_of(body)}
    rest = [as_typed(tag) for tag in tags if tag.casefold() not in known]
    if not rest:
        return body
    return f"{body}\n\n{' '.join(rest)}" if body else " ".join(rest)


def as_typed(tag: str) -> str:
    """Return a tag as it is typed."""
    if _TAG.fullmatch(f"#{tag}") and not tag.startswith('"'):
        return f"#{tag}"
    escaped = tag.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'
