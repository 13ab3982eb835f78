"""The commands and their options for `argparse`, and their help.

The module of a command is imported when the command is run, not before.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import NoReturn

from briefing_tui import __version__
from briefing_tui.cli.outcome import Failure
from briefing_tui.presentation.panes import PANE_NAMES, PANES

Command = Callable[[argparse.Namespace], int]
_MIN_WIDTH, _MAX_WIDTH = 20, 1000

_WHAT = """WHAT is a content file; an article (text, a saved page, Markdown), which is built first; the id of a briefing in the
library or of a shipped one (its file's name without .md); ID#ITEM or FILE#ITEM for one quote, section, actor or image; or - for
standard input."""

_TOP = (
    "Read an article as a briefing: its summary, key actors, quotes and images, each with its place in the article. "
    "Without a command the library opens in the reader, or the shipped briefings if it is empty. If output is piped, the library "
    "is listed instead.",
    """examples:
  briefing                              open the library
  briefing read us-pakistani-ties       open one briefing

exit status: 0 success; 1 nothing found, or a check failed; 2 wrong use, or unreadable input""",
)
_READ = (
    f"Open a briefing in the reader. {_WHAT} A folder opens the library on that folder. With - the briefing comes from "
    "standard input and keys from the terminal. With --explain the lines of the source are shown first, each with the kind that "
    "was detected; a key corrects it. If output is piped, or the terminal can't show the reader (TERM is unset or "
    "'dumb'), the briefing is printed as 'briefing show' does.",
    """examples:
  briefing read us-pakistani-ties
  briefing read --explain article.html""",
)
_SHOW = (
    f"Print a briefing, or a part of it, for a pager or a pipe. {_WHAT}",
    """examples:
  briefing show us-pakistani-ties | less
  briefing show us-pakistani-ties --speaker khalique

exit status: 0 printed; 1 nobody of that name is quoted; 2 wrong use, or unreadable input""",
)
_CHECK = (
    "Check content files. Each problem is printed as 'FILE:LINE: what is wrong; what to do'. With --source, every quote and "
    "caption is also compared, word for word, with the source that the front matter identifies by name and SHA-256.",
    """examples:
  briefing check content
  briefing check content/us-pakistani-ties.md --source ../articles

exit status: 0 no problems; 1 problems, or a source that is missing, different or lacks the words; 2 an unreadable file""",
)
_BUILD = (
    "Make a content file from an article: text copied or dumped from a web page, a saved page, a Markdown clipping. SOURCE is a "
    "file, a folder of them, or - for standard input. What the article does not say is left out; nothing is invented.",
    """examples:
  briefing build article.html > article.md
  briefing build saved-pages -o content --jobs 4

exit status: 0 all built; 1 a source holds no article; 2 wrong use, or an unreadable source""",
)
_ADD = (
    "Build articles as 'briefing build' does, and file them in the library under their titles, with a number if the name is "
    "used already. Nothing is overwritten, and an article that is in the library already is not added again. The paths are "
    "printed, one per line.",
    """examples:
  briefing add article.html
  xclip -o | briefing add -

exit status: 0 all are in the library; 1 a source holds no article; 2 wrong use, or an unreadable source""",
)
_LIST = (
    "List briefings, the newest first: those of FOLDER, by default those of the library, or the shipped ones if it is empty.",
    """examples:
  briefing list
  briefing list content --format json

exit status: 0 listed; 1 the folder holds no briefing; 2 wrong use, or an unreadable folder""",
)

_NOTES = (
    "List notes: all of them, those of WHAT (a briefing's id or content file), or the one that ID#NOTE names; with options only "
    "those that match them all. 'briefing notes doctor' checks the file of notes; with --rescue it copies what can be "
    "read of a damaged one into a new one.",
    """examples:
  briefing notes --tag money --text harbour
  briefing notes doctor

exit status: 0 listed, or sound; 1 no such notes, or not sound; 2 wrong use, or an unreadable file""",
)
_EXPORT = (
    "Write notes in a format that other tools read: one of those below, or the name of a template in the settings' folder "
    "'templates'. WHAT as in 'briefing notes'. In an existing file of a format marked with *, only the notes are updated, and "
    "what you wrote around them stays; any other existing file is overwritten only if it is as briefing wrote it.",
    """examples:
  briefing export --format markdown -o ~/vault/articles/
  briefing export us-pakistani-ties --format csv --tag money > money.csv

exit status: 0 written; 1 no such notes, or a file was left unchanged; 2 wrong use, or a file that can't be written""",
)
_IMPORT = (
    "Import the notes of a file, all or none: what 'briefing export' wrote in one of the formats below, with your changes to it; "
    "annotations of other programs in JSON-LD; or what Hypothesis's API exports. If a note is here already and newer, both are "
    "kept.",
    """examples:
  briefing import annotations.json
  briefing import ~/vault/articles/us-pakistani-ties.md

exit status: 0 imported; 2 wrong use, or a broken file: the line is named and nothing is imported""",
)


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


