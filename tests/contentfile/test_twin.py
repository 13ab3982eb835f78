"""The JSON format is valid by its published schema, which is made from the code."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
from hypothesis import given, settings

from briefing_tui.contentfile.json_format import to_dict, to_json
from briefing_tui.contentfile.json_schema import schema, schema_text
from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.reader import load
from briefing_tui.model.briefing import Briefing, Problem
from tests.contentfile.strategies import briefings

PUBLISHED = Path(__file__).parents[2] / "schema" / "briefing-1.schema.json"
ORDINARY = """---
briefing: 1
title: The quay
authors: [Ines Calder]
source: {name: quay.txt, url: https://example.org/quay}
---

# The quay

## Summary

- It moved. ([Lead](#lead))

## Key actors

### Maria Ortega

person · engineer
Also: Ortega

## Quotes

> “It moved.”

— [Maria Ortega](#maria-ortega "she"), said, [Lead](#lead) · inferred
<!-- id: q-moved -->

## Images

![The quay](quay.jpg)

The quay at low tide.
*Photo: Portolan Archive*, [Lead](#lead)

## Article

### Lead

“It moved,” said **Ortega**, of the *East Quay* and its sensor `E3` ([more](https://example.org/more)).

- One & two
- Three
"""
VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


@settings(max_examples=60)
@given(briefings)
def test_every_twin_is_valid(briefing: Briefing) -> None:
    twin = json.loads(to_json(normal_form(briefing), (Problem(1, "what", "do"),)))
    assert [error.message for error in VALIDATOR.iter_errors(twin)] == []


def test_a_broken_twin_is_not_valid(fixtures: Path) -> None:
    twin = to_dict(load(fixtures / "harbour.md").briefing)
    assert VALIDATOR.is_valid(twin)
    assert not VALIDATOR.is_valid(twin | {"format": "briefing/2"})
    assert not VALIDATOR.is_valid({key: value for key, value in twin.items() if key != "title"})


def test_places_of_quotes_are_their_words(fixtures: Path) -> None:
    twin = to_dict(load(fixtures / "harbour.md").briefing)
    texts = {section["id"]: [paragraph["text"] for paragraph in section["paragraphs"]] for section in twin["sections"]}
    places = [(part["text"], part["place"]) for quote in twin["quotes"] for part in quote["parts"] if part["place"]]
    assert places
    for words, place in places:
        assert texts[place["at"]][place["paragraph"]][place["start"] : place["end"]] == words


def test_the_keys_stand_in_the_published_order(fixtures: Path) -> None:
    twin = to_dict(load(fixtures / "harbour.md").briefing, None)
    wanted = (
        "format id article title kicker lead dateline publisher authors editors tags published modified language source "
        "summary actors quotes images sections"
    )
    assert list(twin) == wanted.split()


def test_reading_an_ordinary_file_and_its_twin_load_no_heavy_module(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(ORDINARY, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from briefing_tui.contentfile import json_format;"
        "from briefing_tui.contentfile.check import checker; from briefing_tui.contentfile.write import patch;"
        "from briefing_tui.contentfile.read import reader;"
        f"json_format.to_json(reader.load(Path({str(path)!r})).briefing);"
        "print([name for name in ('textual', 'rich', 'markdown_it', 'yaml') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PUBLISHED.parents[1])
    assert found.stdout.strip() == "[]"
