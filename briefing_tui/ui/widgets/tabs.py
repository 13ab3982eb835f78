"""The tabs of the panes, as many of their words as there is room for."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing_tui.presentation.panes import Pane


class Tab(NamedTuple):
    """A tab of a pane, with what of it is shown."""

    pane: str
    key: str
    name: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """All that is shown of it."""
        return self.key + self.name + self.number


def fitting_tabs(panes: Sequence[Pane], shown: str, counts: Mapping[str, int], room: int) -> tuple[list[Tab], int]:
    """Return the tabs that fit into `room` cells, and the cells between them.

    With little room, numbers of items are left out, then spaces, then the names of all panes but the one that is `shown`.
    """
    tabs = [
        Tab(pane.name, str(key), f" {pane.tab}", f" ({counts[pane.name]})" if pane.name in counts else "")
        for key, pane in enumerate(panes, 1)
    ]
    one = [tab if tab.pane == shown else tab._replace(number="") for tab in tabs]
    named = [tab._replace(number="") for tab in tabs]
    tight = [tab._replace(name=tab.name.strip()) for tab in named]
    keys = [tab if tab.pane == shown else Tab(tab.pane, tab.key) for tab in tabs]
    bare = [tab._replace(number="") for tab in keys]
    forms = ((tabs, 2), (one, 2), (one, 1), (named, 1), (tight, 1), (keys, 2), (keys, 1), (bare, 1))
    return next(((tabs, gap) for tabs, gap in forms if sum(len(tab.text) + gap for tab in tabs) - gap <= room), forms[-1])
