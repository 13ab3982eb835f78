"""A parser whose help fits one screen of 80 × 24."""

import argparse
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NoReturn

from briefing_tui.cli.outcome import Failure, put

WIDTH = 79
_GAP = "  "
Row = tuple[str, str]
"""An argument, option or command as the user writes it, and what it is."""


def _of_fixed_width(prog: str) -> argparse.HelpFormatter:
    """Make what checks options when they are added; asking for the terminal's width would take 3 ms."""
    return argparse.HelpFormatter(prog, width=80)


class HelpfulParser(argparse.ArgumentParser):
    """A parser with errors of one line and a short help."""

    def __init__(self, **given: object) -> None:
        """Take argparse's arguments."""
        super().__init__(**{"allow_abbrev": False, "formatter_class": _of_fixed_width, **given})  # type: ignore[arg-type]
        self.commands: dict[str, tuple[str, HelpfulParser]] = {}
        """The commands below this one: a line about each, and its parser."""
        self.formats: Callable[[], list[Row]] | None = None
        """Lists the formats that the command knows; called when they are shown, as it imports something."""

    def error(self, message: str) -> NoReturn:
        """Raise Failure, in one line that says where the help is."""
        raise Failure(f"{message} (see '{self.prog} --help')")

    def print_help(self, file: object = None) -> None:
        """Print the help; unlike argparse's own, this fails if it can't."""
        del file
        put(self.format_help())

    def format_help(self) -> str:
        """Return the help: usage, description, a row for each argument, examples, exit statuses."""
        lines = [self.usage_line(), "", *_filled(self.description or ""), ""]
        lines += _in_two_columns([(name, line) for name, (line, _) in self.commands.items()])
        rows = [] if self.commands else list(self.argument_rows())
        width = max((len(name) for name, _ in rows), default=0) + 2 * len(_GAP)
        for name, line in rows:
            lines += _filled(line, f"{_GAP}{name}".ljust(width), " " * width)
        if self.formats:
            names = ", ".join(name for name, _ in self.formats())
            lines += ["", *_filled(names, "formats: ", "  ")]
        return "\n".join([*lines, "", self.epilog or ""])

    def usage_line(self) -> str:
        """Return how the command is written, in one line."""
        if self.commands:
            return f"usage: {self.prog} [-V] [COMMAND | ID]"
        forms = {"?": "[{}]", "+": "{}…", "*": "[{}…]"}
        names = [forms.get(str(action.nargs), "{}").format(action.metavar) for action in self.positionals()]
        return " ".join(("usage:", self.prog, *(["[OPTION…]"] if next(self.options(), None) else []), *names))

    def argument_rows(self) -> Iterator[Row]:
        """Yield the arguments, then the options, as the user writes them."""
        for action in self.positionals():
            yield str(action.metavar), self.explained(action)
        for action in self.options():
            value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
            yield ", ".join(action.option_strings) + value, self.explained(action)

    def options(self) -> Iterator[argparse.Action]:
        """Yield the options, without `--help`."""
        return (action for action in self._actions if action.option_strings and "--help" not in action.option_strings)

    def positionals(self) -> Iterator[argparse.Action]:
        """Yield the arguments that are no options; a command is none of them."""
        return (action for action in self._actions if not action.option_strings and action.metavar != "COMMAND")

    def explained(self, action: argparse.Action) -> str:
        """Return the help of an argument, with its choices."""
        choices = action.choices or ()
        return (action.help or "") % {"choices": ", ".join(map(str, choices))}


def _in_two_columns(rows: list[Row]) -> list[str]:
    """Return a line for each two of short rows, the first half of them on the left."""
    names = max((len(name) for name, _ in rows), default=0) + 2 * len(_GAP)
    cells = [f"{_GAP}{name}".ljust(names) + line for name, line in rows]
    half = (len(cells) + 1) // 2
    width = max(map(len, cells[:half]), default=0)
    return [f"{left.ljust(width)}{right}".rstrip() for left, right in zip_longest(cells[:half], cells[half:], fillvalue="")]


def _filled(text: str, first: str = "", indent: str = "") -> list[str]:
    from textwrap import wrap

    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
