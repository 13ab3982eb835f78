"""Live evidence: highlighted words are in view."""

from tests.ui.driver import Opener


async def test_every_part_of_a_previewed_quote_is_in_view(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3")
        for number in range(len(on.briefing().quotes)):
            first, last = on.rows_of_quote(on.briefing().quotes[number])
            assert first >= 0 or number == 0
            if number and last - first < on.article_height():
                assert last < on.article_height(), number
            await on.press("j")


async def test_opening_an_actor_lights_the_places_that_name_them(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2", "l")
        assert on.lit_words()
