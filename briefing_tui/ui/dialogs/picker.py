"""A dialog that lists what fits the typed words, to pick from."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input

from briefing_tui.anchoring.anchors import fold
from briefing_tui.ui.dialogs.entry_dialog import Act, EntryDialog
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.typed_line import TypedLine


class Option(Struct, frozen=True):
    """Something to pick."""

    id: str
    text: str
    detail: str = ""
    """Shown behind the text."""
    also: tuple[str, ...] = ()
    """Other words by which it is found."""


def fitting(options: Sequence[Option], typed: str) -> list[Option]:
    """Return the options that have every typed word, those that begin with it first."""
    wanted = fold(typed).casefold().split()
    start = " ".join(wanted)

    def words(option: Option) -> str:
        return fold(" ".join((option.text, *option.also))).casefold()

    found = [option for option in options if all(word in words(option) for word in wanted)]
    return sorted(found, key=lambda option: not words(option).startswith(start))


class Picker(EntryDialog):
    """Typing filters, the arrows move, Enter and the mouse pick, Esc gives up."""

    BINDINGS = [
        ("escape", "give_up", "Close"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]
    HINT = "type   ↓ ↑   ⏎ pick   Esc close"

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        act: Act,
        fresh: Callable[[str], Sequence[Option]] = lambda _: (),
        at: str = "",
    ) -> None:
        """Ask for one of `options` under a title.

        `fresh` returns what is offered as new for what was typed, below what fits. The cursor starts on the option `at`.
        """
        super().__init__(act)
        self._title, self._options, self._fresh, self._at = title, options, fresh, at
        self.line = TypedLine(placeholder="type a name")
        self.list = ItemList(empty="Nothing fits.")
        self.list.click_chooses = True
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="box pick") as box:
            box.border_title = Content(self._title)
            yield self.line
            yield self.list
            yield self.hint

    def on_mount(self) -> None:
        """List everything, and type."""
        self.line.focus()
        self.filter("")
        if self._at:
            self.list.move_to(self.list.items.number_of(self._at) or 0, announce=False)

    def on_resize(self, event: Resize) -> None:
        """Fit the list into the new size."""
        del event
        self.call_after_refresh(self._fit)

    def filter(self, typed: str) -> None:
        """List what fits the typed words."""
        found = fitting(self._options, typed) + (list(self._fresh(typed.strip())) if typed.strip() else [])
        self.offer(found)

    def offer(self, options: Sequence[Option], at: str = "") -> None:
        """List options, with the cursor on the one `at`, else on the first."""
        self.list.cursor = 0
        self.list.show([_item(option) for option in options], at or (options[0].id if options else None))
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give the list its lines as far as there is room; while the user types, it never shrinks."""
        room = max(1, self.size.height - 5)
        now = self.list.styles.height
        known = int(now.value) if now is not None and now.is_cells else 0
        self.list.styles.height = max(1, min(room, max(self.list.line_count, known)))
        self.list.show_cursor()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.show_keys()
        self.filter(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.list.item:
            self.enter(self.list.item.id, self.line.value)

    @on(ItemList.Chosen)
    def _chosen(self, event: ItemList.Chosen) -> None:
        event.stop()
        self.enter(event.item.id, self.line.value)

    @on(ItemList.Moved)
    def _moved(self, event: ItemList.Moved) -> None:
        event.stop()
        self.show_keys()

    def action_move(self, count: int) -> None:
        """Move the cursor."""
        self.list.go_lines(count)

    def action_page(self, share: int) -> None:
        """Move by a page."""
        self.list.go_pages(share)


def _item(option: Option) -> Item:
    text = f"{option.text}  {option.detail}" if option.detail else option.text
    return Item(option.id, "choice", (Block(text, "text", (), "", "  "),))
