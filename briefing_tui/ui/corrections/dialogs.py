"""Dialogs that correct the quote or the actor that the user is at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing_tui.presentation.speakers import speaker

if TYPE_CHECKING:
    from briefing_tui.contentfile.rebuild.briefing_edits import BriefingEdit
    from briefing_tui.model.briefing import Actor, Quote
    from briefing_tui.ui.corrections.file_corrector import FileCorrector
    from briefing_tui.ui.dialogs.picker import Option
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.side import Side

_MOST = 50
"""Characters of a quote that a dialog shows."""


class CorrectionDialogs:
    """Asks what is to be corrected, and hands it to the file corrector."""

    def __init__(
        self, state: ReaderState, side: Side, corrector: FileCorrector, with_file: Callable[[Callable[[], None]], None]
    ) -> None:
        """`with_file` calls a function once the briefing has a file, which it may first ask the user to save."""
        self._state, self._side, self._corrector, self._with_file = state, side, corrector, with_file

    # What is to be corrected

    @property
    def quotes_here(self) -> list[Quote]:
        """The pane's quote, the highlighted one, or those of the current paragraph."""
        state, session = self._state, self._state.session
        if state.active_region == "pane":
            item = self._side.shown.item
            quote = session.quotes.get(item.id) if item and item.kind == "quote" else None
            return [quote] if quote else []
        if state.active_region != "article" or not session.text.blocks:
            return []
        here, quotes = state.current_block, session.briefing.quotes
        first = bisect_left(session.quote_stops, (here,))
        last = bisect_left(session.quote_stops, (here + 1,), first)
        begun = [quotes[number] for _, _, number in session.quote_stops[first:last]]
        return [quote for quote in begun if quote.id == state.quote] or begun or session.quotes_by_block.get(here, [])

    @property
    def actor_here(self) -> Actor | None:
        """The actor that the pane's cursor is on, or below."""
        is_listed = self._state.active_region == "pane" and self._state.pane == "actors"
        item = self._side.shown.item if is_listed else None
        if item is None or item.kind not in ("actor", "mention"):
            return None
        name = item.id if item.kind == "actor" else item.id.rpartition("/")[0]
        return self._state.session.actors.get(name)

    def correct(self) -> None:
        """Ask for the correction of the current actor or quote."""
        if self._state.session.partial:
            self._state.say("Still reading the file: a moment.")
        elif actor := self.actor_here:
            self._begin(lambda: self._ask_actor(actor.id))
        elif quotes := self.quotes_here:
            self._begin(lambda: self._ask_speaker(quotes[0].id) if len(quotes) == 1 else self._ask_which(quotes))
        else:
            self._state.say("c corrects a quote's speaker or an actor: go to one (2, 3).")

    def _begin(self, ask: Callable[[], None]) -> None:
        from briefing_tui.contentfile.write.disk import why_not_writable

        def begin() -> None:
            path = self._state.file.path
            if path is not None and (why := why_not_writable(path)):
                self._state.say(f"The file is {why} (C)." if "read-only" in why else f"The file {why}.")
            else:
                ask()

        self._with_file(begin)

    # Speakers

    def _ask_which(self, quotes: list[Quote]) -> None:
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        choices = [
            Choice(quote.id, f"“{_short(quote)}”", f"— {speaker(self._state.session.briefing, quote)}") for quote in quotes
        ]
        self._state.app.push_screen(Chooser("Which quote?", choices), lambda name: self._ask_speaker(name) if name else None)

    def _ask_speaker(self, quote_id: str) -> None:
        from briefing_tui.contentfile.rebuild.briefing_edits import SetSpeaker, SetSpeakerByName, called
        from briefing_tui.ui.dialogs.picker import Option, Picker

        briefing = self._state.session.briefing
        quote = self._state.session.quotes.get(quote_id)
        if quote is None:
            return
        options = [_option(actor, "now, inferred: ⏎ confirms" if quote.inferred else "now", quote) for actor in briefing.actors]
        options.append(Option("nobody", "Nobody that is known", "unattributed", ("none", "unattributed")))

        def fresh(typed: str) -> list[Option]:
            if called(briefing, typed):
                return []
            return [
                Option("person", f"“{typed}”", "a new person"),
                Option("organization", f"“{typed}”", "a new organisation"),
                Option("words", f"“{typed}”", "in these words, no actor"),
            ]

        def act(chosen: str, typed: str) -> str:
            match chosen:
                case "nobody":
                    return self._corrector.write_in_thread(SetSpeaker(quote_id, None))
                case "person" | "organization":
                    return self._corrector.write_in_thread(SetSpeakerByName(quote_id, typed, chosen))
                case "words":
                    return self._corrector.write_in_thread(SetSpeakerByName(quote_id, typed, None))
            return self._corrector.write_in_thread(SetSpeaker(quote_id, chosen.removeprefix("actor:")))

        at = f"actor:{quote.speaker}" if quote.speaker else "nobody"
        picker = Picker(f"Who says “{_short(quote)}”?", options, act, fresh, at)
        self._state.app.push_screen(picker, self._done)

    # Actors

    def _ask_actor(self, actor_id: str) -> None:
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        actor = self._state.session.actors.get(actor_id)
        if actor is None:
            return
        other = "an organisation" if actor.kind == "person" else "a person"
        choices = [
            Choice("name", "Name", actor.name, "n"),
            Choice("roles", "Role", "; ".join(actor.roles) or "none", "r"),
            Choice("kind", f"This is {other}", "", "t"),
            Choice("same", "The same as another actor…", "", "s"),
        ]
        asks = {"name": self._ask_name, "roles": self._ask_roles, "kind": self._change_kind, "same": self._ask_same}
        self._state.app.push_screen(Chooser(actor.name, choices), lambda what: asks[what](actor) if what else None)

    def _ask_name(self, actor: Actor) -> None:
        from briefing_tui.contentfile.rebuild.briefing_edits import RenameActor

        self._ask_line("Name", actor.name, lambda typed: RenameActor(actor.id, typed))

    def _ask_roles(self, actor: Actor) -> None:
        from briefing_tui.contentfile.rebuild.briefing_edits import SetActorRoles

        note = "What they are or do; separate several by semicolons."
        self._ask_line(
            f"Role of {actor.name}", "; ".join(actor.roles), lambda typed: SetActorRoles(actor.id, tuple(typed.split(";"))), note
        )

    def _ask_line(self, title: str, value: str, make: Callable[[str], BriefingEdit], note: str = "") -> None:
        from briefing_tui.ui.dialogs.line_dialog import LineDialog

        ask = LineDialog(title, value, lambda _, typed: self._corrector.write_in_thread(make(typed)), note)
        self._state.app.push_screen(ask, self._done)

    def _change_kind(self, actor: Actor) -> None:
        from briefing_tui.contentfile.rebuild.briefing_edits import SetActorKind

        kind = SetActorKind(actor.id, "organization" if actor.kind == "person" else "person")
        self._corrector.correct(kind)

    def _ask_same(self, actor: Actor) -> None:
        from briefing_tui.contentfile.rebuild.briefing_edits import JoinActors
        from briefing_tui.ui.dialogs.picker import Picker

        others = [_option(other) for other in self._state.session.briefing.actors if other.id != actor.id]
        if not others:
            self._state.say("There is no other actor.")
            return

        def act(chosen: str, _: str) -> str:
            return self._corrector.write_in_thread(JoinActors(actor.id, chosen.removeprefix("actor:")))

        self._state.app.push_screen(Picker(f"{actor.name} is the same as…", others, act), self._done)

    def _done(self, is_written: bool | None) -> None:
        if is_written:
            self._corrector.show()


def _option(actor: Actor, now: str = "", quote: Quote | None = None) -> Option:
    from briefing_tui.ui.dialogs.picker import Option

    detail = now if quote is not None and quote.speaker == actor.id else actor.roles[0] if actor.roles else ""
    return Option(f"actor:{actor.id}", actor.name, detail, actor.aliases)


def _short(quote: Quote) -> str:
    words = " … ".join(quote.parts)
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"
