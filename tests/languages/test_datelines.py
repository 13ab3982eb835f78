"""A story's first sentence begins after its dateline.

Nothing in the dateline is an actor or part of a point.
"""

import pytest

from briefing_tui.analysis.actors import find_actors
from briefing_tui.analysis.points import summarise
from briefing_tui.languages.datelines import dateline_length
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document

STORY = "The Portolan Harbour Board closed two quays on Monday after a survey found deep cracks."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORTOLAN — ",
        "PORTOLAN: ",
        "PORTOLAN, March 2 — ",
        "PORT ALDER, Wis. (AP) — ",
        "SALTMARSH, N.Y., Sept. 26 (UPI) — ",
        "PORTOLAN (Reuters) - ",
    ],
)
def test_a_dateline_is_measured(dateline: str) -> None:
    assert dateline_length(dateline + STORY) == len(dateline)


@pytest.mark.parametrize("text", [STORY, "NATO said so.", "A — B", "The UN — with others — agreed."])
def test_other_beginnings_are_no_datelines(text: str) -> None:
    assert dateline_length(text) == 0


def test_a_point_and_the_actors_leave_the_dateline_out() -> None:
    document = Document(
        Source("made-up.txt"), sections=(Section("lead", None, (Paragraph(f"PORTOLAN, March 2 (AP) — {STORY}"),)),)
    )
    actors = find_actors(document)

    assert [actor.name for actor in actors] == ["Portolan Harbour Board"]
    assert [point.text for point in summarise(document, actors)] == [STORY]
