"""Attributions, credits and quotation marks, as the program and people write them."""

import pytest

from briefing_tui.contentfile.read.item_lines import Attribution, Link, read_attribution, read_comment, strip_quotation_marks
from briefing_tui.contentfile.read.reader import read
from briefing_tui.model.briefing import Image, Quote

MARIA = Link("Maria Ortega", "#maria-ortega")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("— [Maria Ortega](#maria-ortega), said, [Lead](#lead)", Attribution(MARIA, "said", "lead")),
        ("— [Maria Ortega](#maria-ortega), [Lead](#lead)", Attribution(MARIA, None, "lead")),
        ("— [Maria Ortega](#maria-ortega)", Attribution(MARIA)),
        ('— [Maria Ortega](#maria-ortega "she"), said', Attribution(Link("Maria Ortega", "#maria-ortega", "she"), "said")),
        ("— a skipper, called it, [Pay](#pay) · partial · inferred", Attribution("a skipper", "called it", "pay", True, True)),
        ("— the minister\\, who left, said", Attribution("the minister, who left", "said")),
        ("— the minister, who left, said, [Lead](#lead)", Attribution("the minister, who left", "said", "lead")),
        ("— [Maria Ortega](#maria-ortega), an engineer, said", Attribution(MARIA, "an engineer, said")),
        ("— unattributed, [Lead](#lead)", Attribution("unattributed", None, "lead")),
        ("-- Maria · inferred", Attribution("Maria", None, None, False, True)),
        ("—", Attribution()),
    ],
)  # fmt: skip
def test_an_attribution_is_read(source: str, wanted: Attribution) -> None:
    assert read_attribution(source) == wanted


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (["“A.”"], ["A."]),
        (['"A."'], ["A."]),
        (["« A. »"], ["A."]),
        (["»A.«"], ["A."]),
        (["„A.“"], ["A."]),
        (["‘A.’"], ["A."]),
        (["“A", "B.”"], ["A", "B."]),
        (["“A", "“B.”"], ["A", "B."]),
        (["“A”", "“B”"], ["A", "B"]),
        (["““A” and “B””"], ["“A” and “B”"]),
        (["“A"], ["“A"]),
        (["A"], ["A"]),
        (['"'], ['"']),
        ([], []),
    ],
)
def test_the_quotation_marks_around_a_quote_are_taken_off(parts: list[str], wanted: list[str]) -> None:
    assert strip_quotation_marks(parts) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<!-- id: a -->", ("a", None)),
        ("<!-- id: a; after: 3 -->", ("a", 3)),
        ("<!--after:-1-->", (None, -1)),
        ("<!-- id: a; after: x -->", ("a", None)),
        ("<!-- todo -->", None),
    ],
)
def test_a_comment_gives_an_id_and_a_place(source: str, wanted: tuple[str | None, int | None] | None) -> None:
    assert read_comment(source) == wanted


def test_a_speaker_without_a_name_keeps_the_articles_word() -> None:
    text = '---\nbriefing: 1\n---\n## Quotes\n\n> “A.”\n\n— [unattributed](# "he"), said\n\n## Article\n'
    (quote,) = read(text, "x").briefing.quotes
    assert quote == Quote("q-a", ("A.",), verb="said", speaker_text="he")


def test_an_image_has_what_stands_below_it() -> None:
    head = "---\nbriefing: 1\n---\n## Images\n\n"
    text = "![The *quay*](<a b.jpg>)\nOne line,\nand a second.\n*Photo: A \\*B\\**, [Lead](#lead)\n"
    text += "<!-- id: quay; after: -1 -->\n\n![]()\n\n[Lead](#lead)\n"
    reading = read(f"{head}{text}\n## Article\n\nText.\n", "x")
    assert reading.problems == ()
    assert reading.briefing.images == (
        Image("quay", "One line, and a second.", "The quay", "Photo: A *B*", "a b.jpg", "lead", -1),
        Image("image", section="lead"),
    )
