"""`briefing show`: a briefing, one part of it or one item, as text, Markdown or JSON."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.cli.outcome import NO, OK, Failure, put, put_exact, put_json, say
from briefing_tui.cli.target import Target, resolve
from briefing_tui.model.briefing import Briefing, Problem

if TYPE_CHECKING:
    from briefing_tui.application import Opened

_WIDEST = 80
_STDIN_ID = "stdin"
_KEYS = {"summary": "summary", "actors": "actors", "quotes": "quotes", "images": "images", "article": "sections"}


def run(options: Namespace) -> int:
    """Print what was asked for. Raises Failure where it can't be had."""
    if options.speaker is not None and options.pane not in (None, "quotes"):
        raise Failure(f"--speaker is about quotes and does not go with --pane {options.pane}")
    return show(resolve(options.what), options.pane, options.speaker, options.format, options.width)


def show(
    target: Target, pane: str | None = None, speaker: str | None = None, form: str = "text", width: int | None = None
) -> int:
    """Print a target; `pane`, `speaker` and the target's item each leave only a part of it. Raises Failure."""
    if target.folder:
        raise Failure(f"{target.folder}: a folder; name one of its files, or see 'briefing list {target.folder}'")
    reading = load(target)
    if reading.why:
        raise Failure(f"{target.name}: {reading.why}", NO)
    briefing = reading.briefing
    if speaker is not None:
        pane = "quotes"
        briefing = _only_said_by(speaker, briefing)
        if not briefing.quotes:
            raise Failure(f"{target.name}: nobody quoted is called '{speaker}'", NO)
    if target.item:
        from briefing_tui.cli.item import only
        from briefing_tui.cli.notes import put_note

        try:
            briefing, pane = only(briefing, target.item, target.name)
        except Failure:
            if put_note(briefing, target.item, form):
                return OK
            raise
    if form == "json":
        put_json(_json(briefing, reading, pane))
    elif form == "markdown":
        put_exact(_markdown(briefing, target, pane, whole=speaker is None and not target.item))
    else:
        _put_text(briefing, pane, width or terminal_width())
    if reading.problems:
        _tell_first(reading.problems, target.name)
    return OK


def load(target: Target) -> "Opened":
    """Read the content file that a target is, or build the article. Raises contentfile's Unreadable."""
    from briefing_tui.application import open_file, open_text

    if target.text is None:
        return open_file(target.path or Path())
    opened = open_text(target.text, _STDIN_ID)
    return replace(opened, problems=(*target.problems, *opened.problems))


def terminal_width() -> int:
    """Columns for text: the terminal's, at most 80; 80 where there is no terminal."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isascii() and chosen.isdigit() and int(chosen[:6]) > 0:
        columns = int(chosen[:6])
    else:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns or _WIDEST
        except (OSError, ValueError, AttributeError):
            columns = _WIDEST
    return max(20, min(_WIDEST, columns))


def _tell_first(problems: Sequence[Problem], name: str) -> None:
    first, others = problems[0], len(problems) - 1
    more = f" (and {others} more: see 'briefing check')" if others else ""
    say(f"{name}:{first.line}: {first.what}; {first.do}{more}")


def _only_said_by(name: str, briefing: Briefing) -> Briefing:
    from briefing_tui.cli.speakers import said_by

    return replace(briefing, quotes=said_by(name, briefing))


def _put_text(briefing: Briefing, pane: str | None, width: int) -> None:
    from briefing_tui.cli import text

    lines = text.PANES[pane](briefing, width)[1:] if pane else text.whole(briefing, width)
    put("\n".join(lines) if lines else f"({text.HEADINGS[pane or 'summary']}: none)")


def _json(briefing: Briefing, reading: "Opened", pane: str | None) -> str:
    from briefing_tui.contentfile import json_format

    found = json_format.to_json(briefing, reading.problems)
    if pane is None:
        return found
    return json.dumps(json.loads(found)[_KEYS[pane]], ensure_ascii=False, indent=2)


def _markdown(briefing: Briefing, target: Target, pane: str | None, whole: bool) -> str:
    """The file as it stands, or the part of it that is asked for as the project writes it."""
    if whole and pane is None:
        return _as_written(target)
    from briefing_tui.cli.text import HEADINGS
    from briefing_tui.contentfile.write.writer import write

    lines = write(replace(briefing, built=())).split("\n")
    kept: list[str] = []
    inside = False
    wanted, others = f"## {HEADINGS[pane or 'summary']}", {f"## {heading}" for heading in HEADINGS.values()}
    for line in lines:
        if line in others and not (inside and pane == "article"):
            inside = line == wanted
        if inside:
            kept.append(line)
    return "\n".join(kept).strip("\n") or wanted


def _as_written(target: Target) -> str:
    from briefing_tui.contentfile.read.file_input import decode_utf8, load_bytes
    from briefing_tui.text.safety import harmless

    return harmless(target.text if target.text is not None else decode_utf8(load_bytes(target.path or Path()))[0])
