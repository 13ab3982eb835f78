"""The widget under the article in which a note is written.

It is as high as its text, up to half of the screen, or a little more while it shows what went wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Static, TextArea

from briefing_tui.ui.terminal.pastes import LONGEST


class _Actions(Protocol):
    """The functions of the editor's keys."""

    def save(self) -> None: ...
    def put_away(self) -> None: ...
    def typed(self) -> None: ...
    def copy_all(self) -> None: ...
    def write_file(self) -> None: ...
    def use_external(self) -> None: ...
    def next_colour(self) -> None: ...


class TextBox(TextArea):
    """The text. A paste that would make it too long is refused as a whole."""

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """Posted when a paste of so many code points was refused."""

        length: int

    def on_paste(self, event: Paste) -> None:
        """Refuse a paste that is too long."""
        if len(self.text) - len(self.selected_text) + len(event.text) > LONGEST:
            event.prevent_default()
            event.stop()
            self.post_message(self.Refused(len(event.text)))


class EditorWidget(Vertical):
    """A text under a frame that names what the note is on."""

    DEFAULT_CSS = """
    EditorWidget {
        height: auto; max-height: 50%; background: $panel; display: none; border-top: round $primary;
        border-title-color: $foreground; border-subtitle-color: $text-muted;
        TextArea { height: auto; min-height: 2; max-height: 100%; border: none; padding: 0 1; background: $panel; }
        TextArea:focus { border: none; background-tint: transparent; }
        Static { height: auto; max-height: 4; padding: 0 1; color: $text-warning; text-style: bold; display: none; }
        &.-troubled { max-height: 70%; }
    }
    """
    BINDINGS = [
        Binding("ctrl+s,f2", "call('save')", show=False, priority=True),
        Binding("escape", "call('put_away')", show=False, priority=True),
        Binding("f3", "call('next_colour')", show=False),
        Binding("f4", "call('use_external')", show=False),
        Binding("f5", "call('copy_all')", show=False),
        Binding("f6", "call('write_file')", show=False, priority=True),
        Binding("tab,shift+tab", "nothing", show=False),
    ]

    def __init__(self, actions: _Actions) -> None:
        super().__init__()
        self._actions = actions
        self._put_text: str | None = None
        self.area = TextBox(soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.area.cursor_blink = False
        self.trouble = Static("", markup=False)

    def compose(self) -> ComposeResult:
        yield self.trouble  # above the text: below a long one it would not be seen
        yield self.area

    def open(self, about: str, text: str) -> None:
        """Show the widget with a text; the frame names what the note is on."""
        self.border_title = Content(about)
        self.hide_trouble()
        self.put(text)
        self.display = True

    def close(self) -> None:
        """Hide the widget."""
        self.display = False

    def put(self, text: str) -> None:
        """Replace the text, without calling `typed`; the cursor goes to its end."""
        self._put_text = text
        self.area.load_text(text)
        self.area.move_cursor(self.area.document.end)

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.area.text

    def show_colour(self, colour: str | None) -> None:
        """Show in which colour the words will be highlighted."""
        self.border_subtitle = Content(colour or "")

    def show_trouble(self, trouble: str) -> None:
        """Show what went wrong until something is typed."""
        self.trouble.update(Content(trouble))
        self.trouble.display = True
        self.add_class("-troubled")

    def hide_trouble(self) -> None:
        """Hide what went wrong."""
        if self.trouble.display:
            self.trouble.display = False
            self.remove_class("-troubled")

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.text == self._put_text:
            return
        self._put_text = None
        self.hide_trouble()
        self._actions.typed()

    @on(TextBox.Refused)
    def _refused(self, event: TextBox.Refused) -> None:
        event.stop()
        count = f"{event.length:,} letters are too many"
        if event.length > LONGEST:  # of such a paste no more is read, so its length is unknown
            count = "it is too long"
        self.show_trouble(f"Not pasted: {count}; a note takes {LONGEST:,}.")

    def action_call(self, name: str) -> None:
        """Call the function of a key."""
        calls: dict[str, Callable[[], None]] = {
            "save": self._actions.save,
            "put_away": self._actions.put_away,
            "next_colour": self._actions.next_colour,
            "use_external": self._actions.use_external,
            "copy_all": self._actions.copy_all,
            "write_file": self._actions.write_file,
        }
        calls[name]()

    def action_nothing(self) -> None:
        """Do nothing: Tab does not leave the editor."""
