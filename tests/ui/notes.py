"""What tests of notes share: notes written by keys, those on the disk, and what the reader shows of them."""

from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import config
from tests.ui.conftest import HARBOUR, Driver

ID = HARBOUR.stem


def stored() -> list[Note]:
    """The notes that are on the disk."""
    with NoteStore() as store:
        return store.notes(Wanted(briefing=ID))


async def write(on: Driver, text: str) -> None:
    """Write a note on what one is at, and save it."""
    await on.press("a")
    await on.type(text)
    await on.press("ctrl+s")


def settings(text: str) -> None:
    """Write the file of settings."""
    config().mkdir(parents=True, exist_ok=True)
    (config() / "config.toml").write_text(text)


def noted_words(on: Driver, look: str) -> list[str]:
    """The words that are highlighted in a look."""
    article = on.reader.article
    return [article.blocks[block].text[a:b] for block, spans in sorted(article.ranges(look).items()) for a, b in spans]


def pane_lines(on: Driver) -> list[str]:
    """What the notes' pane lists, block by block."""
    return [block.text for block in on.reader.side.shown.blocks]


def gutter(on: Driver, block: int) -> str:
    """The mark beside a block's first line."""
    return on.reader.article.gutter_of(block, 0)[0]
