"""The person and the quote where the user of the reader is."""

from briefing_tui.model.briefing import Quote
from briefing_tui.presentation.speakers import named_speaker
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.side import Side


def quote_here(state: ReaderState, side: Side) -> Quote | None:
    """Return the quote under the pane's cursor or in the current paragraph."""
    session, item = state.session, side.shown.item
    quotes = session.briefing.quotes
    if state.active_region == "pane":
        return next((quote for quote in quotes if item is not None and quote.id == item.id), None)
    lit = min((target.block for target in state.lit), default=state.current_block)
    stops = [stop for stop in session.quote_stops if stop[0] == lit]
    return quotes[stops[0][2]] if stops else None


def person_here(state: ReaderState, side: Side) -> str:
    """Return the name of the actor or speaker where the user is.

    It is that under the pane's cursor, or of who speaks in the paragraph; empty if there is none.
    """
    session, item = state.session, side.shown.item
    if state.active_region == "pane" and item is not None and item.id in session.actors:
        return session.actors[item.id].name
    quote = quote_here(state, side)
    return (named_speaker(session.briefing, quote) or "") if quote is not None else ""
