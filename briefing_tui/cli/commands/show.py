"""`briefing show`: print a briefing, or a pane or an item of it."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.application.inputs import Input, InputError, open_input, resolve_article
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_exact, put_json, say
from briefing_tui.cli.terminal import text_width
from briefing_tui.model.briefing import Briefing, Problem
from briefing_tui.presentation.panes import PANES, pane_named

if TYPE_CHECKING:
    from briefing_tui.application.opening import Opened


def run(options: Namespace) -> int:
    """Print what the options ask for. Raises Failure and InputError."""
    if options.speaker is not None and options.pane not in (None, "quotes"):
        raise Failure(f"--speaker is about quotes and does not go with --pane {options.pane}")
    if options.cite:
        if options.pane or options.speaker or options.format != "text":
            raise Failure("--cite is for a whole article or one item; use it without --pane, --speaker and --format")
        return _cite(resolve_article(options.what, options.kind), options.cite)
    given = resolve_article(options.what, options.kind)
    return show(given, options.pane, options.speaker, options.format, options.width)


def _cite(given: Input, style: str) -> int:
    """Print a citation of an article, or of the item of `given`; return the exit status. Raises Failure and InputError."""
    from briefing_tui.application.citing import cited_item
    from briefing_tui.citations.styles import cite

    opened = _opened(given)
    cited = cite(style, cited_item(opened.briefing, given.item, given.name))
    if not cited:
        raise Failure(f"{given.name}: the article has no web address, so there is no link to it", NO)
    put_exact(cited)
    return OK


def show(given: Input, pane: str | None = None, speaker: str | None = None, form: str = "text", width: int | None = None) -> int:
    """Print a briefing; return the exit status.

    `pane`, `speaker` and the item of `given` each limit it to a part; `width` is the number of columns of text, by default those
    of the terminal. Raises Failure and InputError.
    """
    opened = _opened(given)
    briefing = opened.briefing
    if speaker is not None:
        pane = "quotes"
        briefing = _only_said_by(speaker, briefing)
        if not briefing.quotes:
            raise Failure(f"{given.name}: nobody quoted is called '{speaker}'", NO)
    if given.item:
        from briefing_tui.application.items import only_item
        from briefing_tui.cli.commands.notes import put_note

        try:
            briefing, pane = only_item(briefing, given.item, given.name)
        except InputError:
            if put_note(opened, given.path, given.item, form):
                return OK
            raise
    if form == "json":
        put_json(_json(briefing, opened, pane))
    elif form == "markdown":
        put_exact(_markdown(briefing, given, pane, whole=speaker is None and not given.item, is_built=opened.built is not None))
    else:
        _put_text(briefing, pane, width or text_width())
    if opened.problems:
        _report_first(opened.problems, given.name)
    return OK


def _opened(given: Input) -> "Opened":
    if given.folder:
        raise Failure(f"{given.folder}: a folder; name one of its files, or see 'briefing list {given.folder}'")
    opened = open_input(given)
    if opened.why:
        raise Failure(f"{given.name}: {opened.why}", NO)
    return opened


def _report_first(problems: Sequence[Problem], name: str) -> None:
    first, others = problems[0], len(problems) - 1
    more = f" (and {others} more: see 'briefing check')" if others else ""
    say(f"{name}:{first.line}: {first.what}; {first.do}{more}")


def _only_said_by(name: str, briefing: Briefing) -> Briefing:
    from briefing_tui.presentation.speakers import said_by

    return replace(briefing, quotes=said_by(name, briefing))


def _put_text(briefing: Briefing, pane: str | None, width: int) -> None:
    from briefing_tui.cli.printing.panes import pane_lines, whole

    lines = pane_lines(pane, briefing, width)[1:] if pane else whole(briefing, width)
    put("\n".join(lines) if lines else f"({pane_named(pane or 'summary').heading}: none)")


def _json(briefing: Briefing, opened: "Opened", pane: str | None) -> str:
    from briefing_tui.contentfile import json_format

    found = json_format.to_json(briefing, opened.problems)
    if pane is None:
        return found
    return json.dumps(json.loads(found)[pane_named(pane).json_key], ensure_ascii=False, indent=2)


def _markdown(briefing: Briefing, given: Input, pane: str | None, whole: bool, is_built: bool) -> str:
    """Return the content file as it is, or the part of it that is asked for as this project writes it.

    An article that was built on the way (`is_built`) is no content file: that is made of it.
    """
    if whole and pane is None and not is_built:
        return _as_written(given)
    from briefing_tui.contentfile.write.writer import write

    if whole and pane is None:
        return write(briefing).rstrip("\n")
    lines = write(replace(briefing, built=())).split("\n")
    kept: list[str] = []
    inside = False
    wanted, headings = f"## {pane_named(pane or 'summary').heading}", {f"## {other.heading}" for other in PANES}
    for line in lines:
        if line in headings and not (inside and pane == "article"):
            inside = line == wanted
        if inside:
            kept.append(line)
    return "\n".join(kept).strip("\n") or wanted


def _as_written(given: Input) -> str:
    from briefing_tui.contentfile.read.file_input import decode_utf8, load_bytes
    from briefing_tui.text.safety import harmless

    return harmless(given.text if given.text is not None else decode_utf8(load_bytes(given.path or Path()))[0])