class _Parser(argparse.ArgumentParser):
    """A parser with errors of one line and help whose examples keep their lines."""

    before_epilog: Callable[[], str] | None = None
    """Makes text for the help that comes before the epilog; called when the help is shown, as it may import something."""

    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see '{self.prog} --help')")

    def format_help(self) -> str:
        from textwrap import fill

        self.description = fill(self.description or "", 79)
        if self.before_epilog:
            self.epilog = f"{self.before_epilog()}{self.epilog or ''}"
        return super().format_help()


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
    name = {"list": "listing", "import": "importing"}.get(options.command, options.command or "home")
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
    parser = _Parser(prog="briefing", description=_TOP[0], epilog=_TOP[1], formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)

    def add(name: str, line: str, texts: tuple[str, str]) -> _Parser:
        return commands.add_parser(
            name,
            help=line,
            description=texts[0],
            epilog=texts[1],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    read = add("read", "open one briefing in the reader", _READ)
    read.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, folder, or -")
    read.add_argument("--explain", action="store_true", help="show the kind of each line of its source, to correct it")

    show = add("show", "print a briefing, or a part of it", _SHOW)
    show.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, or -")
    show.add_argument("--pane", choices=PANE_NAMES, help="only this part")
    show.add_argument("--speaker", metavar="NAME", help="only the quotes of this speaker: a name, an alias, or some words of one")
    show.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    show.add_argument("--width", type=_width, metavar="N", help="columns of the text (default: the terminal's, at most 80)")

    check = add("check", "check content files and their quotes", _CHECK)
    check.add_argument("files", nargs="+", metavar="FILE", help="content file, or a folder of them")
    check.add_argument("--source", metavar="PATH", help="the source, or the folder that holds it")

    build = add("build", "make content files of articles", _BUILD)
    build.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    build.add_argument("-o", "--output", metavar="PATH", help="a file to write or to update, or a folder for one file per source")
    build.add_argument("--format", choices=("markdown", "json"), default="markdown", help="default: markdown")
    build.add_argument("--from", dest="kind", choices=_SourceKinds(), metavar="KIND", help=_FROM)
    build.add_argument("--explain", action="store_true", help="show the kind of each line of the source")
    build.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")

    adding = add("add", "build articles into the library", _ADD)
    adding.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    adding.add_argument("--from", dest="kind", choices=_SourceKinds(), metavar="KIND", help=_FROM)
    adding.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")

    listing = add("list", "list the briefings of the library or of a folder", _LIST)
    listing.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder of content files")
    listing.add_argument("--format", choices=("text", "json"), default="text", help="default: text")

    notes = add("notes", "list and search notes", _NOTES)
    notes.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'doctor'")
    _add_selection(notes)
    notes.add_argument("--order", choices=("place", "time", "newest"), default="place", help="default: place")
    notes.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    notes.add_argument("--rescue", action="store_true", help="with 'doctor': copy what can be read into a new file")

    export = add("export", "write notes for other tools", _EXPORT)
    export.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'all' (the default)")
    export.before_epilog = _formats
    export.add_argument("--format", default="markdown", metavar="F", help="default: markdown")
    export.add_argument("-o", dest="output", metavar="PATH", help="a file, or a folder (ending in /) for one file per briefing")
    _add_selection(export)
    export.add_argument("--follow", action="store_true", help="keep the folder up to date with the notes until interrupted")

    importing = add("import", "import notes from other tools", _IMPORT)
    importing.before_epilog = _formats_to_read
    importing.add_argument("file", metavar="FILE", help="a JSON-LD, JSON or Markdown file")
    return parser, list(commands.choices)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    kinds = ("paragraph", "selection", "quote", "actor", "image", "section", "briefing")
    colours = ("yellow", "green", "blue", "pink", "orange", "purple")
    parser.add_argument(
        "--tag", action="append", metavar="TAG", help="only notes with this tag; may be repeated for several tags"
    )
    parser.add_argument("--kind", action="append", choices=kinds, metavar="KIND", help=f"only notes on these: {', '.join(kinds)}")
    parser.add_argument(
        "--pane",
        choices=tuple(pane.name for pane in PANES if pane.note_kinds),
        help="only notes on what this pane of the reader shows",
    )
    parser.add_argument(
        "--colour", action="append", choices=colours, metavar="COLOUR", help=f"only notes of this colour: {', '.join(colours)}"
    )
    parser.add_argument(
        "--text", metavar="WORDS", help="only notes in which each word begins a word of the note, its quote or its tags"
    )


class _SourceKinds:
    """The choices of `--from`, looked up when the option is used or explained."""

    def __iter__(self) -> Iterator[str]:
        from briefing_tui.sources.registry import article_kinds

        return iter(article_kinds())

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


_FROM = "what it is: %(choices)s (default: detected)"


def _jobs(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes from 1 to 64")


def _width(text: str) -> int:
    if text.isascii() and text.isdigit() and _MIN_WIDTH <= int(text[:9]) <= _MAX_WIDTH:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of columns from {_MIN_WIDTH} to {_MAX_WIDTH}")
