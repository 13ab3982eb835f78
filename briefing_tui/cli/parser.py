"""The verbs and their options, as `argparse` knows them. No verb's module is imported before its verb was chosen."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import NoReturn

from briefing_tui import __version__
from briefing_tui.cli.outcome import Failure
from briefing_tui.presentation.panes import PANE_NAMES, PANES

Verb = Callable[[argparse.Namespace], int]
_MIN_WIDTH, _MAX_WIDTH = 20, 1000

_WHAT = """WHAT is a content file, an article (text, a saved page, Markdown), which is built on the way, the id of a
briefing in the library (its file's name without .md; the shipped briefings are found too), ID#ITEM or FILE#ITEM
for one quote, section, actor or image of it, or - for standard input."""

_TOP = (
    "Read an article as a briefing: its summary, key actors, quotes and images, each with its place in the article. "
    "Without a verb the library opens in the reader (the shipped briefings when it is empty); with output piped, it is listed.",
    """examples:
  briefing                              open the library
  briefing read us-pakistani-ties       open one briefing

exit status: 0 done; 1 the answer is no; 2 wrong use, or input that can't be read""",
)
_READ = (
    f"Open a briefing in the reader. {_WHAT} A folder opens the library on that folder. With - the briefing comes from "
    "standard input and the keys from the terminal. With --explain the lines of the source come first, each with what it was "
    "taken for, and a key sets one right. With output piped, and on a terminal that can't show the reader (TERM "
    "unset or 'dumb'), the briefing is printed instead, as 'briefing show' does.",
    """examples:
  briefing read us-pakistani-ties
  briefing read --explain article.html""",
)
_SHOW = (
    f"Print a briefing, or a part of it, for a pager or a pipe. {_WHAT}",
    """examples:
  briefing show us-pakistani-ties | less
  briefing show us-pakistani-ties --speaker khalique

exit status: 0 printed; 1 nobody of that name is quoted; 2 wrong use, or input that can't be read""",
)
_CHECK = (
    "Check content files: each problem is printed as 'FILE:LINE: what, and what to do'. With --source, every quote and caption "
    "is also looked up, word for word, in the source that the file's front matter names by name and SHA-256.",
    """examples:
  briefing check content
  briefing check content/us-pakistani-ties.md --source ../articles

exit status: 0 no problems; 1 problems, or a named source that is absent, different or lacks the words; 2 a file that can't be
read""",
)
_BUILD = (
    "Make a content file of an article: text copied or dumped from a web page, a saved page, a Markdown clipping. SOURCE is a "
    "file, a folder of them, or - for standard input. What the article does not say is left out, and nothing is invented.",
    """examples:
  briefing build article.html > article.md
  briefing build saved-pages -o content --jobs 4

exit status: 0 all built; 1 some source holds no article; 2 wrong use, or a source that can't be read""",
)
_ADD = (
    "Build articles, as 'briefing build' does, and file them in the library: each under its title, made safe for a file's name "
    "and numbered where that is taken. Nothing is overwritten; an article that is there already is not filed again. The "
    "paths are printed, one a line.",
    """examples:
  briefing add article.html
  xclip -o | briefing add -

exit status: 0 all are in the library; 1 some source holds no article; 2 wrong use, or a source that can't be read""",
)
_LIST = (
    "List briefings: those of FOLDER, else of the library, else (when it is empty) the shipped ones; the newest first.",
    """examples:
  briefing list
  briefing list content --format json

exit status: 0 listed; 1 the folder holds no briefing; 2 wrong use, or a folder that can't be read""",
)

_NOTES = (
    "List the notes: all of them, those of WHAT (the id of a briefing or its content file), or the one that is ID#NOTE; only "
    "those that every option asks for. 'briefing notes doctor' checks the notes' file, and with --rescue carries what "
    "can be read of a damaged one into a new one.",
    """examples:
  briefing notes --tag money --text harbour
  briefing notes doctor

exit status: 0 listed, or sound; 1 no such notes, or not sound; 2 wrong use, or a file that can't be read""",
)
_EXPORT = (
    "Write notes in a format that other tools read: one of those below, or the name of a template in the settings' folder "
    "'templates'. WHAT as in 'briefing notes'. In an existing file of a format marked with *, only the notes are updated, and "
    "what you wrote around them stays; any other existing file is overwritten only if it is as briefing wrote it.",
    """examples:
  briefing export --format markdown -o ~/vault/articles/
  briefing export us-pakistani-ties --format csv --tag money > money.csv

exit status: 0 written; 1 no such notes, or a file was left as it is; 2 wrong use, or a file that can't be written""",
)
_IMPORT = (
    "Import the notes of a file, all or none: what 'briefing export' wrote in one of the formats below, with your changes to it, "
    "annotations of other programs in JSON-LD, or what Hypothesis's API exports. If a note is here already and newer, both stay.",
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
    """A parser whose errors are one line, and whose description is filled while its examples keep their lines."""

    before_epilog: Callable[[], str] | None = None
    """Makes text to put before the epilog when the help is shown, and not before: it may import something."""

    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see '{self.prog} --help')")

    def format_help(self) -> str:
        from textwrap import fill

        self.description = fill(self.description or "", 79)
        if self.before_epilog:
            self.epilog = f"{self.before_epilog()}{self.epilog or ''}"
        return super().format_help()


