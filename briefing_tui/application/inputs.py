"""Resolve what the user names on the command line as WHAT.

That is a file, a folder, an address of the web, `-` for standard input or the id of a briefing, with the id of an item after
`#`.
"""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.application.lookup import files_of, known_ids
from briefing_tui.contentfile.read.file_input import LARGEST, decode_utf8, empty_reason, unreadable_reason
from briefing_tui.file_io import read_stream
from briefing_tui.model.briefing import Problem
from briefing_tui.model.document import Origin
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.application.opening import Opened

STDIN = "-"
_HANDED_OVER = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,6})")
"""The names of files that the program got open from the shell, which makes them of `<(command)`."""


class InputError(Exception):
    """Nothing can be opened under a name; the message says what to do."""


class Input(Struct, frozen=True):
    """A file, a folder or a text that the user named.

    Exactly one of `path`, `folder` and `text` is set; `item` is the id of an item if one was given.
    """

    path: Path | None = None
    folder: Path | None = None
    text: str | None = None
    item: str | None = None
    problems: tuple[Problem, ...] = ()
    """Problems in the bytes that `text` was decoded from."""
    origin: Origin | None = None
    """The address that `text` was fetched from; None for text from a pipe."""
    notes: tuple[str, ...] = ()
    """Messages for the user about how it was found."""
    kind: str | None = None
    """The kind of source that the user named, perhaps with a part of it; None to detect the kind."""

    @property
    def name(self) -> str:
        """The name for messages."""
        if self.origin is not None:
            return self.origin.named
        return "standard input" if self.text is not None else str(self.path or self.folder)


def resolve_article(what: str, kind: str | None) -> Input:
    """Find what `what` names, which is of the kind `kind` if that is given. Raises InputError."""
    given = resolve(what)
    if kind and given.folder:
        raise InputError(f"{given.folder}: a folder; --from is for one file")
    return replace(given, kind=kind)


def resolve(what: str) -> Input:
    """Find what `what` names. Raises InputError.

    "-" reads standard input to its end, an address of the web is fetched; what is piped in may be one such address. Files come
    before ids. An id is looked for in the user's library, then among the shipped briefings, then where a briefing of that id was
    last read.
    """
    if what in ("", "#"):
        raise InputError("no briefing is named: give a content file or an id (see 'briefing list')")
    if _is_web_address(what):
        return _of_address(what)
    if found := _find(what):
        return found
    name, _, item = what.rpartition("#")
    if not name or not item:
        raise InputError(_not_found(what.strip("#")))
    found = _find(name, item)
    if not found:
        raise InputError(_not_found(name))
    if found.folder:
        raise InputError(f"{name}: a folder has no item '{item}'; name one of its files")
    return replace(found, item=item)


def open_input(given: Input) -> "Opened":
    """Read or build what the user named, which is no folder. Raises contentfile.read.file_input.UnreadableFile."""
    from briefing_tui.application.opening import open_file, open_text

    if given.text is None:
        return open_file(given.path or Path(), kind=given.kind)
    from briefing_tui.application.fetched import id_of

    opened = open_text(given.text, id_of(given.origin), origin=given.origin, kind=given.kind)
    return replace(opened, problems=(*given.problems, *opened.problems))


def folder_in_use() -> Path:
    """Return the user's library, or the shipped briefings if it holds no content file.

    Raises InputError if the library is gone: answers from the shipped briefings would be taken for the library's.
    """
    from briefing_tui.library.catalogue import holds_briefings

    library = paths.library()
    if holds_briefings(library):
        return library
    if not library.exists() and _had_index(library):
        raise InputError(f"{library}: your library's folder is gone; bring it back, or make an empty one")
    return paths.shipped_content()


def _had_index(folder: Path) -> bool:
    from briefing_tui.library.index.database import index_file

    return index_file(paths.cache(), folder).exists()


