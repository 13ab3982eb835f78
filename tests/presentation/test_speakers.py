"""A speaker whom the article does not name is worded and marked the same everywhere.

This is the case in the reader, the shell, the exports and the JSON.
"""

import json

import pytest
from msgspec.structs import replace

from briefing_tui.application.inputs import Input
from briefing_tui.cli.commands.show import show
from briefing_tui.contentfile.json_format import to_dict
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write
from briefing_tui.export.bundle import bundles
from briefing_tui.export.formats import named, names
from briefing_tui.export.formats.newsarticle import as_object
from briefing_tui.model.briefing import Briefing, Quote
from briefing_tui.model.note import Note
from briefing_tui.model.selector import Selector
from briefing_tui.presentation.speakers import said_by, speaker, speech_verb

MARKED = "“she” (unidentified)"
TEXT = """---
briefing: 1
title: The ferry
article: {kind}
---

## Key actors

### Maria Ortega

person

## Quotes

> “It moved three times.”

— [unattributed](# "she"), said, [Who pays](#who-pays)
<!-- id: q-she -->

> “We measured it.”

— [Maria Ortega](#maria-ortega "the engineer"), said, [Who pays](#who-pays)
<!-- id: q-ortega -->

> “Nobody asked.”

— unattributed, [Who pays](#who-pays)
<!-- id: q-nobody -->

## Article

### Who pays

“It moved three times.” “We measured it.” “Nobody asked.”
"""


def target(kind: str) -> Input:
    return Input(text=TEXT.format(kind=kind))


@pytest.mark.parametrize("kind", ["full", "digest"])
def test_the_shell_shows_the_articles_word_and_marks_it(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    show(target(kind), width=80)
    shown = capsys.readouterr().out
    assert shown.count(f"— {MARKED}") == (2 if kind == "digest" else 1)
    assert shown.count("— unattributed") == (2 if kind == "digest" else 1)


def test_the_shell_finds_the_quotes_by_the_articles_word() -> None:
    briefing = read(TEXT.format(kind="full"), "ferry").briefing
    found = {word: [quote.id for quote in said_by(word, briefing)] for word in ("she", "unattributed", "the engineer")}
    assert found == {"she": ["q-she"], "unattributed": ["q-nobody"], "the engineer": []}


def test_a_pronoun_that_was_written_as_a_name_is_marked_too() -> None:
    assert speaker(Briefing("b"), Quote("q", ("Words.",), speaker_name="They", speaker_text="They")) == "“They” (unidentified)"
    assert speaker(Briefing("b"), Quote("q", ("Words.",), speaker_name="a skipper")) == "a skipper"


@pytest.mark.parametrize("name", [name for name in names() if name != "newsarticle"])
def test_every_export_of_a_note_has_the_articles_word_and_marks_it(name: str) -> None:
    briefing = read(TEXT.format(kind="full"), "ferry").briefing
    time = "2026-03-02T10:11:12.000Z"
    words = Selector("It moved three times.")
    note = Note("n-1", "ferry", "quote", "q-she", words, body="Ask.", created=time, modified=time, revision=1)
    text = "".join(named(name).write(bundles([note], lambda _: briefing)))
    assert MARKED in text


def test_a_news_article_gives_the_word_as_a_description_and_claims_no_name() -> None:
    parts = as_object(read(TEXT.format(kind="full"), "ferry").briefing)["hasPart"]
    assert [part.get("creator") for part in parts] == [
        {"@type": "Person", "description": MARKED},
        {"@id": "#maria-ortega", "name": "Maria Ortega"},
        None,
    ]


def test_the_json_has_the_word_without_a_name_however_it_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    briefing = read(TEXT.format(kind="full"), "ferry").briefing
    known = {"speaker": None, "speaker_name": None, "speaker_text": "she"}
    show(target("full"), form="json")
    for data in (
        to_dict(briefing, None),
        to_dict(read(write(briefing), "ferry").briefing, None),
        json.loads(capsys.readouterr().out),
    ):
        assert {key: data["quotes"][0][key] for key in known} == known


def briefing_in(language: str) -> Briefing:
    """Return the article as if it were in another language."""
    return replace(read(TEXT.format(kind="full"), "ferry").briefing, language=language)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("said", "said"), ("writes", "writes"), ("denouncing", "denounced"), ("saying", "said"), ("criticising", "criticised"),
        ("putting", "put"), ("tell", ""), ("read", "read"), ("shrugging", "shrugging"), (None, ""),
    ],
)  # fmt: skip
def test_a_verb_of_speech_is_printed_in_a_form_that_can_be_behind_a_name(written: str | None, printed: str) -> None:
    assert speech_verb(briefing_in("en"), Quote("q", ("words",), verb=written)) == printed


@pytest.mark.parametrize(("language", "written"), [("de", "meinen"), ("de-CH", "sagt"), ("fr", "a prévenu")])
def test_a_verb_of_another_language_is_printed_as_written_without_english_lists(language: str, written: str) -> None:
    assert speech_verb(briefing_in(language), Quote("q", ("words",), verb=written)) == written
