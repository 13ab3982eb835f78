"""Revise what the rules found by the learned labels.

Where rules and labels agree, little evidence is enough; a label that no rule supports needs more. The thresholds were chosen by
cross-validation on other publishers' pages (see training/README.md).
"""

from briefing_tui.sources.plain.alt_texts import split_alt_text
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.labels.findings import Findings
from briefing_tui.sources.plain.labels.labeller import BYLINE, CAPTION, CREDIT, HEADING, LEAD, OTHER, PARAGRAPH, TITLE, LineLabels
from briefing_tui.sources.plain.labels.names import names_on
from briefing_tui.sources.plain.labels.reasons import reason
from briefing_tui.sources.plain.line_roles import LineRole, drop_pull_quotes
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.plain.pictures import TextPicture, without_repetitions
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.sources.shared.credits.lines import credit_in_line

FEWEST_LINES = 25
"""A text of fewer lines gives the labels too little to compare; the rules alone read it."""
_LEAST_KEPT = 0.1
_LEAST, _VOTE, _HEADING_VOTE = 0.5, 0.2, 0.3
"""How likely a line must be text or a heading, and what the rules' agreement adds to that."""
_LEAST_HEADING = 0.4
"""How likely a line with a heading's share must be one, with the rules' agreement, or else text."""
_SHARE, _SHARE_OF_TEXT, _SHARE_OF_HEADING = 0.6, 0.7, 0.2
"""The share of both likelihoods from which a line is a heading: by itself, if the rules take it for text, for a heading."""
_CLEAN = 0.85
"""The share of a text that the rules take for the body from which their prose stays: such a text was copied without its page.

The labels know pages. Of 198 articles without one, they dropped 3 % of the words, whole posts of live blogs; with this, 1 %.
"""
_TITLE, _TITLE_OF_RULES = 0.3, 0.1
_LEAD, _LEAD_ALONE = 0.25, 0.3
_DROPPED = 0.9
"""How likely a paragraph must be that the rules take for an offer or the top of a box."""
_OBJECTION, _NO_PICTURE = 0.6, 0.97
_CAPTION_ALONE, _CREDIT_ALONE, _CREDIT_BELOW = 0.4, 0.5, 0.3
_BYLINE, _BYLINE_VOTE = 0.4, 0.2
_BYLINE_LABELLED, _BYLINE_BARE, _LONGEST_BYLINE = 0.02, 0.1, 120
"""How likely the byline of a text without any other must be, with a label (`By`) and without."""
_BYLINE_REACH = 3
"""How far from the likeliest byline others are: further ones are of other articles."""
_HEAD_LINES = 6
"""The most lines above the first paragraph that can have a heading."""
_TEXT = ("paragraph", "item", "quote")


def revise(lines: list[Line], known: list[LineFacts], found: Findings, labels: LineLabels) -> None:
    """Bring what the rules found into line with the labels."""
    _Revision(lines, known, found, labels).revise()


