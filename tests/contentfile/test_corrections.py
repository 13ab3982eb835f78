"""Edits to speakers and actors in a file.

Only their lines change, ids and places stay, a rebuild keeps the edits, and they can be undone.
"""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_tui.anchoring.anchors import locate
from briefing_tui.builder import build, merge_rebuilt
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.rebuild.briefing_edits import (
    BriefingEdit,
    CannotEdit,
    JoinActors,
    RenameActor,
    SetActorKind,
    SetActorRoles,
    SetSpeaker,
    SetSpeakerByName,
    apply_edit,
)
from briefing_tui.contentfile.rebuild.item_changes import apply_changes, changes_between
from briefing_tui.contentfile.write.disk import NotWritten, revise, save
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Actor, Briefing
from tests.contentfile.strategies import briefings, few, text
from tests.contentfile.test_patch import HAND_WRITTEN, LINE, changed_lines, one_change
from tests.sources import pages

FIXTURES = Path(__file__).parent.parent / "fixtures"
FILES = [HAND_WRITTEN, *((FIXTURES / name).read_text("utf-8") for name in ("harbour.md", "ferry-digest.md"))]


@st.composite
def corrections(draw: st.DrawFn, briefing: Briefing) -> BriefingEdit:
    """Draw an edit of a briefing that has actors."""
    actors = st.sampled_from([actor.id for actor in briefing.actors])
    kinds = st.sampled_from(("person", "organization"))
    found: list[st.SearchStrategy[Any]] = [
        st.builds(RenameActor, actors, text | st.sampled_from([actor.name for actor in briefing.actors])),
        st.builds(SetActorKind, actors, kinds),
        st.builds(SetActorRoles, actors, few),
        st.builds(JoinActors, actors, actors),
    ]
    if briefing.quotes:
        quotes = st.sampled_from([quote.id for quote in briefing.quotes])
        found += [st.builds(SetSpeaker, quotes, st.none() | actors), st.builds(SetSpeakerByName, quotes, text, st.none() | kinds)]
    made: BriefingEdit = draw(st.one_of(found))
    return made


def touched(file: str, old: Briefing, new: Briefing) -> set[int]:
    """Return the lines of actors and quotes that differ in a newer reading.

    The blank lines after them are included.
    """
    layout = parse(file, old.id).layout
    change = changes_between(old, new)
    raws = [layout.actors[step.at] for step in change.actors if step.before]
    raws += [[raw for raw in layout.quotes if raw.parts][step.at] for step in change.quotes if step.before]  # type: ignore[misc]
    lines = LINE.findall(file)
    found: set[int] = set()
    for raw in raws:
        end = raw.lines[1]
        while end < len(lines) and not lines[end].strip():
            end += 1
        found.update(range(raw.lines[0] - 1, end))
    return found


def kept_lines(before: str, after: str) -> bool:
    return not changed_lines(before, after)[0]


@settings(max_examples=60)
@given(st.data(), st.sampled_from(FILES))
def test_any_corrections_touch_only_the_lines_of_their_items_and_can_all_be_taken_back(data: st.DataObject, file: str) -> None:
    first = read(file, "x").briefing
    now, briefing, undo = file, first, []
    for _ in range(data.draw(st.integers(1, 4))):
        correction = data.draw(corrections(briefing))
        try:
            wanted = apply_edit(briefing, correction)
        except CannotEdit:
            continue
        made = patch(now, wanted)
        assert read(made, "x").briefing == wanted
        assert {problem.what for problem in parse(made, "x").problems} <= {problem.what for problem in parse(file, "x").problems}
        lines, may_change = LINE.findall(now), touched(now, briefing, wanted)
        assert kept_lines("".join(line for at, line in enumerate(lines) if at not in may_change), made)
        _holds_together(briefing, wanted, correction)
        undo.append(changes_between(briefing, wanted))
        now, briefing = made, wanted
    for change in reversed(undo):
        briefing = apply_changes(briefing, change.back)
        now = patch(now, briefing)
    assert briefing == first
    assert read(now, "x").briefing == first


def _holds_together(old: Briefing, new: Briefing, correction: BriefingEdit) -> None:
    """Assert that ids, the order of quotes and links are intact.

    Only the id of a merged actor may be gone.
    """
    gone = {correction.actor} if isinstance(correction, JoinActors) else set()
    actors = [actor.id for actor in new.actors]
    assert [actor.id for actor in old.actors if actor.id not in gone] == actors[: len(old.actors) - len(gone)]
    assert [quote.id for quote in new.quotes] == [quote.id for quote in old.quotes]
    assert locate(new).quotes == locate(old).quotes
    assert all(quote.speaker in actors for quote in new.quotes if quote.speaker)
    assert replace(new, actors=(), quotes=()) == replace(old, actors=(), quotes=())


