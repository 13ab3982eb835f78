"""A dialog that shows a whole address before it is opened."""

from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from briefing_tui.ui.dialogs.modal import ModalDialog

_LONG = 60
"""Letters of a host that can still be read at a glance."""
_OTHER_LINES = 7
"""Lines of the screen that frame, note and keys need."""


def can_open(href: str) -> bool:
    """Return whether an address may be opened in a browser.

    It may if it is http or https, has a host, and nothing in it that browsers read in their own way (to them a backslash is a
    slash, and white space is dropped).
    """
    if "\\" in href or not href.isprintable() or any(character.isspace() for character in href):
        return False
    try:
        parts = urlsplit(href)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is not a number, brackets that hold no address
        return False


def host_note(href: str) -> str:
    """Return a warning about a host that is not what it seems, or nothing.

    Such hosts have a name before an @, letters outside ASCII, or punycode.
    """
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return "This is no address."
    if "@" in parts.netloc:
        return f"The host is {host}; what is before the @ is a name."
    if len(host) > _LONG:
        return f"The host is very long; it ends in {'.'.join(host.rsplit('.', 2)[-2:])[-_LONG:]}"
    if "%" in host:
        return "The host has letters written as numbers (%)."
    if not host.isascii():
        plain = host.encode("ascii", "backslashreplace").decode()
        return f"The host has letters that may look like others{_scripts(host)}: {plain}"
    if any(label.startswith("xn--") for label in host.split(".")):
        return _punycode_note(host)
    return ""


def _punycode_note(host: str) -> str:
    """Return what a host in punycode stands for, as far as it can be shown."""
    try:
        shown = host.encode("ascii").decode("idna")
    except UnicodeError:
        shown = ""
    if not shown or not shown.isprintable() or shown == host:
        return "The host stands for other letters (punycode)."
    return f"The host is punycode: it stands for {shown}, with letters that may look like others{_scripts(shown)}."


def _scripts(host: str) -> str:
    """Return the names of the scripts of a host's letters outside ASCII, in brackets."""
    import unicodedata

    found = {unicodedata.name(letter, "").split(" ")[0].capitalize() for letter in host if not letter.isascii()} - {""}
    return f" ({', '.join(sorted(found))})" if found else ""


class LinkScreen(ModalDialog[None]):
    """Enter opens the address once all of it was shown; y copies it."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [("escape,q", "close", "Close"), ("enter,o", "open", "Open"), ("y", "copy", "Copy")]
    AUTO_FOCUS = ".address"

    def __init__(self, href: str) -> None:
        super().__init__()
        self._href = href
        self._shown = VerticalScroll(Static(href, markup=False), classes="address")
        self._hint = Static("", markup=False, classes="hint")

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = "Open this address?"
            yield self._shown
            if note := host_note(self._href):
                yield Static(note, markup=False, classes="note")
            yield self._hint

    def on_mount(self) -> None:
        """Update what the keys do as the address is scrolled."""
        self.watch(self._shown, "scroll_y", self._show_keys)
        self.watch(self._shown, "virtual_size", self._show_keys)

    def on_resize(self, event: Resize) -> None:
        """Give the address the lines that the rest leaves it."""
        self._shown.styles.max_height = max(1, event.size.height - _OTHER_LINES)
        self.call_after_refresh(self._show_keys)

    @property
    def _has_more(self) -> bool:
        return self._shown.scroll_y < self._shown.max_scroll_y

    def _show_keys(self) -> None:
        opens = "⏎ the rest" if self._has_more else "⏎ open"
        self._hint.update(f"{opens if can_open(self._href) else 'Not a web address:'}   y copy   Esc close")

    def action_close(self) -> None:
        """Close without opening the address."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the address."""
        self.app.copy_to_clipboard(self._href)
        self.dismiss(None)

    def action_open(self) -> None:
        """Open the address in a browser, or show the rest of it first."""
        if self._has_more:
            self._shown.scroll_page_down(animate=False)
        elif can_open(self._href):
            self.app.open_url(self._href)
            self.dismiss(None)
