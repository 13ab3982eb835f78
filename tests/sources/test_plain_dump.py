"""Test that lines are restored, with no other repairs than the documented ones."""

from briefing_tui.sources.plain.cleanup.dump import read_lines


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


def test_numbers_of_links_leave_gaps_where_links_have_no_words() -> None:
    numbers = [number for number in range(1, 60) if number % 3]
    lines = texts("\n".join(f"[{number}]Boat {number}" for number in numbers))
    assert lines == [f"Boat {number}" for number in numbers]
    years = texts("\n".join(f"[{number}]Boat {number}" for number in range(1, 400, 13)))
    assert years[1] == "[14]Boat 14"


def test_notes_of_an_article_keep_their_numbers() -> None:
    assert texts("The ferry came back.[1] Nobody knows why.[2] It was late.[3]\n") == [
        "The ferry came back.[1] Nobody knows why.[2] It was late.[3]"
    ]


def test_buttons_and_form_fields_are_taken_off() -> None:
    assert texts("(BUTTON) Share\nSearch ____________ (Search)\n[logo.png]\n[ ]\n") == ["Share", "Search (Search)"]


def test_numbered_form_fields_make_no_markdown_of_a_dump() -> None:
    form = "   [1]( ) It is good\n   [2]( ) It is bad\n   [3]( ) I can't tell\n   [4](Send)\n\n"
    assert texts(form + WRAPPED)[-2:] == texts(WRAPPED)
    assert "It is good" in texts(form + WRAPPED)


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
    short = "The drivers say that the road is too narrow for these things:"
    assert texts(f"Drivers Find The Coast Road Narrow{short}\n") == ["Drivers Find The Coast Road Narrow", short]


def test_a_sentence_with_a_name_in_two_capitals_is_no_heading_where_nouns_have_capitals() -> None:
    for name in ("Talwerk GmbH", "RunBuddy"):
        sentence = f"Das Berliner Unternehmen {name} räumte die Panne ein und will nun prüfen, wie es zu dem Fehler kam."
        assert texts(f"{sentence}\n") == [sentence]


def test_the_long_first_question_of_an_interview_is_kept() -> None:
    question = "Frau Wulf, wie viele Leute gehören Ihrer Meinung nach nicht in dieses Boot?"
    lines = [
        "Ein Gespräch mit der Fährfrau Ida Wulf über Leichtsinn, kalte Füße und den Tag, an dem sie mitten im Fluss umkehrte.",
        question,
        "Die Hälfte, vielleicht auch mehr. Ich sage das nicht gern, denn ich lebe ja davon, dass sie alle mitfahren wollen.",
        "Woran merken Sie das?",
        "An den Schuhen und an den Fragen. Wenn einer fragt, ob es drüben Empfang gibt, dann weiß ich schon Bescheid.",
    ]
    assert question in texts("\n\n".join(lines) + "\n")


def marks(text: str) -> list[tuple[str, str, int | None]]:
    return [(line.mark, line.text, line.order) for line in read_lines(text).lines]


def test_lines_set_further_out_than_a_dumps_text_are_headings() -> None:
    dump = "The ferry that came back empty\n\n" + "\n".join([WRAPPED] * 3) + "\nWhat the baker saw\n\n" + WRAPPED
    headings = [(words, level) for mark, words, level in marks(dump) if mark == "#"]
    assert headings == [("The ferry that came back empty", 2), ("What the baker saw", 2)]


def test_a_line_centred_over_a_dumps_text_is_its_main_heading() -> None:
    dump = f"{' ' * 22}The ferry that came back empty\n\n" + "\n".join([WRAPPED] * 3)
    assert marks(dump)[0] == ("#", "The ferry that came back empty", 1)


def test_a_centred_heading_that_fills_its_first_line_is_made_whole() -> None:
    first = "The ferry that came back empty, the baker who walked, and the gates of a town"
    dump = f"{first}\n{' ' * 31}that would not say\n\n" + "\n".join([WRAPPED] * 3)
    assert marks(dump)[0][1] == f"{first} that would not say"


def test_text_further_out_than_other_text_makes_no_headings() -> None:
    quoted = WRAPPED.replace("\n   ", "\n").strip()
    assert not [words for mark, words, _ in marks("\n\n".join([WRAPPED] * 4 + [quoted] * 3)) if mark]


def test_a_pictures_words_in_brackets_are_marked_and_an_editors_note_is_not() -> None:
    pictures = f"[The ferry at the quay in May]\n\n{WRAPPED}\n[The baker on the coast road]\n\n{WRAPPED}"
    assert [words for mark, words, _ in marks(pictures) if mark == "!"] == [
        "The ferry at the quay in May",
        "The baker on the coast road",
    ]
    assert not [words for mark, words, _ in marks(f"{WRAPPED}\n[This article was mended on Tuesday.]\n") if mark == "!"]


def test_a_list_of_addresses_below_its_heading_goes_whole() -> None:
    titled = "   1. The ferry\n\thttps://a.example/1\n   2. https://a.example/a-long\n-address\n   3. https://a.example/3\n"
    listed = "   4. https://a.example/4\n   5. mailto:?subject=The ferry is late\n   6. https://a.example/6\n"
    source = read_lines(f"{WRAPPED}\nReferences\n\n   Visible links\n{titled}{listed}")
    assert [line.text[:9] for line in source.lines] == ["The ferry", "The baker"]
    assert {why for _, _, why in source.refused} == {"the browser's list of links"}
    titles = "".join(f"   {number}. The ferry {number}\n\thttps://a.example/{number}\n" for number in range(1, 9))
    assert len(texts(f"{WRAPPED}\nReferences\n\n   Visible links\n{titles}")) == 2
    assert len(texts(f"{WRAPPED}\nReferences\n\n{titles}")) > 2
    notes = "References\n\n1. A. Bell, The ferry. https://a.example/1\n2. B. Marsh, The baker.\n"
    assert texts(f"{WRAPPED}\n{notes}")[2:] == [line for line in notes.split("\n") if line]


