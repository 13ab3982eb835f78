"""Selecting and copying, by keys and by mouse."""

import pytest

from briefing_tui.settings import paths
from tests.ui.driver import DIGEST, Opener


async def test_selection_starts_at_the_first_word_and_grows_by_words_characters_and_lines(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("}", "}", "}", "v")
        assert on.selected_words() == "The"
        await on.press("w", "w")
        assert on.selected_words() == "The first to"
        await on.press("h")
        assert on.selected_words() == "The first t"
        await on.press("l", "b")
        assert on.selected_words() == "The first t"
        line = len("The first t")
        await on.press("j")
        assert line + 30 < len(on.selected_words() or "") < line + 90
        await on.press("k")
        assert on.selected_words() == "The first t"
        await on.press("j")
        assert "Y cite" in on.footer()
        await on.press("escape")
        assert on.selected_words() is None


async def test_y_copies_the_selection_and_ends_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("}", "}", "}", "v", "w", "y")
        assert on.copied == ["The first"]
        assert on.selected_words() is None


async def test_y_copies_the_paragraph_or_the_item_that_one_is_at(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("}", "}", "}", "y", "3", "j", "y")
        assert on.copied[0].startswith("The first to notice was a dog.")
        assert on.copied[1] == " […] ".join(on.briefing().quotes[1].parts)


async def test_capital_y_copies_a_quote_with_speaker_title_and_publisher(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "Y")
        quote = on.briefing().quotes[0]
        assert on.copied == [
            "“" + "” […] “".join(quote.parts) + f"” — {quote.speaker_name}, The harbour that would not settle, "
            "by Ines Calder (The Saltmarsh Courier, 2 March 2026, updated 4 March 2026)"
        ]


async def test_dragging_selects_and_a_second_click_selects_a_word(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.select_with_mouse("The first")
        assert on.selected_words() == "The first"
        await on.press("escape")
        await on.click("first to notice", "article", times=2)
        assert on.selected_words() == "first"


async def test_words_that_are_not_the_articles_are_cited_without_quotation_marks(open_reader: Opener) -> None:
    async with open_reader(DIGEST) as on:
        await on.press("1", "Y", "2", "Y", "escape")
        assert all("“" not in copied and "a briefing's words on" in copied for copied in on.copied)
        await on.press("0", "]", "]", "}", "Y")
        assert "“" not in on.copied[-1]


async def test_a_digests_quote_block_is_cited_with_its_speaker(open_reader: Opener) -> None:
    async with open_reader(DIGEST) as on:
        await on.press(")", ")", "Y")
        quote = on.briefing().quotes[1]
        assert on.copied == [
            f"“{quote.parts[0]}” — {quote.speaker_name}, US-Pakistani ties, by Shamil Shams (Deutsche Welle, 29 March 2012)"
        ]


async def test_parts_of_a_quote_are_not_run_together(open_reader: Opener) -> None:
    async with open_reader() as on:
        quotes = on.briefing().quotes
        number = next(number for number, quote in enumerate(quotes) if len(quote.parts) > 1)
        await on.press("3", *("j" for _ in range(number)), "y", "Y")
        assert on.copied[0] == " […] ".join(quotes[number].parts)
        assert "” […] “" in on.copied[1]


async def test_a_selection_grows_by_pages_and_to_the_end(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("v", "space")
        assert len(on.selected_paragraphs()) > 3
        await on.press("G")
        assert on.selected_paragraphs()[-1] == on.article_paragraphs()[-1]


@pytest.mark.parametrize(
    ("width", "shown"),
    [(40, "y copy Y cite a note A colour"), (120, "y copy Y cite a note A colour Esc leave ←jk→wb move")],
)
async def test_the_footer_says_what_can_be_done_with_a_selection(width: int, shown: str, open_reader: Opener) -> None:
    async with open_reader(size=(width, 30)) as on:
        await on.press("v", "w")
        assert " ".join(on.footer().split()) == shown
        await on.click("colour", "footer")
        assert on.screen_name() == "choice"


CITED = """---
briefing: 1
title: The quay
publisher: The Saltmarsh Courier
source: {name: quay.txt, url: "https://example.org/quay", sha256: ""}
---

# The quay

## Summary

- The quay moved three times in March. ([Lead](#lead))
- It will go on moving. ([Lead](#lead))

## Article

### Lead

The quay moved three times in March. Nobody knows why.
"""


async def test_a_summary_point_that_is_a_sentence_of_the_article_is_cited_as_the_articles_words(open_reader: Opener) -> None:
    async with open_reader(text=CITED) as on:
        await on.press("1", "Y", "j", "Y")
        origin = "The quay (The Saltmarsh Courier, https://example.org/quay)"
        assert on.copied == [
            f"“The quay moved three times in March.” — {origin}",
            f"It will go on moving. — a briefing's words on {origin}",
        ]


async def test_an_image_is_cited_with_its_credit(open_reader: Opener) -> None:
    async with open_reader() as on:
        image = on.briefing().images[0]
        await on.press("4", "Y", "enter", "Y")
        assert image.credit
        assert all(f"” ({image.credit}) — The harbour" in copied for copied in on.copied)


async def test_the_settings_choose_the_style_of_citations_and_the_palette_has_each(open_reader: Opener) -> None:
    file = paths.config() / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[reader]\ncitation = 'ris'\n", "utf-8")
    async with open_reader() as on:
        await on.press("3", "Y")
        assert on.copied[-1].startswith("TY  - NEWS\n")
        on.open_palette()
        await on.wait_for_work()
        await on.press(*"with citation as bib")
        await on.wait_for_work()
        await on.press("enter")
        await on.wait_for_work()
        assert on.copied[-1].startswith("@misc{calder2026harbour,\n")


async def test_without_an_address_there_is_no_link_to_copy(open_reader: Opener) -> None:
    file = paths.config() / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[reader]\ncitation = 'link'\n", "utf-8")
    async with open_reader() as on:
        await on.press("3", "Y")
        assert on.copied == []
        assert "no web address" in on.screen_text()


async def test_a_selection_that_ends_at_the_space_of_a_wrap_goes_on_a_line_below(open_reader: Opener) -> None:
    async with open_reader(size=(60, 20)) as on:
        await on.press("}", "}")
        text = on.current_paragraph()
        number = on.article_paragraphs().index(text)
        rows = [row.strip("▎│▏▌ ") for row in on.article_rows()]
        ends = [text.index(row) + len(row) for row in rows if len(row) > 30 and row in text]
        assert text[ends[1]] == " "
        on.select(number, 0, ends[1])
        await on.press("j")
        assert ends[1] + 20 < len(on.selected_words() or "") <= ends[2] + 1
