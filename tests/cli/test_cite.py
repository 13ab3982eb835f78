"""`briefing show --cite`."""

import json

import pytest

from tests.cli.conftest import Run

HARBOUR = "the-harbour-that-would-not-settle"
ORIGIN = "The harbour that would not settle, by Ines Calder (The Saltmarsh Courier, 2 March 2026, updated 4 March 2026)"


def test_a_whole_article_is_cited(run: Run) -> None:
    assert run("show", HARBOUR, "--cite", "plain").stdout.decode() == f"{ORIGIN}\n"


def test_an_item_is_cited_with_its_words(run: Run) -> None:
    made = run("show", f"{HARBOUR}#q-join-in", "--cite", "plain").stdout.decode()
    assert made.startswith("“A harbour is supposed to be the thing that stays where it is” […] “")
    assert made.endswith(f"— Maria Ortega, {ORIGIN}\n")
    assert json.loads(run("show", f"{HARBOUR}#q-join-in", "--cite", "csl-json").stdout)[0]["id"] == "calder2026harbour"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("show", HARBOUR, "--cite", "link"), "the article has no web address"),
        (("show", f"{HARBOUR}#q-nothing", "--cite", "plain"), "no quote, section, actor, image or note 'q-nothing'"),
        (("show", HARBOUR, "--cite", "ris", "--pane", "quotes"), "--cite is for a whole article or one item"),
    ],
)
def test_what_cannot_be_cited_is_said_in_a_line(run: Run, arguments: tuple[str, ...], error: str) -> None:
    made = run(*arguments)
    assert error in made.stderr.decode()
    assert made.stdout == b""
