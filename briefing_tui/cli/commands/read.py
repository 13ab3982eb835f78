"""`briefing read`: open a briefing in the reader, or print it without a terminal."""

from argparse import Namespace
from itertools import islice
from pathlib import Path

from briefing_tui.application.inputs import Input, InputError, folder_in_use, resolve_article
from briefing_tui.cli.outcome import NO, OK, Failure, put, say
from briefing_tui.cli.terminal import connect, is_terminal, reader_obstacle
from briefing_tui.settings import paths
from briefing_tui.text.safety import harmless


def run(options: Namespace) -> int:
    """Open what the user named, or print it. Raises Failure and InputError."""
    given = _only_article(_resolved(options.what, options.kind))
    if options.pictures and is_terminal():
        _fetch_pictures(given)
    return open_or_print(given, options.explain)


def _resolved(what: str, kind: str | None) -> Input:
    """Find what the user named; on a terminal, say so if that needs a request."""
    if what[:4].lower() != "http":
        return resolve_article(what, kind)
    from briefing_tui.cli.progress import fetching

    with fetching(what):
        return resolve_article(what, kind)


def _only_article(given: Input) -> Input:
    """Return the article in a folder without briefings, such as a saved page beside its folder of pictures.

    Anything else is returned as it is. Raises Failure if such a folder has several articles.
    """
    from briefing_tui.library.catalogue import holds_briefings
    from briefing_tui.library.folder import is_content_name

    if not given.folder or holds_briefings(given.folder):
        return given
    from briefing_tui.cli.building.tasks import tasks_of

    named = (Path(task.source) for task in tasks_of([str(given.folder)]))
    found = list(islice((path for path in named if not is_content_name(path.name)), 2))
    if len(found) > 1:
        raise Failure(f"{given.folder}: no briefings here, but articles: name one, or file all with 'briefing add'", NO)
    return Input(path=found[0]) if found else given


def _fetch_pictures(given: Input) -> None:
    """Fetch the pictures of an article into the cache folder, where the reader finds them."""
    from briefing_tui.application.inputs import open_input
    from briefing_tui.cli.building.pictures import PictureFetcher

    if given.folder:
        raise Failure(f"{given.folder}: a folder; name the article whose pictures you want")
    with PictureFetcher(True) as pictures:
        try:
            pictures.fetch(given.name, open_input(given).briefing.images, paths.cache(), given.origin)
        except OSError as error:
            say(f"{paths.cache()}: {error.strerror or error}; the pictures are not kept")


def open_or_print(given: Input, explain: bool = False) -> int:
    """Open the reader on a terminal, or else print.

    Printed is the briefing, with `explain` the lines of its source, or the list of a folder. Returns the exit status. Raises
    Failure and InputError.
    """
    for note in given.notes:
        say(f"{given.name}: {note}")
    if explain and given.folder:
        raise Failure(f"{given.folder}: a folder; name one file to explain")
    if not is_terminal():
        return _print(given, explain)
    if why := reader_obstacle():
        say(f"{why}, so the reader can't open here; printing instead")
        return _print(given, explain)
    return _open(given, explain)


def _print(given: Input, explain: bool) -> int:
    if explain:
        return _print_lines(given)
    if given.folder:
        from briefing_tui.cli.commands.listing import print_list

        return print_list(given.folder)
    from briefing_tui.cli.commands.show import show

    return show(given)


def _print_lines(given: Input) -> int:
    """Print each line of an article with its kind. Raises Failure if it holds no article."""
    from briefing_tui.application.opening import fetch_source
    from briefing_tui.builder import SourceError, build
    from briefing_tui.cli.building.jobs import explained

    data = (given.text or "").encode("utf-8", "surrogateescape") if given.path is None else fetch_source(given.path)
    try:
        put(explained(build(data, given.name, given.kind, origin=given.origin)))
    except SourceError as error:
        raise Failure(f"{given.name}: {error}") from None
    return OK


def _open(given: Input, explain: bool) -> int:
    from briefing_tui.library.catalogue import holds_briefings

    if given.folder and not holds_briefings(given.folder):
        return _print(given, False)
    beginning = None
    if given.path:
        from briefing_tui.application.opening import beginning_of, fetch_source

        beginning = beginning_of(fetch_source(given.path))  # Report an unreadable file before the screen is cleared.
    connect()
    from briefing_tui.ui.terminal.program_start import begin_start, keys_kept

    begin_start()
    with keys_kept():
        from briefing_tui.ui.app import run_reader

        ended = run_reader(
            given.path,
            given.item,
            lambda: shelf_of(given),
            given.text,
            explain,
            origin=given.origin,
            beginning=beginning,
            kind=given.kind,
        )
    for problem in ended.problems:
        say(problem)
    for why, typed in ended.unsaved:
        say(f"{why.partition(';')[0]}; this note is not saved:")
        put(harmless(typed))
    return ended.status


def shelf_of(given: Input) -> Path:
    """Return the folder that is the library of the reader.

    It is the folder that is opened, or that of a file in the library or among the shipped briefings; else the library in use. A
    library that is gone keeps nobody from reading a file.
    """
    if given.folder:
        return given.folder
    if given.path and given.path.parent.resolve() in (paths.library().resolve(), paths.shipped_content().resolve()):
        return given.path.parent
    try:
        return folder_in_use()
    except InputError:
        return paths.library()
