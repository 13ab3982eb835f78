"""Test the lines beside the headline of a page without metadata: byline, day, reading time."""

import pytest

from briefing_tui.sources.html.head.lines import read_author_and_time
from briefing_tui.sources.html.reader import read_html
from tests.sources.pages import DIGEST, LORE, texts

TITLE = "The harbour that would not settle"


def bare(*lines: str, below: str = "", title: str = TITLE) -> str:
    """Return a page without metadata: its headline, these lines of markup, and the text."""
    text = "".join(f"<p>{line}</p>" for line in LORE)
    head = f"<head><title>{title}</title></head>"
    return f"<html>{head}<body><article><h1>{TITLE}</h1>{''.join(lines)}{text}{below}</article></body></html>"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Ines Calder", ("Ines Calder",)),
        ("Von: Ines Calder und Bo Linde", ("Ines Calder", "Bo Linde")),
        ("Par Ines Calder et Bo Linde", ("Ines Calder", "Bo Linde")),
        ("Por Ines Calder", ("Ines Calder",)),
        ("di Ines Calder", ("Ines Calder",)),
        ("By INES CALDER", ("INES CALDER",)),
        ("Stand: 02.03.2026, 17:45 Uhr Von: Ines Calder", ("Ines Calder",)),
        ("Por Ines Calder | 2 de marzo de 2026 | Tiempo de lectura: 9 min", ("Ines Calder",)),
        ("Ines Calder | Monday, March 2, 2026", ("Ines Calder",)),
        ("By Theresa May, 3 July 2026", ("Theresa May",)),
        ("Texto: Ines Calder y Bo Linde. Fotos: Kim Soo", ("Ines Calder", "Bo Linde")),
        ("Von Ines Calder (Text) und Kim Soo (Bilder)", ("Ines Calder",)),
        ("By Ines Calder in Portolan and Bo Linde in San Marco", ("Ines Calder", "Bo Linde")),
        ("By Ines Calder in Portolan, Illinois", ("Ines Calder",)),
        ("Das Gespräch führte Ines Calder", ("Ines Calder",)),
        ("Por Santiago Ramón y Cajal", ("Santiago Ramón y Cajal",)),
        ("Propos recueillis par Ines Calder", ("Ines Calder",)),
    ],
)
def test_a_byline_is_told_by_its_words_and_is_no_paragraph(line: str, names: tuple[str, ...]) -> None:
    document = read_html(bare(f"<p>{line}</p>"), "x", DIGEST)
    assert (document.authors, texts(document)) == (names, list(LORE))
    assert [row.text for row in document.rows if row.kind == "byline"] == [line]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("12. März 2026, 14:32 Uhr", "2026-03-12", None),
        ("Publié le 3 juillet 2026 à 10h12, mis à jour le 4 juillet 2026 à 08h00", "2026-07-03", "2026-07-04"),
        ("Miércoles, 1 de julio de 2026 | 07:00 h. | Tiempo de lectura: 9 min", "2026-07-01", None),
        ("Pubblicato il 3 luglio 2026 alle 09:40", "2026-07-03", None),
        ("6 min read·Jul 2, 2026", "2026-07-02", None),
        ("4. Juli 2026, 6.15 Uhr · 3 Min. Lesezeit · 48 Kommentare", "2026-07-04", None),
        ("San Portolan, July 2, 2026", "2026-07-02", None),
        ("Gepubliceerd op 3 juli 2026 om 09.20 uur", "2026-07-03", None),
        ("Updated 14:32 GMT, 3 July 2026", "2026-07-03", "2026-07-03"),
    ],
)
def test_a_line_of_a_day_alone_is_the_articles_day(line: str, published: str, modified: str | None) -> None:
    document = read_html(bare(f"<p>{line}</p>"), "x", DIGEST)
    assert (document.published, document.modified, texts(document)) == (published, modified, list(LORE))
    assert [row.text for row in document.rows if row.kind == "date"] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Lesezeit: 5 Minuten",
        "Temps de lecture : 4 min",
        "4 min de lectura",
        "Tempo di lettura: 3 minuti",
        "Actualizado a las 18:05 h",
    ],
)
def test_how_long_an_article_takes_to_read_is_dropped_with_a_reason(line: str) -> None:
    document = read_html(bare(f"<p>{line}</p>"), "x", DIGEST)
    assert texts(document) == list(LORE)
    assert [dropped.why for dropped in document.dropped if dropped.text == line] == [
        "how long it takes to read, or a time of day"
    ]


