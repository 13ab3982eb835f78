"""Test a page's pictures, their captions and credits."""

import json
import re
import time

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.html.reader import read_html
from briefing_tui.sources.shared.credits.captions import credit_in_alt, split_caption
from tests.sources import pages
from tests.sources.pages import DIGEST, STANDFIRST, texts


def test_captions_and_credits_are_parted_and_alt_text_is_no_caption(page: Document) -> None:
    first, second = page.images
    assert (first.caption, first.credit, first.alt) == ("Cracks run along the east quay.", "Ann Arbor/Tidewater", "The east quay")
    assert (second.caption, second.credit, second.url) == ("Tomas Reyl at the gate.", "Kim Soo/Getty Images", "reyl.jpg")


@pytest.mark.parametrize("alt", ["Image", "photo", "Featured image", "quay-east-1.jpg"])
def test_a_word_that_any_picture_has_and_a_file_name_are_no_alt_text(alt: str) -> None:
    page = read_html(pages.PAGE.replace('alt="The east quay"', f'alt="{alt}"'), "x", DIGEST)
    assert page.images[0].alt is None
    assert page.images[0].caption == "Cracks run along the east quay."


def test_what_a_page_shows_until_a_picture_is_loaded_is_no_second_picture() -> None:
    held = '<img src="quay.jpg" alt="The east quay">'
    page = read_html(pages.PAGE.replace(held, f'<div><img src="/grey-placeholder.png"></div><div>{held}</div>'), "x", DIGEST)
    assert page.images == read_html(pages.PAGE, "x", DIGEST).images


def test_the_standfirst_is_no_caption_of_the_picture_beside_it() -> None:
    sign = (
        '<div class="top"><p class="standfirst">Two quays are cracked, and nobody agrees who pays.</p><img src="/sign.png"></div>'
    )
    document = read_html(pages.PAGE.replace(STANDFIRST, sign), "x", DIGEST)
    assert document.lead == "Two quays are cracked, and nobody agrees who pays."
    assert document.lead not in [image.caption for image in document.images]


def test_a_link_that_shows_more_of_a_caption_is_no_part_of_it() -> None:
    page = pages.PAGE.replace(
        "Kim Soo/Getty Images)</figcaption>", 'Kim Soo/Getty Images) <a href="/all">more &gt;</a></figcaption>'
    )
    assert read_html(page, "x", DIGEST).images == read_html(pages.PAGE, "x", DIGEST).images


@pytest.mark.parametrize(
    "alt",
    [
        "Vendors at the quay. (Photo: Ann Arbor / Tidewater)",
        "Vendors at the quay [Foto: Ann Arbor / Tidewater]",
        "Vendors at the quay. Photo: Ann Arbor / Tidewater",
        "Vendors at the quay ©Ann Arbor / Tidewater",
    ],
)
def test_a_credit_in_an_alt_text_has_no_bracket_left(alt: str) -> None:
    assert credit_in_alt(alt) == "Ann Arbor / Tidewater"


def test_pictures_stand_behind_the_paragraph_that_they_follow(page: Document) -> None:
    first, second = page.images
    assert (first.section, first.after) == ("lead", -1)
    assert (second.section, second.after) == ("who-pays", 1)


def test_what_leads_to_another_article_or_stands_in_for_a_picture_is_no_picture() -> None:
    film = "<figure><video></video><figcaption>RELATED: Why the old quay sinks</figcaption></figure>"
    lazy = '<figure><img src="/assets/grey-placeholder.png"></figure>'
    late = (
        '<figure><img src="/a/lazyload-fallback.gif" data-lazy-src="/tide.jpg"><figcaption>The tide at noon</figcaption></figure>'
    )
    more = f"<p>{pages.LORE[2]}</p>"
    document = read_html(pages.PAGE.replace(more, film + lazy + late + more), "x", DIGEST)

    assert ("The tide at noon", "/tide.jpg") in [(image.caption, image.url) for image in document.images]
    assert not [image for image in document.images if "RELATED" in (image.caption or "") or "placeholder" in (image.url or "")]


@pytest.mark.parametrize("initial", ["A. ", "A'", "U."])
def test_captions_of_nothing_but_initials_are_read_in_time(initial: str) -> None:
    caption = f"<figure><img src='tide.jpg'><figcaption>{(initial * 200)[:400]}</figcaption></figure>"
    page = pages.PAGE.replace("<h2>", f"{caption * 200}<h2>", 1)
    started = time.process_time()
    read_html(page, "x", DIGEST)
    assert time.process_time() - started < 2


def test_a_stroke_between_caption_and_credit_is_neithers() -> None:
    caption = "<figcaption>The empty shed / Photo: Rue Salt</figcaption>"
    page = read_html(pages.PAGE.replace("<h2>", f'<figure><img src="shed.jpg">{caption}</figure><h2>', 1), "x", DIGEST)
    assert ("The empty shed", "Rue Salt") in [(image.caption, image.credit) for image in page.images]


