"""A briefing that is written and read back is the same, whatever its texts hold."""

import pytest
from hypothesis import given, settings

from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Actor, Briefing
from tests.contentfile.strategies import briefings


@settings(max_examples=100)
@given(briefings)
def test_writing_then_reading_gives_the_briefing_without_a_problem(briefing: Briefing) -> None:
    wanted = normal_form(briefing)
    reading = read(write(briefing), "x")
    assert reading.briefing == wanted
    assert reading.problems == ()


@settings(max_examples=60)
@given(briefings)
def test_normal_form_is_normal(briefing: Briefing) -> None:
    wanted = normal_form(briefing)
    assert normal_form(wanted) == wanted


@pytest.mark.parametrize("alias", ["Ortega, M.", "Ortega,\u00a0M., engineer", "Ortega,\u2003M,", "Ortega,M", ",", ", ,,"])
def test_commas_in_an_alias_part_nothing(alias: str) -> None:
    actor = Actor("maria-ortega", "Maria Ortega", "person", (), (alias, "the engineer"))
    wanted = normal_form(Briefing("x", "The harbour", actors=(actor,)))
    assert wanted.actors[0].aliases == (alias, "the engineer")
    assert read(write(wanted), "x").briefing == wanted
