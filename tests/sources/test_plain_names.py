"""Test that bylines give names and dates give days, whatever a page glued to them."""

import pytest

from briefing_tui.languages.dates import find_dates
from briefing_tui.sources.shared.author_names import is_only_label, read_byline, read_editors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ines Calder", ("Ines Calder",)),
        ("By Ines Calder and Jory van der Penn", ("Ines Calder", "Jory van der Penn")),
        ("Von Ida Brandt", ("Ida Brandt",)),
        ("By Ines Calder, News Reporter", ("Ines Calder",)),
        ("Ines CalderTwitter", ("Ines Calder",)),
        ("By Ines Calder⁰ & Bo Linde¹", ("Ines Calder", "Bo Linde")),
        ("Ines Calder2 hours ago", ("Ines Calder",)),
        ("Ines CalderCoast Correspondent", ("Ines Calder",)),
        ("Ines Calder Deputy Coast Editor", ("Ines Calder",)),
        ("By Ines Calder published 2 March 2026", ("Ines Calder",)),
        ("By INES CALDER, JORY PENN and MABEL STRAND-FELL", ("INES CALDER", "JORY PENN", "MABEL STRAND-FELL")),
        ("Ines Calder | Jory Penn", ("Ines Calder", "Jory Penn")),
        ("Author: Ines Calder", ("Ines Calder",)),
        ("Associated PressMarch 2, 2026 GMT", ("Associated Press",)),
        ("Ines McAllister", ("Ines McAllister",)),
        ("Von Ines Calder, Skerrow", ("Ines Calder",)),
        ("Von Ines Calder (Text) und Oona Reed (Fotos)", ("Ines Calder", "Oona Reed")),
        ("Von unserer Korrespondentin in Skerrow Ines Calder", ("Ines Calder",)),
        ("Protokoll: Ines Calder", ("Ines Calder",)),
        ("Par Inès Calder, envoyée spéciale à Skerrow", ("Inès Calder",)),
        ("Propos recueillis par Inès Calder et Bo Linde", ("Inès Calder", "Bo Linde")),
        ("De notre envoyée spéciale à Skerrow, Inès Calder", ("Inès Calder",)),
        ("Texte : Inès Calder", ("Inès Calder",)),
        ("Por Inés Calder y Bo Linde", ("Inés Calder", "Bo Linde")),
        ("Por Inés Calder / Skerrow", ("Inés Calder",)),
        ("Por Inés Ortega y Gasset", ("Inés Ortega y Gasset",)),
        ("Escrito por Inés Calder", ("Inés Calder",)),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    found = read_byline(line)
    assert found
    assert found.names == names


@pytest.mark.parametrize(
    "line",
    [
        "Most Popular",
        "Breaking News",
        "Share Article",
        "By the time she left",
        "World News",
        "Read More",
        "The ferry came back empty",
        "Texte intégral",
        "Von wegen Idylle",
        "Por la tarde",
        "",
    ],
)
def test_menus_and_sentences_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_an_editor_is_told_from_an_author() -> None:
    assert read_editors("Editor: Mabel Strand") == ("Mabel Strand",)
    assert read_editors("By Mabel Strand") == ()


def test_a_label_alone_announces_names_on_the_next_lines() -> None:
    assert is_only_label("By")
    assert is_only_label("Von")
    assert not is_only_label("By Ines Calder")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("2 March 2026", ["2026-03-02"]),
        ("Monday, March 2nd, 2026 4:55 pm", ["2026-03-02"]),
        ("Stand: 02.03.2026 16:11 Uhr", ["2026-03-02"]),
        ("Publiziert2. März 2026, 12:26", ["2026-03-02"]),
        ("2026-03-02T10:00", ["2026-03-02"]),
        ("13/03/2026", ["2026-03-13"]),
        ("le 2 mars 2026 à 9h", ["2026-03-02"]),
        ("2 de marzo de 2026", ["2026-03-02"]),
        ("Publié le 02/03/2026 à 09:14", ["2026-03-02"]),
        ("Actualizado 02/03/2026 - 09:14", ["2026-03-02"]),
        ("12:43, 2 Mar 2026Updated 12:44, 3 Mar 2026", ["2026-03-02", "2026-03-03"]),
        ("Coast PressMarch 2, 2026 GMT", ["2026-03-02"]),
    ],
)
def test_a_line_gives_its_days(line: str, days: list[str]) -> None:
    assert [dated.day for dated in find_dates(line)] == days


@pytest.mark.parametrize("line", ["3 min read", "02/03/2026", "31 February 2026", "in 2026", "page 2 of 3", "99.99.2026"])
def test_no_day_is_invented(line: str) -> None:
    assert find_dates(line) == ()


def test_an_update_is_told_from_the_publication() -> None:
    first, second = find_dates("Published 2 March 2026, updated 3 March 2026")
    assert (first.kind, second.kind) == ("published", "updated")
