"""Drafts in DOCX, ODT and RTF: quotations by paragraph and column."""

from collections.abc import Callable

import pytest

from briefing_tui.verification.drafts.reading import UnreadableDraft, read_draft
from tests.sources.offices import docx, odt, rtf, zipped

DRAFT = (
    ("Heading", "The doctor"),
    ("", "Skerry loses its only doctor, the board said on Monday."),
    ("", "She said: “I’ve been on call for eleven years.” Nobody answered."),
    ("Quote", "We have advertised three times, with a house and a boat."),
)


@pytest.mark.parametrize("make", [docx, odt, rtf])
def test_the_place_of_a_quotation_is_its_paragraph_and_column(make: Callable[..., bytes]) -> None:
    draft = read_draft(make(DRAFT), "draft")
    found = [(each.text, draft.position(each.start)) for each in draft.quotations]
    assert ("I’ve been on call for eleven years.", (3, 12)) in [(text.strip("“”"), place) for text, place in found]
    assert any(place[0] == 4 for _, place in found) or make is rtf  # RTF has no styles that say what is a quote.


@pytest.mark.parametrize(("data", "why"), [(odt(()), "no text"), (zipped({"word/document.xml": "<a>"}), "a damaged DOCX")])
def test_a_document_that_cannot_be_read_is_named(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableDraft, match=why):
        read_draft(data, "draft.docx")
