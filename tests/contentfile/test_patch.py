"""Editing an item changes its lines and no other byte, even in hand-written files."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.contentfile.read.raw_items import RawItem
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.disk import save
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Point, Quote, Section
from tests.contentfile.strategies import briefings, maybe, text

Draw = Callable[[st.SearchStrategy[Any]], Any]
Style = Callable[[str], str]
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def windows(file: str) -> str:
    return file.replace("\n", "\r\n")


def spread(file: str) -> str:
    """Add blank lines between blocks, except where there may be code."""
    return file if "```" in file or "~~~" in file else file.replace("\n\n", "\n\n\n")


def starred(file: str) -> str:
    """Use another sign for the bullets of the summary."""
    head, mark, tail = file.partition("\n## Summary\n")
    bullets, end, rest = tail.partition("\n## ")
    return head + mark + re.sub(r"^- ", "* ", bullets, flags=re.M) + end + rest


def underlined(file: str) -> str:
    """Underline the headings of the parts."""
    if "```" in file or "~~~" in file:
        return file
    return re.sub(r"^## (Summary|Quotes|Images|Key actors)$", r"\1\n-------", file, flags=re.M)


def guillemets(file: str) -> str:
    """Use other quotation marks around quotes of one part that hold none."""
    return re.sub(r"^(> )“([\w ]+)”$", r"\1«\2»", file, flags=re.M)


def commented(file: str) -> str:
    """Add a user's comment above a part."""
    return file.replace("\n## Article\n", "\n<!-- mind the gap -->\n\n## Article\n", 1)


def as_is(file: str) -> str:
    return file


styles = st.sampled_from((as_is, windows, spread, starred, underlined, guillemets, commented))


@st.composite
def edits(draw: st.DrawFn, old: Briefing) -> Briefing:
    """Draw a briefing with one thing changed, added or removed."""
    choices = ["title", "kicker", "add point", "add actor", "add section"]
    present = [name for name in ("summary", "actors", "quotes", "images", "sections") if getattr(old, name)]
    choices += [f"{verb} {name}" for name in present for verb in ("drop", "edit")]
    choice = draw(st.sampled_from(choices))
    if choice in ("title", "kicker"):
        return changed(old, choice, draw(maybe))
    if choice == "add point":
        return replace(old, summary=(*old.summary, Point(draw(text))))
    if choice == "add actor":
        return replace(old, actors=(*old.actors, Actor("new-actor", draw(text), "organization", (draw(text),))))
    if choice == "add section":
        made = Section("new-section", draw(text), (Paragraph(draw(text)),))
        return replace(old, sections=(*old.sections, made))
    verb, name = choice.split()
    found = list(getattr(old, name))
    at = draw(st.integers(0, len(found) - 1))
    if verb == "drop":
        del found[at]
    else:
        found[at] = _changed(draw, found[at])
    return changed(old, name, tuple(found))


def changed(old: Briefing, name: str, value: object) -> Briefing:
    return cast(Briefing, cast(Any, replace)(old, **{name: value}))


def _changed(draw: Draw, item: object) -> object:
    words = draw(text)
    match item:
        case Point():
            return replace(item, text=words)
        case Actor():
            return draw(st.sampled_from((replace(item, name=words), replace(item, roles=(words,)), replace(item, aliases=()))))
        case Quote():
            spoken = replace(item, speaker=None, speaker_name=words, speaker_text=None)
            others = (replace(item, verb=words), replace(item, inferred=True), replace(item, parts=(words,)))
            return draw(st.sampled_from((spoken, *others)))
        case Image():
            return draw(st.sampled_from((replace(item, caption=words), replace(item, credit=None), replace(item, alt=words))))
        case Section():
            return draw(st.sampled_from((replace(item, paragraphs=(*item.paragraphs, Paragraph(words))), replace(item, level=4))))
    raise AssertionError(item)


