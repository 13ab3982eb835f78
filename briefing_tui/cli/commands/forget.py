"""`briefing forget`: delete everything that is kept of an article, for good."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from briefing_tui.application.forgetting import find_named
from briefing_tui.application.inputs import InputError
from briefing_tui.cli.outcome import NO, OK, Failure, put, say
from briefing_tui.presentation.counts import counted
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.library.filed_articles import FiledArticles
    from briefing_tui.library.forgetting import Kept
    from briefing_tui.notes.store import NoteStore


def run(options: Namespace) -> int:
    """List what is kept of the articles, ask, and delete it. Raises Failure; nothing is deleted then."""
    from briefing_tui.library.filed_articles import FiledArticles
    from briefing_tui.library.forgetting import forget
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    library = paths.library()
    try:
        with NoteStore() as store, FiledArticles(library) as filed:
            found = [_found(name, filed, store) for name in dict.fromkeys(options.what)]
            for kept in found:
                _list(kept)
            with_notes = _with_notes(found, options)
            if not (options.yes or _asked("delete all of this for good? It can't be undone; y or n")):
                say("nothing was deleted; --yes deletes without asking")
                return NO
            filed.close()
            forget(found, library, store, with_notes)
    except StoreError as error:
        raise Failure(str(error)) from None
    except OSError as error:
        raise Failure(f"{error.filename or library}: {error.strerror or error}; give the command again") from None
    say(f"{counted(len(found), 'article')} forgotten; exported files, copies and backups are not touched")
    return OK


def _found(name: str, filed: "FiledArticles", store: "NoteStore") -> "Kept":
    try:
        kept = find_named(name, filed, paths.state(), store)
    except InputError as error:
        raise Failure(f"{error}; nothing was deleted") from None
    if not kept:
        raise Failure(f"{name}: nothing is kept of this article; nothing was deleted", NO)
    return kept


def _list(kept: "Kept") -> None:
    lines = [*kept.lines(), *([f"{kept.written}, if you want"] if kept.written else [])]
    lines += [f"(not deleted: {path})" for path in kept.elsewhere]
    put("\n  ".join(map(one_line, (kept.title, *lines))))


def _with_notes(found: "list[Kept]", options: Namespace) -> bool:
    """Return whether the notes are to be deleted, too; ask if that was not said."""
    notes = sum(kept.notes + kept.drafts for kept in found)
    if not notes or options.notes or options.keep_notes:
        return bool(options.notes) or not notes
    if options.yes:
        raise Failure(f"{counted(notes, 'note')} on it: say --notes or --keep-notes; nothing was deleted")
    return _asked("delete the notes, too? y or n")


def _asked(question: str) -> bool:
    """Ask the user; without a terminal the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty() or sys.stderr is None or not sys.stderr.isatty():
        return False
    say(question)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
