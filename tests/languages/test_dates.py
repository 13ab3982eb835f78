"""Days are found in a line however they are written, each with its label."""

import pytest

from briefing_tui.languages.dates import find_dates


def days(text: str, day_first: bool = False) -> list[str]:
    return [f"{found.kind}:{found.day}" if found.kind else found.day for found in find_dates(text, day_first)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("2026.03.02", "2026-03-02"),
        ("02.03.2026", "2026-03-02"),
        ("2. 3. 2026", "2026-03-02"),
        ("02-03-2026", "2026-03-02"),
        ("03-22-2026", "2026-03-22"),
        ("22/03/2026", "2026-03-22"),
        ("03/22/2026", "2026-03-22"),
        ("3/3/2026", "2026-03-03"),
        ("2 March 2026", "2026-03-02"),
        ("2nd March, 2026", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("Mar. 2nd 2026", "2026-03-02"),
        ("MARCH 2 2026", "2026-03-02"),
        ("2. März 2026", "2026-03-02"),
        ("2 mars 2026", "2026-03-02"),
        ("1er mars 2026", "2026-03-01"),
        ("2 de marzo de 2026", "2026-03-02"),
        ("2 maart 2026", "2026-03-02"),
        ("2026年3月2日", "2026-03-02"),
        ("29 February 2024", "2024-02-29"),
        ("31 December 1999", "1999-12-31"),
    ],
)
def test_a_day_is_found_however_it_is_written(text: str, day: str) -> None:
    assert days(text) == [day]
    assert days(f"Ines Calder, {text}, Portolan") == [day]


@pytest.mark.parametrize(
    "text",
    [
        "02/03/2026", "12/11/2026", "2026-13-02", "30 February 2026", "29 February 2026", "2 March 26", "2 March 1826",
        "March 2026", "12026-03-02", "2026-03-021", "2026-03/02", "1.2.3.2026", "2 Marching 2026", "x" * 301 + " 2026-03-02", "",
    ],
)  # fmt: skip
def test_what_may_be_another_day_or_none_is_left_out(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(("text", "day"), [("02/03/2026 à 8h30", "2026-03-02"), ("lundi 02/03/2026", "2026-03-02")])
def test_words_of_a_language_that_writes_the_day_first_decide(text: str, day: str) -> None:
    assert days(text) == [day]


def test_the_caller_can_say_that_the_day_is_first() -> None:
    assert days("02/03/2026", day_first=True) == ["2026-03-02"]
    assert days("03/22/2026", day_first=True) == ["2026-03-22"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published 2 March 2026, updated 3 March 2026", ["published:2026-03-02", "updated:2026-03-03"]),
        ("Updated 3 March 2026. Published 2 March 2026", ["updated:2026-03-03", "published:2026-03-02"]),
        ("2 March 2026, 3 March 2026", ["2026-03-02", "updated:2026-03-03"]),
        ("Last updated: 2026-03-03", ["updated:2026-03-03"]),
        ("First published and updated 2 March 2026", ["updated:2026-03-02"]),
        ("Aktualisiert am 3. März 2026", ["updated:2026-03-03"]),
        ("Publié le 2 mars 2026, mis à jour le 3 mars 2026", ["published:2026-03-02", "updated:2026-03-03"]),
    ],
)
def test_the_label_before_a_day_says_what_it_is(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_a_day_knows_its_place_in_the_line() -> None:
    (found,) = find_dates("On 2 March 2026 it rained")
    assert "On 2 March 2026 it rained"[found.start : found.end] == "2 March 2026"
