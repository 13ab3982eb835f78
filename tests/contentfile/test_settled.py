"""Line corrections in a content file: kept, read back, and applied by a rebuild."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.builder import assemble, build, correction_of, merge_rebuilt
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.rebuild.corrections_in_front_matter import KINDS, MOST, read_corrections, with_corrections
from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.line_correction_store import corrections_file, recall_corrections, remember_corrections
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.document import LineCorrection
from briefing_tui.text.safety import one_line
from tests.sources import pages

WORDS = st.text(max_size=100).map(one_line)
CORRECTIONS = st.lists(
    st.builds(LineCorrection, st.integers(0, 999_999), WORDS, st.sampled_from(sorted(KINDS)), st.integers(0, 9)), max_size=5
)


@given(CORRECTIONS)
def test_corrections_are_read_back_from_the_file_that_they_are_written_to(corrections: list[LineCorrection]) -> None:
    briefing = with_corrections(Briefing("harbour", title="The harbour"), corrections)
    reading = read(write(briefing), "harbour")
    assert read_corrections(reading.briefing) == tuple(corrections)
    assert reading.problems == ()


def test_entries_that_are_no_corrections_are_passed_over() -> None:
    written = '---\nbriefing: 1\ncorrections: [3, {is: heading}, {line: x, is: title, words: "A line"}, {is: king}]\n---\n'
    assert read_corrections(read(written, "x").briefing) == (LineCorrection(0, "A line", "title"),)
    assert read_corrections(read("---\nbriefing: 1\ncorrections: {a: b}\n---\n", "x").briefing) == ()


def test_as_many_corrections_as_may_be_fit_into_the_front_matter() -> None:
    many = [LineCorrection(number, "w" * 100, "paragraph") for number in range(MOST)]
    assert len(read_corrections(read(write(with_corrections(Briefing("x", title="x"), many)), "x").briefing)) == MOST


def test_what_was_corrected_survives_a_rebuild_beside_what_was_edited_by_hand() -> None:
    first = build(pages.PAGE.encode(), "harbour.html", id="harbour")
    index = next(index for index, row in enumerate(first.as_read.rows) if row.text == "Who pays")
    said = (correction_of(first.as_read.rows, index, "paragraph"),)
    corrected = assemble(first.as_read, "harbour", said).briefing
    file = write(with_corrections(corrected, said)).replace("person · ", "person · much-travelled · ", 1)
    there = read(file, "harbour").briefing
    again = build(pages.PAGE.encode(), "harbour.html", id="harbour", corrections=read_corrections(there))
    merged = merge_rebuilt(there, again.briefing)
    assert merged.briefing == there
    assert "who-pays" not in [section.id for section in merged.briefing.sections]
    taken_back = merge_rebuilt(there, first.briefing).briefing
    assert "who-pays" in [section.id for section in taken_back.sections]
    assert taken_back.actors[0].roles == there.actors[0].roles


def test_corrections_without_a_file_are_kept_by_the_sources_hash(tmp_path: Path) -> None:
    file = corrections_file(tmp_path, "ab12")
    corrections = (LineCorrection(3, "A line", "heading"), LineCorrection(0, "“Words”", "nothing", 2))
    assert remember_corrections(file, corrections)
    assert recall_corrections(file) == corrections
    assert remember_corrections(file, ())
    assert not file.exists()
    file.write_text('[[1, "x", "king", 0]]', "utf-8")
    assert recall_corrections(file) == ()
