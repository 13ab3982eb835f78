"""Content files and sources with every attack in every field, and their harmless twins.

The twins have the same words and widths, without anything but plain text.
"""

import json
from dataclasses import replace as replace_stamps
from pathlib import Path
from unicodedata import category, east_asian_width

from msgspec.structs import replace

from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Briefing, Point
from briefing_tui.model.note import Note
from tests.hostile.attacks import as_bytes, attacks
from tests.library.helpers import STAMP, note

A_FILE = 16
"""Attacks in the front matter of one file."""


def whole_file(title: str = "Every attack in every pane") -> str:
    """Return a content file with every attack as each kind of item.

    These are points, actors, roles, aliases, quotes, speech verbs, captions, alternative texts, credits, headings and paragraphs.
    """
    every = attacks()
    lines = ["---", "briefing: 1", f"title: {title}", "tags: [fictional]", "---", "", f"# {title}", "", "## Summary", ""]
    lines += [f"- {attack} ([Lead](#lead))" for attack in every]
    lines += ["", "## Key actors", ""]
    for number, attack in enumerate(every):
        kind = "person" if number % 2 else "organization"
        lines += [f"### {attack}", "", f"{kind} · role {attack} role", f"Also: alias {attack}", ""]
    lines += ["## Quotes", ""]
    for number, attack in enumerate(every):
        lines += [f"> “quoted {attack} words”", "", f"— {attack}, {attack} said, [Lead](#lead)", f"<!-- id: q-{number} -->", ""]
    lines += ["## Images", ""]
    for attack in every:
        lines += [f"![alt {attack}](picture.jpg)", "", f"Caption {attack}.", f"*Photo: {attack}*, [Lead](#lead)", ""]
    lines += ["## Article", "", "### Lead", ""]
    for attack in every:
        lines += [f"Words “quoted {attack} words” and [link {attack}](https://example.org/{attack}).", ""]
    for attack in every:
        lines += [f"### {attack}", "", "- item", "", f"```\n{attack}\n```", "", f"> {attack}", ""]
    return "\n".join(lines) + "\n"


def packed_file() -> str:
    """Return a short content file with every attack in every pane, many per item."""
    some = [" ".join(batch) for batch in _batches()]
    lines = [
        "---",
        "briefing: 1",
        f"title: {some[0]}",
        f"publisher: {some[1]}",
        "tags: [fictional]",
        "---",
        "",
        "# Packed",
        "",
        "## Summary",
        "",
    ]
    lines += [f"- {attack} ([Lead](#lead))" for attack in some]
    lines += ["", "## Key actors", ""]
    for attack in some:
        lines += [f"### {attack}", "", f"person · role {attack}", f"Also: alias {attack}", ""]
    lines += ["## Quotes", ""]
    for number, attack in enumerate(some):
        lines += [f"> “quoted {attack} words”", "", f"— {attack}, {attack} said, [Lead](#lead)", f"<!-- id: q-{number} -->", ""]
    lines += ["## Images", ""]
    for attack in some:
        lines += [f"![alt {attack}](picture.jpg)", "", f"Caption {attack}.", f"*Photo: {attack}*, [Lead](#lead)", ""]
    lines += ["## Article", ""]
    for attack in some:
        lines += [f"### {attack}", "", f"Words “quoted {attack} words”.", ""]
    return "\n".join(lines) + "\n"


def front_files() -> list[str]:
    """Return content files with attacks in every front-matter key, plain and escaped."""
    made = []
    for number, some in enumerate(_batches()):
        joined = " | ".join(some)
        said = joined if number % 2 else yaml(joined)
        lines = ["---", "briefing: 1"]
        lines += [f"{key}: {said}" for key in ("title", "kicker", "lead", "dateline", "publisher")]
        lines += [f"{key}: [{', '.join(yaml(one) for one in some)}]" for key in ("authors", "editors", "tags")]
        lines += [f"{yaml(one)}: {yaml(one)}" for one in some]
        lines += [f"source: {{name: {yaml(joined)}, url: {yaml('https://example.org/' + joined)}}}"]
        lines += [
            f"published: {yaml(joined)}",
            f"language: {yaml(joined)}",
            "---",
            "",
            "# A title",
            "",
            "## Article",
            "",
            "Words.",
            "",
        ]
        made.append("\n".join(lines))
    return made


def _batches() -> list[tuple[str, ...]]:
    every = attacks()
    return [every[at : at + A_FILE] for at in range(0, len(every), A_FILE)]


