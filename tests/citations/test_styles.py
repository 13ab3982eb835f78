"""Every citation style, whole, for articles of all sorts."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from briefing_tui.citations.cited import Cited, CitedWords, image_words, quote_words
from briefing_tui.citations.names import author_name
from briefing_tui.citations.styles import CITATION_STYLES, cite
from briefing_tui.model.briefing import Briefing, Image, Paragraph, Place, Quote, Section, Source

URL = "https://ledger.example/harbour"
HARBOUR = Briefing(
    "harbour",
    title="The harbour that would not settle",
    publisher="The Portolan Ledger",
    authors=("Ines Calder", "Ursula von der Aa"),
    published="2025-11-07",
    modified="2025-11-09",
    language="en",
    source=Source("harbour.html", URL),
    sections=(
        Section(
            "lead", None, (Paragraph("“We measured it,” Maria Ortega said. It was, she said, nobody's money, and it rained."),)
        ),
    ),
)
QUOTE = CitedWords(("We measured it,",), speaker="Maria Ortega", places=(Place("lead", 0, 1, 16),))
CAPTION = image_words(Image("quay", "Cracks in the quay.", credit="Photo: Tomas Birk"))
EDITORS = CitedWords(("The quay moves.",), is_verbatim=False)
BARE = Briefing("2025-harbour")


def of(style: str, briefing: Briefing = HARBOUR, words: CitedWords | None = QUOTE) -> str:
    return cite(style, Cited(briefing, words))


def with_parts(**parts: Any) -> Briefing:
    return structs.replace(HARBOUR, **parts)


def test_plain_text() -> None:
    origin = (
        "The harbour that would not settle, by Ines Calder and Ursula von der Aa "
        f"(The Portolan Ledger, 7 November 2025, updated 9 November 2025, {URL})"
    )
    assert of("plain") == f"“We measured it” — Maria Ortega, {origin}"
    assert of("plain", words=CAPTION) == f"“Cracks in the quay.” (Photo: Tomas Birk) — {origin}"
    assert of("plain", words=EDITORS) == f"The quay moves. — a briefing's words on {origin}"
    assert of("plain", words=None) == origin
    assert of("plain", BARE) == "“We measured it” — Maria Ortega, Untitled"


def test_markdown() -> None:
    where = "(The Portolan Ledger, 7 November 2025, updated 9 November 2025)"
    origin = f"[The harbour that would not settle]({URL}), by Ines Calder and Ursula von der Aa {where}"
    assert of("markdown") == f"> “We measured it”\n>\n> — Maria Ortega, {origin}"
    assert of("markdown", words=CAPTION) == f"> Cracks in the quay.\n>\n> — Photo: Tomas Birk, {origin}"
    assert of("markdown", words=EDITORS) == f"The quay moves.\n\n— a briefing's words on {origin}"
    assert of("markdown", BARE, None) == "*Untitled*"


def test_in_markdown_nothing_of_an_article_is_markup() -> None:
    hostile = with_parts(title="[x](javascript:alert) *a*", publisher="<b>", source=Source("", "https://e.example/a) [y](z"))
    made = of("markdown", hostile, CitedWords(("# *not* a heading\n\n- nor a list",)))
    assert made.startswith("> # ") is False
    assert "\n> \\# \\*not\\* a heading\n>\n> \\- nor a list\n" in f"\n{made}"
    assert "[\\[x\\](javascript:alert) \\*a\\*](<https://e.example/a) [y](z>)" in made


def test_bibtex() -> None:
    assert of("bibtex") == (
        "@misc{calder2025harbour,\n"
        "  author = {Calder, Ines and von der Aa, Ursula},\n"
        "  title = {{The harbour that would not settle}},\n"
        "  howpublished = {The Portolan Ledger},\n"
        "  year = {2025},\n"
        "  month = nov,\n"
        "  day = {7},\n"
        f"  url = {{{URL}}},\n"
        "  note = {updated 9 November 2025; “We measured it” (Maria Ortega)},\n"
        "}"
    )
    assert of("bibtex", BARE, None) == "@misc{2025harbour,\n  title = {{Untitled}},\n}"


def test_bibtex_keeps_umlauts_and_balances_braces() -> None:
    odd = with_parts(
        title="Über } 100 % {Öl} & \\x_y", authors=("Jörg Größe", "dpa", "Tide and Time"), published=None, modified=None
    )
    made = of("bibtex", odd, None)
    assert made.startswith("@misc{grosseuber,")
    assert "author = {Größe, Jörg and {dpa} and {Tide and Time}}" in made
    assert r"title = {{Über \textbraceright{} 100 \% \textbraceleft{}Öl\textbraceright{} \& \textbackslash{}x\_y}}" in made
    assert made.count("{") == made.count("}")


def test_csl_json() -> None:
    assert json.loads(of("csl-json")) == [
        {
            "id": "calder2025harbour",
            "type": "article-newspaper",
            "title": "The harbour that would not settle",
            "container-title": "The Portolan Ledger",
            "author": [
                {"family": "Calder", "given": "Ines"},
                {"family": "Aa", "given": "Ursula", "non-dropping-particle": "von der"},
            ],
            "issued": {"date-parts": [[2025, 11, 7]]},
            "URL": URL,
            "language": "en",
            "note": "updated 9 November 2025; “We measured it” (Maria Ortega)",
        }
    ]
    assert json.loads(of("csl-json", BARE, None)) == [{"id": "2025harbour", "type": "webpage", "title": "Untitled"}]


def test_a_family_name_of_two_words_behind_a_particle_is_one() -> None:
    (made,) = json.loads(of("csl-json", structs.replace(BARE, authors=("Ana de Souza Lima",)), None))
    assert made["author"] == [{"family": "Souza Lima", "given": "Ana", "non-dropping-particle": "de"}]


def test_ris() -> None:
    assert of("ris") == (
        "TY  - NEWS\n"
        "ID  - calder2025harbour\n"
        "TI  - The harbour that would not settle\n"
        "AU  - Calder, Ines\n"
        "AU  - von der Aa, Ursula\n"
        "T2  - The Portolan Ledger\n"
        "PY  - 2025\n"
        "DA  - 2025/11/07/\n"
        f"UR  - {URL}\n"
        "LA  - en\n"
        "N1  - updated 9 November 2025; “We measured it” (Maria Ortega)\n"
        "ER  - "
    )
    assert of("ris", BARE, None) == "TY  - ELEC\nID  - 2025harbour\nTI  - Untitled\nER  - "


def test_an_article_in_another_script_keeps_its_letters() -> None:
    chinese = with_parts(id="port-2025", title="港口不肯安定", authors=("王小明",), publisher="潮汐日报", modified=None)
    assert of("bibtex", chinese, None).startswith("@misc{port2025,\n  author = {{王小明}},\n  title = {{港口不肯安定}},")
    assert json.loads(of("csl-json", chinese, None))[0]["author"] == [{"literal": "王小明"}]
    assert "AU  - 王小明\n" in of("ris", chinese, None)


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        ("Ines Calder", "Calder, Ines"),
        ("Maria de la Cruz Soto", "de la Cruz Soto, Maria"),
        ("Tomas Birk Jr.", "Birk, Tomas, Jr."),
        ("Portolan News Agency", "Portolan News Agency"),
        ("The Portolan Ledger", "The Portolan Ledger"),
        ("Harbour Watch", "Watch, Harbour"),
        ("Calder, Birk and others", "Calder, Birk and others"),
        ("Sorrel", "Sorrel"),
    ],
)
def test_the_family_name_of_a_person_comes_first(name: str, inverted: str) -> None:
    assert author_name(name, "The Portolan Ledger").inverted == inverted


def test_a_link_leads_to_the_words() -> None:
    assert of("link") == f"{URL}#:~:text=We%20measured%20it"
    assert of("link", words=None) == of("link", words=EDITORS) == URL
    assert of("link", BARE) == ""
    assert of("link", with_parts(source=Source("", f"{URL}#top"))) == f"{URL}#top:~:text=We%20measured%20it"


def article_of(*paragraphs: str) -> Briefing:
    return with_parts(sections=(Section("lead", None, tuple(map(Paragraph, paragraphs))),))


def directive(briefing: Briefing, *places: Place, words: str = "x") -> str:
    return of("link", briefing, CitedWords((words,), places=places)).partition("#:~:text=")[2]


def test_signs_that_mean_something_in_a_directive_are_encoded() -> None:
    text = "A cross-bred dog, fish & chips: 100 % of it."
    assert directive(article_of(text), Place("lead", 0, 2, len(text) - 1)) == (
        "cross%2Dbred%20dog%2C%20fish%20%26%20chips%3A%20100%20%25%20of%20it"
    )


def test_words_that_occur_before_get_the_words_beside_them() -> None:
    text = "It moved in March, when nobody looked. Then it moved in April."
    at = text.rindex("it moved")
    assert directive(article_of(text), Place("lead", 0, at, at + 8)) == "when%20nobody%20looked.%20Then-,it%20moved"


def test_long_words_are_given_by_their_beginning_and_end() -> None:
    first, second = "The survey found cracks in two quays, and " * 4, "Nobody agrees on who is to pay for all of them in the end."
    made = directive(article_of("Before.", first, second), Place("lead", 1), Place("lead", 2))
    assert made == "The%20survey%20found%20cracks,them%20in%20the%20end."


def test_a_quote_that_its_speech_tag_interrupts_is_given_from_its_first_words_to_its_last() -> None:
    text = "“We measured it again and again,” she said, “and each time it had moved a little further out, towards the islands.”"
    quote = Quote("q", ("We measured it again and again,", text[text.index("and each") : -1]), speaker_name="Maria Ortega")
    places = (Place("lead", 0, 1, 32), Place("lead", 0, text.index("and each"), len(text) - 1))
    words = quote_words(article_of(text), quote, places)
    assert of("link", article_of(text), words).endswith("#:~:text=We%20measured%20it%20again,out%2C%20towards%20the%20islands.")


WORDS = st.sampled_from(["it", "moved", "the", "quay", "cross-bred", "fish,", "“and", "chips”", "ÉTÉ", "港口"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=4)


@given(PARAGRAPHS, st.integers(0, 3), st.integers(0, 40), st.integers(1, 60))
def test_a_directive_has_the_form_that_browsers_read_for_any_words(
    paragraphs: list[str], number: int, start: int, length: int
) -> None:
    number %= len(paragraphs)
    text = paragraphs[number]
    start %= len(text)
    made = directive(article_of(*paragraphs), Place("lead", number, start, min(len(text), start + length)))
    assert re.fullmatch(r"(?:[^,&-]+-,)?[^,&-]+(?:,[^,&-]+)?(?:,-[^,&-]+)?", made) or not text[start : start + length].strip(" ,")
    assert all(map(unquote, made.split(","))) or not made


@pytest.mark.parametrize("style", CITATION_STYLES)
@given(title=st.text(), author=st.text(), publisher=st.text(), words=st.text())
def test_no_text_makes_a_style_fail_or_leave_its_form(style: str, title: str, author: str, publisher: str, words: str) -> None:
    made = of(style, with_parts(title=title, authors=(author,), publisher=publisher), CitedWords((words,), speaker=author))
    if style == "bibtex":
        assert made.count("{") == made.count("}")
    elif style == "csl-json":
        assert len(json.loads(made)) == 1
    elif style == "ris":
        assert all(re.match("[A-Z][A-Z0-9]  - ", line) for line in made.split("\n"))


def test_words_that_are_a_quotation_get_no_second_marks() -> None:
    assert of("plain", BARE, CitedWords(("“It moved,”",))) == "“It moved” — Untitled"


@pytest.mark.parametrize("words", ["“It moved,” she said, “three times.”", "“Nobody’s money” is what he called it."])
def test_words_that_only_begin_or_end_with_a_quotation_are_quoted_as_a_whole(words: str) -> None:
    assert of("plain", BARE, CitedWords((words,))).startswith(("“‘", "““"))
