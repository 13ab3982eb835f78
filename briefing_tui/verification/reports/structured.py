"""Write findings as JSON and as SARIF, for other programs.

SARIF is the OASIS standard "Static Analysis Results Interchange Format", version 2.1.0.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any

from briefing_tui import __version__
from briefing_tui.model.address import address_of
from briefing_tui.verification.checker import Evidence, Finding
from briefing_tui.verification.drafts.reading import Draft
from briefing_tui.verification.reports.wording import MEANINGS, WORST_FIRST, message
from briefing_tui.verification.verdicts import Status

Json = dict[str, Any]
Checked = Sequence[tuple[Draft, Sequence[Finding]]]
"""Drafts with what was found in each, in order."""

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Status, str] = {
    "absent": "error",
    "altered": "error",
    "stitched": "error",
    "exact-other-speaker": "error",
    "paraphrase-only": "warning",
    "trimmed": "none",
    "exact": "none",
}


def as_json(checked: Checked) -> Json:
    """Return the findings of drafts.

    `status` is null for a title, a term or scare quotes.
    """
    return {
        "format": "briefing-verify/1",
        "drafts": [
            {
                "file": draft.name,
                "counts": dict(Counter(finding.status for finding in findings if finding.status)),
                "quotations": [_quotation(draft, finding) for finding in findings],
            }
            for draft, findings in checked
        ],
    }


def _quotation(draft: Draft, finding: Finding) -> Json:
    quotation = finding.quotation
    return {
        **_region(draft, finding),
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "speaker": quotation.speaker.name,
        "status": finding.status,
        "note": finding.note,
        "changes": [{"draft": change.draft, "article": change.article} for change in finding.changes],
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    briefing, place = evidence.article.briefing, evidence.place
    return {
        "article": briefing.id,
        "title": briefing.title,
        "publisher": briefing.publisher,
        "published": briefing.published,
        "url": briefing.source.url if briefing.source else None,
        "link": address_of(briefing.id, evidence.item),
        "place": {"at": place.at, "paragraph": place.paragraph, "start": place.start, "end": place.end},
        "words": evidence.words,
        "speaker": evidence.speakers[0] if evidence.speakers else None,
    }


def _region(draft: Draft, finding: Finding) -> Json:
    line, column = draft.position(finding.quotation.start)
    end_line, end_column = draft.position(finding.quotation.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def as_sarif(checked: Checked, whole: bool = False) -> Json:
    """Return the bad quotations of drafts as a SARIF log.

    With `whole` it has the good ones, too, as passed.
    """
    results = [
        _result(draft, finding)
        for draft, findings in checked
        for finding in findings
        if finding.status and (whole or not finding.is_good)
    ]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "briefing verify", "version": __version__, "rules": list(_rules())}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _rules() -> Iterable[Json]:
    for status in WORST_FIRST:
        yield {
            "id": status,
            "shortDescription": {"text": MEANINGS[status]},
            "defaultConfiguration": {"level": _LEVELS[status]},
        }


def _result(draft: Draft, finding: Finding) -> Json:
    assert finding.status
    region = _region(draft, finding)
    return {
        "ruleId": finding.status,
        "ruleIndex": WORST_FIRST.index(finding.status),
        "kind": "pass" if finding.is_good else "fail",
        "level": _LEVELS[finding.status],
        "message": {"text": message(finding)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(draft.name)},
                    "region": {
                        "startLine": region["line"],
                        "startColumn": region["column"],
                        "endLine": region["end_line"],
                        "endColumn": region["end_column"],
                    },
                }
            }
        ],
        "properties": {"evidence": [_evidence(evidence) for evidence in finding.evidence]},
    }


def _uri(name: str) -> str:
    from urllib.parse import quote

    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