@settings(max_examples=60)
@given(st.data(), briefings)
def test_a_correction_of_any_file_reads_back_as_it_was_made(data: st.DataObject, made: Briefing) -> None:
    file = write(replace(made, actors=(Actor("x", "X", "person"), *made.actors)))
    briefing = read(file, "x").briefing
    try:
        wanted = apply_edit(briefing, data.draw(corrections(briefing)))
    except CannotEdit:
        return
    patched = patch(file, wanted)
    assert read(patched, "x").briefing == wanted
    assert apply_changes(wanted, changes_between(briefing, wanted).back) == briefing
    assert {problem.what for problem in parse(patched, "x").problems} <= {problem.what for problem in parse(file, "x").problems}


QUOTED = HAND_WRITTEN.replace("told us", "told us · inferred")


def test_a_speaker_that_was_set_is_no_longer_inferred() -> None:
    old = read(QUOTED, "x").briefing
    second = old.quotes[1].id
    new = apply_edit(old, SetSpeaker(second, "the-board"))
    wanted = '— [The board](#the-board "Maria"), told us'
    assert one_change(QUOTED, patch(QUOTED, new)) == (["-- [Maria](#maria-ortega), told us · inferred"], [wanted])
    confirmed = apply_edit(old, SetSpeaker(second, "maria-ortega")).quotes[1]
    assert confirmed == replace(old.quotes[1], inferred=False)
    nobody = apply_edit(old, SetSpeaker(second, None)).quotes[1]
    assert (nobody.speaker, nobody.speaker_name, nobody.speaker_text, nobody.inferred) == (None, None, None, False)


def test_a_name_that_is_typed_is_the_actor_who_has_it_or_a_new_one() -> None:
    old = read(QUOTED, "x").briefing
    second = old.quotes[1].id
    known = apply_edit(old, SetSpeakerByName(second, " the  CHIEF "))
    assert (known.quotes[1].speaker, len(known.actors)) == ("maria-ortega", 2)
    added = apply_edit(old, SetSpeakerByName(second, "Lena Brook"))
    assert added.actors[2] == Actor("lena-brook", "Lena Brook", "person")
    assert added.quotes[1].speaker == "lena-brook"
    nominal = apply_edit(old, SetSpeakerByName(second, "a skipper", None))
    assert (nominal.actors, nominal.quotes[1].speaker, nominal.quotes[1].speaker_name) == (old.actors, None, "a skipper")
    with pytest.raises(CannotEdit, match="a name needs a letter"):
        apply_edit(old, SetSpeakerByName(second, " — "))


def test_a_name_that_the_article_uses_becomes_an_alias() -> None:
    file = HAND_WRITTEN.replace("Some *words*", "Maria Ortega came")
    actor = apply_edit(read(file, "x").briefing, RenameActor("maria-ortega", "Maria Ortega Ruiz")).actors[0]
    assert (actor.id, actor.aliases) == ("maria-ortega", ("Maria Ortega", "Ortega", "the chief"))
    unused = apply_edit(read(HAND_WRITTEN, "x").briefing, RenameActor("the-board", "The Board of Works")).actors[1]
    assert (unused.id, unused.aliases) == ("the-board", ())


def test_two_actors_become_one_with_the_names_roles_and_quotes_of_both() -> None:
    new = apply_edit(read(HAND_WRITTEN, "x").briefing, JoinActors("maria-ortega", "the-board"))
    (actor,) = new.actors
    assert (actor.id, actor.name, actor.kind) == ("the-board", "The board", "organization")
    assert (actor.roles, actor.aliases) == (("engineer, chief",), ("Maria Ortega", "Ortega", "the chief"))
    assert (new.quotes[1].speaker, new.quotes[1].speaker_text) == ("the-board", "Maria")


class TestOnTheDisk:
    def test_a_file_that_changed_meanwhile_keeps_both_changes(self, tmp_path: Path) -> None:
        path = tmp_path / "x.md"
        path.write_text(HAND_WRITTEN.replace("First thing", "First of all"), "utf-8")
        calls: list[Briefing] = []

        def change(there: Briefing) -> Briefing:
            if not calls:
                path.write_text(path.read_text("utf-8").replace("Second thing", "Next thing"), "utf-8")
            calls.append(there)
            return apply_edit(there, SetActorKind("the-board", "person"))

        revised = revise(path, change)
        assert len(calls) == 2
        assert [point.text for point in revised.new.summary] == ["First of all.", "Next thing."]
        assert revised.new.actors[1].kind == "person"
        assert read(path.read_text("utf-8"), "x").briefing == revised.new

    def test_a_read_only_file_is_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "x.md"
        path.write_text(HAND_WRITTEN, "utf-8")
        path.chmod(0o444)
        with pytest.raises(NotWritten, match=r"x\.md: read-only; allow it to be written, or save a copy"):
            revise(path, lambda there: apply_edit(there, SetActorKind("the-board", "person")))
        assert path.read_text("utf-8") == HAND_WRITTEN

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        path, link = tmp_path / "x.md", tmp_path / "folder" / "x.md"
        link.parent.mkdir()
        path.write_text(HAND_WRITTEN, "utf-8")
        link.symlink_to(path)
        save(link, replace(read(HAND_WRITTEN, "x").briefing, kicker="Portolan"))
        assert link.is_symlink()
        assert "kicker: Portolan" in path.read_text("utf-8")
        assert list(link.parent.iterdir()) == [link]


