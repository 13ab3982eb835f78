"""The panes: the parts of a briefing that are shown one at a time.

The reader lists them beside the article; `briefing show --pane` prints them.

To add a pane, add its row here, a function in `cli.printing.panes` that returns its lines, and one in `ui.view.pane_items` that
lists its items. Headings, `--pane` choices, tabs and JSON follow from the row.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_tui.model.note import Kind


class Pane(NamedTuple):
    """A part of a briefing.

    - `heading`: the heading in content files and in the shell.
    - `json_key`: the key in the briefing's JSON.
    - `note_kinds`: the kinds of the notes on what the pane shows.
    - `tab`, `empty`: the label of the reader's tab, and what the reader shows if there are no items. The article has neither, as
      it is always shown there.
    """

    name: str
    heading: str
    json_key: str
    note_kinds: "tuple[Kind, ...]" = ()
    tab: str = ""
    empty: str = ""


PANES = (
    Pane("summary", "Summary", "summary", (), "Summary", "This briefing has no summary."),
    Pane("actors", "Key actors", "actors", ("actor",), "Actors", "This briefing names no actors."),
    Pane("quotes", "Quotes", "quotes", ("quote",), "Quotes", "No quotes here."),
    Pane("images", "Images", "images", ("image",), "Images", "This briefing has no images."),
    Pane("article", "Article", "sections", ("paragraph", "selection", "section")),
)
"""Every pane, in the order of content files. A note on a point of the summary is on the sentences that the point rests on, so the
summary has none of its own."""

PANE_NAMES = tuple(pane.name for pane in PANES)


def pane_named(name: str) -> Pane:
    """Return the pane of that name, one of `PANE_NAMES`."""
    return next(pane for pane in PANES if pane.name == name)
