"""The commands and their options for `argparse`, and their help.

The module of a command is imported when the command is run, not before.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from briefing_tui import __version__
from briefing_tui.citations.styles import CITATION_STYLES
from briefing_tui.cli import help_texts
from briefing_tui.cli.help_page import HelpfulParser, Row
from briefing_tui.cli.outcome import Failure, put
from briefing_tui.presentation.panes import PANE_NAMES, PANES

Command = Callable[[argparse.Namespace], int]
_MIN_WIDTH, _MAX_WIDTH = 20, 1000


def _formats() -> list[Row]:
    """List the export formats, with a star for those whose files the user may write in."""
    from briefing_tui.export.formats import all_formats

    return [(form.name + ("*" if form.update else ""), form.description) for form in all_formats()]


def _formats_to_read() -> list[Row]:
    """List what can be imported: files of notes by their endings, and tools."""
    from briefing_tui.export.formats import all_formats
    from briefing_tui.imports.registry import all_tools

    notes = [(" ".join(filter(None, form.reads)), form.description) for form in all_formats() if form.read]
    return [*notes, *((tool.title, tool.files) for tool in all_tools())]


class _PrintVersion(argparse.Action):
    """Prints the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        put(f"briefing {__version__}")
        parser.exit()


_Add = Callable[[str, str, tuple[str, str]], HelpfulParser]
"""Adds a command: its name, its line in the list of commands, and its help texts."""


def parse(argv: Sequence[str]) -> tuple[Command, argparse.Namespace] | None:
    """Return the command to run and its options, None if help or version was printed.

    Raises Failure for wrong use.
    """
    words = list(argv)
    if words[:1] == ["help"]:
        words = [*(word for word in words[1:] if word != "help"), "--help"]
    if words and (words[0] == "-" or not words[0].startswith("-")) and words[0] not in _COMMANDS:
        if not _names_briefing(words):
            raise Failure(_unknown_command(words[0], list(_COMMANDS)))
        words.insert(0, "read")
    try:
        options = make_parser(words[0] if words and words[0] in _COMMANDS else None).parse_args(words)
    except SystemExit:
        return None
    name = {"list": "listing", "import": "importing", "open": "opening"}.get(options.command, options.command or "home")
    command: Command = import_module(f"briefing_tui.cli.commands.{name}").run
    return command, options


def _names_briefing(words: Sequence[str]) -> bool:
    """Return whether the only word names something to read."""
    from briefing_tui.application.inputs import is_known

    return len(words) == 1 and is_known(words[0])


def _unknown_command(word: str, commands: Sequence[str]) -> str:
    """Explain a word that is neither a command nor a briefing: it may be misspelt."""
    from difflib import get_close_matches

    from briefing_tui.application.lookup import known_ids

    near = get_close_matches(word, [*commands, *known_ids()], 1)
    meant = f"did you mean '{near[0]}'?" if near else f"the commands are {', '.join(commands)}"
    return f"unknown command or briefing '{word}'; {meant} (see 'briefing --help')"


def make_parser(only: str | None = None) -> HelpfulParser:
    """Make the parser of all commands, or of one only.

    To add the options of all takes longer than to read a content file.
    """
    parser = HelpfulParser(prog="briefing", description=help_texts.TOP[0], epilog=help_texts.TOP[1])
    parser.add_argument("-V", "--version", action=_PrintVersion, nargs=0, help="show the version")
    commands = parser.add_subparsers(dest="command", prog="briefing", metavar="COMMAND", parser_class=HelpfulParser)

    def add(name: str, line: str, texts: tuple[str, str]) -> HelpfulParser:
        command = commands.add_parser(name, description=texts[0], epilog=texts[1])
        parser.commands[name] = (line, command)
        return command

    for name, add_command in _COMMANDS.items():
        if only in (None, name):
            add_command(add)
    return parser


def _read(add: _Add) -> None:
    read = add("read", "open one briefing", help_texts.READ)
    read.add_argument("what", metavar="WHAT", help="content file, article, address, id, ID#ITEM, folder, or -")
    read.add_argument("--from", dest="kind", choices=_Kinds(_source_kinds), metavar="KIND", help=_FROM)
    read.add_argument("--explain", action="store_true", help="first show the lines of its source, to correct them")
    read.add_argument("--pictures", action="store_true", help="fetch its pictures, to show them")


