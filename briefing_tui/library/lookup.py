"""Briefings found by their ids or their articles' addresses, for who writes notes out and takes them in.

One that is not in the library is looked for where it was last read.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


class Finder:
    """Finds briefings in the library, then among the shipped ones; a content file that was named comes before both."""

    def __init__(self, what: str | None) -> None:
        """Take what the person named, which may be a content file."""
        path = Path((what or "").partition("#")[0])
        self._named = path if what and path.is_file() else None
        self._addresses: dict[str, str] | None = None
        self.find = lru_cache(maxsize=8)(self._find)

    def _find(self, briefing_id: str) -> "Briefing | None":
        """The briefing with that id, if there is a file of it that can be read."""
        from briefing_tui.application import open_file
        from briefing_tui.contentfile.read.reader import UnreadableFile
        from briefing_tui.library.reading_state import home_of

        for path in self._paths(briefing_id):
            try:
                if path.is_file():
                    return open_file(path).briefing
            except (UnreadableFile, OSError, ValueError):
                continue
        try:
            home = home_of(paths.state(), briefing_id)
            return open_file(home).briefing if home else None
        except (UnreadableFile, OSError, ValueError):
            return None

    def _paths(self, briefing_id: str) -> list[Path]:
        if self._named is not None and self._named.stem == briefing_id:
            return [self._named]
        if not briefing_id or Path(briefing_id).name != briefing_id:
            return []
        return [folder / f"{briefing_id}.md" for folder in (paths.library(), paths.shipped_content())]

    def by_address(self, address: str, title: str) -> str:
        """The id of the briefing of the article at that address; where there is none, an id made of the title or address."""
        if self._addresses is None:
            self._addresses = self._all_addresses()
        if found := self._addresses.get(_bare(address)):
            return found
        from briefing_tui.text.slugs import slug

        return (slug(title) or slug(_bare(address).replace("/", " ").replace(".", " ")) or "unknown")[:80]

    def _all_addresses(self) -> dict[str, str]:
        from briefing_tui.library.catalogue import content_files

        known: dict[str, str] = {}
        for folder in (paths.library(), paths.shipped_content()):
            for path in content_files(folder):
                briefing = self._find(path.stem)
                if briefing and briefing.source and briefing.source.url:
                    known.setdefault(_bare(briefing.source.url), briefing.id)
        return known


def _bare(address: str) -> str:
    """An address without what says nothing of the article: scheme, `www.`, fragment, the last slash."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
