"""A rebuild onto a content file: what a person did stays, what the source changed comes in, and nothing is lost."""

import pytest
from msgspec.structs import replace

from briefing_tui.builder import build
from briefing_tui.contentfile.merge import merge
from briefing_tui.contentfile.patch import patch
from briefing_tui.contentfile.read import read
from briefing_tui.contentfile.write import write
from briefing_tui.model import Actor, Briefing, Point
from tests.sources import pages

ADDED = "The mayor of Portolan, Lena Brook, said that she would resign if the quays were not open by the summer."


def _built(page: str = pages.PAGE) -> Briefing:
    return build(page.encode(), "harbour.html", id="harbour").briefing


@pytest.fixture(scope="module")
def old() -> Briefing:
    return _built()


@pytest.fixture(scope="module")
def changed() -> Briefing:
    """The article with one paragraph more."""
    return _built(pages.PAGE.replace(f"<p>{pages.LORE[5]}</p>", f"<p>{pages.LORE[5]}</p><p>{ADDED}</p>"))


def test_building_the_same_source_again_changes_no_byte(old: Briefing) -> None:
    text = write(old)
    merged = merge(read(text, "harbour").briefing, _built())
    assert merged.kept == ()
    assert patch(text, merged.briefing) == text


def test_what_the_source_changed_comes_in(old: Briefing, changed: Briefing) -> None:
    merged = merge(old, changed).briefing
    assert merged == changed
    assert any(paragraph.text == ADDED for section in merged.sections for paragraph in section.paragraphs)


def test_what_a_person_edited_stays_and_is_told_when_the_source_changed_it(old: Briefing, changed: Briefing) -> None:
    sections = tuple(
        replace(section, heading="What then") if section.id == "what-comes-next" else section for section in old.sections
    )
    mine = replace(old, title="A better title", sections=sections)
    merged = merge(mine, changed)
    assert merged.briefing.title == "A better title"
    assert [section.heading for section in merged.briefing.sections] == [None, "Who pays", "What then"]
    assert [line for line in merged.kept if "what-comes-next" in line and "changed in the source" in line]


def test_what_a_person_removed_stays_away_and_what_they_added_stays(old: Briefing, changed: Briefing) -> None:
    mine = replace(
        old,
        quotes=old.quotes[1:],
        actors=(*old.actors, Actor("the-gulls", "The gulls", "organization")),
        summary=(Point("My own."),),
    )
    merged = merge(mine, changed).briefing
    assert old.quotes[0].id not in {quote.id for quote in merged.quotes}
    assert merged.actors[-1].name == "The gulls" or any(actor.id == "the-gulls" for actor in merged.actors)
    assert "My own." in {point.text for point in merged.summary}
    assert not {point.text for point in old.summary} & {point.text for point in merged.summary}


def test_a_removed_value_of_the_front_matter_stays_away(old: Briefing, changed: Briefing) -> None:
    assert merge(replace(old, lead=None), changed).briefing.lead is None


def test_an_edit_survives_every_later_rebuild(old: Briefing, changed: Briefing) -> None:
    mine = replace(old, title="A better title")
    for rebuilt in (changed, old, changed):
        mine = merge(mine, rebuilt).briefing
    assert mine.title == "A better title"


def test_a_digest_gets_no_paragraphs(old: Briefing, changed: Briefing) -> None:
    sections = tuple(replace(section, paragraphs=section.paragraphs[:1]) for section in old.sections)
    mine = replace(old, article="digest", sections=sections)
    assert merge(mine, changed).briefing.sections == sections


def test_a_file_written_by_hand_is_left_alone(old: Briefing, changed: Briefing) -> None:
    mine = replace(old, built=(), title="Mine")
    merged = merge(mine, changed)
    assert merged.briefing == mine
    assert len(merged.kept) == 1