def _open(add: _Add) -> None:
    opening = add("open", "open a briefing:// address", help_texts.OPEN)
    opening.add_argument("address", metavar="ADDRESS", help="briefing://ID or briefing://ID/ITEM")


def _show(add: _Add) -> None:
    show = add("show", "print a briefing, or a part", help_texts.SHOW)
    show.add_argument("what", metavar="WHAT", help="content file, article, id, ID#ITEM, or -")
    show.add_argument("--from", dest="kind", choices=_Kinds(_source_kinds), metavar="KIND", help=_FROM)
    show.add_argument("--pane", choices=PANE_NAMES, metavar="PANE", help="only this part: %(choices)s")
    show.add_argument("--speaker", metavar="NAME", help="only the quotes of this speaker, whose name may be shortened")
    _add_format(show, "text", "markdown", "json")
    show.add_argument("--cite", choices=tuple(CITATION_STYLES), metavar="STYLE", help="its citation, or the item's: %(choices)s")
    show.add_argument("--width", type=_width, metavar="N", help="columns of the text (default: the terminal's, at most 80)")


def _check(add: _Add) -> None:
    check = add("check", "check content files", help_texts.CHECK)
    check.add_argument("files", nargs="+", metavar="FILE", help="content file, or a folder of them")
    check.add_argument("--source", metavar="PATH", help="the source, or the folder that holds it (default: the kept one)")


def _source(add: _Add) -> None:
    source = add("source", "the article as it was added", help_texts.SOURCE)
    source.add_argument("what", metavar="WHAT", help="the id of a briefing, its content file or its address")
    source.add_argument("-o", "--output", metavar="PATH", help="a new file to write it to")


def _build(add: _Add) -> None:
    build = add("build", "make content files", help_texts.BUILD)
    build.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or -")
    build.add_argument("-o", "--output", metavar="PATH", help="a file to write or to update, or a folder for several")
    _add_format(build, "markdown", "json")
    build.add_argument("--from", dest="kind", choices=_Kinds(_source_kinds), metavar="KIND", help=_FROM)
    build.add_argument("--explain", action="store_true", help="show the kind of each line of the source")
    build.add_argument("--pictures", action="store_true", help=_PICTURES)
    build.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")
    build.add_argument("--cluster", metavar="ADDRESS", help="build with Dask: a scheduler's address, or 'local'")


def _add(add: _Add) -> None:
    adding = add("add", "build into the library", help_texts.ADD)
    adding.add_argument("sources", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or -")
    adding.add_argument("--from", dest="kind", choices=_Kinds(_source_kinds), metavar="KIND", help=_FROM)
    adding.add_argument("--update", action="store_true", help="bring articles that are there already up to date")
    adding.add_argument("--pictures", action="store_true", help=_PICTURES)
    adding.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one per processor)")


def _feed(add: _Add) -> None:
    feed = add("feed", "subscribe to feeds", help_texts.FEED)
    actions = ("add", "list", "remove", "fetch", "import", "export")
    feed.add_argument("action", choices=actions, metavar="ACTION", help="%(choices)s")
    feed.add_argument("names", nargs="*", metavar="FEED", help="an address; words of a title; a file to import")
    feed.add_argument("--pages", action="store_true", help="fetch the pages of entries whose text the feed lacks")
    _add_format(feed, "text", "json")


def _forget(add: _Add) -> None:
    forget = add("forget", "delete all of an article", help_texts.FORGET)
    forget.add_argument("what", nargs="+", metavar="WHAT", help="an id, a file of the article, or its address")
    notes = forget.add_mutually_exclusive_group()
    notes.add_argument("--notes", action="store_true", help="delete its notes and drafts, too")
    notes.add_argument("--keep-notes", action="store_true", help="keep its notes and drafts")
    forget.add_argument("--yes", action="store_true", help="do not ask")


