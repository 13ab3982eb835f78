"""Remove the head of an e-mail above an article; its subject becomes the title."""

import re

from briefing_tui.languages.words import phrases
from briefing_tui.text.late_pattern import late_pattern

_FIELDS = {
    **{name: phrases(f"mail_{name}") for name in ("subject", "from", "to", "date")},
    "other": "message-id|mime-version|content-type|content-transfer-encoding|list-[a-z-]{2,20}|return-path|delivered-to|"
    "in-reply-to|references|importance|attachments?|x-[a-z-]{2,30}",
}
_FIELD = re.compile(
    rf"[>*_\s]{{0,8}}+(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _FIELDS.items())}) ?:[*_]{{0,2}}(?=\s|$)", re.I
)
_FORWARDED = re.compile(rf"[-_*=>\s]{{0,40}}+(?:begin )?{phrases('mail_forwarded')}\b", re.I)
_PASSED_ON = re.compile(rf"{phrases('mail_passed_on_signs')}(?:\[\d{{1,2}}\])? ?:", re.I)
_ANSWER = late_pattern(
    rf"(?:(?:{phrases('mail_answer_signs')}|{phrases('mail_passed_on_signs')})(?:\[\d{{1,2}}\])? ?: ?)++", re.I
)
_DEEPEST, _PROSE = 40, 90
"""The most lines above a mail's head, and the length that none of them reaches."""
_WROTE = late_pattern(rf"{phrases('mail_wrote_words', whole_words=True)}[^.!?]{{0,60}}:\s*$", re.I)
_WROTE_REACH = 120
_RULE = re.compile(r"\s*(?:[-_=*~] ?){2,}\s*")
_FOOT = 25
"""The last lines with words among which a newsletter's foot begins."""
_FOOT_WORDS = late_pattern(phrases("mail_foot_words", whole_words=True), re.I)
WHY, QUOTED, FOOT = "the head of an e-mail", "a mail that is quoted below", "the foot of a newsletter"


def remove_mail_head(raw: list[str], refused: list[tuple[int, str, str]]) -> None:
    """Blank the lines of an e-mail's head but for the words of its subject.

    The day stays if the mail was not forwarded.
    """
    passed_on = False
    for index, line in enumerate(raw[:_DEEPEST]):
        if len(line) > _PROSE and not _FIELD.match(line):
            return
        if _FORWARDED.match(line):
            _refuse(raw, index, refused)
            passed_on = True
        elif _FIELD.match(line) and (end := _head_end(raw, index)):
            _blank_fields(raw, index, end, passed_on, refused)


def remove_mail_foot(raw: list[str], refused: list[tuple[int, str, str]]) -> None:
    """Blank the mail that is quoted below an article, and the foot of a newsletter.

    The foot is below the last line of dashes, and offers to end the newsletter.
    """
    shown = [index for index, line in enumerate(raw) if line.strip()]
    quoted = len(shown)
    while quoted and raw[shown[quoted - 1]].lstrip().startswith(">"):
        quoted -= 1
    if 0 < quoted < len(shown) and _WROTE.search(raw[shown[quoted - 1]][-_WROTE_REACH:]):
        for index in shown[quoted - 1 :]:
            _refuse(raw, index, refused, QUOTED)
        shown = shown[: quoted - 1]
    since = max(0, len(shown) - _FOOT)
    rules = [at for at, index in enumerate(shown[since:], since) if _RULE.fullmatch(raw[index]) and not raw[index - 1].strip()]
    if rules and rules[-1] > 0 and _FOOT_WORDS.search(" ".join(raw[index][:500] for index in shown[rules[-1] :])):
        for index in shown[rules[-1] :]:
            _refuse(raw, index, refused, FOOT)


def _head_end(raw: list[str], start: int) -> int:
    """Return where the fields end that begin at a line; 0 if they are not a mail's."""
    named: set[str] = set()
    end = start
    while end < len(raw) and raw[end].strip():
        found = _FIELD.match(raw[end])
        if not found and not (end > start and raw[end][0].isspace()):
            break
        named |= {found.lastgroup or ""} if found else set()
        end += 1
    return end if len(named) >= 2 and ("subject" in named or named >= {"from", "to"}) else 0


def _blank_fields(raw: list[str], start: int, end: int, passed_on: bool, refused: list[tuple[int, str, str]]) -> None:
    kept = ""
    subject = start
    for index in range(start, end):
        found = _FIELD.match(raw[index])
        kept = (found.lastgroup or "") if found else kept
        if kept == "subject" and found:
            subject, raw[index] = index, raw[index][found.end() :].strip()
            passed_on = passed_on or _PASSED_ON.match(raw[index]) is not None
            raw[index] = _ANSWER.sub("", raw[index], count=1)
        elif kept == "subject":
            raw[subject], raw[index] = f"{raw[subject]} {raw[index].strip()}", ""
        elif kept != "date":
            _refuse(raw, index, refused)
    for index in range(start, end):
        if passed_on and index != subject:
            _refuse(raw, index, refused)


def _refuse(raw: list[str], index: int, refused: list[tuple[int, str, str]], why: str = WHY) -> None:
    if raw[index].strip():
        refused.append((index + 1, " ".join(raw[index].split()), why))
    raw[index] = ""
