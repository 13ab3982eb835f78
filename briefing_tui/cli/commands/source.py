"""`briefing source`: print or write the kept source of a briefing."""

import sys
from argparse import Namespace
from pathlib import Path

from briefing_tui.application.inputs import resolve
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_bytes, say
from briefing_tui.contentfile.read.reader import load
from briefing_tui.fetching.addresses import is_web_address
from briefing_tui.library.kept_sources import DamagedSource, NotKept, folder_of, kept_source


def run(options: Namespace) -> int:
    """Print the source of a briefing, or write it to a new file.

    It is printed byte for byte; on a terminal its text alone, made harmless. Returns the exit status.

    Raises Failure, InputError and UnreadableFile.
    """
    data = _source(options.what)
    if options.output is not None:
        _write(Path(options.output), data)
    elif sys.stdout is not None and sys.stdout.isatty():
        put(_readable(data, options.what))
    else:
        put_bytes(data)
    return OK


def _source(what: str) -> bytes:
    """Return the bytes of the kept source. Raises Failure."""
    path = _at_address(what) if is_web_address(what) else resolve(what).path
    if path is None:
        raise Failure(f"{what}: no content file; give the id of a briefing, or its content file")
    named = load(path).briefing.source
    if named is None:
        raise Failure(f"{path}: the front matter names no source", NO)
    try:
        return kept_source(folder_of(path), named.sha256)
    except DamagedSource as damaged:
        raise Failure(str(damaged)) from None
    except NotKept as missing:
        raise Failure(f"{path}: {missing}", NO) from None


def _at_address(address: str) -> Path:
    """Return the content file of an address's article; nothing is fetched. Raises Failure."""
    from briefing_tui.library.filed_articles import FiledArticles
    from briefing_tui.model.identity import address_key
    from briefing_tui.settings import paths

    with FiledArticles(paths.library()) as filed:
        path = filed.at_address(address_key(address))
    if path is None:
        raise Failure(f"{address}: no article of this address in the library; 'briefing add ADDRESS' files it", NO)
    return path


def _write(path: Path, data: bytes) -> None:
    """Write the bytes to a new file. Raises Failure if there is one, and OSError."""
    from briefing_tui.file_io import fresh_file

    try:
        with fresh_file(path, [data]) as fresh:
            fresh.create()
    except FileExistsError:
        raise Failure(f"{path}: exists already; give another name") from None
    say(f"{path}: written, {len(data):,} bytes")


def _readable(data: bytes, what: str) -> str:
    """Return the text of a source for a terminal. Raises Failure if it is none."""
    from briefing_tui.sources import Unreadable
    from briefing_tui.sources.registry import RawSource, recognise
    from briefing_tui.text.safety import harmless

    source = RawSource(data)
    try:
        if recognise(source).is_text:
            return harmless(source.text)
    except Unreadable:
        pass
    raise Failure(f"{what}: the source is no text; write it to a file with '-o FILE'")
