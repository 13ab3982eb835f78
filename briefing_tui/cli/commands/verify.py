"""`briefing verify`: check the quotations of drafts against articles."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import InputError, piped_in
from briefing_tui.cli.outcome import NO, OK, Failure, put_exact, put_json, put_line, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.file_io import read_file
from briefing_tui.verification.drafts.reading import LARGEST_FILE, Draft, UnreadableDraft, read_draft

if TYPE_CHECKING:
    from briefing_tui.verification.reports.structured import Checked


def run(options: Namespace) -> int:
    """Print what is wrong with the quotations of drafts; return the exit status. Raises Failure and InputError."""
    from briefing_tui.application.verifying import check_drafts
    from briefing_tui.verification.reports.wording import counts

    drafts = [_draft(name) for name in options.drafts]
    with index_progress() as report:
        checked = check_drafts(drafts, [Path(file) for file in options.against or ()], report=report)
    _print(checked, options.format, options.all)
    findings = [finding for _, found in checked for finding in found]
    say(counts(findings))
    return OK if all(finding.is_good for finding in findings) else NO


def _draft(name: str) -> Draft:
    """Read a draft. Raises Failure."""
    shown = "standard input" if name == "-" else name
    try:
        data = piped_in(name, LARGEST_FILE + 1)
        return read_draft(read_file(Path(name), LARGEST_FILE + 1) if data is None else data, shown)
    except (UnreadableDraft, InputError) as error:
        raise Failure(f"{shown}: {error}") from None
    except OSError as error:
        raise Failure(f"{shown}: {error.strerror or error}; give a draft in Markdown, text, HTML, DOCX, ODT or RTF") from None


def _print(checked: "Checked", form: str, whole: bool) -> None:
    if form == "text":
        from briefing_tui.verification.reports.wording import message

        for draft, findings in checked:
            for finding in findings:
                if not finding.is_good or (whole and finding.status):
                    line, column = draft.position(finding.quotation.start)
                    put_line(f"{draft.name}:{line}:{column}: {message(finding)}")
    elif form in ("json", "sarif"):
        from briefing_tui.verification.reports.structured import as_json, as_sarif

        found = as_json(checked) if form == "json" else as_sarif(checked, whole)
        put_json(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        from briefing_tui.verification.reports.readable import as_html, as_markdown

        put_exact(as_markdown(checked) if form == "markdown" else as_html(checked))