def test_what_a_page_says_of_itself_above_the_headline_is_no_caption() -> None:
    said = '<p class="site-description">News from both banks of the river</p>'
    page = read_html(pages.PAGE.replace("<main>", f"{said}<main>").replace('<header class="masthead">', "<header>"), "x", DIGEST)
    assert page.images == read_html(pages.PAGE, "x", DIGEST).images


_FIRST = re.compile(r"(?s)<figure>.*?</figure>")
_SAID = "Cracks run along the east quay."


@pytest.mark.parametrize("name", ["bildunterschrift", "legende", "pie-foto", "didascalia", "bijschrift"])
@pytest.mark.parametrize("tag", ["p", "div", "span"])
def test_what_pages_of_other_languages_call_a_caption_is_one(name: str, tag: str) -> None:
    held = f"<div><img src='quay.jpg'><{tag} class='{name}'>{_SAID} Foto: Ann Arbor</{tag}></div>"
    document = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, document.images[0].credit) == (_SAID, "Ann Arbor")
    assert [text for text in texts(document) if _SAID in text] == []


@pytest.mark.parametrize(
    "words",
    [
        f"<p>{_SAID} | PHOTO : ANN ARBOR</p>",
        f"<p>{_SAID} (foto Ann Arbor)</p>",
        f"<p>{_SAID} Photo Ann Arbor</p>",
        f"<div>{_SAID}</div><div>© Ann Arbor</div>",
    ],
)
def test_words_beside_a_picture_that_end_with_its_credit_are_its_caption(words: str) -> None:
    document = read_html(_FIRST.sub(f"<div><img src='quay.jpg'>{words}</div>", pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, (document.images[0].credit or "").title()) == (_SAID, "Ann Arbor")
    assert document.images[0].url == "quay.jpg"
    assert [text for text in texts(document) if _SAID in text] == []


def test_names_that_are_set_apart_from_a_captions_sentence_are_its_credit() -> None:
    held = f"<figure><img src='quay.jpg'><figcaption>{_SAID} <em>%s</em></figcaption></figure>"
    named = read_html(_FIRST.sub(held % "Ann Arbor", pages.PAGE, count=1), "x", DIGEST).images[0]
    assert (named.caption, named.credit) == (_SAID, "Ann Arbor")
    said = read_html(_FIRST.sub(held % "Ann was there", pages.PAGE, count=1), "x", DIGEST).images[0]
    assert (said.caption, said.credit) == (f"{_SAID} Ann was there", None)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The quay. Photo by the author", "The quay.", "the author"),
        ("The quay. Photo by the author.", "The quay.", "the author"),
        ("The quay. Photo: Quayside Inc.", "The quay.", "Quayside Inc."),
        ("Le quai. Crédit photo : Ann Arbor", "Le quai.", "Ann Arbor"),
        ("Der Kai. Archivfoto: Ann Arbor", "Der Kai.", "Ann Arbor"),
        ("El muelle. Foto de Ann Arbor", "El muelle.", "Ann Arbor"),
        ("El muelle. Foto de familia", "El muelle. Foto de familia", None),
        ("Il molo (foto Ann Arbor)", "Il molo", "Ann Arbor"),
        ("The quay.Photo: Ann Arbor", "The quay.", "Ann Arbor"),
    ],
)
def test_a_credit_is_told_in_other_languages_too(text: str, caption: str, credit: str | None) -> None:
    assert split_caption(text) == (caption, credit)


def test_a_credit_stands_behind_a_label_that_is_only_spoken() -> None:
    label = '<span class="visually-hidden">Image %s, </span>'
    said = f"{label % 'source'}<span>Ann Arbor</span><figcaption>{label % 'caption'}{_SAID}</figcaption>"
    held = f"<figure><img src='quay.jpg'>{said}</figure>"
    image = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST).images[0]
    assert (image.caption, image.credit) == (_SAID, "Ann Arbor")


def test_a_credit_stands_before_what_hides_the_caption() -> None:
    more = '<b class="hide-caption">hide caption</b>'
    held = f"<div><img src='quay.jpg'><div class='caption'><p>{_SAID} <b>Ann Arbor for KPR</b> {more}</p></div></div>"
    image = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST).images[0]
    assert (image.caption, image.credit) == (_SAID, "Ann Arbor for KPR")


