"""The fields that a user sees: files with every attack, and keys to show them.

The same files are made with harmless twins of the attacks: plain words of the same width.
"""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import category

from rich.cells import cell_len, split_graphemes

from briefing_tui.markdown.inline import inline
from briefing_tui.model.note import cleaned
from briefing_tui.model.selector import Selector
from briefing_tui.notes.store import NoteStore
from briefing_tui.text.safety import harmless
from tests.hostile import pack
from tests.hostile.attacks import as_bytes, attacks
from tests.library.helpers import STAMP, note

Step = tuple[str, ...]
Wording = Callable[[str], str]
"""A function that returns the attack itself, or its harmless twin."""

LOOK_AROUND: tuple[Step, ...] = (
    ("1", "2", "3", "4", "5", "0", "G", "]", "[", ")", "("),
    ("shift+tab", "j", "pagedown", "enter", "0"),
    ("g", "escape", "f", "escape"),
    ("/", "a", "1", "0", "z", "enter", "n", "escape", "v", "w", "w", "escape"),
    ("?", "pagedown", "escape", ": p r o b l e m s", "escape", "escape"),
    ("2", "j", "l", "pagedown", "c", "escape", "h", "0"),
    ("3", "y", "Y", "s", "escape", "c", "escape", "0"),
    ("5", "t", "a", "1", "escape", "s", "escape", "0"),
    ("1", "a", "escape", "0", "W", "escape", "m", "m", "'", "escape"),
    ("e", "pagedown", "s", "escape", "escape"),
    ("o", "escape", "P", "pagedown", "escape", "z", "z"),
)
"""A tour of a briefing.

It shows the panes, the outline, the sections, labels, find, a selection, the keys, the palette, an opened actor, corrections,
speakers, the notes' filter, the editor, bookmarks, the export, the source's address and problems."""


class Field(NamedTuple):
    """A function that writes files with a field, and arguments and keys to show them.

    `write` is called with a folder and a wording.
    """

    write: Callable[[Path, Wording], object]
    route: tuple[Step, ...]
    arguments: tuple[str, ...] = ("read", "file.md")
    rows: int = 60
    copies: int = 0
    """How often the keys copy something."""
    least: int = 400
    """Fewest attacks whose words must be seen."""
    has_tags: bool = False
    """Whether tags are shown: a tag's words choose its colour, and so colours differ from the twin's."""


def as_it_is(attack: str) -> str:
    """Return the attack."""
    return attack


def likened(attack: str) -> str:
    """Return the harmless twin of an attack, as wide as it is in the reader.

    Bytes of the attack that are not UTF-8 are bytes 0xFF in the twin.
    """
    return "".join(
        "\udcff" * (1 if "\udc80" <= part <= "\udcff" else 3) if "\ud800" <= part[:1] <= "\udfff" else _likened(part)
        for part in re.split("([\ud800-\udfff])", attack)
    )


def _likened(text: str) -> str:
    decoded = re.sub(r"&#?\w+;", lambda entity: inline(f".{entity[0]}.")[0][1:-1] or "&shy;", text)
    return _plain_text(harmless(decoded))


_ASIDE = str.maketrans("[]", "()")


def _plain_text(text: str) -> str:
    """Return the text with only letters, digits, common punctuation and spaces.

    Its width, its line breaks and the places of its punctuation stay the same.
    """
    return "\n".join(
        "".join(_plain_sign(line[start:end], size) for start, end, size in split_graphemes(line)[0]) for line in text.split("\n")
    )


def _plain_sign(sign: str, size: int) -> str:
    first, rest = sign[0], "\u0301" * (len(sign) - 1)
    if first in " \t\n“”—·…" or first.isascii() or (category(first)[0] in "LN" and cell_len(first) == size):
        return first.translate(_ASIDE) + rest
    return {1: "◇", 2: "〒"}.get(size, first) + rest


def _literally(attack: str) -> str:
    """Return the attack without entities."""
    return attack.replace("&", "+")