def test_a_caption_centred_over_its_credit_is_no_heading() -> None:
    centred = [f"{' ' * ((74 - len(words)) // 2)}{words}\n" for words in ("The ferry at the quay in May", "Oona Reed/Archive")]
    dump = "\n".join([WRAPPED] * 3) + "\n" + "".join(centred) + "\n" + WRAPPED
    assert [(mark, words) for mark, words, _ in marks(dump)][6:8] == [
        ("", "The ferry at the quay in May"),
        ("", "Oona Reed/Archive"),
    ]


def test_a_caption_centred_over_several_lines_is_one_line() -> None:
    words = (
        "The ferry at the quay in May, on the morning before its very last",
        "crossing, with the baker of Skerrow and nobody else at all on deck",
        "while the gates stood open",
    )
    centred = "".join(f"{' ' * (3 + (67 - len(part)) // 2)}{part}\n" for part in words)
    dump = "\n".join([WRAPPED] * 3) + "\n" + centred + "\n" + WRAPPED
    assert ("", " ".join(words)) in [(mark, text) for mark, text, _ in marks(dump)]


def test_a_title_that_fills_its_line_is_parted_from_what_stands_below_it() -> None:
    title, lead = "A ferry came back with nobody aboard, and all of the town is quiet", "The gates of the harbour are closed."
    text = f"{title}\n{lead}\n2 March 2026\n\n" + WRAPPED.replace("\n   ", "\n").lstrip()
    assert texts(text)[:3] == [title, lead, "2 March 2026"]
    assert texts(text.replace(lead, "Skerrow says no"))[0] == f"{title} Skerrow says no"
    twice = "A Ferry Came Back With Nobody Aboard as the Gates of a Harbour Shut"
    assert texts(text.replace(title, f"{twice}\n{twice}"))[:3] == [twice, twice, lead]


def test_a_title_in_title_case_goes_on_over_its_small_words_and_its_byline_stands_apart() -> None:
    first = "A Ferry Came Back With Nobody Aboard as the Gates of a Harbour Shut"
    title = f"{first}\nAgainst the Wishes of the Town With the Bakery and the Yards in It"
    text = f"{title}\nby Ines Calder Mar. 2, 2026 1:15 pm\n\n" + WRAPPED.replace("\n   ", "\n").lstrip()
    assert texts(text)[:2] == [title.replace("\n", " "), "by Ines Calder Mar. 2, 2026 1:15 pm"]


def test_a_day_below_a_title_that_fills_its_line_stands_apart() -> None:
    title = "A ferry came back with nobody aboard, and all of the town is quiet"
    text = f"{title}\nNovember 10, 2026 at 06:21 pm\n\n" + WRAPPED.replace("\n   ", "\n").lstrip()
    assert texts(text)[:2] == [title, "November 10, 2026 at 06:21 pm"]
    assert texts(text.replace("is quiet", "shut on"))[0].endswith("shut on November 10, 2026 at 06:21 pm")


def test_a_paragraph_whose_first_line_is_set_in_is_made_whole() -> None:
    text = WRAPPED.replace("\n   ", "\n").replace("closed its gates", "Had closed its gates")
    assert len(texts(text.replace("\nof the next", "\nOf the next"))) == 2


PDF = """THE SALTMARSH COURIER
The records of the harbour that nobody had
kept for eleven years are found in a bakery
By Ines Calder
2 March 2026
The ferry Morning Plover left the pier of Skerrow at six on
Monday with forty people aboard, and came back at noon with
none of them, because the harbour of Aldmouth had closed its
gates to it. The clerk said that the records were lost.
“We were told to wait in the rain for a bus that nobody had
ordered,” said Tilda Marsh, who runs the bakery and has the re-
cords in a flour bin. She walked the last nine miles home along
the coast road, which had been closed since the spring.
The company that owns the ferry, Northern Passage, said in a let-
ter to the villages that the boat would stay in the yard until
its hull had been looked at by somebody who was not in a hurry.
"""


def test_a_headline_set_narrower_than_the_text_is_one_line_and_its_byline_another() -> None:
    lines = texts(PDF)
    assert lines[1:4] == [
        "The records of the harbour that nobody had kept for eleven years are found in a bakery",
        "By Ines Calder",
        "2 March 2026",
    ]
    assert len(lines) == 7


def test_a_headline_goes_on_behind_a_word_that_no_line_ends_with() -> None:
    text = PDF.replace("nobody had\nkept for eleven years are found in a bakery", "the\nSkerrow ferry are found in a bakery")
    assert texts(text)[1] == "The records of the harbour that the Skerrow ferry are found in a bakery"


def test_one_word_that_the_text_has_whole_tells_of_the_others_that_they_were_parted() -> None:
    text = " ".join(texts(PDF))
    assert "has the records in" in text
    assert "in a letter to" in text
    assert "in a let-ter to" in " ".join(
        texts(PDF.replace("records were lost", "papers were lost").replace("The records", "The"))
    )
