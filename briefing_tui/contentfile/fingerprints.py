"""Short hashes of items, kept in the comment `<!-- built: … -->`: what a builder made, told from what a person changed."""

import re
from collections.abc import Iterable

from briefing_tui.model.briefing import Briefing

_LENGTH = 10
_HEX = re.compile(r"[0-9a-f]+")


def _hash(*values: object) -> str:
    import hashlib  # for built files only

    return hashlib.sha256("\x1f".join("" if value is None else str(value) for value in values).encode()).hexdigest()[:_LENGTH]


def point_id(text: str) -> str:
    """The id under which a summary point, which has none of its own, is remembered: its words' hash."""
    return f"p-{_hash(text)}"


def fingerprints(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """The id and the short hash of every summary point, actor, quote, image and section, as `Briefing.built` keeps them."""
    found: list[tuple[str, str]] = [(point_id(p.text), _hash(*p.sections)) for p in briefing.summary]
    found += [(a.id, _hash(a.name, a.kind, a.roles, a.aliases)) for a in briefing.actors]
    found += [
        (q.id, _hash(q.parts, q.kind, q.speaker, q.speaker_name, q.speaker_text, q.verb, q.inferred, q.section, q.after))
        for q in briefing.quotes
    ]
    found += [(i.id, _hash(i.caption, i.alt, i.credit, i.url, i.section, i.after)) for i in briefing.images]
    found += [(s.id, _hash(s.heading, s.level, *s.paragraphs)) for s in briefing.sections]
    return tuple(dict(found).items())


def read_built(comment: str) -> tuple[tuple[str, str], ...]:
    """The ids and hashes of a comment `<!-- built: id=hash … -->`."""
    pairs = (word.rpartition("=") for word in comment.split())
    return tuple({name: digest for name, _, digest in pairs if name and _HEX.fullmatch(digest)}.items())


def write_built(built: Iterable[tuple[str, str]]) -> list[str]:
    """The lines of the comment, none for nothing; a line holds about a hundred characters."""
    lines, line = [], "<!-- built:"
    for name, digest in built:
        pair = f" {name}={digest}"
        if len(line) + len(pair) > 100 and line.strip():
            lines.append(line)
            line = " "
        line += pair
    return [*lines, f"{line} -->"] if lines or "=" in line else []
