"""Find the quotations of a draft, and whom the draft gives them to."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing_tui.analysis.shared.quote_marks import Quotation, find_quotations
from briefing_tui.verification.drafts.passages import Passage
from briefing_tui.verification.drafts.speakers import DraftSpeaker, DraftSpeakers, is_signature

_EMPHASIS = ("*", "_", "<em", "<i>", "<b>", "<strong")
_MOST_READ = 400_000
"""The characters of a draft in which speakers are looked for; in a longer one, quotations have no speakers."""


class DraftQuotation(Struct, frozen=True):
    """A quotation of a draft.

    `start` and `end` are its range in the file without the marks, `text` its visible words. `is_block` means a block quote
    without marks. `is_emphasised` means that the draft sets some of the words in italics or bold.
    """

    start: int
    end: int
    text: str
    speaker: DraftSpeaker = DraftSpeaker()
    is_block: bool = False
    in_heading: bool = False
    is_emphasised: bool = False


def find_draft_quotations(file: str, passages: Sequence[Passage]) -> list[DraftQuotation]:
    """Return the quotations of a draft in order, with their speakers.

    Args:
        file: The whole draft.
        passages: Its passages.
    """
    texts = [passage.text for passage in passages]
    found = find_quotations(texts)
    marked = {quotation.paragraph for quotation in found}
    found += [
        Quotation(number, (0, len(text)), (0, len(text)))
        for number, text in enumerate(texts)
        if passages[number].kind == "quote" and number not in marked and not is_signature(text)
    ]
    found.sort(key=lambda quotation: (quotation.paragraph, quotation.inner))
    speakers = DraftSpeakers(passages, found) if sum(map(len, texts)) <= _MOST_READ else None
    return [_quotation(file, group, passages, speakers) for group in _joined(found)]


def _joined(found: Iterable[Quotation]) -> list[list[Quotation]]:
    """Put the paragraphs of each quotation together."""
    groups: list[list[Quotation]] = []
    for quotation in found:
        before = groups[-1][-1] if groups else None
        if before and not before.closed and quotation.paragraph == before.paragraph + 1 and quotation.outer[0] == 0:
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    return groups


def _quotation(
    file: str, group: Sequence[Quotation], passages: Sequence[Passage], speakers: DraftSpeakers | None
) -> DraftQuotation:
    first, last = group[0], group[-1]
    speaker = speakers.of(group) if speakers else DraftSpeaker(is_speech=True)
    start = passages[first.paragraph].range_in_file(*first.inner)[0]
    end = passages[last.paragraph].range_in_file(*last.inner)[1]
    text = " ".join(passages[part.paragraph].text[slice(*part.inner)] for part in group)
    return DraftQuotation(
        start,
        end,
        text,
        speaker,
        is_block=first.outer == first.inner,
        in_heading=passages[first.paragraph].kind == "heading",
        is_emphasised=any(file.count(mark, start, end) > text.count(mark) for mark in _EMPHASIS),
    )
