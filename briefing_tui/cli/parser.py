"""The commands and their options for `argparse`, and their help.

The module of a command is imported when the command is run, not before.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import NoReturn

from briefing_tui import __version__
from briefing_tui.cli import help_texts
from briefing_tui.cli.outcome import Failure, put
from briefing_tui.presentation.panes import PANE_NAMES, PANES

Command = Callable[[argparse.Namespace], int]
_MIN_WIDTH, _MAX_WIDTH = 20, 1000


def _formats() -> str:
    """List the export formats for the help."""
    from briefing_tui.export.formats import all_formats

    rows = (f"  {form.name:<12}{'*' if form.marks else ' '} {form.description}" for form in all_formats())
    return "\n".join(("formats:", *rows, "", ""))


def _formats_to_read() -> str:
    """List the formats that can be imported for the help."""
    from briefing_tui.export.formats import all_formats

    rows = (f"  {', '.join(filter(None, form.reads)):<15} {form.description}" for form in all_formats() if form.read)
    return "\n".join(("formats:", *rows, "", ""))


def _of_fixed_width(prog: str) -> argparse.HelpFormatter:
    """Make what checks options when they are added.

    Only the help asks for the terminal's width, which takes 3 ms.
    """
    return argparse.RawDescriptionHelpFormatter(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """A parser with errors of one line and help whose examples keep their lines."""

    before_epilog: Callable[[], str] | None = None
    """Makes text for the help that comes before the epilog; called when the help is shown, as it may import something."""

    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see '{self.prog} --help')")

    def print_help(self, file: object = None) -> None:
        """Print the help; unlike argparse's own, this fails if it can't."""
        del file
        put(self.format_help())

    def format_help(self) -> str:
        from textwrap import fill

        self.formatter_class = argparse.RawDescriptionHelpFormatter
        self.description = fill(self.description or "", 79)
        if self.before_epilog:
            self.epilog = f"{self.before_epilog()}{self.epilog or ''}"
        return super().format_help()


class _PrintVersion(argparse.Action):
    """Prints the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        put(f"briefing {__version__}")
        parser.exit()


_Add = Callable[[str, str, tuple[str, str]], _Parser]
"""Adds a command: its name, its line in the list of commands, and its help texts."""


def parse(argv: Sequence[str]) -> tuple[Command, argparse.Namespace] | None:
    """Return the command to run and its options, None if help or version was printed.

    Raises Failure for wrong use.
    """
    parser, commands = _parser()
    if argv and not argv[0].startswith("-") and argv[0] not in commands:
        raise Failure(_unknown_command(argv[0], commands))
    try:
        options = parser.parse_args(list(argv))
    except SystemExit:
        return None
    name = {"list": "listing", "import": "importing", "open": "opening"}.get(options.command, options.command or "home")
    command: Command = import_module(f"briefing_tui.cli.{name}").run
    return command, options


def _unknown_command(word: str, commands: Sequence[str]) -> str:
    """Explain an unknown command: it may be a file to read, or misspelt."""
    import os
    from difflib import get_close_matches
    from shlex import quote

    if word and os.path.exists(word):  # noqa: PTH110 (Path.exists raises for some names)
        return f"unknown command '{word}'; to open that file: briefing read {quote(word)}"
    near = get_close_matches(word, commands, 1)
    meant = f"did you mean '{near[0]}'?" if near else f"the commands are {', '.join(commands)}"
    return f"unknown command '{word}'; {meant} (see 'briefing --help')"


def _parser() -> tuple[_Parser, list[str]]:
    parser = _Parser(
        prog="briefing",
        description=help_texts.TOP[0],
        epilog=help_texts.TOP[1],
        formatter_class=_of_fixed_width,
    )
    parser.add_argument("-V", "--version", action=_PrintVersion, nargs=0, help="show the version")
    commands = parser.add_subparsers(dest="command", prog="briefing", metavar="COMMAND", title="commands", parser_class=_Parser)

    def add(name: str, line: str, texts: tuple[str, str]) -> _Parser:
        return commands.add_parser(
            name,
            help=line,
            description=texts[0],
            epilog=texts[1],
            formatter_class=_of_fixed_width,
            allow_abbrev=False,
        )

    _add_reading(add)
    _add_building(add)
    _add_listing(add)
    _add_notes(add)
    _add_program(add)
    return parser, list(commands.choices)


def _add_reading(add: _Add) -> None:
    read = add("read", "open one briefing in the reader", help_texts.READ)
    read.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, folder, or -")
    read.add_argument("--explain", action="store_true", help="show the kind of each line of its source, to correct it")

    opening = add("open", "open a briefing:// address from another program", help_texts.OPEN)
    opening.add_argument("address", metavar="ADDRESS", help="briefing://ID or briefing://ID/ITEM")

    show = add("show", "print a briefing, or a part of it", help_texts.SHOW)
    show.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, or -")
    show.add_argument("--pane", choices=PANE_NAMES, help="only this part")
    show.add_argument("--speaker", metavar="NAME", help="only the quotes of this speaker: a name, an alias, or some words of one")
    show.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    show.add_argument("--width", type=_width, metavar="N", help="columns of the text (default: the terminal's, at most 80)")

    check = add("check", "check content files and their quotes", help_texts.CHECK)
    check.add_argument("files", nargs="+", metavar="FILE", help="content file, or a folder of them")
    check.add_argument("--source", metavar="PATH", help="the source, or the folder that holds it")