def _list(add: _Add) -> None:
    listing = add("list", "list briefings", help_texts.LIST)
    listing.add_argument("folder", nargs="?", metavar="FOLDER", help="a folder of content files")
    _add_format(listing, "text", "json")


def _search(add: _Add) -> None:
    search = add("search", "search the library", help_texts.SEARCH)
    search.add_argument("words", nargs="*", metavar="WORDS", help="words and filters, such as: quay speaker:ortega since:2024")
    search.add_argument("--of", choices=("articles", "quotes", "actors"), default="articles", metavar="WHAT", help=_OF)
    _add_format(search, "text", "json", "jsonl", "csv", "markdown")
    search.add_argument("--order", choices=("newest", "best"), default="newest", metavar="O", help="newest (default), best")
    search.add_argument("--limit", type=_most, default=20, metavar="N", help="the most articles or quotes (default: 20)")
    search.add_argument("--save", metavar="NAME", help="search, and save the search under a name")
    search.add_argument("--saved", nargs="?", const="", metavar="NAME", help="use a saved search; without NAME, list them")
    search.add_argument("--forget", metavar="NAME", help="delete a saved search")


def _quotes(add: _Add) -> None:
    quotes = add("quotes", "who said what", help_texts.QUOTES)
    quotes.add_argument("--like", metavar="ID#ITEM", help="the same words in other articles, and where they differ")
    quotes.add_argument("--speaker", metavar="NAME", help="only quotes of this speaker, whose name may be shortened")
    quotes.add_argument("--about", metavar="WORDS", help="only quotes about these words; filters are allowed")
    quotes.add_argument("--since", metavar="DAY", help="only from this year, month or day on")
    quotes.add_argument("--until", metavar="DAY", help="only up to this year, month or day")
    quotes.add_argument("--limit", type=_most, metavar="N", help="the most quotes")
    _add_format(quotes, "text", "json", "jsonl", "csv", "markdown")


def _compare(add: _Add) -> None:
    compare = add("compare", "two articles side by side", help_texts.COMPARE)
    compare.add_argument("one", metavar="A", help="content file, article or id")
    compare.add_argument("other", metavar="B", help="content file, article or id")
    _add_format(compare, "text", "json")


def _actors(add: _Add) -> None:
    actors = add("actors", "people, organisations", help_texts.ACTORS)
    actors.add_argument("name", nargs="?", metavar="NAME", help="only those with these words in a name, each as a dossier")
    actors.add_argument("--same-as", action="append", metavar="OTHER", help="from now on NAME and OTHER are one (repeatable)")
    actors.add_argument("--not", dest="other_than", action="append", metavar="OTHER", help="NAME and OTHER are not one")
    actors.add_argument("--in", dest="in_article", action="append", metavar="ID", help="with --is: an article (repeatable)")
    actors.add_argument("--is", dest="called", metavar="OTHER", help="in these articles NAME is OTHER")
    actors.add_argument("--undo", action="store_true", help="remove the last of these statements")
    _add_format(actors, "text", "markdown", "json", "csv")


def _verify(add: _Add) -> None:
    verify = add("verify", "check a draft's quotations", help_texts.VERIFY)
    verify.add_argument("drafts", nargs="+", metavar="DRAFT", help="a draft in Markdown, text, HTML, DOCX, ODT or RTF, or -")
    verify.add_argument("--against", action="append", metavar="FILE", help="check against this article or folder (repeatable)")
    verify.add_argument("--all", action="store_true", help="list the good quotations, too")
    _add_format(verify, "text", "json", "sarif", "markdown", "html")


def _notes(add: _Add) -> None:
    notes = add("notes", "list and search notes", help_texts.NOTES)
    notes.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, or 'doctor'")
    _add_selection(notes)
    orders = ("place", "time", "newest")
    notes.add_argument("--order", choices=orders, default="place", metavar="ORDER", help="%(choices)s (default: place)")
    _add_format(notes, "text", "json")
    notes.add_argument("--rescue", action="store_true", help="with 'doctor': copy what can be read of a damaged file")
    notes.add_argument("--yes", action="store_true", help="with --rescue: do not ask, even if the file is sound")