@settings(max_examples=120)
@given(st.data(), briefings, styles)
def test_a_patched_file_reads_as_the_edited_briefing(data: st.DataObject, made: Briefing, style: Style) -> None:
    file = style(write(made))
    old = read(file, "x").briefing
    new = data.draw(edits(old))
    patched = patch(file, new)
    assert read(patched, "x").briefing == normal_form(new)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that were removed and those that were added."""
    old, new = LINE.findall(before), LINE.findall(after)
    gone: list[str] = []
    made: list[str] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += old[i1:i2]
            made += new[j1:j2]
    return gone, made


def item_ranges(file: str, kind: str, at: int) -> tuple[int, int]:
    layout = parse(file, "x").layout
    raws: dict[str, list[RawItem]] = {
        "summary": [*layout.points],
        "actors": [*layout.actors],
        "quotes": [*layout.quotes],
        "images": [*layout.images],
    }
    return raws[kind][at].lines


@settings(max_examples=120)
@given(st.data(), briefings, styles)
def test_an_edit_of_one_item_keeps_every_byte_outside_its_lines(data: st.DataObject, made: Briefing, style: Style) -> None:
    file = style(write(made))
    old = read(file, "x").briefing
    kinds = [name for name in ("summary", "actors", "quotes", "images") if getattr(old, name)]
    if not kinds:
        return
    kind = data.draw(st.sampled_from(kinds))
    at = data.draw(st.integers(0, len(getattr(old, kind)) - 1))
    found = list(getattr(old, kind))
    found[at] = _changed(data.draw, found[at])
    new = changed(old, kind, tuple(found))
    if len(getattr(normal_form(new), kind)) != len(found):
        return
    patched = patch(file, new)
    start, end = item_ranges(file, kind, at)
    lines = LINE.findall(file)
    assert patched.startswith("".join(lines[:start]))
    assert patched.endswith("".join(lines[end:]))


HAND_WRITTEN = """\
---
title:   The quay   # a working title
briefing: 1
mood: {a: 1}   # not the format's
publisher: 'The Courier'
---
The quay
========

Summary
-------

* First thing. ([Lead](#lead))

* Second thing.

## Key actors

### Maria *Ortega*
Person · engineer,  chief
also: Ortega, the chief

### The board
organisation

## Quotes
> «It moved.»
— Maria Ortega, said

> It moved again,
> she said.

-- [Maria](#maria-ortega), told us

## Article

Words before any heading.

### One  ###

1) first
2) second

Some *words*.
"""


def one_change(before: str, after: str) -> tuple[list[str], list[str]]:
    gone, made = changed_lines(before, after)
    return [line.rstrip("\r\n") for line in gone], [line.rstrip("\r\n") for line in made]


def test_a_hand_written_file_is_read() -> None:
    reading = read(HAND_WRITTEN, "x")
    assert reading.problems == ()
    briefing = reading.briefing
    assert [point.text for point in briefing.summary] == ["First thing.", "Second thing."]
    assert [actor.name for actor in briefing.actors] == ["Maria Ortega", "The board"]
    assert [quote.parts for quote in briefing.quotes] == [("It moved.",), ("It moved again, she said.",)]
    assert briefing.quotes[1].speaker == "maria-ortega"
    assert [section.heading for section in briefing.sections] == [None, "One"]


def test_in_a_hand_written_file_only_the_changed_lines_change() -> None:
    for ends in ("\n", "\r\n"):
        file = HAND_WRITTEN.replace("\n", ends)
        old = read(file, "x").briefing
        ortega, board = old.actors
        first, second = old.quotes
        new = replace(old, actors=(replace(ortega, aliases=("Ortega",)), board))
        assert one_change(file, patch(file, new)) == (["also: Ortega, the chief"], ["Also: Ortega"])
        new = replace(old, quotes=(first, replace(second, speaker=board.id)))
        wanted = ["-- [Maria](#maria-ortega), told us"], ['— [The board](#the-board "Maria"), told us']
        assert one_change(file, patch(file, new)) == wanted
        new = replace(old, publisher="The Clarion")
        assert one_change(file, patch(file, new)) == (["publisher: 'The Courier'"], ["publisher: The Clarion"])
        new = replace(old, summary=old.summary[:1])
        assert sorted(one_change(file, patch(file, new))[0]) == ["", "* Second thing."]
        new = replace(old, summary=(*old.summary, Point("Third.")))
        assert one_change(file, patch(file, new)) == ([], ["* Third."])
        new = replace(old, title="The old quay")
        made = one_change(file, patch(file, new))[1]
        assert made == ["title: The old quay", "# The old quay"]


def test_an_actor_keeps_the_id_when_the_name_changes() -> None:
    old = read(HAND_WRITTEN, "x").briefing
    new = replace(old, actors=(replace(old.actors[0], name="Maria Ortega Ruiz"), old.actors[1]))
    gone, made = one_change(HAND_WRITTEN, patch(HAND_WRITTEN, new))
    assert gone == ["### Maria *Ortega*"]
    assert made == ["### Maria Ortega Ruiz", "<!-- id: maria-ortega -->"]


def test_bytes_that_are_no_utf_8_survive_a_patch_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(HAND_WRITTEN.replace("Some *words*", "Some \udcff").encode(errors="surrogateescape"))
    path.chmod(0o640)
    old = read(path.read_bytes().decode(errors="surrogateescape"), "x").briefing
    save(path, replace(old, kicker="Portolan"))
    assert b"Some \xff." in path.read_bytes()
    assert b"kicker: Portolan\n" in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]
