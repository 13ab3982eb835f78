"""Test that an article in plain text becomes a Document, whatever made the text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources import read_source
from briefing_tui.sources.plain.reader import read_plain
from tests.sources import dumps

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
KINDS = (dumps.browser, dumps.w3m, dumps.lynx, dumps.html2text, dumps.reader)
WITH_PICTURE = KINDS[:4]


def read(text: str) -> Document:
    return read_plain(text, "ferry.txt", "00")


def paragraphs(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize("kind", KINDS)
def test_the_body_is_the_articles_paragraphs_and_nothing_else(kind: Callable[[], str]) -> None:
    assert paragraphs(read(kind())) == list(dumps.BODY)


@pytest.mark.parametrize("kind", KINDS)
def test_the_head_is_told_apart(kind: Callable[[], str]) -> None:
    document = read(kind())
    assert (document.title, document.lead) == (dumps.TITLE, dumps.LEAD)
    assert (document.authors, document.published) == ((dumps.AUTHOR,), "2026-03-02")


@pytest.mark.parametrize("kind", KINDS)
def test_a_heading_opens_a_section(kind: Callable[[], str]) -> None:
    document = read(kind())
    assert [(section.id, section.heading) for section in document.sections] == [
        ("lead", None),
        ("who-pays-for-the-bus", dumps.HEADING),
    ]


@pytest.mark.parametrize("kind", WITH_PICTURE)
def test_a_picture_has_its_caption_and_its_credit(kind: Callable[[], str]) -> None:
    (image,) = read(kind()).images
    assert (image.caption, image.credit) == (dumps.CAPTION, dumps.CREDIT)


@pytest.mark.parametrize("kind", [dumps.browser, dumps.w3m, dumps.html2text])
def test_an_alternative_text_is_no_caption(kind: Callable[[], str]) -> None:
    (image,) = read(kind()).images
    assert image.alt == dumps.ALT


def test_a_picture_stands_behind_the_paragraph_that_it_follows() -> None:
    (image,) = read(dumps.browser()).images
    assert (image.section, image.after) == ("lead", 0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_knows_its_line(kind: Callable[[], str]) -> None:
    text = kind()
    document = read(text)
    lines = text.split("\n")
    for section in document.sections:
        for index, paragraph in enumerate(section.paragraphs):
            line = lines[document.lines[section.id, index] - 1]
            assert line.split()[0].strip("[]") == paragraph.text.split()[0]


@pytest.mark.parametrize("kind", KINDS[:4])
def test_everything_left_out_is_told_with_its_line_and_a_reason(kind: Callable[[], str]) -> None:
    document = read(kind())
    told = " ".join(drop.text for drop in document.dropped)
    assert all(entry in told for entry in dumps.MENU)
    assert all(drop.line > 0 and drop.why for drop in document.dropped)
    assert [drop.line for drop in document.dropped] == sorted(drop.line for drop in document.dropped)


def test_the_publisher_is_who_owns_the_page() -> None:
    assert read(dumps.browser()).publisher == "The Saltmarsh Courier"


def test_the_language_is_told_from_the_commonest_words() -> None:
    assert read(dumps.browser()).language == "en"


def test_a_box_of_links_within_the_body_is_left_out_and_the_body_goes_on() -> None:
    document = read(dumps.browser())
    assert "Why the lighthouse of Aldmouth is pink" not in paragraphs(document)
    assert document.sections[-1].paragraphs[-1].text == dumps.BELOW[-1]


def test_author_and_editor_below_the_body_are_found() -> None:
    text = dumps.browser().replace(f"By {dumps.AUTHOR}\n", "")
    text = text.replace("Related articles", "Author: Jory Penn\nEditor: Mabel Strand\n\nRelated articles")
    document = read(text)
    assert (document.authors, document.editors) == (("Jory Penn",), ("Mabel Strand",))


def test_a_title_of_two_words_above_the_date_is_found() -> None:
    text = "\n".join(["Home", "", "Ferry ties", "", "March 2, 2026", "", *[line for text in dumps.BODY for line in (text, "")]])
    assert read(text.replace("boat", "ferry with ties")).title == "Ferry ties"


def test_a_title_s_words_are_known_in_the_text_by_their_plural_too() -> None:
    body = (
        "The harbour boards of the county met on Monday, and the skippers said that they had not been asked about the quays.",
        "Nobody in the town knew where the cranes had gone, and the engineers could not say when they would come back.",
        "The mayors of two towns want to pay for the boats, although the banks have refused the loans twice this year.",
        "A ferry left at noon with forty passengers, and a second one followed in the evening after the tide had turned.",
    )
    title = "Mayor Skipper Engineer Crane"
    assert read("\n\n".join([title, "What we know so far", *body])).title == title


def test_what_alone_stands_above_the_text_is_its_title_in_an_unknown_language_too() -> None:
    body = (
        "Portolanin satamalautakunta kokoontui maanantaina suljettujen ovien takana ja tuli kahden tunnin kuluttua ulos.",
        "Kaksi viidestä laiturista on ollut suljettuna syksystä lähtien, eikä kukaan ole yhtä mieltä siitä, kuka maksaa.",
        "Riippumatonta raporttia odotetaan ennen kesää, ja valtuusto äänestää rahoista sen jälkeen, kun raportti on luettu.",
    )
    assert read("\n\n".join(["Sataman penkereet hajosivat jo", *body])).title == "Sataman penkereet hajosivat jo"


@pytest.mark.parametrize("behind", [" | The Ferry Post", " | Post24"])
def test_a_title_is_given_without_the_site_behind_a_stroke(behind: str) -> None:
    title = "The boat that the islands wait for is late again"
    assert read("\n\n".join([title + behind, *dumps.BODY])).title == title


def test_list_items_without_marks_follow_their_colon() -> None:
    items = ("A boat that floats;", "A bus that fits the road; and", "A letter that is answered.")
    text = dumps.reader().replace(dumps.BELOW[0], "The villages ask for three things:\n\n" + "\n".join(items))
    kinds = {paragraph.text: paragraph.kind for section in read(text).sections for paragraph in section.paragraphs}
    assert [kinds[item] for item in items] == ["item", "item", "item"]


def test_a_pull_quote_is_not_read_twice() -> None:
    quote = "“After that we shall have to think of something”"
    text = dumps.reader().replace(dumps.HEADING, f"{quote}\n\n{dumps.HEADING}")
    document = read(text)
    assert quote not in paragraphs(document)
    assert any("pull quote" in drop.why for drop in document.dropped)


@pytest.mark.parametrize(
    "quoted", ["„Das Wasser kam in der Nacht“", "»Das Wasser kam in der Nacht«", '"Das Wasser kam in der Nacht"']
)
def test_a_quotation_of_what_is_said_below_it_is_a_heading_in_german(quoted: str) -> None:
    text = (
        "Der Deich von Portolan\n\nDer Deich ist am Montag gebrochen, und die Stadt hat die Schulen geschlossen.\n\n"
        f"{quoted}\n\nIda Wulf wohnt seit Jahren am Deich. „Das Wasser kam in der Nacht“, sagt sie und zeigt auf die Wand.\n"
    )
    document = read(text)

    assert [section.heading for section in document.sections] == [None, quoted]


def test_what_the_page_tells_of_its_author_ends_the_body() -> None:
    note = (
        f"{dumps.AUTHOR} is a reporter on the coast and has covered ferries, bridges and the people who wait for them since 2011."
    )
    assert note not in paragraphs(read(dumps.reader() + "\n" + note + "\n"))


def test_a_line_about_the_author_within_a_short_text_does_not_end_it() -> None:
    lines = [
        "The mill that was sold twice in a year",
        "By Ines Calder",
        "2 March 2026",
        "The harbour boards of the county met on Monday, and the skippers said that they had not been asked about the quays.",
        "A quiet harbour",
        "Nobody in the town knew where the cranes had gone, and the engineers could not say when they would come back by ship.",
        "- a boat",
        "Who pays?",
        "Ines Calder is a reporter.",
        "The mayors of two towns want to pay for the boats, although the banks have refused the loans twice this year.",
    ]
    assert paragraphs(read("\n\n".join(lines)))[-1] == lines[-1]


def test_questions_of_an_interview_are_paragraphs() -> None:
    questions = ("Did you see the boat?", "What did you do then?", "Will you take the bus?")
    answers = dumps.BELOW
    lines = [line for question, answer in zip(questions, answers, strict=True) for line in (question, "", answer, "")]
    text = dumps.reader().split(dumps.HEADING)[0] + "\n".join(lines)
    assert set(questions) <= set(paragraphs(read(text)))


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("ALDMOUTH (AP) — ", "ALDMOUTH"),
        ("LA PLOVER, March 2 — ", "LA PLOVER, March 2"),
        ("US President Joan Fell — ", None),
        ("", None),
    ],
)
def test_a_dateline_is_a_place_in_capitals_before_a_dash(opening: str, dateline: str | None) -> None:
    assert read(dumps.reader().replace(dumps.PARAGRAPHS[0], opening + dumps.PARAGRAPHS[0])).dateline == dateline


def test_days_between_the_paragraphs_of_a_chronicle_do_not_end_its_head() -> None:
    days = [line for n, text in enumerate(dumps.BODY, 2) for line in (f"{n} March 2026", "", text, "")]
    document = read("\n".join([dumps.TITLE, dumps.LEAD, f"By {dumps.AUTHOR}", "1 March 2026", "", *days]))
    assert paragraphs(document) == list(dumps.BODY)


def test_a_paragraph_about_newsletters_or_privacy_is_kept() -> None:
    about = (
        "The newsletter of the company has told nobody in the villages when the boat is to come back.",
        "The privacy policy of the yard is what keeps the letters in its drawer, according to a clerk.",
    )
    text = dumps.reader() + "\n\n".join(about) + "\n"
    assert paragraphs(read(text))[-2:] == list(about)


def test_an_offer_between_paragraphs_is_left_out() -> None:
    offer = "Sign up for our newsletter and get the news of the coast delivered to your inbox every morning."
    text = dumps.reader().replace(dumps.HEADING, f"{offer}\n\n{dumps.HEADING}")
    assert offer not in paragraphs(read(text))


def test_a_page_in_german_is_read_by_its_own_words() -> None:
    body = (
        "Die Fähre ist am Montag um sechs Uhr mit vierzig Leuten vom Steg in Skerrow abgefahren und mittags ohne einen von "
        "ihnen wieder da gewesen.",
        "Der Hafen hatte seine Tore geschlossen, und niemand im Amt wollte sagen, wer das angeordnet hat und wann er sie "
        "wieder öffnet.",
        "Die Gemeinde bezahlt seitdem an zwei Tagen der Woche einen Bus, der für die schmale Straße an der Küste zu breit ist.",
    )
    lines = [
        "Startseite",
        "Politik",
        "Wetter",
        "Anmelden",
        "",
        "Die Fähre kommt leer zurück",
        "Von Ida Brandt",
        "Stand: 02.03.2026 16:11 Uhr",
    ]
    lines += [
        "",
        body[0],
        "",
        "Mehr zum Thema",
        "Warum der Leuchtturm rosa ist",
        "",
        body[1],
        "",
        "Die Fähre am Steg | Foto: Oona Reed",
        "",
        body[2],
    ]
    lines += ["", "Meistgelesen", "Elf Traktoren in einer Gasse", "Impressum", "Datenschutz"]
    document = read("\n".join(lines))
    assert (document.title, document.authors, document.published) == (
        "Die Fähre kommt leer zurück",
        ("Ida Brandt",),
        "2026-03-02",
    )
    assert paragraphs(document) == list(body)
    assert [(image.caption, image.credit) for image in document.images] == [("Die Fähre am Steg", "Oona Reed")]
    assert document.language == "de"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not at hand")
def test_the_seed_is_read_as_a_careful_person_would() -> None:
    (path,) = SEEDS.glob("000_*.txt")
    document = read(path.read_text(encoding="utf-8"))
    assert (document.title, document.published) == ("US-Pakistani ties", "2012-03-29")
    assert (document.authors, document.editors, document.publisher) == (("Shamil Shams",), ("Gregg Benzow",), "DW")
    assert len(document.sections) == 4
    assert [image.credit for image in document.images] == ["Reuters", "picture-alliance/dpa", "AP", "dapd"]
    assert all(image.caption for image in document.images)
    assert not any("M777" in (image.alt or "") + (image.caption or "") for image in document.images)
    assert len(paragraphs(document)) == 18


def test_a_voice_signed_with_a_dash_is_a_paragraph_however_many_stand_in_a_row() -> None:
    voices = [f"“The quay belongs to all of us in row {number}.” ― Vera Holm" for number in range(6)]
    text = dumps.browser().replace(dumps.BODY[1], "\n\n".join([*voices, dumps.BODY[1]]))
    assert [paragraph for paragraph in paragraphs(read(text)) if paragraph in voices] == voices


def test_what_somebody_says_is_no_offer_of_the_page() -> None:
    said = "“They fobbed us off by providing a weekly digest of excuses,” Vera Holm, 25, told a meeting on the quay."
    assert said in paragraphs(read("\n\n".join([dumps.TITLE, *dumps.BODY[:1], said, *dumps.BODY[1:]])))


def test_tags_that_a_page_shows_as_text_are_dropped_with_their_reason() -> None:
    document = read(dumps.browser().replace(dumps.BODY[1], f"<p></p>\n\n{dumps.BODY[1]}"))
    assert paragraphs(document) == list(dumps.BODY)
    assert ("<p></p>", "markup with no words in it") in [(dropped.text, dropped.why) for dropped in document.dropped]


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "   \n"),
        lambda text: text.replace(" ", "\xa0"),
        lambda text: "\n".join(f"\t{line}" if line else line for line in text.split("\n")),
        lambda text: f"\ufeff{text}",
        lambda text: "\n".join(f"> {line}".rstrip() for line in text.split("\n")),
        lambda text: "\n".join(f">> {line}".rstrip() for line in text.split("\n")),
        lambda text: f"{dumps.TITLE} - The Saltmarsh Courier\n{text}",
    ],
    ids=["line ends", "blanks at the end", "fixed blanks", "tabs", "a byte order mark", "quoted", "twice quoted", "page title"],
)
def test_an_article_is_the_same_however_its_lines_were_carried(changed: Callable[[str], str]) -> None:
    clean = read_source(dumps.browser().encode(), "ferry.txt")
    carried = read_source(changed(dumps.browser()).encode(), "ferry.txt")
    for name in ("title", "lead", "authors", "published", "sections", "images"):
        assert getattr(carried, name) == getattr(clean, name)


def test_a_picture_shown_twice_is_one_picture() -> None:
    caption = f"{dumps.CAPTION}. Photo: {dumps.CREDIT}"
    head = [dumps.TITLE, "", caption, "", f"By {dumps.AUTHOR}", "2 March 2026", "", dumps.BODY[0], "", caption, ""]
    document = read("\n".join([*head, "\n\n".join(dumps.BODY[1:])]))
    assert [image.caption for image in document.images] == [f"{dumps.CAPTION}."]
    assert [row.kind for row in document.rows if row.text == caption] == ["caption", "caption"]


def test_a_caption_behind_an_agencys_words_and_credit_is_the_caption() -> None:
    caption = f"SKERROW - MARCH 2: The boat at the pier. (Photo: {dumps.CREDIT}) {dumps.CAPTION}"
    (image,) = read("\n\n".join([dumps.TITLE, dumps.BODY[0], caption, *dumps.BODY[1:]])).images
    assert (image.caption, image.credit) == (dumps.CAPTION, dumps.CREDIT)
    assert image.alt == f"SKERROW - MARCH 2: The boat at the pier. (Photo: {dumps.CREDIT})"


def test_a_row_of_pictures_between_title_and_text_has_its_captions_and_no_length() -> None:
    shown = [
        f"{place} in the morning of the day when the boat came back, Monday, {day} March 2026. (Photo: Oona Reed/Coast Archive)"
        for day, place in enumerate(("The pier", "The yard", "The bakery", "The coast road", "The bus stop", "The town hall"), 1)
    ]
    buttons = ["Share", "Copy", "Email", "Facebook", "X", "Reddit", "LinkedIn", "Pinterest", "Flipboard", "Print", "Read More"]
    row = [
        line
        for number, caption in enumerate(shown, 1)
        for line in (
            caption,
            f"{number} of 6 |",
            "",
            caption,
            *buttons,
            caption,
            f"{number} of 6",
            "",
            caption,
            *buttons,
            *buttons,
        )
    ]
    head = [
        *dumps.MENU,
        "Coast boats",
        "",
        "Coast boats",
        "",
        dumps.TITLE,
        "",
        dumps.TITLE,
        "",
        *row,
        "",
        "The boat in six pictures",
        f"By {dumps.AUTHOR}",
        "Updated 9:14 AM GMT, March 9, 2026",
        "",
    ]
    document = read("\n".join([*head, "\n\n".join(dumps.BODY)]))
    assert (document.title, document.published) == (dumps.TITLE, "2026-03-09")
    assert [image.caption for image in document.images] == [caption.partition(" (Photo")[0] for caption in shown]
    assert paragraphs(document) == list(dumps.BODY)


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("Who pays for the ferry: what is the harbour board and what does it do?", None),
        (
            "The ferry that came back empty and the boat that never left | AP News",
            "The ferry that came back empty and the boat that never left",
        ),
        ("‘We were told to wait in the rain for a bus that nobody had ordered!’", None),
    ],
)
@pytest.mark.parametrize(
    "names", [("Ines Calder",), ("Associated Press",), ("Ines Calder", "Bo Linde", "Vera Holm-Strand", "Oona Reed")]
)
def test_a_reader_views_title_and_names_stand_right_above_the_text(title: str, given: str | None, names: tuple[str, ...]) -> None:
    below = ", ".join(names[:-1]) + " and " * (len(names) > 1) + names[-1]
    document = read("\n".join([title, below, "", "\n\n".join(dumps.BODY)]))
    assert (document.title, document.lead, document.authors) == (given or title, None, names)
    assert paragraphs(document) == list(dumps.BODY)


def test_the_day_below_what_somebody_posted_is_not_the_articles() -> None:
    post = ["We shall send the boat back when the hull is dry.", "— Northern Passage (@northernpassage) February 27, 2026"]
    text = "\n\n".join([dumps.TITLE, dumps.BODY[0], *post, *dumps.BODY[1:]])
    document = read(text)
    assert (document.title, document.published) == (dumps.TITLE, None)
    assert paragraphs(document)[0] == dumps.BODY[0]
