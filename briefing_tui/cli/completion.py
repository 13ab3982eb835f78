"""Offers for the word before Tab, which the shells' completions ask for.

The answer is data to the shells: the first line is the word that is typed, the second says which files they may add ("files",
"folders" or "none"), and each other line is an offer, with a tab and a few words about it if there are any. What offers are
made of (names of files and people) never becomes code.
"""

import shlex
from argparse import Action
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.cli.help_page import HelpfulParser
from briefing_tui.cli.outcome import OK, put

COMMAND = "_complete"
"""The command that the shells call with the words up to the cursor, as typed; it is not in the help."""


class Offers(NamedTuple):
    """The typed word, others for its place, and the files that fit."""

    typed: str
    words: dict[str, str] = {}  # noqa: RUF012 - nothing changes it
    """The words, each with a few words about it, or none."""
    files: str = "none"


_MOST_READ = 100
"""Files that are read for completions if the library was never indexed."""
_MOST_NAMES = 200
"""Names that are offered; a shell shows them all at once."""


def run(words: Sequence[str]) -> int:
    """Print the offers for the last of the words, which are as typed."""
    found = offers(_as_meant(words))
    fitting = [word for word in found.words if word.isprintable() and word.startswith(found.typed)]
    lines = ("\t".join(filter(None, (word, found.words[word]))) for word in fitting)
    put("\n".join((found.typed if found.typed.isprintable() else "", found.files, *lines)))
    return OK


def offers(words: Sequence[str]) -> Offers:
    """Return what fits in place of the last word.

    All words follow `briefing`, and are as meant, without quoting.
    """
    from briefing_tui.cli.parser import make_parser

    *before, typed = words or ("",)
    parser = make_parser()
    if not before or before == ["help"]:
        return _beginnings(parser, typed, alone=not before)
    if before[0] not in parser.commands:
        return Offers(typed)
    command = parser.commands[before[0]][1]
    taken = {name: action for action in command.options() if action.nargs != 0 for name in action.option_strings}
    is_of_one = any(action.dest == "what" for action in command.positionals())
    name, equals, value = typed.partition("=")
    if equals and name in taken:
        return _after_equals(name, _values(taken[name], value, before[1:], taken, is_of_one))
    if before[-1] in taken:
        return _values(taken[before[-1]], typed, before[1:-1], taken, is_of_one)
    if typed.startswith("-"):
        about = {name: command.explained(action) for action in command.options() for name in action.option_strings}
        return Offers(typed, {"--help": "explain the command", **about})
    return _arguments(command, typed, _positionals(before[1:], taken))


def _beginnings(parser: HelpfulParser, typed: str, alone: bool) -> Offers:
    """Offer commands, and as the only word also briefings."""
    commands = {name: about for name, (about, _) in parser.commands.items()}
    if not alone:
        return Offers(typed, commands)
    if typed.startswith("-"):
        return Offers(typed, {"--help": "list the commands", "--version": "show the version"})
    return Offers(typed, {**commands, "help": "explain a command", **_ids()}, "files")


def _after_equals(name: str, found: Offers) -> Offers:
    """Offer values as one word with their option: `--pane=quotes`."""
    return Offers(f"{name}={found.typed}", {f"{name}={word}": about for word, about in found.words.items()})


def _values(option: Action, typed: str, before: Sequence[str], taken: dict[str, Action], is_of_one: bool) -> Offers:
    """Offer the values of an option; `is_of_one` if its command is about one briefing."""
    if option.choices:
        return Offers(typed, dict.fromkeys(map(str, option.choices), ""))
    if option.dest == "speaker":
        speakers = _quoted_by(next(iter(_positionals(before, taken)), "")) if is_of_one else _quoted_in_library(typed)
        return Offers(typed, dict.fromkeys(speakers, ""))
    if option.dest == "format":
        from briefing_tui.export.formats import all_formats

        return Offers(typed, {form.name: form.description for form in all_formats()})
    return Offers(typed, files="files" if option.metavar == "PATH" else "none")


def _positionals(words: Sequence[str], taken: dict[str, Action]) -> list[str]:
    """Return the words that are neither options nor their values."""
    before = ("", *words)
    return [word for last, word in zip(before, words, strict=False) if not word.startswith("-") and last not in taken]


def _arguments(command: HelpfulParser, typed: str, given: Sequence[str]) -> Offers:
    """Offer what the command is about: briefings, or files."""
    action = next(command.positionals(), None)
    if action is not None and action.choices:
        return _after_action(typed, given) if given else Offers(typed, dict.fromkeys(map(str, action.choices), ""))
    if action is None or (given and action.nargs != "+"):
        return Offers(typed)
    if action.dest != "what":
        return Offers(typed, files={"folder": "folders", "address": "none", "words": "none"}.get(action.dest, "files"))
    extra = {"notes": {"doctor": "check the file of notes"}, "export": {"all": "all notes"}}
    return Offers(typed, {**_ids(), **extra.get(command.prog.rpartition(" ")[2], {})}, "files")


def _after_action(typed: str, given: Sequence[str]) -> Offers:
    """Offer what an action of `feed` is about: the user's feeds, or a file to import."""
    if given[0] not in ("remove", "fetch", "export"):
        return Offers(typed, files="files" if given[0] == "import" else "none")
    from briefing_tui.feeds.subscriptions import Subscriptions, SubscriptionTrouble
    from briefing_tui.settings import paths

    try:
        return Offers(typed, {feed.url: feed.title for feed in Subscriptions(paths.feeds()).feeds})
    except SubscriptionTrouble:
        return Offers(typed)


def _ids() -> dict[str, str]:
    from briefing_tui.application.lookup import known_ids

    return dict.fromkeys(known_ids(), "")


def _quoted_in_library(typed: str) -> Iterable[str]:
    """Yield whom the library's index knows as quoted, those with most quotes first."""
    from briefing_tui.application.inputs import InputError, folder_in_use
    from briefing_tui.library.folder import content_files
    from briefing_tui.library.index.library_index import IndexTrouble, open_index

    try:
        folder = folder_in_use()
        with open_index(folder) as index:
            if not index.count() and len(content_files(folder)) < _MOST_READ:
                index.refresh()
            names = index.names_with_words(typed, is_prefix=True) if typed.strip() else index.names(limit=_MOST_NAMES)
    except (IndexTrouble, InputError):
        return
    yield from (name.name for name in names[:_MOST_NAMES] if name.quotes)


def _quoted_by(what: str) -> Iterable[str]:
    """Yield whom a briefing quotes; of an article that would have to be built, nobody."""
    from briefing_tui.application.lookup import files_of

    path = Path(what) if "/" in what or what.endswith(".md") else next(files_of(what), None)
    if path is None:
        return
    from briefing_tui.contentfile.read.reader import UnreadableFile, load
    from briefing_tui.presentation.speakers import named_speaker

    try:
        briefing = load(path).briefing
    except UnreadableFile:
        return
    yield from filter(None, (named_speaker(briefing, quote) for quote in briefing.quotes))


def _as_meant(words: Sequence[str]) -> list[str]:
    """Return words without the shell's quoting; nothing in them is evaluated.

    Bash divides words at "=", too: there the sign is a word of its own.
    """
    whole = [_unquoted(word) for word in words]
    if whole[-1:] == ["="]:
        whole[-1] = ""
    return [word for word in whole if word != "="]


def _unquoted(word: str) -> str:
    for whole in (word, word.removesuffix("\\"), f"{word}'", f'{word}"'):
        try:
            return " ".join(shlex.split(whole))
        except ValueError:
            continue
    return word
