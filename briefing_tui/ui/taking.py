"""Taking words out of the reader: which ones are meant, who said them, and the way to the clipboards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.items import Item, index_of, speaker_of

if TYPE_CHECKING:
    from briefing_tui.ui.screens.read import ReadScreen


def words_here(reader: ReadScreen) -> tuple[str, str]:
    """The selected words, or those of the item or the paragraph that one is at, and what they are called."""
    article = reader.article
    if article.selection:
        return article.selection.text(article.blocks), "the selection"
    if reader.frame.region == "pane" and reader.side.shown.item:
        item = reader.side.shown.item
        return _item_words(reader, item), f"the {'point' if item.kind == 'point' else item.kind}"
    if not article.blocks:
        return "", ""
    kind = article.text.address(article.current).kind
    return article.blocks[article.current].text, "the paragraph" if kind == "paragraph" else f"the {kind}"


def _item_words(reader: ReadScreen, item: Item) -> str:
    if item.kind == "quote":
        quote = next(quote for quote in reader.session.briefing.quotes if quote.id == item.id)
        return "\n\n".join(quote.parts)
    if item.kind == "actor":
        actor = next(actor for actor in reader.session.briefing.actors if actor.id == item.id)
        return f"{actor.name} ({'; '.join(actor.roles)})" if actor.roles else actor.name
    return item.blocks[0].text if item.blocks else ""


def speaker_here(reader: ReadScreen) -> str | None:
    """Who said the words that `words_here` gives, where they lie within one quote; None for anything else."""
    article, session = reader.article, reader.session
    if reader.frame.region == "pane" and not article.selection:
        item = reader.side.shown.item
        number = index_of(reader.side.shown.items, item.id) if item and item.kind == "quote" else None
        quotes = [quote for quote in session.briefing.quotes if item and quote.id == item.id] if number is not None else []
    elif article.selection:
        (block, start), (last, end) = article.selection.ends
        quotes = [
            quote
            for quote in session.briefing.quotes
            for target in session.quote_targets(quote)
            if block == last == target.block and target.start <= start + 1 and (target.end is None or end <= target.end)
        ]
    else:
        return None
    names = {speaker_of(quote) for quote in quotes}
    return names.pop() if len(names) == 1 and "unattributed" not in names else None


def copy(reader: ReadScreen, words: str, what: str) -> None:
    """Put words on the terminal's clipboard (OSC 52) and on the system's, where there is one."""
    if not words:
        reader.say("There is nothing to copy here.")
        return
    reader.app.copy_to_clipboard(words)
    reader.run_worker(lambda: to_system_clipboard(words), thread=True, group="clipboard", exit_on_error=False)
    count = len(words.split())
    reader.say(f"Copied {what}: {count} word{'' if count == 1 else 's'}.")
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
