"""Test headings over several lines in text browsers' dumps, and links tied by underscores."""

from briefing_tui.sources.plain.cleanup.dump import read_lines
from briefing_tui.sources.plain.cleanup.headings import join_headings
from briefing_tui.sources.plain.reader import read_plain
from tests.sources import dumps


def whole(*raw: str) -> list[str]:
    lines = list(raw)
    join_headings(lines)
    return lines


def test_a_heading_centred_over_two_lines_is_one() -> None:
    first = "The harbour that would not settle, and the crews who have to pay for".center(80).rstrip()
    assert whole("", first, "its repair".center(80).rstrip(), "", "x") == ["", f"# {first.strip()} its repair", "", "", "x"]


def test_a_paragraph_whose_next_line_is_set_in_stays_as_it_is() -> None:
    lines = ["", "   Two of the five quays are closed until the autumn, the harbour board says.", "        Nobody pays.", ""]
    assert whole(*lines) == lines


def test_a_heading_between_stars_has_its_level() -> None:
    assert whole("****** The harbour that would", "not settle ******", "***** Who pays *****", "*****") == [
        "# The harbour that would not settle",
        "",
        "## Who pays",
        "*****",
    ]


def test_the_words_of_a_link_are_untied_where_stars_tell_the_program() -> None:
    assert whole("****** The harbour ******", "By Ines_Calder", "https://example.org/a_b")[1:] == [
        "By Ines Calder",
        "https://example.org/a_b",
    ]
    assert whole("call harbour_depth()") == ["call harbour_depth()"]


def test_lines_in_bold_are_headings_without_their_stars() -> None:
    title, first, second = f"**{dumps.TITLE}**", "**Who pays for the bus**", "** Who owns the boat"
    text = "\n\n".join([title, *dumps.PARAGRAPHS, first, *dumps.BELOW[:2], second, dumps.BELOW[2]])
    document = read_plain(text, "ferry.txt", "00")
    assert document.title == dumps.TITLE
    assert [section.heading for section in document.sections] == [None, first.strip("*"), second.strip("* ")]


def test_stars_for_letters_that_are_not_printed_stay() -> None:
    words = "He called them f****** gulls and a bunch of f**ls and b**rds.", "“What the ****?” she said of **both** boats."
    assert [line.text for line in read_lines("\n\n".join(words)).lines] == [words[0], words[1].replace("**both**", "both")]


def test_stars_that_are_tied_to_a_heading_are_its_stars() -> None:
    assert whole("****** The harbour ******", "*****_Who_pays_*****") == ["# The harbour", "## Who pays"]
