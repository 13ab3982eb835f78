"""Find the kept source of a content file, and the words in it."""

from pathlib import Path

from briefing_tui.contentfile.check.checker import KeptSources, Missing
from briefing_tui.library.kept_sources import DamagedSource, NotKept, folder_of, keeps_sources, kept_source
from briefing_tui.settings import paths


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
    """Return the lines that are read from a source; none if it can't be read."""
    from briefing_tui.sources import SourceError
    from briefing_tui.sources.registry import RawSource, recognise

    source = RawSource(data)
    try:
        lines = recognise(source).lines
        return "\n".join(text for _, text in lines(source)) if lines else ""
    except SourceError:
        return ""


KEPT_SOURCES = KeptSources(_find, _words)
"""The sources that `briefing add` keeps."""
