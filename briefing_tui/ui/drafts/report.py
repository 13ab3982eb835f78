"""Write the report of a draft check to a file."""

from collections.abc import Sequence
from pathlib import Path

from briefing_tui.file_io import write_atomically
from briefing_tui.verification.checker import Finding
from briefing_tui.verification.drafts.reading import Draft


def write_report(name: str, draft: Draft, findings: Sequence[Finding]) -> str:
    """Write a report as Markdown or HTML, by the ending of its name.

    Returns what is wrong, or nothing.
    """
    from briefing_tui.verification.reports.readable import as_html, as_markdown

    path = Path(name.strip()).expanduser()
    if path.suffix.lower() not in (".md", ".html", ".htm"):
        return "The name must end in .md or .html."
    write = as_markdown if path.suffix.lower() == ".md" else as_html
    if path.exists() and not _is_report(path):
        return f"{path.name} is there already and no report; choose another name."
    try:
        write_atomically(path, [write([(draft, findings)])])
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    return ""


def _is_report(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return "Quotations in " in file.read(400)
    except OSError:
        return False