def parse(argv: Sequence[str]) -> tuple[Verb, argparse.Namespace] | None:
    """The verb to run and its options; None when help or version was asked for and has been printed. Raises Failure."""
    parser, verbs = _parser()
    if argv and not argv[0].startswith("-") and argv[0] not in verbs:
        raise Failure(_no_verb(argv[0], verbs))
    try:
        options = parser.parse_args(list(argv))
    except SystemExit:
        return None
    name = {"list": "listing", "import": "importing"}.get(options.verb, options.verb or "home")
    verb: Verb = import_module(f"briefing_tui.cli.{name}").run
    return verb, options


def _no_verb(word: str, verbs: Sequence[str]) -> str:
    """What to say of a word that is given for a verb: it may be what somebody wants to read, or have a slip in it."""
    import os
    from difflib import get_close_matches
    from shlex import quote

    if word and os.path.exists(word):  # noqa: PTH110 (a name that is none is no file)
        return f"'{word}' is no verb; to open it: briefing read {quote(word)}"
    near = get_close_matches(word, verbs, 1)
    meant = f"did you mean '{near[0]}'?" if near else f"the verbs are {', '.join(verbs)}"
    return f"'{word}' is no verb; {meant} (see 'briefing --help')"


def _parser() -> tuple[_Parser, list[str]]:
    parser = _Parser(prog="briefing", description=_TOP[0], epilog=_TOP[1], formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs", parser_class=_Parser)

    def add(name: str, line: str, told: tuple[str, str]) -> _Parser:
        return verbs.add_parser(
            name,
            help=line,
            description=told[0],
            epilog=told[1],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    read = add("read", "open one briefing in the reader", _READ)
    read.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, folder, or -")
    read.add_argument("--explain", action="store_true", help="show what each line of its source was taken for, to set it right")

    show = add("show", "print a briefing, or a part of it", _SHOW)
    show.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, or -")
    show.add_argument("--pane", choices=PANE_NAMES, help="only this part")
    show.add_argument("--speaker", metavar="NAME", help="only the quotes of this speaker: a name, an alias, or words of one")
    show.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    show.add_argument("--width", type=_width, metavar="N", help="columns of the text (default: the terminal's, at most 80)")

    check = add("check", "check content files, and prove their quotes", _CHECK)
    check.add_argument("files", nargs="+", metavar="FILE", help="content file, or a folder of them")
    check.add_argument("--source", metavar="PATH", help="the source, or the folder that holds it")

    build = add("build", "make content files of articles", _BUILD)
    build.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    build.add_argument("-o", "--output", metavar="PATH", help="a file to make or to merge onto, or a folder for a file each")
    build.add_argument("--format", choices=("markdown", "json"), default="markdown", help="default: markdown")
    build.add_argument("--from", dest="kind", choices=_SourceKinds(), metavar="KIND", help=_FROM)
    build.add_argument("--explain", action="store_true", help="show what each line of the source was taken for")
    build.add_argument("--jobs", type=_jobs, metavar="N", help="processes to build with (default: as many as processors)")

    adding = add("add", "build articles into the library", _ADD)
    adding.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, or -")
    adding.add_argument("--from", dest="kind", choices=_SourceKinds(), metavar="KIND", help=_FROM)
    adding.add_argument("--jobs", type=_jobs, metavar="N", help="processes to build with (default: as many as processors)")

    listing = add("list", "list the briefings of the library or of a folder", _LIST)
    listing.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder of content files")
    listing.add_argument("--format", choices=("text", "json"), default="text", help="default: text")

    notes = add("notes", "list and search the notes", _NOTES)
    notes.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'doctor'")
    _add_selection(notes)
    notes.add_argument("--order", choices=("place", "time", "newest"), default="place", help="default: place")
    notes.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    notes.add_argument("--rescue", action="store_true", help="with 'doctor': carry what can be read into a new file")

    export = add("export", "write notes in a format of other tools", _EXPORT)
    export.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'all' (the default)")
    export.before_epilog = _formats
    export.add_argument("--format", default="markdown", metavar="F", help="default: markdown")
    export.add_argument("-o", dest="output", metavar="PATH", help="a file, or a folder (ended with /) for a file a briefing")
    _add_selection(export)
    export.add_argument("--follow", action="store_true", help="keep the folder in step with the notes until interrupted")

    importing = add("import", "import notes from other tools", _IMPORT)
    importing.before_epilog = _formats_to_read
    importing.add_argument("file", metavar="FILE", help="a JSON-LD, JSON or Markdown file")
    return parser, list(verbs.choices)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    kinds = ("paragraph", "selection", "quote", "actor", "image", "section", "briefing")
    colours = ("yellow", "green", "blue", "pink", "orange", "purple")
    parser.add_argument("--tag", action="append", metavar="TAG", help="only with this tag (may be given again: with all of them)")
    parser.add_argument("--kind", action="append", choices=kinds, metavar="KIND", help=f"only on these: {', '.join(kinds)}")
    parser.add_argument(
        "--pane", choices=tuple(pane.name for pane in PANES if pane.note_kinds), help="only on what this pane of the reader shows"
    )
    parser.add_argument("--colour", action="append", choices=colours, metavar="COLOUR", help=f"only: {', '.join(colours)}")
    parser.add_argument("--text", metavar="WORDS", help="only where each word begins a word of the note, its quote or its tags")


class _SourceKinds:
    """The kinds of source that `--from` takes, looked up only when the option is used or explained."""

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