@pytest.mark.parametrize(
    ("words", "credit"),
    [
        (f"<figcaption>{_SAID}</figcaption><footer>Ann Arbor/Tidewater</footer>", "Ann Arbor/Tidewater"),
        (f"<figcaption>{_SAID} <span>(Ann Arbor)</span></figcaption>", "Ann Arbor"),
        (f"<figcaption>{_SAID} | <strong>Ann Arbor/dtw</strong></figcaption>", "Ann Arbor/dtw"),
        (f"<div><span><b></b></span><span>Photo: Ann Arbor</span></div><figcaption>{_SAID}</figcaption>", "Ann Arbor"),
        (f"<figcaption>{_SAID} <span class='source'>26.10.2026 | 2:43 min</span></figcaption>", None),
    ],
    ids=["foot of the figure", "brackets", "bar", "beside the caption", "a day is none"],
)
def test_a_credit_is_found_wherever_a_figure_has_it(words: str, credit: str | None) -> None:
    document = read_html(_FIRST.sub(f"<figure><img src='quay.jpg'>{words}</figure>", pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, document.images[0].credit) == (_SAID, credit)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("岸壁のひび（Ｃ）潮見新聞社", "岸壁のひび", "潮見新聞社"),
        ("岸壁のひび（写真：潮見新聞社）", "岸壁のひび", "潮見新聞社"),
        ("부두의 균열 [사진=물결신문]", "부두의 균열", "물결신문"),
        ("부두의 균열 ⓒ 물결신문", "부두의 균열", "물결신문"),
        ("码头的裂缝 图片来源：潮汐报", "码头的裂缝", "潮汐报"),
        ("Krantinė. Ona Upė nuotr.", "Krantinė.", "Ona Upė"),
        ("Krantinė (Ona Upė / TDW nuotr.)", "Krantinė", "Ona Upė / TDW"),
        ("Пристань. Фото: Анна Река", "Пристань.", "Анна Река"),
        ("Bến cảng. Ảnh: An Sông", "Bến cảng.", "An Sông"),
        ("Laituri. Kuva: Aino Joki", "Laituri.", "Aino Joki"),
        ("A rakpart. Fotó: Anna Part", "A rakpart.", "Anna Part"),
        ("Dermaga (Dok.Tidewater)", "Dermaga", "Dok.Tidewater"),
        ("Der Kai (Archiv 3)", "Der Kai (Archiv 3)", None),
    ],
)
def test_a_credit_is_told_by_the_signs_of_its_script(text: str, caption: str, credit: str | None) -> None:
    assert split_caption(text) == (caption, credit)


def _data(**fields: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "ImageObject", **fields})}</script>'


@pytest.mark.parametrize(
    ("picture", "credit"),
    [
        (f'<img src="quay.jpg" alt="{_SAID}">', None),
        (f'<img src="quay.jpg" title="{_SAID} | Ann Arbor/Tidewater">', "Ann Arbor/Tidewater"),
        (_data(caption=_SAID, copyrightHolder="Ann Arbor") + '<img src="quay.jpg">', "Ann Arbor"),
        (_data(description=_SAID, author="Ann Arbor", contentUrl="/w/quay.jpg") + '<img src="quay.jpg">', "Ann Arbor"),
    ],
    ids=["alternative text", "title", "data", "data of an author"],
)
def test_words_below_a_picture_that_its_markup_repeats_are_its_caption(picture: str, credit: str | None) -> None:
    held = f'<div class="xa1"><div>{picture}</div><div class="xa2"><p class="xa3">{_SAID}</p></div></div>'
    document = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, document.images[0].credit) == (_SAID, credit)
    assert [text for text in texts(document) if _SAID in text] == []


def test_data_name_the_maker_of_a_picture_without_a_caption() -> None:
    held = _data(contentUrl="https://quays.example/large/east-quay-cracked.jpg", creditText="Photo: Ann Arbor")
    held += '<figure><img src="/small/east-quay-cracked.jpg?w=300"></figure>'
    document = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, document.images[0].credit) == (None, "Ann Arbor")


@pytest.mark.parametrize(
    "held",
    [
        f'<div class="xa1"><span>Photo: Ann Arbor</span><img src="quay.jpg"><div>{_SAID}</div></div>',
        f'<a href="#picture-1"><figure><img src="quay.jpg"><figcaption>{_SAID} Photo: Ann Arbor</figcaption></figure></a>',
        f'<a href="quay-large.jpg"><figure><img src="quay.jpg"><figcaption>{_SAID} Photo: Ann Arbor</figcaption></figure></a>',
        f'<figure><img src="quay.jpg"><figcaption><small>{_SAID} Photo: Ann Arbor</small></figcaption></figure>',
    ],
    ids=["credit above the picture", "a link within the page", "a link to the file", "all in small print"],
)
def test_caption_and_credit_are_found_however_a_page_lays_them_out(held: str) -> None:
    document = read_html(_FIRST.sub(held, pages.PAGE, count=1), "x", DIGEST)
    assert (document.images[0].caption, document.images[0].credit) == (_SAID, "Ann Arbor")


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://courier.example/2026/", "https://courier.example/2026/quay.jpg"),
        ("", "quay.jpg"),
        (".", "quay.jpg"),
        ("https://[", "quay.jpg"),
    ],
)
def test_the_address_of_a_picture_refers_to_what_the_page_says(base: str, url: str) -> None:
    words = f"<div><img src='quay.jpg'><p>{_SAID} (foto Ann Arbor)</p></div>"
    page = _FIRST.sub(words, pages.PAGE, count=1).replace("<head>", f'<head><base href="{base}">', 1)
    assert read_html(page, "x", DIGEST).images[0].url == url