def test_mere_divs_and_a_list_of_terms_tell_it_as_well() -> None:
    lines = (
        "<dl><dt>Published</dt><dd>2 July 2026</dd><dt>Reading time</dt><dd>7 minutes</dd><dt>By</dt><dd>Ines Calder</dd></dl>"
    )
    document = read_html(bare(lines), "x", DIGEST)
    assert (document.authors, document.published, texts(document)) == (("Ines Calder",), "2026-07-02", list(LORE))
    divs = bare("<div>By BEN STROUD</div><div>Thursday, July 2, 2026 at 9:14 a.m.</div>").replace("<p>", "<div>")
    document = read_html(divs.replace("</p>", "</div>").replace("h1", "div"), "x", DIGEST)
    assert (document.authors, document.published, texts(document)) == (("BEN STROUD",), "2026-07-02", list(LORE))


def test_names_alone_are_a_byline_beside_a_time_only_and_where_the_page_is_not_called_so() -> None:
    line = "<p>Saltmarsh Courier</p><p>2 July 2026</p>"
    assert read_html(bare("<p>Ines Calder</p><p>7-9 minutes</p>"), "x", DIGEST).authors == ("Ines Calder",)
    assert read_html(bare("<p>Ines Calder</p>"), "x", DIGEST).authors == ()
    assert read_html(bare(line, title=f"{TITLE} | The Saltmarsh Courier"), "x", DIGEST).authors == ()


def test_what_stands_below_the_text_counts_where_nothing_does_above() -> None:
    below = "<p>Von Bo Linde</p><p>Veröffentlicht am 2. März 2026</p>"
    document = read_html(bare(below=below), "x", DIGEST)
    assert (document.authors, texts(document)) == (("Bo Linde",), list(LORE))
    document = read_html(bare("<p>Von Ines Calder</p>", below=below), "x", DIGEST)
    assert (document.authors, texts(document)) == (("Ines Calder",), list(LORE))


@pytest.mark.parametrize(
    "text",
    [
        "By the autumn of 2026 nobody at the quay was talking about it any more.",
        "Von den 12 Kuttern lagen am 3. März 2026 noch neun im Hafen.",
        "The harbour in 2026",
        "Two of five",
        "12 quays",
        "Who pays",
    ],
)
def test_a_line_that_tells_something_else_too_is_none(text: str) -> None:
    assert read_author_and_time(text) is None


def byline_box(said: str, name: str = "byline") -> tuple[str, ...]:
    return read_html(bare(f'<div class="{name}">{said}</div>'), "x", DIGEST).authors


def test_a_box_named_byline_gives_names_without_label_and_role() -> None:
    assert byline_box('<span>Words</span> <a href="/@ines">Ines Calder</a>') == ("Ines Calder",)
    assert byline_box("By Ines Calder, Courier staff") == ("Ines Calder",)


def test_the_credits_of_a_reader_view_are_the_articles() -> None:
    view = '<div class="credits reader-credits">Ines Calder</div><div class="reader-estimated-time">7-9 minutes</div>'
    document = read_html(bare(view), "x", DIGEST)
    assert (document.authors, texts(document)) == (("Ines Calder",), list(LORE))
    credit = '<figure><img src="a.jpg"><div class="credits">By Kim Soo</div></figure>'
    assert read_html(bare(credit), "x", DIGEST).authors == ()


@pytest.mark.parametrize(("language", "day"), [("fr", "2026-07-02"), ("en-GB", "2026-07-02"), ("en-US", None), ("en", None)])
def test_a_day_of_mere_numbers_is_read_as_the_pages_language_writes_it(language: str, day: str | None) -> None:
    page = bare("<div><span>Ines CALDER</span> <span>02/07/2026 18:30</span></div>")
    document = read_html(page.replace("<html>", f"<html lang='{language}'>"), "x", DIGEST)
    assert (document.authors, document.published) == (("Ines CALDER",), day)


