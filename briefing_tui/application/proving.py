"""Find the source of a content file, and the words in it.

It is kept beside the file, or a page of a web archive.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.contentfile.check.checker import KeptSources, Missing
from briefing_tui.library.kept_sources import DamagedSource, NotKept, folder_of, keeps_sources, kept_source
from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.sources.archives.survey import ArchivedPage


def _find(path: Path, sha256: str) -> bytes | Missing | None:
    """Return the kept source of a content file; None in a folder that is not the library and keeps no sources."""
    folder = folder_of(path)
    try:
        return kept_source(folder, sha256)
    except DamagedSource as damaged:
        return Missing(damaged.what, damaged.do, is_failure=True)
    except NotKept as missing:
        if keeps_sources(folder) or folder.absolute() == paths.library().absolute():
            return Missing(missing.what, missing.do)
        return None


def _words(data: bytes) -> str:
    """Return the lines that are read from a source, and captions and credits, which a page may have in attributes."""
    from briefing_tui.sources import SourceError
    from briefing_tui.sources.registry import RawSource, recognise

    source, words = RawSource(data), list[str]()
    try:
        kind = recognise(source)
        words += [text for _, text in kind.lines(source)] if kind.lines else []
        for image in kind.read(source).images:
            words += filter(None, (image.caption, image.credit))
    except SourceError:
        pass
    return "\n".join(words)


def _page(path: Path, sha256: str) -> bytes | Missing | None:
    """Return the page of a web archive that has a hash; None if the file is no archive."""
    from briefing_tui.sources import SourceError
    from briefing_tui.sources.archives.page import read_page
    from briefing_tui.sources.archives.parts import is_archive

    try:
        if not is_archive(path):
            return None
        page = _pages_by_hash(path).get(sha256)
        if page is None:
            return Missing(f"no page of {path.name} has the SHA-256 of the one that was used", "give the archive that was used")
        return read_page(page)[0]
    except (OSError, SourceError) as error:
        return Missing(f"{path.name} can't be read: {error}", "give the archive that was used")


@cache
def _pages_by_hash(path: Path) -> "dict[str, ArchivedPage]":
    """Return the pages of a web archive by their SHA-256. Raises OSError and Unreadable."""
    from hashlib import sha256

    from briefing_tui.sources.archives.page import read_page
    from briefing_tui.sources.archives.survey import survey_archive

    return {sha256(read_page(page)[0]).hexdigest(): page for page in survey_archive(str(path)).pages}


KEPT_SOURCES = KeptSources(_find, _words, _page)
"""The sources that `briefing add` keeps."""
