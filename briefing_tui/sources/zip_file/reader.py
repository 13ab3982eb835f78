"""Read the article in a zip file: the first, or the chosen one."""

from pathlib import PurePosixPath

from msgspec.structs import replace

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle, SourceError, Unreadable
from briefing_tui.sources.registry import RawSource, recognise, suffixes
from briefing_tui.sources.shared.page_folders import without_page_folders
from briefing_tui.sources.shared.zip_entries import ZipEntries
from briefing_tui.text.safety import one_line

_MOST = 50
"""The most files in which an article is looked for."""
_NAMED = 3


def read_zip(source: RawSource) -> Document:
    """Read an article of a zip file.

    Raises:
        NoArticle: none of its files holds an article.
        Unreadable: it is damaged, encrypted, too large, or has names that lead out of it.
    """
    entries = ZipEntries(source.data)
    names = article_names(entries.names)
    if source.part:
        return _read(entries, _chosen(names, source.part), source)
    first: SourceError | None = None
    for name in names[:_MOST]:
        try:
            document = _read(entries, name, source)
        except SourceError as error:
            first = first or error
            continue
        if len(names) == 1:
            return document
        others = ", ".join(f"'{one_line(other)}'" for other in names if other != name)[:200]
        note = f"a zip file with {len(names):,} articles: '{one_line(name)}' was read; '--from zip:NAME' reads another ({others})"
        return replace(document, notes=(*document.notes, note))
    raise first or NoArticle("the zip file holds no article")


def zip_lines(source: RawSource) -> list[tuple[int, str]]:
    """Return the lines of every file that may be an article."""
    entries = ZipEntries(source.data)
    lines: list[tuple[int, str]] = []
    for name in article_names(entries.names)[:_MOST]:
        inner = source.inside(entries.read(name))
        kind = recognise(inner)
        if kind.lines and kind.name != "zip":
            lines += kind.lines(inner)
    return lines


def article_names(names: list[str]) -> list[str]:
    """Return the names of files that may be articles, the likeliest first.

    Files of a saved page's folder are not, if the page is beside it. Raises Unreadable if a name leads out of the zip file.
    """
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise Unreadable(f"a zip file with a name that leads out of it ('{one_line(name)[:80]}'); it is not read")
    known = suffixes() - {".zip"}
    kept = [
        name for name in without_page_folders(names) if PurePosixPath(name).suffix.lower() in known and not _is_of_system(name)
    ]
    return sorted(kept, key=lambda name: (name.count("/"), PurePosixPath(name).stem.lower() != "index", name))


def _is_of_system(name: str) -> bool:
    path = PurePosixPath(name)
    return path.parts[0] == "__MACOSX" or path.name.startswith(".")


def _chosen(names: list[str], part: str) -> str:
    if part.isdigit() and 1 <= int(part) <= len(names):
        return names[int(part) - 1]
    if part in names:
        return part
    known = ", ".join(f"'{one_line(name)}'" for name in names[:_NAMED])
    raise Unreadable(f"a zip file without the article '{one_line(part)}'; it has {known}{' …' if len(names) > _NAMED else ''}")


def _read(entries: ZipEntries, name: str, source: RawSource) -> Document:
    inner = source.inside(entries.read(name))
    kind = recognise(inner)
    if kind.name in ("zip", "content file"):
        raise Unreadable(f"a {kind.name} in a zip file; take it out, and give that")
    return kind.read(inner)
