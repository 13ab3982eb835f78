"""Links and images: all of an address is shown before one more key opens it."""

import pytest

from tests.ui.driver import Driver, Opener

LINKED = """---
briefing: 1
title: Links
source: {name: links.html, url: "https://courier.example/news/links.html", sha256: ""}
---

## Images

![A quay](photos/quay.jpg)

The quay at low water.
*Ida Marsh*, [Lead](#lead)

## Article

### Lead

The [survey](https://example.org/survey) was read aloud.

Both the [letter](/archive/letter.html) and the [answer](https://example.org/answer) are kept, as the [last part](#the-last) says.

Nothing in this paragraph leads anywhere, but [this](mailto:desk@courier.example) claims to.

One paragraph is plain.

### The last

The last part is short.
"""
SURVEY, LETTER, ANSWER = "https://example.org/survey", "https://courier.example/archive/letter.html", "https://example.org/answer"
ARTICLE = "https://courier.example/news/links.html"
IMAGE = "https://courier.example/news/photos/quay.jpg"


async def shows_then_opens(on: Driver, address: str) -> None:
    """Check that an address is shown whole and that only Enter opens it."""
    assert on.screen_name() == "link"
    assert address in "".join(on.box_rows())
    assert on.opened == []
    await on.press("enter")
    assert on.opened == [address]
    assert on.screen_name() == "reader"


@pytest.mark.parametrize(("words", "address"), [("letter", LETTER), ("answer", ANSWER)])
async def test_every_link_has_a_letter(words: str, address: str, open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        x, y = on.find(words, "article")
        await on.press("f")
        await on.press(*on.jump_letter_at(x, y))
        await shows_then_opens(on, address)
        assert on.region() == "article"


async def test_a_letter_of_a_link_to_a_section_goes_there(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED, size=(120, 16)) as on:
        x, y = on.find("last part", "article")
        await on.press("f")
        await on.press(*on.jump_letter_at(x, y))
        assert on.current_section() == "The last"


@pytest.mark.parametrize(("words", "address"), [("letter", LETTER)])
async def test_a_click_on_a_link_shows_its_address(words: str, address: str, open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.click(words, "article")
        await shows_then_opens(on, address)


async def test_o_opens_the_only_link_of_the_paragraph_or_asks_which(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.click("read aloud", "article")
        assert "o open link" in on.footer()
        await on.press("o")
        await shows_then_opens(on, SURVEY)
        on.opened.clear()
        await on.press("}", "o")
        assert [choice.split()[0] for choice in on.choices()] == ["letter", "answer", "last"]
        await on.press(on.letter_of("answer"))
        await shows_then_opens(on, ANSWER)


async def test_o_opens_the_link_under_the_cursor_or_in_the_selection(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.click("answer", "article")
        await on.press("escape", "o")
        await shows_then_opens(on, ANSWER)
        on.opened.clear()
        await on.press("v", *"www", "o")
        await shows_then_opens(on, LETTER)


async def test_o_elsewhere_and_capital_o_anywhere_open_the_article(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.click("One paragraph", "article")
        assert "open link" not in on.footer()
        for keys in (("o",), ("O",), ("{", "{", "O")):
            await on.press(*keys)
            await shows_then_opens(on, ARTICLE)
            on.opened.clear()


async def test_an_image_opens_its_own_address(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.press("4", "o")
        await shows_then_opens(on, IMAGE)
        on.opened.clear()
        await on.press("enter", "o")
        await shows_then_opens(on, IMAGE)


async def test_an_image_without_an_address_says_so_and_opens_nothing_else(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED.replace("(photos/quay.jpg)", "()")) as on:
        await on.press("4", "o")
        assert "no address" in on.message()
        assert on.screen_name() == "reader"


async def test_what_is_no_web_address_is_shown_and_not_opened(open_reader: Opener) -> None:
    async with open_reader(None, text=LINKED) as on:
        await on.click("claims", "article")
        await on.press("o")
        assert "Not a web address" in on.screen_text()
        await on.press("enter", "o", "enter")
        assert on.opened == []


async def test_two_letters_on_one_row_never_cover_each_other(open_reader: Opener) -> None:
    text = LINKED.replace("The [survey]", "“[Words](https://example.org/words)”, she said. The [survey]")
    text = text.replace("## Images", "## Quotes\n\n> “Words”\n\n— unattributed, [Lead](#lead)\n\n## Images")
    async with open_reader(None, text=text) as on:
        await on.press("f")
        cells = [(x + column, y) for x, y, width in on.jump_labels() for column in range(width)]
        assert len(cells) == len(set(cells))
