"""Tell the files in the folder that a browser saves beside a page."""

from collections.abc import Iterable
from pathlib import PurePosixPath

_PAGES = (".html", ".htm", ".xhtml")
_ENDINGS = (
    "_files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_ficheiros", "_arquivos", "_filer",
    "_soubory", "_pliki", ".files",
)  # fmt: skip
"""What browsers add to the page's name, in several languages."""


def without_page_folders(names: Iterable[str]) -> list[str]:
    """Return the names of files that are not in the folder of a saved page.

    Args:
        names: the files' paths with slashes; a folder is a page's if the page is among them.
    """
    kept = list(names)
    pages = {name[: name.rfind(".")] for name in kept if name.lower().endswith(_PAGES)}
    return [name for name in kept if not any(_is_of_page(str(folder), pages) for folder in PurePosixPath(name).parents)]


def _is_of_page(folder: str, pages: set[str]) -> bool:
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in _ENDINGS)
