"""Source lines are made whole, and nothing but the named repairs is done to them."""

from briefing_tui.sources.plain_dump import read_lines


def texts(text: str) -> list[str]:
    return [line.text for line in read_lines(text).lines]


WRAPPED = """   The ferry came back at noon with nobody aboard, because the harbour
   of the next town had closed its gates to it and would not say when
   they were to be opened again, or by whom.

   The baker walked home along the coast road, which is nine miles long
   and has no trees, and said that she would do the same on the morrow
   if she had to.
"""


def test_wrapped_lines_are_joined_and_paragraphs_stay_apart() -> None:
    first, second = texts(WRAPPED)
    assert first.startswith("The ferry")
    assert first.endswith("or by whom.")
    assert second.startswith("The baker")
    assert second.endswith("if she had to.")


def test_lines_that_nobody_wrapped_are_left_alone() -> None:
    menu = "News\nSport\nWeather\nThe ferry that came back empty\nBy Ines Calder\n"
    assert texts(menu) == menu.split("\n")[:-1]


def test_a_word_hyphenated_at_the_wrap_is_made_whole_where_the_text_has_it_whole() -> None:
    text = WRAPPED.replace("closed its gates to it", "closed its har-\n   bour gates to it")
    assert "harbour gates" in " ".join(texts(text))
    assert "har-" not in " ".join(texts(text))


def test_a_hyphen_that_belongs_to_the_word_stays_at_the_wrap() -> None:
    text = WRAPPED.replace("closed its gates to it", "closed its well-\n   oiled gates to it")
    assert "well-oiled gates" in " ".join(texts(text))


def test_numbers_of_links_and_their_list_are_taken_off() -> None:
    text = "[1]Home\n[2]News\n[3]Sport\n\nThe [4]ferry came back.\n\nReferences\n\n   1. https://a.example/1\n   2. https://a.example/2\n"
    source = read_lines(text)
    assert [line.text for line in source.lines] == ["Home", "News", "Sport", "The ferry came back."]
    assert len(source.refused) == 3


def test_notes_of_an_article_keep_their_numbers() -> None:
    assert texts("The ferry came back.[1] Nobody knows why.[2] It was late.[3]\n") == [
        "The ferry came back.[1] Nobody knows why.[2] It was late.[3]"
    ]


def test_buttons_and_form_fields_are_taken_off() -> None:
    assert texts("(BUTTON) Share\nSearch ____________ (Search)\n[logo.png]\n[ ]\n") == ["Share", "Search (Search)"]


def test_list_marks_are_taken_off_and_remembered() -> None:
    lines = read_lines("  • A boat\n  * A bus\n    1. First\n    2. Second\n").lines
    assert [(line.text, line.mark, line.order) for line in lines] == [
        ("A boat", "*", None),
        ("A bus", "*", None),
        ("First", "*", 1),
        ("Second", "*", 2),
    ]


def test_a_numbered_heading_flush_left_is_no_list_item() -> None:
    (line,) = read_lines("1) What the county did\n").lines
    assert (line.text, line.mark) == ("1) What the county did", "")


def test_a_line_keeps_its_number_behind_a_links_address_broken_over_lines() -> None:
    text = "[a](http://a.example/one-\ntwo) [b](/b) [c](/c)\n\nThe ferry came back.\n"
    assert [(line.text, line.number) for line in read_lines(text).lines] == [("a b c", 1), ("The ferry came back.", 4)]


def test_a_parenthesis_broken_over_lines_is_closed() -> None:
    assert texts("The ferry at the pier (\nImage:\nOona Reed)\n") == ["The ferry at the pier (Image: Oona Reed)"]


def test_a_heading_glued_to_its_paragraph_is_parted_by_the_change_of_case() -> None:
    paragraph = (
        "The county has paid for a bus on two days of the week since then, but the drivers say that the road is too narrow."
    )
    assert texts(f"Drivers Find The Coast Road Narrow{paragraph}\n") == ["Drivers Find The Coast Road Narrow", paragraph]
