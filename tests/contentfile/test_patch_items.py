"""A change to one piece of an item changes the lines of that piece only."""

from collections.abc import Callable
from difflib import ndiff

import pytest
from msgspec.structs import replace

from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.model.briefing import Actor, Briefing, Image, Point, Quote

FILE = """\
---
title: The quay
---

## Summary

* The _quay_ is cracked.

## Key actors

### _Maria_ Ortega
person · engineer
also: Ortega

### The _board_
organisation

## Quotes

> “It _moved_.”
-- Maria Ortega, said

> “It fell.”
-- the board · inferred

## Images

![A _quay_](quay.jpg)
The _quay_.
*Oona Reed*

## Article

### One

Maria Ortega said: “It _moved_.”
"""
BARE = """\
---
title: The quay
---

## Article

### One

The _first_ words.
"""
Change = Callable[[Briefing], Briefing]


def changes(file: str, change: Change) -> list[str]:
    """The lines that a patch takes out and puts in."""
    new = change(read(file, "x").briefing)
    made = patch(file, new)
    assert read(made, "x").briefing == new
    return [line for line in ndiff(file.splitlines(), made.splitlines()) if line[:2] in ("- ", "+ ")]


def actor(**changed: object) -> Change:
    return lambda old: replace(old, actors=(replace(old.actors[0], **changed), *old.actors[1:]))


def quote(number: int, **changed: object) -> Change:
    return lambda old: replace(
        old, quotes=tuple(replace(one, **changed) if at == number else one for at, one in enumerate(old.quotes))
    )


def image(**changed: object) -> Change:
    return lambda old: replace(old, images=(replace(old.images[0], **changed),))


