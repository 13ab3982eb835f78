"""Put findings into words, alike in the shell, in reports and in the reader."""

from collections import Counter
from collections.abc import Iterable

from briefing_tui.presentation.dates import day
from briefing_tui.verification.checker import Evidence, Finding
from briefing_tui.verification.verdicts import Status

WORST_FIRST: tuple[Status, ...] = (
    "absent", "altered", "stitched", "exact-other-speaker", "paraphrase-only", "trimmed", "exact",
)  # fmt: skip
"""The statuses, those first that a writer must look at first."""
MEANINGS: dict[Status, str] = {
    "exact": "stands in the article, from mark to mark",
    "trimmed": "stands in the article; what was changed is fair or shown",
    "altered": "words were changed, and nothing shows it",
    "stitched": "two utterances are joined into one",
    "exact-other-speaker": "the article gives these words to somebody else",
    "paraphrase-only": "the article reports it in its own words, not as a quotation",
    "absent": "no article has these words",
}
_LONGEST = 160
"""Characters of words that one line shows."""


def message(finding: Finding) -> str:
    """Return a line with what is wrong with a quotation and the article's words."""
    if finding.status is None:
        return f"no quotation: {shortened(finding.quotation.text)}"
    head = f"{finding.status}: “{shortened(finding.quotation.text)}”"
    parts = [detail(finding), *(source_line(evidence) for evidence in finding.evidence)]
    return "; ".join((head, *filter(None, parts)))


def detail(finding: Finding) -> str:
    """Return what is wrong with a quotation, or not sure."""
    if finding.status == "altered":
        return ", ".join(f"{_quoted(change.article)} → {_quoted(change.draft)}" for change in finding.changes)
    if finding.status == "exact-other-speaker" and finding.evidence:
        return f"said by {finding.evidence[0].speakers[0]}, not {finding.quotation.speaker.name}"
    return finding.note or ("" if finding.is_good or finding.status is None else MEANINGS[finding.status])


def source_line(evidence: Evidence) -> str:
    """Return the article's words with their speaker, the article and its date."""
    who = f" — {evidence.speakers[0]}" if evidence.speakers else ""
    return f"“{shortened(evidence.words)}”{who}, {article_line(evidence)}"


def article_line(evidence: Evidence) -> str:
    """Return the article's title with publisher, date and address."""
    briefing = evidence.article.briefing
    about = ", ".join(filter(None, (briefing.publisher, day(briefing.published) if briefing.published else None)))
    url = briefing.source.url if briefing.source else None
    return " ".join(filter(None, (briefing.title or briefing.id, f"({about})" if about else "", url)))


def shortened(text: str) -> str:
    """Return a text on one line, its middle left out if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST * 2 // 3]} … {line[-_LONGEST // 3 :]}"


def counts(findings: Iterable[Finding]) -> str:
    """Return how many quotations have each status: `3 quotations: 2 exact, 1 absent`."""
    found = Counter(finding.status for finding in findings if finding.status)
    total = sum(found.values())
    listed = ", ".join(f"{found[status]} {status}" for status in reversed(WORST_FIRST) if found[status])
    return f"{total or 'no'} quotation{'' if total == 1 else 's'}{': ' if listed else ''}{listed}"


def _quoted(words: str) -> str:
    return f"“{shortened(words)}”" if words else "nothing"
