"""Quotes and actors set right where one reads: what is under the cursor is asked for, written to the file and shown at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.contentfile.door import Unreadable
from briefing_tui.safety import one_line
from briefing_tui.ui import saving
from briefing_tui.ui.items import speaker_of

if TYPE_CHECKING:
    from briefing_tui.contentfile.changes import Change
    from briefing_tui.contentfile.corrections import Correction
    from briefing_tui.model import Actor, Briefing, Quote
    from briefing_tui.ui.screens.pick import Option
    from briefing_tui.ui.screens.read import ReadScreen
    from briefing_tui.ui.session import Session

_MOST = 50
_TOLD = "Written to the file: U takes it back."


class Done(NamedTuple):
    """A change that is in the file, and the file's bytes before and behind it."""

    change: Change
    before: bytes
    after: bytes


class Written(NamedTuple):
    """What was just changed, and the file as it reads now."""

    done: Done
    session: Session
    stamp: tuple[int, int] | None
    follow: str = ""
    """The actor that another one was made one with."""


class Correcting:
    """One reader's corrections. Methods that end in `_there` run in a thread."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._written: Written | None = None
        self.is_writing = False
        """Whether the file is being changed here, so that its change is no news."""
        self._one_by_one = asyncio.Lock()
        self._is_outdated = False
        """Whether what was to be written does not fit the file any more, so that it can't be tried again."""

    # What is meant

    @property
    def quotes_here(self) -> list[Quote]:
        """The quotes that one is at: the pane's, the lit one, or those of the current paragraph."""
        reader = self._reader
        quotes = reader.session.briefing.quotes
        if reader.frame.region == "pane":
            item = reader.side.shown.item
            return [quote for quote in quotes if item and item.kind == "quote" and quote.id == item.id]
        if reader.frame.region != "article" or not reader.article.blocks:
            return []
        here = reader.article.current
        stops = [(start, quotes[number]) for block, start, number in reader.session.quote_stops if block == here]
        lit = {start for start, _ in reader.article.ranges("lit").get(here, ())}
        found = [quote for _, quote in stops] or self._around(here)
        return [quote for start, quote in stops if start in lit][:1] or found

    def _around(self, block: int) -> list[Quote]:
        """The quote of which a later part, or whose attribution, stands in a block."""
        session = self._reader.session
        address = session.item_at(block)
        return [
            quote
            for quote in session.briefing.quotes
            if (address.kind == "quote" and quote.id == address.item)
            or any(target.block == block for target in session.quote_targets(quote))
        ]

    @property
    def actor_here(self) -> Actor | None:
        """The actor that the pane's cursor is on, or below."""
        reader = self._reader
        item = reader.side.shown.item if reader.frame.region == "pane" and reader.side.current == "actors" else None
        if item is None or item.kind not in ("actor", "mention"):
            return None
        name = item.id if item.kind == "actor" else item.id.rpartition("/")[0]
        return next((actor for actor in reader.session.briefing.actors if actor.id == name), None)

    def correct(self) -> None:
        """Ask what is to be set right of the quote or the actor that one is at."""
        reader = self._reader
        if reader.session.partial:
            reader.say("Still reading the file: a moment.")
        elif actor := self.actor_here:
            self._begin(lambda: self._ask_actor(actor.id))
        elif quotes := self.quotes_here:
            self._begin(lambda: self._ask_speaker(quotes[0].id) if len(quotes) == 1 else self._ask_which(quotes))
        else:
            reader.say("c corrects a quote's speaker or an actor: go to one (2, 3).")

    def _begin(self, ask: Callable[[], None]) -> None:
        from briefing_tui.contentfile.disk import refusal

        def begin() -> None:
            path = self._reader.document.path
            if path is not None and (why := refusal(path)):
                self._reader.say(f"The file is {why} (C)." if "read-only" in why else f"The file {why}.")
            else:
                ask()

        saving.with_file(self._reader, begin)

    # Speakers

    def _ask_which(self, quotes: list[Quote]) -> None:
        from briefing_tui.ui.screens.choose import Choice, Chooser

        choices = [Choice(quote.id, f"“{_short(quote)}”", f"— {speaker_of(quote)}") for quote in quotes]
        self._reader.app.push_screen(Chooser("Which quote?", choices), lambda name: self._ask_speaker(name) if name else None)

    def _ask_speaker(self, quote_id: str) -> None:
        from briefing_tui.contentfile.corrections import SpokenBy, SpokenByName, called
        from briefing_tui.ui.screens.pick import Option, Picker

        briefing = self._reader.session.briefing
        quote = next((quote for quote in briefing.quotes if quote.id == quote_id), None)
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

        def take(chosen: str, typed: str) -> str:
            match chosen:
                case "nobody":
                    return self._apply_there(SpokenBy(quote_id, None))
                case "person" | "organization":
                    return self._apply_there(SpokenByName(quote_id, typed, chosen))
                case "words":
                    return self._apply_there(SpokenByName(quote_id, typed, None))
            return self._apply_there(SpokenBy(quote_id, chosen.removeprefix("actor:")))

        at = f"actor:{quote.speaker}" if quote.speaker else "nobody"
        picker = Picker(f"Who says “{_short(quote)}”?", options, take, fresh, at)
        self._reader.app.push_screen(picker, lambda is_done: self._applied() if is_done else None)

    # Actors

    def _ask_actor(self, actor_id: str) -> None:
        from briefing_tui.ui.screens.choose import Choice, Chooser

        actor = next((actor for actor in self._reader.session.briefing.actors if actor.id == actor_id), None)
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
        self._reader.app.push_screen(Chooser(actor.name, choices), lambda what: asks[what](actor) if what else None)

    def _ask_name(self, actor: Actor) -> None:
        from briefing_tui.contentfile.corrections import Named

        self._ask_line("Name", actor.name, lambda typed: Named(actor.id, typed))

    def _ask_roles(self, actor: Actor) -> None:
        from briefing_tui.contentfile.corrections import InRoles

        note = "What they are or do; several are parted by a semicolon."
        self._ask_line(
            f"Role of {actor.name}", "; ".join(actor.roles), lambda typed: InRoles(actor.id, tuple(typed.split(";"))), note
        )

    def _ask_line(self, title: str, value: str, make: Callable[[str], Correction], note: str = "") -> None:
        from briefing_tui.ui.screens.ask import Ask

        ask = Ask(title, value, lambda _, typed: self._apply_there(make(typed)), note)
        self._reader.app.push_screen(ask, lambda is_done: self._applied() if is_done else None)

    def _change_kind(self, actor: Actor) -> None:
        from briefing_tui.contentfile.corrections import OfKind

        kind = OfKind(actor.id, "organization" if actor.kind == "person" else "person")
        self._reader.run_worker(self._change(kind), group="correct")

    async def _change(self, correction: Correction) -> None:
        async with self._one_by_one:
            if await self._is_written(lambda: self._apply_there(correction)):
                self._applied()

    def _ask_same(self, actor: Actor) -> None:
        from briefing_tui.contentfile.corrections import OneWith
        from briefing_tui.ui.screens.pick import Picker

        others = [_option(other) for other in self._reader.session.briefing.actors if other.id != actor.id]
        if not others:
            self._reader.say("There is no other actor.")
            return

        def take(chosen: str, _: str) -> str:
            return self._apply_there(OneWith(actor.id, chosen.removeprefix("actor:")))

        def done(is_done: bool | None) -> None:
            if is_done:
                self._applied()

        self._reader.app.push_screen(Picker(f"{actor.name} is the same as…", others, take), done)

    # Writing

    def _apply_there(self, correction: Correction) -> str:
        """Write a correction to the file as it is now; gives why it could not be, nothing where it is there."""
        from briefing_tui.contentfile.corrections import CannotCorrect, OneWith, corrected, subjects

        seen = self._reader.session.briefing

        def change(now: Briefing) -> Briefing:
            for name in subjects(correction):
                if _item(now, name) != _item(seen, name):
                    raise CannotCorrect("the file has changed there meanwhile: close this and look again")
            return corrected(now, correction)

        return self._write_there(change, correction.other if isinstance(correction, OneWith) else "")

    def _write_there(
        self, change: Callable[[Briefing], Briefing], follow: str = "", known: tuple[bytes, bytes] | None = None
    ) -> str:
        from briefing_tui.contentfile.changes import between
        from briefing_tui.contentfile.corrections import CannotCorrect
        from briefing_tui.contentfile.disk import revise

        self._is_outdated, self.is_writing = False, True
        document = self._reader.document
        try:
            if document.path is None:
                raise CannotCorrect("this briefing has no file yet: C saves it as one")
            revised = revise(document.path, change, known)
            stamp = document.stamp
            done = Done(between(revised.old, revised.new), revised.before, revised.after)
            self._written = Written(done, document.load(), stamp, follow)
        except (CannotCorrect, Unreadable) as error:
            self._is_outdated, self.is_writing = isinstance(error, CannotCorrect), False
            return _sentence(str(error))
        except OSError as error:
            self.is_writing = False
            return one_line(f"{document.path}: {error.strerror or error}")
        return ""

    async def _is_written(self, call: Callable[[], str]) -> bool:
        """Call in a thread; say what it finds wrong."""
        trouble = await asyncio.to_thread(call)
        if trouble:
            self._reader.say(trouble)
        return not trouble

    def _applied(self) -> None:
        """Show what was written, and remember it to be taken back."""
        if written := self._show(_TOLD):
            self._done.append(written.done)
            self._undone.clear()
            self._reader.steps.did("correction")

    def _show(self, told: str) -> Written | None:
        """Show what was written; None where the file said so already."""
        written, self._written, self.is_writing = self._written, None, False
        if written is None:
            return None
        reader = self._reader
        reader.renew(written.session, written.stamp)
        if written.follow and reader.side.current == "actors":
            reader.side.find_item("actors", written.follow)
        is_same = written.done.before == written.done.after
        reader.say("The file says so already." if is_same else told)
        return None if is_same else written

    # Taking back

    def undo(self) -> None:
        """Take back the last correction."""
        self._reader.run_worker(self._put(self._done, self._undone, "Taken back: R does it again."), group="correct")

    def redo(self) -> None:
        """Make the correction again that was taken back."""
        self._reader.run_worker(self._put(self._undone, self._done, "Done again: U takes it back."), group="correct")

    async def _put(self, done: list[Done], undone: list[Done], told: str) -> None:
        from briefing_tui.contentfile.changes import put

        async with self._one_by_one:
            if not done:
                return
            last = done.pop()
            back, known = last.change.back, (last.after, last.before)
            if await self._is_written(lambda: self._write_there(lambda now: put(now, back), "", known)):
                if written := self._show(told):
                    undone.append(written.done)
            elif not self._is_outdated:
                done.append(last)
                self._reader.steps.did_not()


def _item(briefing: Briefing, name: str) -> Actor | Quote | None:
    items: list[Actor | Quote] = [*briefing.actors, *briefing.quotes]
    return next((item for item in items if item.id == name), None)


def _option(actor: Actor, now: str = "", quote: Quote | None = None) -> Option:
    from briefing_tui.ui.screens.pick import Option

    detail = now if quote is not None and quote.speaker == actor.id else actor.roles[0] if actor.roles else ""
    return Option(f"actor:{actor.id}", actor.name, detail, actor.aliases)


def _short(quote: Quote) -> str:
    words = " … ".join(quote.parts)
    return words if len(words) <= _MOST else f"{words[:_MOST].rstrip()}…"


def _sentence(line: str) -> str:
    return f"{line[:1].upper()}{line[1:]}." if not line.startswith(("/", ".", "~")) else f"{line}."
