"""`briefing read`: one briefing in the reader, or printed where there is no terminal for it."""

from argparse import Namespace

from briefing_tui.cli.outcome import OK, Failure, put, say
from briefing_tui.cli.target import Target, folder_in_use, resolve
from briefing_tui.cli.terminal import connect, is_terminal, shows_no_reader
from briefing_tui.settings import paths
from briefing_tui.text.safety import harmless


def run(options: Namespace) -> int:
    """Open what was asked for, or print it. Raises Failure where neither can be done."""
    return open_or_print(resolve(options.what), options.explain)


def open_or_print(target: Target, explain: bool = False) -> int:
    """The reader on a terminal; elsewhere the briefing as text (or its source's lines explained), or a folder's list. Raises
    Failure."""
    if explain and target.folder:
        raise Failure(f"{target.folder}: a folder; name one file to explain")
    if not is_terminal():
        return _print(target, explain)
    if why := shows_no_reader():
        say(f"{why}, so the reader can't open here; printing instead")
        return _print(target, explain)
    return _open(target, explain)


def _print(target: Target, explain: bool) -> int:
    if explain:
        return _print_lines(target)
    if target.folder:
        from briefing_tui.cli.listing import print_list

        return print_list(target.folder)
    from briefing_tui.cli.show import show

    return show(target)


def _print_lines(target: Target) -> int:
    """What each line of an article was taken for. Raises Failure where it is none."""
    from briefing_tui.application import fetch_source
    from briefing_tui.builder import SourceError, build
    from briefing_tui.cli.build_jobs import explained

    data = (target.text or "").encode("utf-8", "surrogateescape") if target.path is None else fetch_source(target.path)
    try:
        put(explained(build(data, target.name)))
    except SourceError as error:
        raise Failure(f"{target.name}: {error}") from None
    return OK


def _open(target: Target, explain: bool) -> int:
    from briefing_tui.library.catalogue import holds_briefings

    if target.folder and not holds_briefings(target.folder):
        return _print(target, False)
    if target.path:
        from briefing_tui.application import fetch_source

        fetch_source(target.path)  # What can't be read is told before the screen is taken.
    connect()
    from briefing_tui.ui.terminal.gc_tuning import begin_start

    begin_start()
    from briefing_tui.ui.app import run_reader

    library = target.folder or (target.path.parent if target.path and _is_shelved(target) else folder_in_use())
    ended = run_reader(target.path, target.item, library, target.text, explain)
    for why, typed in ended.unsaved:
        say(f"{why.partition(';')[0]}; this note is not saved:")
        put(harmless(typed))
    return ended.status


def _is_shelved(target: Target) -> bool:
    """The file stands in the library or among the shipped briefings, so that its neighbours are the library to show."""
    folder = target.path.parent.resolve() if target.path else None
    return folder in (paths.library().resolve(), paths.shipped_content().resolve())
