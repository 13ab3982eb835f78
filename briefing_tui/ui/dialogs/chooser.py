"""A dialog that lists choices with a letter for each: sections, speakers, marks."""

from collections.abc import Iterable
from string import ascii_lowercase

from msgspec import Struct
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.widgets.item_list import ItemList


class Choice(Struct, frozen=True):
    """Something to choose."""

    id: str
    text: str
    detail: str = ""
    """Shown behind the text."""
    letter: str = ""
    """The letter that it must have; empty for any."""


_LETTERS = [letter for letter in ascii_lowercase if letter not in "jkgq"]
"""j and k move, g is the top, q closes."""


def letters(count: int, used: set[str]) -> list[str]:
    """Return that many labels of one or more letters, none the beginning of another.

    As many as possible are single letters. Each letter that begins longer labels is given up as a label of its own, for as many
    labels as there are letters. `used` are letters that labels must not have.
    """
    alphabet = [letter for letter in _LETTERS if letter not in used]
    labels = list(alphabet)
    while len(labels) < count:
        first = next((label for label in reversed(labels) if len(label) == len(labels[0])), labels[-1])
        at = labels.index(first)
        labels[at : at + 1] = []
        labels += [first + letter for letter in alphabet]
    return labels[:count]


def initials(names: Iterable[str]) -> list[str]:
    """Return a letter for each name, its first that no name before has."""
    found: list[str] = []
    for name in names:
        found.append(next(letter for letter in name if letter not in found))
    return found


class Chooser(ModalDialog[str | None]):
    """A letter, Enter or a click chooses; Esc gives up."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [
        ("escape,q", "give_up", "Close"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown,space", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
        ("home", "end(False)", "First"),
        ("end,G", "end(True)", "Last"),
        ("enter", "choose", "Choose"),
    ]

    def __init__(self, title: str, choices: list[Choice], at: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._typed = ""
        self._at = at
        free = iter(letters(len(choices), {choice.letter for choice in choices}))
        self._labels = [choice.letter or next(free, "") for choice in choices]
        self.list = ItemList()
        self.list.click_chooses = True

    def compose(self) -> ComposeResult:
        width = max((len(label) for label in self._labels), default=1)
        items = []
        for choice, label in zip(self._choices, self._labels, strict=True):
            text = f"{choice.text}  {choice.detail}" if choice.detail else choice.text
            lead = f"{label:>{width}}  "
            items.append(Item(choice.id, "choice", (Block(text, "text", (), lead, " " * len(lead)),)))
        self._items = items
        with Vertical(classes="box") as box:
            box.border_title = self._title
            yield self.list
            yield Static("letter or ⏎ choose   Esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the list, the cursor on the choice that is current."""
        self.list.show(self._items)
        self.list.move_to(self._at, announce=False)
        self.list.styles.height = max(1, min(len(self._items), self.size.height - 4))
        self.list.focus()
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give the list the lines that it needs at its width, as far as there is room; a key may have moved in it by now."""
        self.list.styles.height = max(1, min(self.list.line_count, self.size.height - 4))
        self.list.show_cursor()

    def on_key(self, event: Key) -> None:
        """Choose by a letter, or by several."""
        if event.character is None or not event.character.isalpha() or event.character in "jkqG":
            return
        event.stop()
        if not self.is_active:  # A second key may come after the first has closed the dialog.
            return
        self._typed += event.character
        if self._typed in self._labels:
            self.dismiss(self._choices[self._labels.index(self._typed)].id)
        elif not any(label.startswith(self._typed) for label in self._labels):
            self._typed = ""

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close with the item that Enter or a click chose."""
        self.dismiss(event.item.id)

    def action_give_up(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def action_move(self, count: int) -> None:
        """Move the cursor."""
        self.list.go_lines(count)

    def action_page(self, share: int) -> None:
        """Move by a page."""
        self.list.go_pages(share)

    def action_end(self, last: bool) -> None:
        """Move to an end."""
        self.list.go_end(last)

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        self.list.choose()
