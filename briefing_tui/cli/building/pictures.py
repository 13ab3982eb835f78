"""The option `--pictures`: fetch an article's pictures beside its content file."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefing_tui.cli.outcome import say
from briefing_tui.model.document import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_tui.cli.building.jobs import Outcome
    from briefing_tui.fetching.fetcher import Fetcher
    from briefing_tui.model.briefing import Image


class PictureFetcher:
    """Fetches the pictures of articles, and reports each article in a line."""

    def __init__(self, is_wanted: bool) -> None:
        """Take whether the user asked for pictures."""
        self._is_wanted = is_wanted
        self._open = ExitStack()
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def fetch_for(self, outcome: "Outcome", file: Path) -> None:
        """Fetch the pictures of what was built, beside its content file. Raises OSError."""
        if self._is_wanted:
            from briefing_tui.contentfile.read.reader import read

            images = read(outcome.text, outcome.name).briefing.images
            self.fetch(outcome.source, images, file.parent, outcome.origin)

    def fetch(self, name: str, images: "Iterable[Image]", folder: Path, origin: Origin | None) -> None:
        """Fetch pictures into a folder; `name` is the article's in the message. Raises OSError."""
        from briefing_tui.application.picture_fetching import fetch_pictures

        if self._fetcher is None:
            from briefing_tui.fetching.fetcher import Fetcher

            self._fetcher = self._open.enter_context(Fetcher())
        say(f"{name}: {fetch_pictures(images, folder, self._fetcher, origin is None or origin.is_public)}")
