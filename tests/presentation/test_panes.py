"""Every pane of the table is printed, exported and listed by the reader."""

import pytest

from briefing_tui.cli.printing.panes import pane_lines
from briefing_tui.contentfile.json_format import to_dict
from briefing_tui.contentfile.read.reader import load
from briefing_tui.presentation.panes import PANES, Pane
from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.view.pane_items import PANE_CONTENTS

BRIEFING = load(shipped_content() / "the-harbour-that-would-not-settle.md").briefing


@pytest.mark.parametrize("pane", PANES, ids=lambda pane: pane.name)
def test_a_pane_is_printed_and_has_its_part_of_the_json(pane: Pane) -> None:
    assert pane_lines(pane.name, BRIEFING, 80)[0] == ""
    assert to_dict(BRIEFING, None)[pane.json_key]


def test_the_reader_lists_every_pane_with_a_tab() -> None:
    assert {pane.name for pane in PANES if pane.tab} <= set(PANE_CONTENTS)
    assert all(pane.empty for pane in PANES if pane.tab)
