"""A note as it is typed in a file: text, then tags.

Any text can be typed there; it becomes a note that is written as the same text again.
"""

import re
from dataclasses import replace
from functools import lru_cache

from briefing_tui.model.note import LONGEST_TAG, Note, clean_tags
from briefing_tui.text.safety import harmless
from briefing_tui.text.tagging import tags_of

_WORD = re.compile(r"[^\W\d_][\w/-]*")
_TAG_LINE = re.compile(rf"(?:#[\w/-]{{1,{LONGEST_TAG}}}(?: (?=#)|\Z))+")


@lru_cache(maxsize=4096)
def tag_word(tag: str, joint: str = "-") -> str:
    """Return a tag as one word, for formats without spaces in tags.

    It may be empty: not every tag has a letter.
    """
    word = re.sub(r"[\W_]*[^\w_][\W_]*|_{2,}", joint, tag).strip(joint + "_")
    return f"n{word}" if word.isdigit() else word


def note_tag(tag: str) -> str:
    """Return a tag as it is typed behind `#` in Markdown.

    `a/b` stays, `two words` becomes `two-words`.
    """
    return tag if _WORD.fullmatch(tag) else tag_word(tag)


def trimmed(text: str) -> str:
    """Return the text from its first line that is not blank to its last."""
    if text and not text[0].isspace() and not text[-1].isspace():
        return text
    lines = text.split("\n")
    held = [at for at, line in enumerate(lines) if line.strip(" \t")]
    return "\n".join(lines[held[0] : held[-1] + 1]) if held else ""


def typed_text(note: Note) -> str:
    """Return a note as it is typed.

    That is its text, then a line of the tags that the text lacks.
    """
    text = trimmed(note.body)
    known = {note_tag(tag).casefold() for tag in tags_of(text)}
    words = [word for tag in note.tags if (word := note_tag(tag)) and word.casefold() not in known]
    line = " ".join(f"#{word}" for word in words)
    return f"{text}\n\n{line}" if text and line else text or line


def with_typed_text(note: Note, text: str) -> Note:
    """Return the note with the text and the tags that were typed.

    A tag that the note has keeps its spelling, and those that no file can show stay.
    """
    text = trimmed(harmless(text))
    head, _, last = text.rpartition("\n\n")
    if _TAG_LINE.fullmatch(last):
        parted = _with(note, trimmed(head), [*tags_of(head), *(word[1:] for word in last.split())])
        if typed_text(parted) == text:
            return parted
    return _with(note, text, tags_of(text))


def _with(note: Note, body: str, tags: list[str] | tuple[str, ...]) -> Note:
    known = {note_tag(tag).casefold(): tag for tag in note.tags}
    hidden = [tag for tag in note.tags if not note_tag(tag)]
    short = [tag for tag in tags if len(tag) <= LONGEST_TAG]
    return replace(note, body=body, tags=clean_tags([*(known.get(note_tag(tag).casefold(), tag) for tag in short), *hidden]))


def text_version(text: str) -> str:
    """Return a short hash of a text: 24 bits in hexadecimal."""
    from hashlib import sha256

    return sha256(trimmed(text).encode("utf-8", "surrogatepass")).hexdigest()[:6]
