"""A rebuild keeps edits of the user, applies changes of the source, loses nothing."""

import pytest
from msgspec.structs import replace

from briefing_tui.builder import build, merge_rebuilt
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Actor, Briefing, Point
from tests.sources import pages

ADDED = "The mayor of Portolan, Lena Brook, said that she would resign if the quays were not open by the summer."


def _built(page: str = pages.PAGE) -> Briefing:
    return build(page.encode(), "harbour.html", id="harbour").briefing


@pytest.fixture(scope="module")
def old() -> Briefing:
    return _built()


@pytest.fixture(scope="module")
def changed() -> Briefing:
    """Return the article with one more paragraph."""
    return _built(pages.PAGE.replace(f"<p>{pages.LORE[5]}</p>", f"<p>{pages.LORE[5]}</p><p>{ADDED}</p>"))


def test_building_the_same_source_again_changes_no_byte(old: Briefing) -> None:
    text = write(old)
    merged = merge_rebuilt(read(text, "harbour").briefing, _built())
    assert merged.kept == ()
    assert patch(text, merged.briefing) == text


def test_what_the_source_changed_comes_in(old: Briefing, changed: Briefing) -> None:
    merged = merge_rebuilt(old, changed).briefing
    assert merged == changed
    assert any(paragraph.text == ADDED for section in merged.sections for paragraph in section.paragraphs)


def test_what_a_person_edited_stays_and_is_told_when_the_source_changed_it(old: Briefing, changed: Briefing) -> None:
    sections = tuple(
        replace(section, heading="What then") if section.id == "what-comes-next" else section for section in old.sections
    )
    mine = replace(old, title="A better title", sections=sections)
    merged = merge_rebuilt(mine, changed)
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
    merged = merge_rebuilt(mine, changed).briefing
    assert old.quotes[0].id not in {quote.id for quote in merged.quotes}
    assert merged.actors[-1].name == "The gulls" or any(actor.id == "the-gulls" for actor in merged.actors)
    assert "My own." in {point.text for point in merged.summary}
    assert not {point.text for point in old.summary} & {point.text for point in merged.summary}


@pytest.mark.parametrize("name", ["Maria Luisa Ortega", "Ortega", "Maria L. Ortega"])
def test_an_actor_who_was_removed_stays_away_when_the_source_names_them_otherwise(old: Briefing, name: str) -> None:
    renamed = _built(pages.PAGE.replace("Maria Ortega", name))
    assert name in {actor.name for actor in renamed.actors}
    mine = replace(old, actors=tuple(actor for actor in old.actors if actor.id != "maria-ortega"))
    merged = merge_rebuilt(mine, renamed)
    assert [actor.name for actor in merged.briefing.actors] == ["Tomas Reyl"]
    assert [line for line in merged.kept if name in line and "maria-ortega" in line]
    again = merge_rebuilt(merged.briefing, old)
    assert [actor.name for actor in again.briefing.actors] == ["Tomas Reyl"]


def test_an_actor_is_known_again_by_an_alias_under_which_they_were_removed(old: Briefing) -> None:
    board = Actor("portolan-harbour-board", "Portolan Harbour Board", "organization", aliases=("PHB",))
    mine = replace(old, built=(*old.built, ("phb", "00")))
    assert "Portolan Harbour Board" not in {
        actor.name for actor in merge_rebuilt(mine, replace(old, actors=(board,))).briefing.actors
    }


@pytest.mark.parametrize("other", ["Maria Ortega Brook", "Luisa Ortega", "Ortega Maria"])
def test_another_actor_comes_in_though_a_removed_one_had_a_like_name(old: Briefing, other: str) -> None:
    mine = replace(old, actors=tuple(actor for actor in old.actors if actor.id != "maria-ortega"))
    merged = merge_rebuilt(mine, _built(pages.PAGE.replace("Maria Ortega", other)))
    assert other in {actor.name for actor in merged.briefing.actors}
    assert merged.kept == ()


@pytest.mark.parametrize("name", ["image-mayor-lena-brook", "lena-brook"])
def test_an_actor_comes_in_though_a_person_removed_something_else_that_is_called_so(old: Briefing, name: str) -> None:
    """An id that the source uses for something else is not a renamed actor."""
    section = replace(old.sections[-1], id=name)
    source = replace(old, sections=(*old.sections, section))
    mine = replace(old, built=(*old.built, (name, "00")))
    brook = Actor("lena-brook-1", "Lena Brook", "person")
    merged = merge_rebuilt(mine, replace(source, actors=(*old.actors, brook)))
    assert "Lena Brook" in {actor.name for actor in merged.briefing.actors}
    assert merged.kept == ()


