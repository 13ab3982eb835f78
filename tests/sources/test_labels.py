"""Lines of plain text that learned weights decide, and what they never overrule."""

import pytest

from briefing_tui.sources import read_source
from briefing_tui.sources.plain.labels.names import names_on
from briefing_tui.sources.plain.lines import Line, TextLines, describe
from briefing_tui.sources.plain.reader import read_restored
from briefing_tui.sources.registry import RawSource, recognise

_MENU = ["Home", "News", "Sport", "Weather", "Sign in", "Subscribe", "Jobs", "Archive", "Podcasts", "Contact"]
_PARAGRAPH = (
    "The ferry left the pier of {} at {} in the morning with forty people aboard, and came back at noon with none of them, as "
    "the harbour had closed its gates and nobody in the office could say when it would open them again."
)
_TITLE = "The ferry that came back empty from Aldmouth"
_TEXT = "\n\n".join(
    [
        "\n".join(_MENU),
        _TITLE,
        "By Ines Calder",
        "2 March 2026",
        *(_PARAGRAPH.format(place, hour) for hour, place in enumerate(("Skerrow", "Tolsta", "Vennick"))),
        "Who pays for the boat",
        *(_PARAGRAPH.format(place, hour) for hour, place in enumerate(("Callow", "Ermine", "Portolan"), 5)),
        "Most read",
        "\n".join(["Five boats and one harbour", "The mill that was sold twice", "A school without a roof", *_MENU]),
        "© 2026 The Saltmarsh Courier. All rights reserved.",
    ]
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ines Calder", ["Ines Calder"]),
        ("By Ines Calder and Bo Linde", ["Ines Calder", "Bo Linde"]),
        ("2 March 2026 | 14:08 | By Ines Calder", ["Ines Calder"]),
        ("March 2, 2026 at 1:06 PM ET by Ines Calder", ["Ines Calder"]),
        ("02. März 2026 Ines Calder", ["Ines Calder"]),
        ("Ines Calder Ines Calder", ["Ines Calder"]),
        ("Senior Staff Technologist", []),
        ("Published", []),
        ("X", []),
        ("2026 20:36", []),
        ("The boat is late again and nobody knows why, said the board of the county on Monday", []),
    ],
)
def test_the_names_on_a_byline_are_read_whatever_is_beside_them(line: str, names: list[str]) -> None:
    assert list(names_on(line)) == names


def test_an_article_is_read_out_of_its_page() -> None:
    document = read_source(_TEXT.encode(), "page.txt")
    assert document.title == _TITLE
    assert [section.heading for section in document.sections] == [None, "Who pays for the boat"]
    assert [len(section.paragraphs) for section in document.sections] == [3, 3]
    assert document.authors == ("Ines Calder",)


def test_an_author_with_a_label_is_found_and_those_of_other_articles_are_not() -> None:
    others = "\n".join(f"{title}\nBy {name}" for title, name in (("Five boats", "Bo Linde"), ("The mill", "Oona Reed")))
    text = _TEXT.replace("By Ines Calder", "Posted by Ines Calder at 5:06 AM").replace("Most read", f"Most read\n\n{others}")
    assert read_source(text.encode(), "page.txt").authors == ("Ines Calder",)


@pytest.mark.parametrize(
    "heading",
    ["“Harbour closed to all boats”", "Possible strike in autumn", "The council's reply", "Tolsta", "Two boats, one pier?"],
)
@pytest.mark.parametrize(
    "below", ["", "Boats tied up at the pier of Tolsta in the rain\nThe pier has been shut since JanuaryImage: Bo Linde\n\n"]
)
def test_a_heading_between_blank_lines_above_prose_is_one(heading: str, below: str) -> None:
    more = "\n\n".join(_PARAGRAPH.format(place, 9) for place in ("Ormsary", "Kilda", "Wenn", "Harrowgate", "Nith"))
    text = _TEXT.replace("Who pays for the boat\n\n", f"{more}\n\n{heading}\n\n{below}")
    document = read_source(text.encode(), "page.txt")
    assert [section.heading for section in document.sections] == [None, heading]


def test_a_pull_quote_stays_one_however_likely_a_paragraph_it_looks() -> None:
    quote = "as the harbour had closed its gates and nobody in the office could say when"
    text = _TEXT.replace("Who pays for the boat", f"{quote}\n\nWho pays for the boat")
    document = read_source(text.encode(), "page.txt")
    assert next(row for row in document.rows if row.text == quote).kind == "dropped"


def test_each_dropped_line_has_a_reason() -> None:
    document = read_source(_TEXT.encode(), "page.txt")
    assert all(row.why for row in document.rows if row.kind == "dropped")


def test_an_article_about_markup_is_text_and_a_page_is_a_page() -> None:
    quoted = "<html>\n<body>\n<div>badge</div>\n<p>text</p>\n</body>\n</html>"
    assert recognise(RawSource(f"{_TEXT}\n\n{quoted}\n\n{_TEXT}".encode())).name == "plain"
    page = "\n".join(
        f"<p>{_PARAGRAPH.format(place, 6)}</p>" for place in ("Skerrow", "Tolsta", "Vennick", "Callow", "Ermine", "Mull")
    )
    assert recognise(RawSource(page.encode())).name == "html"


def test_a_heading_that_the_source_marks_is_no_paragraph() -> None:
    lines = [Line("How a harbour is dredged", 1, 1, mark="#", order=1, is_marked=True), Line("By Nora Feld", 2, 1)]
    lines += [
        Line(f"The ferry carried {number} people on Monday, and the master counted each of them twice.", 3, 1)
        for number in (5, 6, 7)
    ]
    lines += [Line(f"Day {number}", 3, 1) for number in range(12)]
    for number in (1, 2, 3, 4):
        lines.append(Line(f"{number}. Sound the channel at low water (BY DAY)", 3, 1, mark="#", order=3, is_marked=True))
        lines.append(Line("Mud will do if it has no shells.", 3))
        lines.append(Line(f"Keep the bucket off the bottom, because a torn one costs the port {number} crowns.", 3))
    describe(lines)
    document = read_restored(TextLines(lines, []), "harbour.pdf", "")
    kinds = {row.kind for row in document.rows if "Sound the channel" in row.text}
    assert "heading" in kinds
    assert "paragraph" not in kinds