class _Revision:
    def __init__(self, lines: list[Line], known: list[LineFacts], found: Findings, labels: LineLabels) -> None:
        self.lines, self.known, self.found, self.labels = lines, known, found, labels
        self.head = found.head
        body = sum(len(lines[index].text) for index, role in found.roles.items() if role.kind in _TEXT)
        self.is_clean = body > _CLEAN * sum(len(line.text) for line in lines)

    def revise(self) -> None:
        """Revise title, lead, pictures, byline and body, in this order.

        Nothing is done if hardly anything of the body would be left.
        """
        if self._denies_body():
            return
        self._title()
        self._lead()
        self._pictures()
        self._byline()
        self._body()

    def _denies_body(self) -> bool:
        """Return whether the labels keep little of what the rules take for the body.

        Such a text is like none they were learned from.
        """
        whole = kept = 0
        for index, role in self.found.roles.items():
            if role.kind in _TEXT:
                length = len(self.lines[index].text)
                whole += length
                kept += length if self._kind(index, role) else 0
        return kept < _LEAST_KEPT * whole

    def _title(self) -> None:
        head, likely = self.head, self.labels.likely
        if self.found.has_title:
            return
        titles = self.labels.likeliest(TITLE, _TITLE)
        if not titles:
            return
        best = max(titles, key=lambda index: likely(index, TITLE))
        if head.title is None or likely(best, TITLE) > likely(head.title, TITLE) + _TITLE_OF_RULES:
            head.title, head.kicker = best, None

    def _lead(self) -> None:
        head, likely = self.head, self.labels.likely
        leads = [
            index
            for index in self.labels.likeliest(LEAD, min(_LEAD, _LEAD_ALONE))
            if index != head.title and self._may_lead(index)
        ]
        head.lead = max(leads, key=lambda index: likely(index, LEAD), default=None)

    def _may_lead(self, index: int) -> bool:
        """Return whether a line is likely enough the lead.

        If no rule takes it for the lead, it is also likelier than a paragraph.
        """
        likely = self.labels.likely(index, LEAD)
        return likely > _LEAD if index == self.head.lead else likely > max(_LEAD_ALONE, self.labels.likely(index, PARAGRAPH))

    def _pictures(self) -> None:
        """Drop the pictures that the labels deny, add those they show."""
        figures = [figure for figure in self.found.figures if self._is_picture(figure)]
        used = {self.head.title, self.head.lead, *(index for figure in figures for index in figure.lines)}
        for index in self.labels.near:
            if index not in used and (figure := self._labelled_picture(index, used)):
                figures.append(figure)
                used.update(figure.lines)
        figures.sort(key=lambda figure: figure.at)
        self.found.figures = without_repetitions(figures)

    def _is_picture(self, figure: TextPicture) -> bool:
        """Return whether no line of a picture is surely something else."""
        likely = self.labels.likely
        for index in figure.lines:
            if index in (self.head.title, self.head.lead):
                return False
            if index in self.labels.near:
                text = likely(index, PARAGRAPH) + likely(index, HEADING) + likely(index, TITLE) + likely(index, LEAD)
                if text >= _OBJECTION or likely(index, OTHER) >= _NO_PICTURE:
                    return False
        return True

    def _labelled_picture(self, index: int, used: set[int | None]) -> TextPicture | None:
        """Return the picture of a line that is labelled caption or credit.

        The credit may be on the line below.
        """
        is_caption = self.labels.likely(index, CAPTION) > _CAPTION_ALONE
        if not is_caption and self.labels.likely(index, CREDIT) <= _CREDIT_ALONE:
            return None
        text = self.lines[index].text
        own = credit_in_line(text)
        if not is_caption:
            return TextPicture(index, (index,), own.caption if own else None, own.credit if own else text)
        caption, credit = (own.caption, own.credit) if own else (text, None)
        figure = TextPicture(index, (index,), caption, credit)
        if not credit and self._is_credit_below(index, used):
            below = self.lines[index + 1].text
            apart = credit_in_line(below)
            figure.lines, figure.credit = (index, index + 1), apart.credit if apart else below
        if figure.caption:
            figure.alt, figure.caption = split_alt_text(figure.caption)
        return figure

    def _is_credit_below(self, index: int, used: set[int | None]) -> bool:
        below = index + 1
        if below >= len(self.lines) or below in used:
            return False
        credited = self.known[below].credited
        return self.labels.likely(below, CREDIT) > _CREDIT_BELOW or bool(credited and credited.caption is None)

    def _byline(self) -> None:
        """Set the authors by the lines labelled byline, if they hold names."""
        top = self.head.title if self.head.title is not None else self.head.first
        found: dict[int, tuple[str, ...]] = {}
        for index in self.labels.near:
            ruled = self.head.used.get(index) == "byline"
            least = _BYLINE - (_BYLINE_VOTE if ruled or top < index < self.head.first else 0.0)
            if self.labels.likely(index, BYLINE) > least:
                found[index] = names_on(self.lines[index].text)
        found = self._free(found) or ({} if self.head.authors else self._free(self._lone_byline()))
        if found:
            best = max(found, key=lambda index: self.labels.likely(index, BYLINE))
            found = {index: names for index, names in found.items() if abs(index - best) <= _BYLINE_REACH}
            self.head.authors = tuple(dict.fromkeys(name for names in found.values() for name in names))
            self.head.used = {index: kind for index, kind in self.head.used.items() if kind != "byline"}
            self.head.used |= dict.fromkeys(found, "byline")

    def _lone_byline(self) -> dict[int, tuple[str, ...]]:
        """Return the likeliest line with names, if it is likely enough for a text without another byline."""
        best = max(self.labels.near, key=lambda index: self.labels.likely(index, BYLINE))
        text = self.lines[best].text
        byline = read_byline(text) if len(text) <= _LONGEST_BYLINE else None
        least = _BYLINE_LABELLED if byline and byline.labelled else _BYLINE_BARE
        return {best: names_on(text)} if self.labels.likely(best, BYLINE) > least else {}

    def _free(self, found: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        """Return the lines that hold names and are nothing else of the head or of a picture."""
        taken = {self.head.title, self.head.lead, *(index for figure in self.found.figures for index in figure.lines)}
        return {index: names for index, names in found.items() if names and index not in taken}

    def _body(self) -> None:
        """Set the role of every line that neither head nor pictures use."""
        taken = {self.head.title, self.head.lead, *(index for figure in self.found.figures for index in figure.lines)}
        old = self.found.roles
        kinds = {index: self._kind(index, old.get(index)) for index in sorted({*old, *self.labels.near})}
        paragraphs = [index for index, kind in kinds.items() if kind == "paragraph" and index not in taken]
        if not paragraphs:
            return
        first, last = paragraphs[0], paragraphs[-1]
        roles: dict[int, LineRole] = {}
        seen: set[str] = set()
        for index, kind in kinds.items():
            if index in taken or not first - _HEAD_LINES <= index <= last:
                continue
            roles[index] = self._role(index, kind, old.get(index), seen)
        drop_pull_quotes(self.lines, roles)
        self.found.roles = {index: role for index, role in roles.items() if index >= first or role.kind != "dropped"}
        self.head.first = first
        for index, role in self.found.roles.items():
            if role.kind != "dropped":
                self.head.used.pop(index, None)

    def _kind(self, index: int, role: LineRole | None) -> str:
        """Return paragraph, heading or nothing for a line."""
        kind, facts = role.kind if role else "", self.known[index]
        if role and role.is_certain:
            return "paragraph" if kind in _TEXT else kind if kind == "heading" else ""
        if facts.furniture or facts.gallery or facts.time or facts.ending:
            return ""
        if index not in self.labels.near:
            return "paragraph" if kind in _TEXT else kind if kind == "heading" else ""
        if facts.promo > 1 or (not facts.prose and (facts.opener or facts.promo)):
            return "paragraph" if self.labels.likely(index, PARAGRAPH) > _DROPPED else ""
        text, heading = self.labels.likely(index, PARAGRAPH), self.labels.likely(index, HEADING)
        vote = 0.0
        if kind in _TEXT:
            vote = _LEAST if facts.prose and self.is_clean else _VOTE
        elif kind == "heading":
            vote = _HEADING_VOTE
        if text + heading + vote < _LEAST:
            return ""
        share = _SHARE_OF_TEXT if kind in _TEXT else _SHARE_OF_HEADING if kind == "heading" else _SHARE
        if heading <= share * (text + heading):
            line = self.lines[index]
            is_marked_heading = line.mark == "#" and line.is_marked  # by the source itself, so the labels can't overrule it
            return "heading" if is_marked_heading else "paragraph"
        return "heading" if max(text, heading + vote) > _LEAST_HEADING else ""

    def _role(self, index: int, kind: str, old: LineRole | None, seen: set[str]) -> LineRole:
        line = self.lines[index]
        if not kind:
            why = old.why if old and old.kind == "dropped" else reason(self.labels, index, OTHER)
            return LineRole("dropped", why)
        if line.key in seen and len(line.text) < 400:
            return LineRole("dropped", "repeated")
        seen.add(line.key)
        if kind == "heading":
            return LineRole("heading")
        if old and old.kind in _TEXT:
            return old
        return LineRole("item" if line.mark == "*" else "quote" if line.mark == ">" else "paragraph")