def test_two_who_could_be_the_removed_actor_both_come_in(old: Briefing) -> None:
    two = (Actor("maria-luisa-ortega", "Maria Luisa Ortega", "person"), Actor("maria-ines-ortega", "Maria Ines Ortega", "person"))
    mine = replace(old, actors=tuple(actor for actor in old.actors if actor.id != "maria-ortega"))
    assert {actor.name for actor in merge_rebuilt(mine, replace(old, actors=two)).briefing.actors} >= {one.name for one in two}


def test_an_actor_who_was_edited_is_not_put_in_again_under_a_longer_name(old: Briefing) -> None:
    edited = tuple(replace(one, roles=("surveyor",)) if one.id == "maria-ortega" else one for one in old.actors)
    merged = merge_rebuilt(replace(old, actors=edited), _built(pages.PAGE.replace("Maria Ortega", "Maria Luisa Ortega"))).briefing
    assert [actor.name for actor in merged.actors if "Ortega" in actor.name] == ["Maria Ortega"]
    assert [quote.speaker for quote in merged.quotes] == ["maria-ortega"]


REWORDED = "The harbour board of Portolan met behind closed doors on Tuesday and came out some two hours later with a plan."


def _without_first_point(briefing: Briefing) -> Briefing:
    assert briefing.summary[0].text == pages.LORE[0]
    return replace(briefing, summary=briefing.summary[1:])


def _points(briefing: Briefing) -> set[str]:
    return {point.text for point in briefing.summary}


def test_a_removed_point_stays_away_when_its_sentence_is_worded_otherwise(old: Briefing) -> None:
    changed = _built(pages.PAGE.replace(pages.LORE[0], REWORDED))
    assert REWORDED in _points(changed)
    merged = merge_rebuilt(read(write(_without_first_point(old)), "harbour").briefing, changed)
    assert _points(merged.briefing) == _points(changed) - {REWORDED}
    assert [line for line in merged.kept if pages.LORE[0] in line]
    again = merge_rebuilt(merged.briefing, _built(pages.PAGE.replace(pages.LORE[0], REWORDED.replace("some two", "three"))))
    assert _points(again.briefing) == _points(merged.briefing)


def test_a_point_that_a_person_rewrote_is_not_put_in_again_as_the_source_words_it_now(old: Briefing) -> None:
    mine = replace(old, summary=(Point("The board has a plan."), *old.summary[1:]))
    merged = merge_rebuilt(mine, _built(pages.PAGE.replace(pages.LORE[0], REWORDED)))
    assert _points(merged.briefing) == _points(mine)


@pytest.mark.parametrize("sentence", [ADDED, pages.LORE[0].replace("behind closed doors on Monday", "in the town hall")])
def test_a_new_sentence_comes_in_though_a_point_was_removed(old: Briefing, sentence: str) -> None:
    """The removed sentence is still in the source, so a similar one is new."""
    changed = _built(pages.PAGE.replace(f"<p>{pages.LORE[5]}</p>", f"<p>{sentence}</p>").replace(pages.LORE[3], pages.LORE[5]))
    merged = merge_rebuilt(_without_first_point(old), replace(changed, summary=(Point(sentence, ("lead",)), *changed.summary)))
    assert sentence in _points(merged.briefing)


def test_another_sentence_in_a_removed_points_place_comes_in(old: Briefing) -> None:
    changed = _built(pages.PAGE.replace(pages.LORE[0], ADDED))
    assert ADDED in _points(changed)
    assert ADDED in _points(merge_rebuilt(_without_first_point(old), changed).briefing)


def test_a_removed_value_of_the_front_matter_stays_away(old: Briefing, changed: Briefing) -> None:
    assert merge_rebuilt(replace(old, lead=None), changed).briefing.lead is None


def test_an_edit_survives_every_later_rebuild(old: Briefing, changed: Briefing) -> None:
    mine = replace(old, title="A better title")
    for rebuilt in (changed, old, changed):
        mine = merge_rebuilt(mine, rebuilt).briefing
    assert mine.title == "A better title"


def test_a_digest_gets_no_paragraphs(old: Briefing, changed: Briefing) -> None:
    sections = tuple(replace(section, paragraphs=section.paragraphs[:1]) for section in old.sections)
    mine = replace(old, article="digest", sections=sections)
    assert merge_rebuilt(mine, changed).briefing.sections == sections


def test_a_file_written_by_hand_is_left_alone(old: Briefing, changed: Briefing) -> None:
    mine = replace(old, built=(), title="Mine")
    merged = merge_rebuilt(mine, changed)
    assert merged.briefing == mine
    assert len(merged.kept) == 1