def _content(
    folder: Path,
    word: Wording,
    titles: int = 1,
    points: int = 1,
    actors: int = 1,
    quotes: int = 1,
    images: int = 1,
    headings: int = 1,
    strangers: int = 1,
) -> None:
    """Write a content file with attacks in its title and its items.

    Each number is that of the attacks in the title, or of the items of a kind; an item has one attack in all of its parts.
    """
    title = " | ".join(word(_literally(attack)) for attack in attacks()[:titles])
    some = [re.sub(r"[\[\]\\]", r"\\\g<0>", word(attack)) for attack in attacks()]
    front = [f"{key}: {pack.yaml(title)}" for key in ("title", "kicker", "lead", "publisher")]
    address = "https://example.org/?" + "".join(word(attacks()[number]) for number in (0, 60, 100, 300))
    lines = [
        "---",
        "briefing: 1",
        *front,
        f"source: {{name: s.txt, url: {pack.yaml(address)}}}",
        "---",
        "",
        *(f"## {one}\n" for one in some[:strangers]),
    ]
    lines += ["## Summary", ""]
    lines += [f"- {point} ([Lead](#lead))" for point in some[:points]]
    lines += ["", "## Key actors", ""]
    for number, actor in enumerate(some[:actors]):
        kind = "person" if number % 2 else "organization"
        lines += [f"### {actor}", "", f"{kind} · role {actor}", f"Also: alias {actor}", ""]
    lines += ["## Quotes", ""]
    for number, quote in enumerate(some[:quotes]):
        lines += [f"> “{quote} words”", "", f"— {number:03} {quote}, {quote} said, [Lead](#lead)", f"<!-- id: q-{number} -->", ""]
    lines += ["## Images", ""]
    for image in some[:images]:
        lines += [f"![alt {image}](picture.jpg)", "", f"Caption {image}.", f"*Photo: {image}*, [Lead](#lead)", ""]
    lines += ["## Article", "", "### Lead", "", f"The words of {some[0]} at the quay.", ""]
    for number, quote in enumerate(some[:quotes]):
        lines += [f"Words “{quote} words”.", "", f"See [link {_literally(some[number])}](https://example.org/).", ""]
    for heading in some[:headings]:
        lines += [f"### {heading}", "", "Words below it.", ""]
    (folder / "file.md").write_bytes(as_bytes("\n".join(lines) + "\n"))


def _notes(folder: Path, word: Wording) -> None:
    """Store a note for each attack, in its text, tags, section, attribution and quoted words."""
    _content(folder, word)
    with NoteStore(folder / "notes.db") as store:
        for number, attack in enumerate(attacks()):
            said = as_bytes(word(_literally(attack))).decode("utf-8", "replace")
            made = note(
                f"Body {said}", f"n-{number}", tags=(f"{number:03} {said}",), section=said, attribution=said, briefing="file"
            )
            made = replace(made, kind="paragraph", selector=Selector(said), created=STAMP, modified=STAMP)
            store.import_notes([cleaned(made)])


def _shelf(folder: Path, word: Wording) -> None:
    """Write a content file for each attack, in its title."""
    for number, attack in enumerate(attacks()):
        (folder / f"f-{number:03}.md").write_bytes(as_bytes(f"# {word(attack)}\n\n## Article\n\nWords.\n"))


def _named(folder: Path, word: Wording) -> None:
    """Write a content file without a title for each attack, in its file name."""
    for number, attack in enumerate(attacks()):
        name = word(_literally(attack).replace("/", "_").replace("\0", "_")[:60])
        if word is likened:
            name = re.sub(r"\s", " ", name)
        path = os.fsdecode(os.fsencode(folder) + as_bytes(f"/{number:03} {name}.md"))
        Path(path).write_text("## Article\n\nWords.\n")


def _source(folder: Path, word: Wording) -> None:
    """Write an article as text, with an attack in each paragraph."""
    paragraphs = [
        f"The harbour is old and the words {word(_literally(attack))} stand in its books, said Maria Ortega."
        for attack in attacks()
    ]
    (folder / "source.txt").write_bytes(as_bytes("The title\n\nBy Maria Ortega\n\n" + "\n\n".join(paragraphs) + "\n"))


_ALL = len(attacks())
_LIBRARY: tuple[Step, ...] = (("pagedown*", "home", "/", "a", "1", "escape", "enter", "0", "B"),)
_FEW: dict[str, Any] = dict.fromkeys(("titles", "points", "actors", "quotes", "images", "headings", "strangers"), 16)
FIELDS = {
    "all, a few in each": Field(partial(_content, **_FEW), LOOK_AROUND, rows=24, copies=2, least=16, has_tags=True),
    "title": Field(partial(_content, titles=_ALL), (("0", "pagedown*"),)),
    "point": Field(partial(_content, points=_ALL), (("1", "pagedown*"),)),
    "actor": Field(partial(_content, actors=_ALL), (("2", "home", "pagedown*"),)),
    "quote": Field(partial(_content, quotes=_ALL), (("0", "pagedown*", "3", "home", "pagedown*", "s", "escape"),)),
    "caption": Field(partial(_content, images=_ALL), (("0", "pagedown*", "4", "home", "pagedown*"),)),
    "heading": Field(partial(_content, headings=_ALL), (("0", "pagedown*", "g", "escape"),)),
    "note and tag": Field(_notes, (("5", "pagedown*", "s", "escape", "e", "pagedown*", "escape"),), has_tags=True),
    "problem": Field(partial(_content, strangers=_ALL), (("P", "pagedown*", "escape"),)),
    "title in the library": Field(_shelf, _LIBRARY, ()),
    "file name": Field(_named, _LIBRARY, ()),
    "line of a source": Field(
        _source, (("pagedown*", "v", "escape", "0", "3", "pagedown"),), ("read", "source.txt", "--explain")
    ),
}
"""Every field by name."""