def yaml(text: str) -> str:
    """Return the text as a quoted YAML string, with escapes for all but ASCII."""
    made = []
    for char in text:
        if char in '"\\':
            made.append("\\" + char)
        elif " " <= char <= "~" or "\ud800" <= char <= "\udfff":
            made.append(char)
        else:
            made.append(f"\\U{ord(char):08x}")
    return '"' + "".join(made) + '"'


def plain(text: str) -> str:
    """Return the text with only letters, common punctuation and spaces, equally wide."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in " \t\n" or (char.isascii() and (char.isalnum() or char in "-.,'#:;()/|\"")):
        return char
    if char in "“”—·…":
        return char
    if category(char) in ("Mn", "Me", "Cf"):
        return char if char in "\u200c\u200d\ufe0f" else "\u0301"
    return char if east_asian_width(char) in "WF" else "x"


def twin(briefing: Briefing) -> Briefing:
    """Return the briefing with every text made plain; its ids still match."""

    def told(text: str | None) -> str | None:
        return None if text is None else plain(text)

    return replace(
        briefing,
        **{name: told(getattr(briefing, name)) for name in ("title", "kicker", "lead", "dateline", "publisher", "published")},
        **{name: tuple(map(plain, getattr(briefing, name))) for name in ("authors", "editors", "tags")},
        summary=tuple(Point(plain(point.text), point.sections, point.origin) for point in briefing.summary),
        actors=tuple(
            replace(one, name=plain(one.name), roles=tuple(map(plain, one.roles)), aliases=tuple(map(plain, one.aliases)))
            for one in briefing.actors
        ),
        quotes=tuple(
            replace(one, parts=tuple(map(plain, one.parts)), verb=told(one.verb), speaker_name=told(one.speaker_name))
            for one in briefing.quotes
        ),
        images=tuple(
            replace(one, caption=told(one.caption), alt=told(one.alt), credit=told(one.credit)) for one in briefing.images
        ),
        sections=tuple(
            replace(
                one,
                heading=told(one.heading),
                paragraphs=tuple(replace(block, text=plain(block.text)) for block in one.paragraphs),
            )
            for one in briefing.sections
        ),
        extra=(),
        built=(),
    )


def shelve(folder: Path) -> tuple[Path, Path]:
    """Write the hostile files and their twins into two folders under the same names."""
    hostile, plain_twins = folder / "hostile", folder / "twins"
    hostile.mkdir()
    plain_twins.mkdir()
    for name, text in _named().items():
        (hostile / name).write_bytes(as_bytes(text))
        (plain_twins / name).write_text(write(twin(load(hostile / name).briefing)), "utf-8")
    return hostile, plain_twins


def _named() -> dict[str, str]:
    files = {f"file-{number}.md": text for number, text in enumerate([whole_file(), *front_files()])}
    return files | {"packed.md": packed_file()}


def notes() -> list[Note]:
    """Return a note for every attack, in its text, tags, section and quoted words."""
    made = []
    for number, attack in enumerate(attacks()):
        one = note(f"Body {attack}", f"n-{number}", tags=(attack[:80],), section=attack, attribution=attack, briefing="file-0")
        made.append(replace_stamps(one, created=STAMP, modified=STAMP))
    return made


def sources(folder: Path) -> list[Path]:
    """Return articles with every attack, one for each kind of source."""
    every = [attack for attack in attacks() if not any("\ud800" <= char <= "\udfff" for char in attack)]
    paragraphs = [f"The harbour is old and the words {attack} stand in its books, said Maria Ortega." for attack in every]
    page = "".join(f"<p>{text}</p>\n" for text in paragraphs)
    meta = "".join(f'<meta name="author" content="{attack.replace(chr(34), "")}">' for attack in every)
    data = json.dumps({"@type": "NewsArticle", "headline": "Title \x1b]0;x\x07", "author": list(every)})
    files = {
        "page.html": f"<!DOCTYPE html><html><head><title>Title \x1b]0;x\x07 &#27;[2J &#x9b;31m</title>{meta}"
        f'<script type="application/ld+json">{data}</script></head><body><article><h1>Title &#x9b;31m</h1>\n{page}</article></body></html>',
        "plain.txt": "The title of it \x1b]0;x\x07\n\nBy Maria Ortega\n\n" + "\n\n".join(paragraphs) + "\n",
        "clip.md": '---\ntitle: "Title \\e]0;x\\a"\nauthor: "\\x9b31m"\n---\n\n# Title\n\n## One\n\n'
        + "\n\n".join(paragraphs)
        + "\n",
    }
    made = []
    for name, text in files.items():
        (folder / name).write_bytes(as_bytes(text))
        made.append(folder / name)
    return made
