"""Find briefings by their ids or by the addresses of their articles."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def files_of(briefing_id: str) -> Iterator[Path]:
    """Yield the files that may hold the briefing with that id.

    Those in the user's library come first, then the shipped ones, then the one that it was last read from.
    """
    if briefing_id and Path(briefing_id).name == briefing_id:
        for folder in (paths.library(), paths.shipped_content()):
            file = folder / f"{briefing_id}.md"
            if _is_file(file):
                yield file
    from briefing_tui.library.reading_state import home_of

    if home := home_of(paths.state(), briefing_id):
        yield home


def known_ids() -> list[str]:
    """Return the ids in the library, then those of the shipped briefings.

    File names decide, no file is opened.
    """
    from briefing_tui.library.folder import content_files

    return [path.stem for folder in (paths.library(), paths.shipped_content()) for path in content_files(folder)]


def named_notes(what: str | None) -> tuple[str | None, str]:
    """Return the id of the briefing whose notes `what` names, and the id after `#`.

    A content file is named by its path. The briefing's id is None for all notes; the other is empty if there is no `#`.
    """
    if not what or what == "all":
        return None, ""
    name, _, note = what.rpartition("#") if "#" in what else (what, "", "")
    path = Path(name)
    return (path.stem if "/" in name or path.suffix == ".md" else name), note


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no file system allows the name
        return False


class BriefingFinder:
    """Finds briefings by id; a content file that the user named comes first."""

    def __init__(self, what: str | None) -> None:
        """Remember what the user named, which may be a content file."""
        path = Path((what or "").partition("#")[0])
        self._named = path if what and path.is_file() else None
        self._addresses: dict[str, str] | None = None
        self.find = lru_cache(maxsize=8)(self._find)

    def _find(self, briefing_id: str) -> "Briefing | None":
        """Return the briefing with that id, None if no file of it can be read."""
        from briefing_tui.application.opening import open_file
        from briefing_tui.contentfile.read.file_input import UnreadableFile

        named = (self._named,) if self._named and self._named.stem == briefing_id else ()
        for file in chain(named, files_of(briefing_id)):
            try:
                return open_file(file).briefing
            except (UnreadableFile, OSError, ValueError):
                continue
        return None

    def by_address(self, address: str, title: str) -> str:
        """Return the id of the briefing of the article at `address`.

        If there is none, the id is made from the title, or else from the address.
        """
        if self._addresses is None:
            self._addresses = self._all_addresses()
        if found := self._addresses.get(_bare(address)):
            return found
        from briefing_tui.text.slugs import slug

        return (slug(title) or slug(_bare(address).replace("/", " ").replace(".", " ")) or "unknown")[:80]

    def _all_addresses(self) -> dict[str, str]:
        from briefing_tui.library.folder import content_files

        known: dict[str, str] = {}
        for folder in (paths.library(), paths.shipped_content()):
            for path in content_files(folder):
                briefing = self._find(path.stem)
                if briefing and briefing.source and briefing.source.url:
                    known.setdefault(_bare(briefing.source.url), briefing.id)
        return known


def _bare(address: str) -> str:
    """Return an address without what does not identify the article: scheme, `www.`, fragment, the last slash."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
