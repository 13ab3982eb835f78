"""Write findings as a report in Markdown or HTML, the worst first."""

from collections.abc import Iterator, Sequence
from html import escape as escape_html

from briefing_tui.markdown.escaping import escape
from briefing_tui.model.address import address_of
from briefing_tui.verification.checker import Evidence, Finding
from briefing_tui.verification.drafts.reading import Draft
from briefing_tui.verification.reports.structured import Checked
from briefing_tui.verification.reports.wording import MEANINGS, WORST_FIRST, article_line, counts, detail
from briefing_tui.verification.verdicts import Status

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{margin:.3rem 0 .3rem 1rem;padding-left:.8rem;border-left:3px solid #999}"
)


def as_markdown(checked: Checked) -> str:
    """Return the findings of drafts as Markdown."""
    lines = []
    for draft, findings in checked:
        lines += [f"# Quotations in {escape(draft.name)}", "", f"{counts(findings)}.", ""]
        for status, group in _by_status(findings):
            lines += [f"## {status}: {MEANINGS[status]}", ""]
            for finding in group:
                line, _ = draft.position(finding.quotation.start)
                about = f": {escape(detail(finding))}" if finding.changes or finding.note else ""
                lines += [f"- line {line}, “{escape(' '.join(finding.quotation.text.split()))}”{about}", ""]
                lines += [part for evidence in finding.evidence for part in _source_in_markdown(evidence)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _source_in_markdown(evidence: Evidence) -> Iterator[str]:
    who = f" — {escape(evidence.speakers[0])}," if evidence.speakers else " —"
    link = address_of(evidence.article.id, evidence.item)
    yield f"  > “{escape(' '.join(evidence.words.split()))}”{who} {escape(article_line(evidence))} <{link}>"
    yield ""


def as_html(checked: Checked) -> str:
    """Return the findings of drafts as a page without scripts and without anything to fetch."""
    body = "\n".join(part for draft, findings in checked for part in _page_parts(draft, findings))
    title = escape_html(", ".join(draft.name for draft, _ in checked))
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Quotations in {title}</title>\n'
        f"<style>{_STYLE}</style>\n{body}\n</html>\n"
    )


def _page_parts(draft: Draft, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"<h1>Quotations in {escape_html(draft.name)}</h1>\n<p>{escape_html(counts(findings))}.</p>"
    for status, group in _by_status(findings):
        yield f"<h2>{status}: {escape_html(MEANINGS[status])}</h2>"
        for finding in group:
            line, _ = draft.position(finding.quotation.start)
            about = f"<br>{escape_html(detail(finding))}" if finding.changes or finding.note else ""
            yield f"<p>line {line}: “{escape_html(' '.join(finding.quotation.text.split()))}”{about}</p>"
            for evidence in finding.evidence:
                who = f" — {escape_html(evidence.speakers[0])}" if evidence.speakers else ""
                link = escape_html(address_of(evidence.article.id, evidence.item))
                yield (
                    f"<blockquote>“{escape_html(evidence.words)}”{who}<br>"
                    f'<a href="{link}">{escape_html(article_line(evidence))}</a></blockquote>'
                )


def _by_status(findings: Sequence[Finding]) -> Iterator[tuple[Status, list[Finding]]]:
    for status in WORST_FIRST:
        if group := [finding for finding in findings if finding.status == status]:
            yield status, group