def _find(name: str, item: str = "") -> Input | None:
    """Find what a name means; `item` follows it, and may be the id of a note, which shows which file is meant."""
    shown = "standard input" if name == STDIN else name
    try:
        data = piped_in(name, LARGEST + 1)
    except InputError as error:
        raise InputError(f"{shown}: {error}") from None
    if data is not None:
        return _of_bytes(shown, data)
    path = Path(name)
    try:
        if path.is_dir():
            return Input(folder=path)
        if path.exists():  # What is no regular file is refused where it is read.
            return Input(path=path)
    except (OSError, ValueError):  # no file system allows the name
        return None
    if "/" in name or os.sep in name or name.startswith("."):
        return None
    file = next(files_of(name, item), None)
    return Input(path=file) if file else None


def _not_found(name: str) -> str:
    from briefing_tui.fetching.addresses import other_scheme

    if scheme := other_scheme(name):
        return f"{one_line(name)}: only http and https addresses are fetched, not '{scheme}:'; give a file"
    if name.startswith("www."):
        return f"{name}: no such file; if it is an address, give 'https://{name}'"
    if "/" in name or name.endswith(".md"):
        return f"{name}: no such file"
    from difflib import get_close_matches

    near = get_close_matches(name, known_ids(), 1, 0.5)
    hint = f"did you mean '{near[0]}'?" if near else "see 'briefing list' for the ids"
    return f"{name}: neither a file nor an id in the library; {hint}"


def is_known(what: str) -> bool:
    """Return whether a word names a file, a folder, a briefing or an item.

    Nothing is read: an item may turn out not to exist.
    """
    if what == STDIN or _is_web_address(what):
        return True
    names = (what, what.rpartition("#")[0])
    return any(name and (os.path.exists(name) or next(files_of(name), None)) for name in names)  # noqa: PTH110 - Path raises


def piped_in(name: str, most: int) -> bytes | None:
    """Return the bytes that were piped in under a name, at most `most`.

    Such names are "-" and those that a shell makes of `<(command)`; for others the result is None. Other pipes are not read, as
    nobody may write to them.

    Raises InputError, with the reason alone.
    """
    handed_over = _HANDED_OVER.fullmatch(name)
    try:
        if name in (STDIN, "/dev/stdin"):
            if sys.stdin is None or sys.stdin.isatty():
                raise InputError("nothing is piped in; give a file with '< FILE', or name it instead of '-'")
            return read_stream(sys.stdin.buffer, most)
        if not handed_over:
            return None
        if os.isatty(int(handed_over[1])):
            raise InputError("a terminal, not a file; give a file")
        with os.fdopen(os.dup(int(handed_over[1])), "rb") as stream:
            return read_stream(stream, most)
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror or error}; give a file") from None


def _of_bytes(name: str, data: bytes) -> Input:
    from briefing_tui.application.opening import is_binary_source

    if is_binary_source(data):
        return Input(text=data.decode("utf-8", "surrogateescape"))
    if why := unreadable_reason(data) or empty_reason(data):
        raise InputError(f"{name}: {why}")
    text, problems = decode_utf8(data)
    if _is_web_address(text) and len(addresses := _addresses_in(text)) == 1:
        return _of_address(addresses[0])
    return Input(text=text, problems=problems)


def _is_web_address(word: str) -> bool:
    """Return whether a word is an address of the web; most commands load nothing to know that it is none."""
    if word[:4].lower() != "http":
        return False
    from briefing_tui.fetching.addresses import is_web_address

    return is_web_address(word)


def _addresses_in(text: str) -> list[str]:
    from briefing_tui.fetching.addresses import addresses_in

    return addresses_in(text)


def _of_address(address: str) -> Input:
    """Fetch an address. Raises InputError."""
    from briefing_tui.application.fetched import origin_of, redirect_note, source_of
    from briefing_tui.fetching.errors import FetchError
    from briefing_tui.fetching.fetcher import fetch
    from briefing_tui.sources.registry import is_binary_source

    shown = one_line(address)
    try:
        fetched = fetch(address)
    except FetchError as error:
        raise InputError(f"{shown}: {error}") from None
    data = source_of(fetched)
    if why := unreadable_reason(data, is_binary_source) or empty_reason(data):
        raise InputError(f"{shown}: {why}")
    notes = tuple(filter(None, (redirect_note(fetched),)))
    return Input(text=decode_utf8(data)[0], origin=origin_of(fetched), notes=notes)
