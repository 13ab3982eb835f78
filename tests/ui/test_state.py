"""The state of the reader: consequences of a new place, highlight or session."""

from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.undo import UndoLog
from tests.ui.contents import ORDINARY
from tests.ui.driver import HARBOUR, Opener


async def test_the_quote_that_is_corrected_is_the_highlighted_one_and_no_other_once_it_is_left(open_reader: Opener) -> None:
    async with open_reader(text=ORDINARY, path=None) as on:
        await on.press(")")
        first = on.highlighted_quote()
        assert first is not None
        assert list(first.parts) == [words.strip("“”") for words in on.lit_words()]
        await on.press(")")
        second = on.highlighted_quote()
        assert second is not None
        assert second != first
        await on.press("escape")
        assert on.highlighted_quote() is None


async def test_a_previewed_quote_is_the_highlighted_one_until_the_preview_ends(open_reader: Opener) -> None:
    async with open_reader(HARBOUR) as on:
        await on.press("3", "j")
        assert on.highlighted_quote() == on.briefing().quotes[1]
        await on.press("escape")
        assert on.highlighted_quote() is None


async def test_a_speaker_without_quotes_in_the_new_text_is_no_longer_filtered_by(open_reader: Opener) -> None:
    async with open_reader(HARBOUR) as on:
        speaker = next(quote.speaker_name for quote in on.briefing().quotes if quote.speaker_name)
        await on.list_quotes_of(speaker)
        assert on.only_speaker() == speaker
        whole = on.show_beginning(without_quotes=True)
        assert on.only_speaker() is None
        await on.finish_reading(whole)
        await on.settle()
        assert len(on.pane_items()) == len(on.briefing().quotes)


def test_of_several_quotes_in_a_paragraph_the_one_that_begins_at_a_target_is_meant() -> None:
    session = OpenedFile(HARBOUR, HARBOUR.stem).load()
    stops = session.quote_stops
    block, start, number = next(stop for stop in stops if [other[0] for other in stops].count(stop[0]) > 1)
    assert session.quote_at(block, [Target(block, start)]) == session.briefing.quotes[number].id
    assert session.quote_at(block, [Target(block, start + 1)]) is None
    assert session.quote_at(block, [Target(block + 1, start)]) is None


def test_a_change_that_is_forgotten_is_neither_undone_nor_redone() -> None:
    calls: list[str] = []

    class Step:
        def __init__(self, name: str) -> None:
            self.name = name

        def undo(self) -> None:
            calls.append(f"-{self.name}")

        def redo(self) -> None:
            calls.append(f"+{self.name}")

    log = UndoLog()
    kept, outdated = Step("kept"), Step("outdated")
    log.add(kept)
    log.add(outdated)
    log.undo()
    log.forget(outdated)
    log.redo()
    log.undo()
    assert calls == ["-outdated", "-kept"]


def test_with_nothing_to_undo_here_the_fallback_is_asked() -> None:
    calls: list[str] = []

    class Store:
        def undo(self) -> None:
            calls.append("undo")

        def redo(self) -> None:
            calls.append("redo")

    log = UndoLog()
    log.undo()
    log.redo()
    log.fallback = Store
    log.undo()
    log.redo()
    assert calls == ["undo", "redo"]