def _add_building(add: _Add) -> None:
    build = add("build", "make content files of articles", help_texts.BUILD)
    build.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    build.add_argument("-o", "--output", metavar="PATH", help="a file to write or to update, or a folder for one file per source")
    build.add_argument("--format", choices=("markdown", "json"), default="markdown", help="default: markdown")
    build.add_argument("--from", dest="kind", choices=_Choices(_source_kinds), metavar="KIND", help=_FROM)
    build.add_argument("--explain", action="store_true", help="show the kind of each line of the source")
    build.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")

    adding = add("add", "build articles into the library", help_texts.ADD)
    adding.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    adding.add_argument("--from", dest="kind", choices=_Choices(_source_kinds), metavar="KIND", help=_FROM)
    adding.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")


def _add_listing(add: _Add) -> None:
    listing = add("list", "list the briefings of the library or of a folder", help_texts.LIST)
    listing.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder of content files")
    listing.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _add_notes(add: _Add) -> None:
    notes = add("notes", "list and search notes", help_texts.NOTES)
    notes.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'doctor'")
    _add_selection(notes)
    notes.add_argument("--order", choices=("place", "time", "newest"), default="place", help="default: place")
    notes.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    notes.add_argument("--rescue", action="store_true", help="with 'doctor': copy what can be read into a new file")

    export = add("export", "write notes for other tools", help_texts.EXPORT)
    export.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'all' (the default)")
    export.before_epilog = _formats
    export.add_argument("--format", default="markdown", metavar="F", help="default: markdown")
    export.add_argument("-o", dest="output", metavar="PATH", help="a file, or a folder (ending in /) for one file per briefing")
    _add_selection(export)
    export.add_argument("--follow", action="store_true", help="keep the folder up to date with the notes until interrupted")

    importing = add("import", "import notes from other tools", help_texts.IMPORT)
    importing.before_epilog = _formats_to_read
    importing.add_argument("file", metavar="FILE", help="a JSON-LD, JSON or Markdown file, or -")


def _add_program(add: _Add) -> None:
    config = add("config", "show the settings", help_texts.CONFIG)
    shown = config.add_mutually_exclusive_group()
    shown.add_argument("--sample", action="store_true", help="print a settings file with every setting, commented out")
    shown.add_argument("--path", action="store_true", help="print the path of the settings file")

    serve = add("serve", "open the reader in a web browser", help_texts.SERVE)
    serve.add_argument(
        "what", nargs="?", metavar="WHAT", help="content file, article, id, ID#ITEM or folder (default: the library)"
    )
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="NAME", help="name or address to serve at (default: this machine only)"
    )
    serve.add_argument(
        "--port", type=_port, default=8010, metavar="N", help="port to serve at, 0 for any that is free (default: 8010)"
    )
    serve.add_argument("--readers", type=_readers, default=8, metavar="N", help="windows that may be open at a time (default: 8)")


def _add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--tag", action="append", metavar="TAG", help="only notes with this tag; may be repeated for several tags"
    )
    parser.add_argument(
        "--kind", action="append", choices=_Choices(_note_kinds), metavar="KIND", help="only notes on these: %(choices)s"
    )
    parser.add_argument(
        "--pane",
        choices=tuple(pane.name for pane in PANES if pane.note_kinds),
        help="only notes on what this pane of the reader shows",
    )
    parser.add_argument(
        "--colour", action="append", choices=_Choices(_colours), metavar="COLOUR", help="only notes of this colour: %(choices)s"
    )
    parser.add_argument(
        "--text", metavar="WORDS", help="only notes in which each word begins a word of the note, its quote or its tags"
    )


class _Choices:
    """The choices of an option; `names` is called when the option is used or explained, as it imports something."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


def _source_kinds() -> Iterable[str]:
    from briefing_tui.sources.registry import article_kinds

    return article_kinds()


def _note_kinds() -> Iterable[str]:
    from briefing_tui.model.note import KINDS

    return KINDS


def _colours() -> Iterable[str]:
    from briefing_tui.model.note import COLOURS

    return COLOURS


_FROM = "what it is: %(choices)s (default: detected)"


def _number(text: str, least: int, most: int, what: str) -> int:
    if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not {what} from {least} to {most}")


def _port(text: str) -> int:
    return _number(text, 0, 65535, "a port")


def _readers(text: str) -> int:
    return _number(text, 1, 100, "a number")


def _jobs(text: str) -> int:
    return _number(text, 1, 64, "a number of processes")


def _width(text: str) -> int:
    return _number(text, _MIN_WIDTH, _MAX_WIDTH, "a number of columns")
