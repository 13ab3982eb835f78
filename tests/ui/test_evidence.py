"""Live evidence: what is lit is in view."""

from tests.ui.conftest import Opener


async def test_every_part_of_a_previewed_quote_is_in_view(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3")
        article = on.reader.article
        for number in range(len(on.reader.session.briefing.quotes)):
            targets = on.reader.session.quote_targets(on.reader.session.briefing.quotes[number])
            first = article.line_of(targets[0].block, targets[0].start)
            last = article.line_of(targets[-1].block, (targets[-1].end or 1) - 1)
            assert article.top <= first or number == 0
            if number and last - first < article.page:
                assert last < article.top + article.page, number
            await on.press("j")


async def test_opening_an_actor_lights_the_places_that_name_them(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2", "l")
        assert on.lit_words()
