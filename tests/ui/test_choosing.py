"""The list to choose from."""

from briefing_tui.ui.screens.choose import Choice, Chooser
from tests.ui.conftest import Opener


async def test_a_key_typed_before_the_list_has_settled_counts(open_reader: Opener) -> None:
    async with open_reader() as on:
        chooser = Chooser("Marks", [Choice(str(number), f"mark {number}") for number in range(9)], at=2)
        await on.app.push_screen(chooser)
        chooser.action_end(True)
        await on.settle()
        assert chooser.list.cursor == 8
