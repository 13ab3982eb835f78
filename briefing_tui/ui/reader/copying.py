"""Taking words out of the reader: which ones are meant, who said them, and the way to the clipboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.counts import counted
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker
from briefing_tui.ui.reader.citation import Taken
from briefing_tui.ui.view.pane_items import Item

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen


def words_here(reader: ReadScreen) -> Taken | None:
    """The selected words, or those of the item or the paragraph that one is at; None where there are none."""
    article = reader.article
    if article.selection:
        is_verbatim = all(_is_verbatim(reader, block) for block in article.selection.ranges(article.blocks))
        words = article.selection.text(article.blocks)
        return Taken((words,), "the selection", is_verbatim, _speaker_of_selection(reader) if is_verbatim else None)
    if reader.frame.region == "pane" and reader.side.shown.item:
        return _item(reader, reader.side.shown.item)
    if not article.blocks:
        return None
    address = article.text.address(article.current)
    if address.kind == "quote":
        return _quote(reader.session.briefing, address.item)
    what = "the paragraph" if address.kind == "paragraph" else f"the {address.kind}"
    return Taken((article.blocks[article.current].text,), what, _is_verbatim(reader, article.current))


def _is_verbatim(reader: ReadScreen, block: int) -> bool:
    """Whether a block's words are the article's own: in a digest only its quotes and captions are, nowhere the bylines."""
    style = reader.article.blocks[block].style
    if reader.session.briefing.article == "digest":
        return style in ("verbatim", "caption")
    return style not in ("meta", "credit")


def _quote(briefing: Briefing, quote_id: str) -> Taken:
    quote = next(quote for quote in briefing.quotes if quote.id == quote_id)
    who = speaker(briefing, quote)
    return Taken(quote.parts, "the quote", speaker=None if who == UNATTRIBUTED else who)


def _item(reader: ReadScreen, item: Item) -> Taken:
    briefing = reader.session.briefing
    match item.kind:
        case "quote":
            return _quote(briefing, item.id)
        case "actor":
            actor = next(actor for actor in briefing.actors if actor.id == item.id)
            return Taken((f"{actor.name} ({'; '.join(actor.roles)})" if actor.roles else actor.name,), "the actor", False)
        case "image":
            image = next(image for image in briefing.images if image.id == item.id)
            return Taken((image.caption or image.alt or "",), "the caption", image.caption is not None)
        case "note":
            placed = reader.noting.placed(item.id)
            note = placed.note if placed else None
            parts = (f"“{note.words}”" if note.words else "", note.body) if note else ()
            return Taken(("\n\n".join(part for part in parts if part),), "the note", False)
        case "mention" if item.targets:
            block = item.targets[0].block
            return Taken((reader.article.blocks[block].text,), "the paragraph", _is_verbatim(reader, block))
        case _:
            return Taken((item.blocks[0].text,), f"the {item.kind}", False)


def _speaker_of_selection(reader: ReadScreen) -> str | None:
    """Who said the selected words, where they lie within the quotes of one speaker."""
    assert reader.article.selection is not None
    (block, start), (last, end) = reader.article.selection.ends
    names = {
        speaker(reader.session.briefing, quote)
        for quote in reader.session.briefing.quotes
        for target in reader.session.quote_targets(quote)
        if block == last == target.block and target.start <= start + 1 and (target.end is None or end <= target.end)
    }
    return names.pop() if len(names) == 1 and UNATTRIBUTED not in names else None


def copy(reader: ReadScreen, words: str, what: str) -> None:
    """Put words on the terminal's clipboard (OSC 52) and on the system's, where there is one."""
    if not words:
        reader.say("There is nothing to copy here.")
        return
    reader.app.copy_to_clipboard(words)
    reader.run_worker(lambda: to_system_clipboard(words), thread=True, group="clipboard", exit_on_error=False)
    count = len(words.split())
    reader.say(f"Copied {what}: {counted(count, 'word')}.")
    if reader.article.selection:
        reader.article.select(None)


def to_system_clipboard(words: str) -> bool:
    """Hand words to the desktop's clipboard; whether there is one."""
    import pyperclip

    try:
        pyperclip.copy(words)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
