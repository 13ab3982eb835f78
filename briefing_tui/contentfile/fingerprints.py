"""Short hashes of items, which tell what a user changed since the last build.

A file keeps them in the comment `<!-- built: … -->` at its end.
"""

import re
from collections.abc import Iterable

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.fields import FIELDS_IN_JSON

EDITABLE_KEYS = tuple(field.key for field in FIELDS_IN_JSON if field.merge == "unless edited")
"""The front-matter fields that a rebuild sets unless the user edited them."""
_LENGTH = 10
_HEX = re.compile(r"[0-9a-f]+")


def short_hash(*values: object) -> str:
    """Return a hash of some values in ten hexadecimal digits."""
    import hashlib  # for built files only

    return hashlib.sha256("\x1f".join("" if value is None else str(value) for value in values).encode()).hexdigest()[:_LENGTH]


def point_id(text: str) -> str:
    """Return a summary point's id: a hash of its words."""
    return f"p-{short_hash(text)}"


def fingerprints(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return id and hash of every point, actor, quote, image and section.

    The form is that of `Briefing.built`; of items with the same id, the last counts.
    """
    found: list[tuple[str, str]] = [(point_id(p.text), short_hash(*p.sections)) for p in briefing.summary]
    found += [(a.id, short_hash(a.name, a.kind, a.roles, a.aliases)) for a in briefing.actors]
    found += [
        (q.id, short_hash(q.parts, q.kind, q.speaker, q.speaker_name, q.speaker_text, q.verb, q.inferred, q.section, q.after))
        for q in briefing.quotes
    ]
    found += [(i.id, short_hash(i.caption, i.alt, i.credit, i.url, i.section, i.after)) for i in briefing.images]
    found += [(s.id, short_hash(s.heading, s.level, *s.paragraphs)) for s in briefing.sections]
    return tuple(dict(found).items())


def built_hashes(briefing: Briefing) -> tuple[tuple[str, str], ...]:
    """Return the ids and hashes to remember of a briefing as it was built.

    Those of the front matter have the ids `front-…`.
    """
    fields = tuple((f"front-{name}", short_hash(getattr(briefing, name))) for name in EDITABLE_KEYS if getattr(briefing, name))
    return (*fingerprints(briefing), *fields)


def read_built(comment: str) -> tuple[tuple[str, str], ...]:
    """Read the ids and hashes in a comment `<!-- built: id=hash … -->`."""
    pairs = (word.rpartition("=") for word in comment.split())
    return tuple({name: digest for name, _, digest in pairs if name and _HEX.fullmatch(digest)}.items())


def write_built(built: Iterable[tuple[str, str]]) -> list[str]:
    """Write the comment in lines of about 100 characters.

    There are none if there is nothing to write.
    """
    lines, line = [], "<!-- built:"
    for name, digest in built:
        pair = f" {name}={digest}"
        if len(line) + len(pair) > 100 and line.strip():
            lines.append(line)
            line = " "
        line += pair
    return [*lines, f"{line} -->"] if lines or "=" in line else []
