"""Findings on the quotations of a draft as items and blocks."""

from collections.abc import Sequence

from briefing_tui.presentation.dates import day
from briefing_tui.text.cells import clip
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.view.pane_items import Item, Items
from briefing_tui.verification.checker import Evidence, Finding
from briefing_tui.verification.drafts.reading import Draft
from briefing_tui.verification.reports.wording import MEANINGS, WORST_FIRST, detail

_SIGNS = {"exact": "✓", "trimmed": "✓", "altered": "✗", "stitched": "✗", "exact-other-speaker": "✗"}
"""The sign before a status; those that need a look are marked with a question mark."""
_LONGEST = 400
"""Characters of a quotation that the list shows."""


def worst_first(findings: Sequence[Finding], only: str = "") -> list[Finding]:
    """Return the findings on quotations, the worst first, or only those of one status."""
    known = [one for one in findings if one.status is not None and only in ("", one.status)]
    return sorted(known, key=lambda one: (WORST_FIRST.index(one.status or "exact"), one.quotation.start))


def finding_items(draft: Draft, findings: Sequence[Finding]) -> Items:
    """Return the findings as items of a list: status and line, then the draft's words."""
    items = Items()
    for number, finding in enumerate(findings):
        line, _ = draft.position(finding.quotation.start)
        status = finding.status or ""
        sign = _SIGNS.get(status, "?")
        head = f"{sign} {status}  line {line}"
        style = "good" if finding.is_good else "problem"
        words = clip(" ".join(finding.quotation.text.split()), _LONGEST)
        blocks = (
            Block(head, "meta", (Run(0, len(sign) + 1 + len(status), style),), above=1),
            Block(f"“{words}”", "words", (), "  ", "  "),
        )
        items.append(Item(str(number), "finding", blocks))
    return items.prepare()


def evidence_blocks(finding: Finding) -> list[Block]:
    """Return what is wrong, the article's words, and the draft's."""
    status = finding.status or "exact"
    blocks: list[Block] = []
    for change in finding.changes:
        blocks += _change(change.article, change.draft)
    if not blocks:
        blocks.append(Block(f"{status}: {MEANINGS[status]}", "label", above=1))
    if not finding.changes and (about := detail(finding)) and about != MEANINGS[status]:
        blocks.append(Block(about, "problem"))
    for evidence in finding.evidence:
        blocks += _evidence(evidence, finding)
    blocks += [Block("The draft", "group", above=1), _marked(finding.quotation.text, [c.draft for c in finding.changes])]
    who = finding.quotation.speaker.name
    if who:
        blocks.append(Block(f"— {who}", "speaker"))
    return blocks


def _change(article: str, draft: str) -> list[Block]:
    """Return a change as two lines: what the article has, and what the draft has instead."""
    return [
        Block(article or "(nothing)", "good" if article else "meta", (), "article  ", "         ", above=1),
        Block(draft or "(nothing)", "problem" if draft else "meta", (), "draft    ", "         "),
    ]


def _evidence(evidence: Evidence, finding: Finding) -> list[Block]:
    briefing = evidence.article.briefing
    about = " · ".join(part for part in (briefing.publisher, day(briefing.published or "")) if part)
    who = evidence.speakers[0] if evidence.speakers else "speaker not clear in the article"
    blocks = [Block(briefing.title or briefing.id, "name", above=1), Block(about, "meta")]
    blocks.append(_marked(evidence.words, [change.article for change in finding.changes]))
    blocks.append(Block(f"— {who}", "speaker" if evidence.speakers else "meta"))
    return [block for block in blocks if block.text]


def _marked(text: str, parts: Sequence[str]) -> Block:
    """Return a quotation with the parts that differ marked in it."""
    words, runs, at = " ".join(text.split()), [], 1
    shown = f"“{words}”"
    for part in parts:
        found = shown.find(" ".join(part.split()), at) if part else -1
        if found >= 0:
            at = found + len(part)
            runs.append(Run(found, min(at, len(shown)), "differs"))
    return Block(shown, "words", tuple(runs))
