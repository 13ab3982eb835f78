"""What the commands of reading are given: the parts of the reading screen that they use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing_tui.ui.reader.copying import Copier
    from briefing_tui.ui.reader.finder import Finder
    from briefing_tui.ui.reader.jump_targets import JumpTargets
    from briefing_tui.ui.reader.loader import Loader
    from briefing_tui.ui.reader.navigator import Navigator
    from briefing_tui.ui.reader.preview import Preview
    from briefing_tui.ui.reader.region_layout import RegionLayout
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.article import Article
    from briefing_tui.ui.widgets.item_list import ItemList
    from briefing_tui.ui.widgets.side import Side


class ReaderParts(Protocol):
    """The reading screen."""

    article: Article
    outline: ItemList
    side: Side
    regions: RegionLayout
    navigator: Navigator
    preview: Preview
    finder: Finder
    loader: Loader

    @property
    def state(self) -> ReaderState:
        """What is shown, and where the user is."""

    @property
    def copier(self) -> Copier:
        """Copies words."""

    @property
    def jump_targets(self) -> JumpTargets:
        """Finds what can be jumped to."""

    def close_top(self) -> None:
        """Close the top thing that is open."""

    def filter_notes(self) -> None:
        """Ask which notes are to be listed."""

    @property
    def has_notes(self) -> bool:
        """Whether the briefing has notes."""

    def open_lines(self) -> None:
        """Show the lines of the source."""

    def open_library(self) -> None:
        """Go to the library."""

    def show_keys(self) -> None:
        """Show every key."""

    def offer_link(self, href: str | None) -> None:
        """Show an address whole, and open it if that is wanted."""
