"""An article is recognised by its address, otherwise by its words."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.briefing import Briefing, Paragraph, Section, Source
from briefing_tui.model.identity import ALIKE, CORRECTED, Identity, address_key, likeness, sample

_names = st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True)
_segments = st.lists(st.from_regex(r"[a-z0-9][a-z0-9._-]{0,11}|caf%C3%A9|a%20b", fullmatch=True), min_size=1, max_size=4)
_parameters = st.dictionaries(st.sampled_from(["id", "page", "q", "story"]), st.from_regex(r"[a-z0-9]{0,6}", fullmatch=True))
_tracking = st.sampled_from(["utm_source=x", "fbclid=1a", "utm_medium=mail&gclid=z", "at_campaign=y", "mc_cid=0", "CMP=share"])


@st.composite
def addresses(draw: st.DrawFn) -> tuple[str, str, list[str], dict[str, str]]:
    host = f"{draw(_names)}.example"
    segments, parameters = draw(_segments), draw(_parameters)
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    return f"https://{host}/{'/'.join(segments)}{'?' + query if query else ''}", host, segments, parameters


@given(addresses(), st.randoms(use_true_random=False), _tracking)
def test_what_says_nothing_about_the_page_makes_no_difference(
    made: tuple[str, str, list[str], dict[str, str]], chance: random.Random, tracking: str
) -> None:
    url, host, segments, parameters = made
    pairs = [f"{key}={value}" for key, value in parameters.items()] + tracking.split("&")
    chance.shuffle(pairs)
    scheme, port = chance.choice([("http", ":80"), ("https", ":443"), ("HTTP", ""), ("https", "")])
    prefix = chance.choice(["", "www.", "m.", "amp.", "WWW."])
    slash, fragment = chance.choice(["", "/", "//"]), chance.choice(["", "#comments", "#:~:text=words"])
    other = f"{scheme}://{prefix}{host.upper()}{port}/{'/'.join(segments)}{slash}?{'&'.join(pairs)}{fragment}"
    assert address_key(other) == address_key(url) != ""


@given(addresses(), addresses())
def test_other_pages_have_other_keys(
    one: tuple[str, str, list[str], dict[str, str]], other: tuple[str, str, list[str], dict[str, str]]
) -> None:
    assert (one[1:] == other[1:]) == (address_key(one[0]) == address_key(other[0]))


@given(addresses())
def test_a_key_has_itself_as_its_key(made: tuple[str, str, list[str], dict[str, str]]) -> None:
    key = address_key(made[0])
    assert address_key(f"https://{key}") == key


@given(st.text(max_size=60))
def test_no_text_is_too_odd_for_an_address(text: str) -> None:
    for url in (text, f"https://{text}", f"https://courier.example/{text}"):
        key = address_key(url)
        assert "\n" not in key or "\n" in text


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///home/me/article.html",
        "https://courier.example",
        "https://www.courier.example/?utm_source=x",
        "mailto:a@b.example",
    ],
)
def test_what_is_no_page_of_an_article_has_no_key(url: str) -> None:
    assert address_key(url) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://courier.example/story?id=1", "https://courier.example/story?id=2"),
        ("https://courier.example/Story", "https://courier.example/story"),
        ("https://courier.example:8080/story", "https://courier.example/story"),
        ("https://www.example/story", "https://m.example/story"),
        ("https://courier.example/#!/1", "https://courier.example/#!/2"),
    ],
)
def test_what_may_be_another_article_is_kept_apart(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/2026/the-harbour-moved/amp",
        "https://courier.example/2026/the-harbour-moved/amp/",
        "https://amp.courier.example/2026/the-harbour-moved?amp=1",
        "https://courier.example/2026/the-harbour-moved?amp&utm_source=x",
        "https://courier.example/2026/the-harbour-moved?outputType=amp",
        "https://courier.example/2026/the-harbour-moved.amp",
        "https://www.google.com/amp/s/www.courier.example/2026/the-harbour-moved/amp/",
        "https://www.google.co.uk/amp/courier.example/2026/the-harbour-moved",
        "https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/2026/the-harbour-moved",
        "https://cdn.ampproject.org/v/s/courier.example/2026/the-harbour-moved/amp?amp_js_v=a6&usqp=mq331A",
    ],
)
def test_an_accelerated_page_is_the_page(url: str) -> None:
    assert address_key(url) == "courier.example/2026/the-harbour-moved"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/wiki/amp",
        "https://courier.example/2026/amp",
        "https://courier.example/guitars/amp?amp=fender",
        "https://courier.example/amp",
        "https://courier.example/amp/the-harbour-moved",
        "https://www.google.com/amplifier/s/courier.example",
    ],
)
def test_a_page_about_amplifiers_keeps_its_address(url: str) -> None:
    assert address_key(url) == url.removeprefix("https://").removeprefix("www.")


@given(st.text(st.sampled_from("/-.ampht"), max_size=30), _parameters)
def test_the_key_of_any_path_has_itself_as_its_key(path: str, parameters: dict[str, str]) -> None:
    query = "&".join(f"{key}={value}" for key, value in parameters.items())
    key = address_key(f"https://courier.example/{path}?{query}")
    assert not key or address_key(f"https://{key}") == key


def words(chance: random.Random, count: int) -> list[str]:
    letters = "abcdefghijklmnoprstuvw"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 8))) for _ in range(400)]
    return [chance.choice(known) for _ in range(count)]


def paragraphs(text: list[str]) -> list[str]:
    return [" ".join(text[at : at + 40]) for at in range(0, len(text), 40)]


@given(st.integers(0, 10**6), st.integers(150, 6000))
def test_a_corrected_text_is_alike_and_another_is_not(seed: int, count: int) -> None:
    chance = random.Random(seed)
    text = words(chance, count)
    corrected = list(text)
    for _ in range(count // 50):  # one word in fifty, and a paragraph less
        corrected[chance.randrange(count)] = "corrected"
    start = chance.randrange(count - count // 20)
    del corrected[start : start + count // 20]
    assert likeness(sample(paragraphs(text)), sample(paragraphs(corrected))) >= ALIKE
    assert likeness(sample(paragraphs(text)), sample(paragraphs(words(chance, count)))) < CORRECTED


def test_marks_letters_and_lines_make_no_difference() -> None:
    one = sample(["“We measured it three times,” she said.", "It moved three times."])
    assert one == sample(['"WE measured it — three times", she said: it moved', "three times"])


def test_scripts_without_spaces_are_sampled_by_characters() -> None:
    text = "港口的水位今天比昨天高工程师说她测量了三次码头关闭了记者问董事会为什么没有早一点公布这个消息没有人回答"
    assert likeness(sample([text]), sample([text.replace("昨天", "前天")])) >= ALIKE


def test_a_text_without_words_is_like_nothing() -> None:
    assert sample(["… —"]) == ()
    assert likeness((), ()) == 0.0


def test_an_identity_has_what_the_briefing_shows() -> None:
    article = Briefing(
        "harbour",
        source=Source("a.html", "https://www.courier.example/harbour/?utm_source=x#top"),
        sections=(Section("lead", None, (Paragraph("The harbour would not settle."),)),),
    )
    who = Identity(article, Path("/tmp/a.md"), is_filed=True)
    assert (who.briefing, who.path, who.is_filed, who.address) == ("harbour", "/tmp/a.md", True, "courier.example/harbour")
    assert len(who.words) == 2


def test_a_paragraph_of_megabytes_is_sampled_at_once() -> None:
    began = time.process_time()
    assert len(sample(["the harbour would not settle " * 400_000])) > 0
    assert time.process_time() - began < 0.5