def _export(add: _Add) -> None:
    export = add("export", "write notes for other tools", help_texts.EXPORT)
    export.add_argument("what", nargs="?", metavar="WHAT", help="a briefing, ID#NOTE, 'all' (default), 'reading-list'")
    export.formats = _formats
    export.add_argument("--format", default="markdown", metavar="F", help="one of those below (default: markdown)")
    export.add_argument("-o", dest="output", metavar="PATH", help="a file, or a folder (ending in /) for a file per briefing")
    _add_selection(export)
    export.add_argument("--follow", action="store_true", help="keep the folder up to date until interrupted")


def _import(add: _Add) -> None:
    importing = add("import", "notes, other exports", help_texts.IMPORT)
    importing.formats = _formats_to_read
    importing.add_argument("file", metavar="FILE", help="an export, a file of notes, a reading list, or -")
    importing.add_argument("--fetch", action="store_true", help="fetch articles whose text the export lacks")


def _config(add: _Add) -> None:
    config = add("config", "show the settings", help_texts.CONFIG)
    shown = config.add_mutually_exclusive_group()
    shown.add_argument("--sample", action="store_true", help="print a settings file with every setting, commented out")
    shown.add_argument("--path", action="store_true", help="print the path of the settings file")


def _serve(add: _Add) -> None:
    serve = add("serve", "the reader in a web browser", help_texts.SERVE)
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


def _setup(add: _Add) -> None:
    setup = add("setup", "add to shell and desktop", help_texts.SETUP)
    setup.add_argument("--remove", action="store_true", help="remove what was added")
    setup.add_argument("--dry-run", action="store_true", help="only print what would be done")


_COMMANDS: dict[str, Callable[[_Add], None]] = {
    "read": _read,
    "open": _open,
    "show": _show,
    "check": _check,
    "source": _source,
    "build": _build,
    "add": _add,
    "feed": _feed,
    "forget": _forget,
    "list": _list,
    "search": _search,
    "quotes": _quotes,
    "compare": _compare,
    "actors": _actors,
    "verify": _verify,
    "notes": _notes,
    "export": _export,
    "import": _import,
    "config": _config,
    "serve": _serve,
    "setup": _setup,
}
"""The function that adds each command; the help lists commands in this order."""


def _add_format(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add the option `--format`; the first of its names is the default."""
    parser.add_argument("--format", choices=names, default=names[0], metavar="F", help=f"%(choices)s (default: {names[0]})")


def _add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tag", action="append", metavar="TAG", help="only notes with this tag; may be repeated")
    parser.add_argument("--kind", action="append", choices=_Choices(_note_kinds), metavar="KIND", help="only on a %(choices)s")
    parser.add_argument(
        "--pane",
        choices=tuple(pane.name for pane in PANES if pane.note_kinds),
        metavar="PANE",
        help="only on what a pane shows: %(choices)s",
    )
    parser.add_argument("--colour", action="append", choices=_Choices(_colours), metavar="COLOUR", help="%(choices)s")
    parser.add_argument("--text", metavar="WORDS", help="only notes with these words, or longer ones that begin so")


class _Choices:
    """The choices of an option; `names` is called when the option is used or explained, as it imports something."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


class _Kinds(_Choices):
    """The kinds of source, some of which take a part: `epub:3`."""

    def __contains__(self, name: object) -> bool:
        from briefing_tui.sources.registry import is_kind

        return is_kind(name)


def _source_kinds() -> Iterable[str]:
    from briefing_tui.sources.registry import article_kinds

    return article_kinds()


def _note_kinds() -> Iterable[str]:
    from briefing_tui.model.note import KINDS

    return KINDS


def _colours() -> Iterable[str]:
    from briefing_tui.model.note import COLOURS

    return COLOURS


_PICTURES = "fetch the article's pictures, too, beside the content file"
_OF = "list %(choices)s (default: articles)"
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


def _most(text: str) -> int:
    return _number(text, 1, 1_000_000, "a number")


def _width(text: str) -> int:
    return _number(text, _MIN_WIDTH, _MAX_WIDTH, "a number of columns")
