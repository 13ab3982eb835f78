"""Test that a credit is separated from its caption, however a page set the two."""

import pytest

from briefing_tui.sources.shared.credits.lines import credit_in_line


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The pier and the USImage: picture-alliance/dpa", "The pier and the US", "picture-alliance/dpa"),
        ("The ferry at the pier (Image: Oona Reed)", "The ferry at the pier", "Oona Reed"),
        ("The ferry at the pier(Image: Getty Images)", "The ferry at the pier", "Getty Images"),
        ("The ferry at the pier. AP Photo/Oona Reed", "The ferry at the pier.", "AP Photo/Oona Reed"),
        ("The ferry at the pier. Photo: Oona Reed/Reuters", "The ferry at the pier.", "Oona Reed/Reuters"),
        ("The ferry waits at the pier.Oona Reed/Getty Images", "The ferry waits at the pier.", "Oona Reed/Getty Images"),
        ("The ferry at the pier | Foto: Oona Reed", "The ferry at the pier", "Oona Reed"),
        ("Die Fähre am Steg. (Quelle: Amt Skerrow)", "Die Fähre am Steg.", "Amt Skerrow"),
        ("The ferry at the pier. © Oona Reed / Keystone", "The ferry at the pier.", "Oona Reed / Keystone"),
        ("The ferry waits. (Skerrow Harbour Trust)", "The ferry waits.", "Skerrow Harbour Trust"),
        ("The ferry waits (Oona Reed/Skerrow Archive)", "The ferry waits", "Oona Reed/Skerrow Archive"),
        ("The ferry at the pier. Credit: Oona Reed via Getty", "The ferry at the pier.", "Oona Reed via Getty"),
    ],
)
def test_caption_and_credit_are_parted(line: str, caption: str, credit: str) -> None:
    found = credit_in_line(line)
    assert found
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    "line", ["Image: Reuters", "(Image credit: Oona Reed)", "Getty Images", "Oona Reed/AFP", "Photo by Oona Reed on Unsplash"]
)
def test_a_line_may_be_nothing_but_a_credit(line: str) -> None:
    found = credit_in_line(line)
    assert found
    assert found.caption is None


@pytest.mark.parametrize(
    "line",
    [
        "The minister told AFP",
        "She said it to Reuters",
        "According to one source: nobody knew when the boat would be back, and nobody asked.",
        "He works for NASA",
        "Who pays for the bus",
        "",
    ],
)
def test_what_articles_say_of_agencies_is_no_credit(line: str) -> None:
    assert credit_in_line(line) is None


def test_both_halves_are_the_lines_own_words() -> None:
    line = "Three people wait for the ferry in the rain. Photo: Oona Reed/Skerrow Archive"
    found = credit_in_line(line)
    assert found
    assert found.caption
    assert line.startswith(found.caption)
    assert line.endswith(found.credit)