class TestRebuild:
    """`briefing build` into a file that the user edited."""

    @pytest.fixture(scope="class")
    def old(self) -> Briefing:
        said = "<p>“It is nobody's quay any more,” said Maria Ortega, the harbour engineer.</p>"
        return build(pages.PAGE.replace("</article>", f"{said}</article>").encode(), "harbour.html", id="harbour").briefing

    def test_every_kind_of_correction_stays(self, old: Briefing) -> None:
        first, second, *_ = old.actors
        made = old
        for correction in (
            SetSpeakerByName(old.quotes[0].id, "Lena Brook"),
            SetSpeaker(old.quotes[1].id, None),
            RenameActor(first.id, "Another Name"),
            SetActorRoles(first.id, ("chair of the survey",)),
            SetActorKind(second.id, "organization" if second.kind == "person" else "person"),
        ):
            made = apply_edit(made, correction)
        merged = merge_rebuilt(read(write(made), "harbour").briefing, old)
        assert merged.briefing == made
        assert merged.kept == ()

    def test_two_actors_that_were_made_one_do_not_come_back_as_two(self, old: Briefing) -> None:
        speaker = next(quote.speaker for quote in old.quotes if quote.speaker)
        other = next(actor.id for actor in old.actors if actor.id != speaker)
        made = apply_edit(old, JoinActors(speaker, other))
        for _ in range(2):
            merged = merge_rebuilt(made, old)
            assert replace(merged.briefing, built=()) == replace(made, built=())
            assert merged.kept == ()
            made = merged.briefing
        assert merge_rebuilt(made, old).briefing == made

    def test_what_the_source_has_new_of_one_of_them_is_the_other_ones(self, old: Briefing) -> None:
        speaker = next(quote.speaker for quote in old.quotes if quote.speaker)
        other = next(actor.id for actor in old.actors if actor.id != speaker)
        fresh = replace(next(quote for quote in old.quotes if quote.speaker), id="q-fresh", parts=("Fresh words.",))
        merged = merge_rebuilt(apply_edit(old, JoinActors(speaker, other)), replace(old, quotes=(*old.quotes, fresh))).briefing
        assert merged.quotes[-1].speaker == other
        assert speaker not in {actor.id for actor in merged.actors}

    def test_an_actor_who_was_renamed_is_not_put_in_again_under_either_name(self, old: Briefing) -> None:
        actor = next(actor for actor in old.actors if " " in actor.name)
        made = apply_edit(old, RenameActor(actor.id, "Full Name"))
        again = replace(
            old,
            actors=(*(replace(one, id="other-id") if one.id == actor.id else one for one in old.actors),),
            quotes=tuple(replace(quote, speaker="other-id") if quote.speaker == actor.id else quote for quote in old.quotes),
        )
        merged = merge_rebuilt(made, again).briefing
        assert [one.name for one in merged.actors] == [one.name for one in made.actors]
        assert [quote.speaker for quote in merged.quotes] == [quote.speaker for quote in made.quotes]

    def test_a_speaker_whom_a_person_chose_stays_when_the_source_names_them_no_more(self, old: Briefing) -> None:
        speakers = {quote.speaker for quote in old.quotes}
        silent = next(actor for actor in old.actors if actor.id not in speakers)
        made = apply_edit(old, SetSpeaker(old.quotes[0].id, silent.id))
        merged = merge_rebuilt(made, replace(old, actors=tuple(actor for actor in old.actors if actor.id != silent.id))).briefing
        assert merged.quotes[0].speaker == silent.id
        assert silent in merged.actors

    def test_quotes_of_a_renamed_actor_still_follow_the_source(self, old: Briefing) -> None:
        quote = next(quote for quote in old.quotes if quote.speaker)
        made = apply_edit(old, RenameActor(quote.speaker or "", "Another Name"))
        newer = replace(old, quotes=tuple(replace(one, verb="shouted") if one.id == quote.id else one for one in old.quotes))
        merged = merge_rebuilt(made, newer)
        assert next(one.verb for one in merged.briefing.quotes if one.id == quote.id) == "shouted"
        assert merged.kept == ()
