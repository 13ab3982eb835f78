"""Write the man page from the parser of the command line.

python docs/manpage.py          (tests/test_docs.py fails while the page differs from the parser)
"""

from pathlib import Path

from briefing_tui import __version__
from briefing_tui.cli.help_page import HelpfulParser
from briefing_tui.cli.parser import make_parser

PAGE = Path(__file__).parent.parent / "briefing_tui" / "cli" / "integration" / "briefing.1"

_END = r"""
.SH EXIT STATUS
.TP
0
done
.TP
1
nothing was found, or a check failed
.TP
2
wrong use, or input that cannot be read
.TP
130
interrupted
.PP
Errors are one line on standard error.
.SH ENVIRONMENT
.TP
BRIEFING_LIBRARY
the folder of your briefings
.TP
BRIEFING_NOTES
the file of your notes
.TP
BRIEFING_DEBUG
show the traceback of an error
.TP
VISUAL, EDITOR
the editor that F4 opens a note in
.TP
NO_COLOR
use no colours
.SH FILES
.TP
~/.local/share/briefing/content
the library
.TP
~/.local/share/briefing/notes/notes.db
the notes
.TP
~/.config/briefing/config.toml
the settings
.TP
~/.local/state/briefing
reading positions and other things remembered
"""


def page() -> str:
    """Return the man page in roff."""
    parser = make_parser()
    lines = [
        f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"',
        ".SH NAME",
        r"briefing \- read an article as a briefing, check it against the article, annotate it and take it away",
        ".SH SYNOPSIS",
        r".B briefing",
        r"[\fB\-V\fR] [\fICOMMAND\fR | \fIID\fR]",
        ".SH DESCRIPTION",
        _escaped(parser.description or ""),
        ".PP",
        "Press ? in the reader for its keys.",
        ".SH COMMANDS",
    ]
    for name, (line, command) in parser.commands.items():
        lines += [f'.SS "briefing {name}"', f"{_escaped(line[0].upper() + line[1:])}.", *_command(command)]
    return "\n".join(lines) + _END


def _command(command: HelpfulParser) -> list[str]:
    """Return the parts about one command: usage, description, arguments, formats, examples."""
    lines = [".PP", _bold(command.usage_line().removeprefix("usage: ")), ".PP", _escaped(command.description or "")]
    for name, about in command.argument_rows():
        lines += [".TP", _bold(name), _escaped(about)]
    if command.formats:
        lines += [".PP", "Formats:"]
        for name, about in command.formats():
            lines += [".TP", _bold(name), _escaped(about)]
    for row in (command.epilog or "").splitlines():
        is_example = row.startswith("  ")
        lines += [".PP" if not is_example else ".br", _bold(row.strip()) if is_example else _escaped(row)]
    return lines


def _bold(text: str) -> str:
    return rf"\fB{_escaped(text)}\fR"


def _escaped(text: str) -> str:
    """Write text as roff.

    Hyphens can be copied as they are, and no line begins a request.
    """
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("…", "...")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
