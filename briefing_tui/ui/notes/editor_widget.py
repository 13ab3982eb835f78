"""The small editor in which a note is written: under the article, as high as its text up to half of the screen, or a little
more while it says what went wrong."""

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


class Writer(Protocol):
    """What the editor's keys act on."""

    def save(self) -> None: ...
    def put_away(self) -> None: ...
    def typed(self) -> None: ...
    def copy_all(self) -> None: ...
    def write_file(self) -> None: ...
    def use_external(self) -> None: ...
    def next_colour(self) -> None: ...


class TextBox(TextArea):
    """The text itself. A paste that would make it too long is refused as a whole."""

    @dataclass(eq=False, repr=False)
    class Refused(Message):
        """So many code points were pasted, and not taken."""

        length: int

    def on_paste(self, event: Paste) -> None:
        """Refuse what is too long, before anything is done with it."""
        if len(self.text) - len(self.selected_text) + len(event.text) > LONGEST:
            event.prevent_default()
            event.stop()
            self.post_message(self.Refused(len(event.text)))


class NoteEditor(Vertical):
    """A text, what it is about, and what the keys do."""

    DEFAULT_CSS = """
    NoteEditor {
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

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self._writer = writer
        self._told: str | None = None
        self.area = TextBox(soft_wrap=True, compact=True, highlight_cursor_line=False)
        self.area.cursor_blink = False
        self.trouble = Static("", markup=False)

    def compose(self) -> ComposeResult:
        yield self.trouble  # Above the text: below a long one it would not be seen.
        yield self.area

    def open(self, about: str, text: str) -> None:
        """Write a text, about something that the frame names."""
        self.border_title = Content(about)
        self.hush()
        self.put(text)
        self.display = True

    def close(self) -> None:
        """Take the editor away."""
        self.display = False

    def put(self, text: str) -> None:
        """Put a text in place of what is there, the cursor behind it. It does not count as typed."""
        self._told = text
        self.area.load_text(text)
        self.area.move_cursor(self.area.document.end)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.area.text

    def show_colour(self, colour: str | None) -> None:
        """Say in which colour the words will be highlighted."""
        self.border_subtitle = Content(colour or "")

    def tell(self, trouble: str) -> None:
        """Say what went wrong; it stays until something is typed."""
        self.trouble.update(Content(trouble))
        self.trouble.display = True
        self.add_class("-troubled")

    def hush(self) -> None:
        """Take away what went wrong."""
        if self.trouble.display:
            self.trouble.display = False
            self.remove_class("-troubled")

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.text == self._told:
            return
        self._told = None
        self.hush()
        self._writer.typed()

    @on(TextBox.Refused)
    def _refused(self, event: TextBox.Refused) -> None:
        event.stop()
        count = f"{event.length:,} letters are too many"
        if event.length > LONGEST:  # Of such a paste not more is read, so that its length is not known.
            count = "it is too long"
        self.tell(f"Not pasted: {count}; a note takes {LONGEST:,} here. F4 writes in $EDITOR.")

    def action_call(self, name: str) -> None:
        """Pass a key on."""
        calls: dict[str, Callable[[], None]] = {
            "save": self._writer.save,
            "put_away": self._writer.put_away,
            "next_colour": self._writer.next_colour,
            "use_external": self._writer.use_external,
            "copy_all": self._writer.copy_all,
            "write_file": self._writer.write_file,
        }
        calls[name]()

    def action_nothing(self) -> None:
        """Tab does not leave the editor."""