def test_an_author_of_the_publishers_name_is_none() -> None:
    page = bare("<p>By Ines Calder</p>", title=f"{TITLE} | Saltmarsh Courier")
    named = page.replace("</head>", "<meta name='author' content='Saltmarsh Courier'></head>")
    assert read_html(named, "x", DIGEST).authors == ("Ines Calder",)
    assert read_html(named.replace("<p>By Ines Calder</p>", ""), "x", DIGEST).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés.",
        "Article réservé aux abonnés",
        "À lire aussi Aube : ces villages qui sauvent leurs commerces",
        "Lire aussi : ces villages qui sauvent leurs commerces",
        "S'inscrire à la newsletter « Ma commune » pour recevoir l'actualité",
        "Vous souhaitez réagir ? Connectez-vous",
        "Suscríbete a nuestra newsletter para recibir lo mejor de cada número.",
        "Leggi anche: il ponte riapre dopo sei anni",
        "© Revista Horizonte. Todos los derechos reservados.",
        "Contact Ines Calder at ines@courier.example.",
        "NOW PLAYING",
        "Riproduzione riservata",
        "Heard on Morning Edition",
    ],
)
def test_what_a_page_says_of_itself_in_other_languages_is_dropped(line: str) -> None:
    page = bare().replace(LORE[4], f"{LORE[4]}</p><p>{line}")
    assert texts(read_html(page, "x", DIGEST)) == list(LORE)


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi bien que son père, voilà ce que le garçon voulait apprendre au port.",
        "Il vous reste à comprendre pourquoi le quai a bougé trois fois depuis l'automne.",
        "Compartir el muelle con los barcos de fuera no gusta a nadie en el pueblo.",
        "Contact with the quay was lost at noon, the skipper wrote to the board.",
    ],
)
def test_a_sentence_that_begins_like_it_is_kept(line: str) -> None:
    page = bare().replace(LORE[4], f"{LORE[4]}</p><p>{line}")
    assert line in texts(read_html(page, "x", DIGEST))


@pytest.mark.parametrize("note", ["leitet das Ressort Küste.", "est journaliste à Portolan.", "è una giornalista di Portolan."])
def test_what_a_page_tells_of_its_author_in_another_language_is_no_text(note: str) -> None:
    page = bare("<p>Von Ines Calder</p>", below=f"<p>Ines Calder {note}</p>")
    assert texts(read_html(page, "x", DIGEST)) == list(LORE)


@pytest.mark.parametrize("sign", ["(sda/kwi)", "I. C.", "(AP)"])
def test_a_sign_at_the_texts_end_is_no_paragraph(sign: str) -> None:
    document = read_html(bare(below=f"<p>{sign}</p>"), "x", DIGEST)
    assert (texts(document), document.authors) == (list(LORE), ())


def test_names_above_a_line_of_what_they_do_are_a_byline() -> None:
    lines = "<p>Ines Calder</p><p>Coast correspondent, Portolan</p>"
    document = read_html(bare(lines), "x", DIGEST)
    assert (document.authors, texts(document)) == (("Ines Calder",), list(LORE))
    document = read_html(bare("<p>Ines Calder</p><p>The correspondent was there when the old quay moved.</p>"), "x", DIGEST)
    assert document.authors == ()


def test_a_newsroom_is_no_author() -> None:
    assert byline_box("Redacción", "author") == ()


def test_a_page_that_marks_no_headline_begins_with_it_in_bold() -> None:
    head = f"<font size=5><b>{TITLE}</b></font><br>Posted: Monday, March 2, 2026<br><b>By Ines Calder</b><br>Courier Staff Writer"
    text = "<br><br>".join((head, *LORE))
    page = f"<title>Saltmarsh Courier: {TITLE}</title><table><tr><td>Home</td><td>{text}</td></tr></table>"
    document = read_html(page, "x", DIGEST)
    assert (document.title, document.authors, document.published) == (TITLE, ("Ines Calder",), "2026-03-02")
    assert texts(document) == list(LORE)


def test_a_line_of_only_the_publishers_name_says_nobody() -> None:
    assert read_author_and_time("Saltmarsh Courier", "Saltmarsh Courier") is None
    bracketed = read_author_and_time("(Reporting by Ines Calder; editing by Ann Arbor)")
    assert bracketed is not None
    assert bracketed.names[0] == "Ines Calder"
