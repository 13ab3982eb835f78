"""Keep the user's subscriptions in a plain file, one feed a line.

A line is an address, the word "pages" if the pages of its entries are to be fetched, and a title after "#". The user may edit it;
what the program does not understand stays as it is.
"""

from pathlib import Path

from msgspec import Struct

from briefing_tui.fetching.addresses import flaw_of
from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.text.safety import one_line

_HEAD = """# Feeds of briefing, one a line: ADDRESS [pages] [# TITLE]. With "pages", the pages of the entries are fetched.
"""
_PAGES = "pages"


class SubscriptionTrouble(Exception):  # noqa: N818
    """The file can't be read or written; the message is one line."""


class Subscription(Struct, frozen=True):
    """A feed that the user reads; `line` is its line in the file, from 1."""

    url: str
    title: str = ""
    has_pages: bool = False
    line: int = 0


class Subscriptions:
    """The feeds in the file, in its order, and what is wrong in it."""

    def __init__(self, path: Path) -> None:
        """Read the file; one that is missing has no feeds. Raises SubscriptionTrouble."""
        self.path = path
        self.feeds: list[Subscription] = []
        self.problems: list[str] = []
        try:
            self._lines = read_text(path).splitlines() if path.exists() else _HEAD.splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SubscriptionTrouble(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}; mend or remove it") from None
        for number, line in enumerate(self._lines, 1):
            if line.strip() and not line.strip().startswith("#"):
                self._read(number, line)

    def add(self, url: str, title: str = "", has_pages: bool = False) -> bool:
        """Add a feed in memory; return False if it is there already."""
        if any(feed.url == url for feed in self.feeds):
            return False
        words = [url, *([_PAGES] if has_pages else []), *([f"# {one_line(title)}"] if title else [])]
        self._lines.append(" ".join(words))
        self.feeds.append(Subscription(url, one_line(title), has_pages, len(self._lines)))
        return True

    def remove(self, feed: Subscription) -> None:
        """Remove a feed in memory."""
        del self._lines[feed.line - 1]
        fresh = (Subscription(f.url, f.title, f.has_pages, f.line - (f.line > feed.line)) for f in self.feeds if f != feed)
        self.feeds = list(fresh)

    def named(self, name: str) -> list[Subscription]:
        """Return the feeds with this address, or with these words in their title or address."""
        exact = [feed for feed in self.feeds if feed.url == name]
        words = name.casefold()
        return exact or [feed for feed in self.feeds if words in feed.title.casefold() or words in feed.url.casefold()]

    def save(self) -> None:
        """Write the file. Raises SubscriptionTrouble."""
        try:
            write_atomically(self.path, ["".join(f"{line}\n" for line in self._lines)])
        except OSError as error:
            raise SubscriptionTrouble(f"{self.path}: {error.strerror or error}; nothing is changed") from None

    def _read(self, number: int, line: str) -> None:
        words, _, title = line.partition(" #")
        url, *options = words.split()
        if why := flaw_of(url):
            self.problems.append(f"{self.path}:{number}: {why}")
        elif unknown := [option for option in options if option != _PAGES]:
            self.problems.append(f"{self.path}:{number}: '{one_line(unknown[0])}' means nothing; write {_PAGES}, or '# TITLE'")
        elif all(feed.url != url for feed in self.feeds):
            self.feeds.append(Subscription(url, one_line(title.strip()), _PAGES in options, number))