@pytest.mark.parametrize(
    ("name", "change", "lines"),
    [
        ("no aliases", actor(aliases=()), ["- also: Ortega"]),
        ("another alias", actor(aliases=("Ortega", "the engineer")), ["- also: Ortega", "+ Also: Ortega, the engineer"]),
        ("no roles", actor(roles=()), ["- person · engineer", "+ person"]),
        ("another kind", actor(kind="organization"), ["- person · engineer", "+ organization · engineer"]),
        ("another name", actor(name="Mia Ortega"), ["- ### _Maria_ Ortega", "+ ### Mia Ortega", "+ <!-- id: maria-ortega -->"]),
        ("other words", quote(0, parts=("It sank.",)), ["- > “It _moved_.”", "+ > “It sank.”", "+ <!-- id: q-it-moved -->"]),
        (
            "another part",
            quote(0, parts=("It _moved_.", "It sank.")),
            ["- > “It _moved_.”", "+ > “It \\_moved\\_.", "+ >", "+ > It sank.”", "+ <!-- id: q-it-moved -->"],
        ),
        ("no verb", quote(0, verb=None), ["- -- Maria Ortega, said", "+ — Maria Ortega"]),
        ("another verb", quote(0, verb="wrote"), ["- -- Maria Ortega, said", "+ — Maria Ortega, wrote"]),
        ("a fragment", quote(0, kind="partial"), ["- -- Maria Ortega, said", "+ — Maria Ortega, said · partial"]),
        ("not inferred", quote(1, inferred=False), ["- -- the board · inferred", "+ — the board"]),
        ("no caption", image(caption=None), ["- The _quay_."]),
        ("another caption", image(caption="The old quay."), ["- The _quay_.", "+ The old quay."]),
        ("no credit", image(credit=None), ["- *Oona Reed*"]),
        ("another credit", image(credit="Bo Linde"), ["- *Oona Reed*", "+ *Bo Linde*"]),
        (
            "another text",
            image(alt="An old quay"),
            ["- ![A _quay_](quay.jpg)", "+ ![An old quay](quay.jpg)", "+ <!-- id: image-a-quay -->"],
        ),
        ("another address", image(url="old.jpg"), ["- ![A _quay_](quay.jpg)", "+ ![A quay](old.jpg)"]),
        ("a point more", lambda old: replace(old, summary=(*old.summary, Point("It fell."))), ["+ * It fell."]),
        ("a point first", lambda old: replace(old, summary=(Point("It fell."), *old.summary)), ["+ - It fell."]),
        ("no point", lambda old: replace(old, summary=()), ["- ", "- * The _quay_ is cracked."]),
        (
            "an actor first",
            lambda old: replace(old, actors=(Actor("bo", "Bo", "person"), *old.actors)),
            ["+ ", "+ ### Bo", "+ ", "+ person"],
        ),
        (
            "no actor",
            lambda old: replace(old, actors=(), quotes=()),
            [
                "- ### _Maria_ Ortega",
                "- person · engineer",
                "- also: Ortega",
                "- ",
                "- ### The _board_",
                "- organisation",
                "- ",
                "- ",
                "- > “It _moved_.”",
                "- -- Maria Ortega, said",
                "- ",
                "- > “It fell.”",
                "- -- the board · inferred",
            ],
        ),
        (
            "a quote between",
            lambda old: replace(old, quotes=(old.quotes[0], Quote("q", ("It sank.",)), old.quotes[1])),
            ["+ > “It sank.”", "+ ", "+ — unattributed", "+ <!-- id: q -->", "+ "],
        ),
        ("no image", lambda old: replace(old, images=()), ["- ![A _quay_](quay.jpg)", "- The _quay_.", "- *Oona Reed*", "- "]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_changed_piece_leaves_the_others_as_they_were_written(name: str, change: Change, lines: list[str]) -> None:
    assert name
    assert changes(FILE, change) == lines


@pytest.mark.parametrize(
    ("name", "change", "lines"),
    [
        ("a point", lambda old: replace(old, summary=(Point("It fell."),)), ["+ ", "+ ## Summary", "+ ", "+ - It fell."]),
        (
            "an actor",
            lambda old: replace(old, actors=(Actor("bo", "Bo", "person"),)),
            ["+ ", "+ ## Key actors", "+ ", "+ ### Bo", "+ ", "+ person"],
        ),
        (
            "a quote",
            lambda old: replace(old, quotes=(Quote("q", ("It sank.",)),)),
            ["+ ", "+ ## Quotes", "+ ", "+ > “It sank.”", "+ ", "+ — unattributed", "+ <!-- id: q -->"],
        ),
        (
            "an image",
            lambda old: replace(old, images=(Image("i", "The quay", url="quay.jpg"),)),
            ["+ ", "+ ## Images", "+ ", "+ ![](quay.jpg)", "+ ", "+ The quay", "+ <!-- id: i -->"],
        ),
        ("a kicker", lambda old: replace(old, kicker="Coast"), ["+ kicker: Coast"]),
        ("no title", lambda old: replace(old, title=None), ["- title: The quay"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_part_that_a_file_lacks_comes_in_at_its_place(name: str, change: Change, lines: list[str]) -> None:
    assert name
    assert changes(BARE, change) == lines


def test_a_file_without_front_matter_gets_it_at_its_top() -> None:
    file = "# The quay\n\nWords.\n"
    made = patch(file, replace(read(file, "x").briefing, kicker="Coast"))
    assert made.startswith("---\n")
    assert "kicker: Coast\n" in made.partition("\n---\n")[0] + "\n"
    assert made.endswith("# The quay\n\nWords.\n")


def test_a_part_comes_in_before_the_hashes_of_what_was_built() -> None:
    file = "---\nbriefing: 1\ntitle: The quay\n---\n\n## Summary\n\n- It fell.\n\n<!-- built: a=1f\n  b=2e -->\n"
    made = patch(file, replace(read(file, "x").briefing, images=(Image("i", "The quay", url="quay.jpg"),)))
    assert made.index("## Images") < made.index("<!-- id: i -->") < made.index("<!-- built: ")
