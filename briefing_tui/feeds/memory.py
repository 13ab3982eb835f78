"""Remember which entries of a feed were seen, and its version."""

import json
from hashlib import sha256
from pathlib import Path

from briefing_tui.fetching.fetcher import Version
from briefing_tui.file_io import read_text, write_atomically

_MOST = 20_000
"""The most entries of a feed that are remembered, the last ones."""


class FeedMemory:
    """The seen entries and the version of one feed, in a file."""

    def __init__(self, folder: Path, url: str) -> None:
        """Read the file; what can't be read is forgotten, as the library knows its articles anyway."""
        self._path = folder / "feeds" / f"{sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"
        self._url = url
        self.version = Version()
        self.has_announced = False
        """True if the feed has entries without text whose pages have not been fetched."""
        self._seen: dict[str, None] = {}
        try:
            known = json.loads(read_text(self._path))
            self.version = Version(str(known["etag"]), str(known["modified"]))
            self.has_announced = bool(known["announced"])
            self._seen = dict.fromkeys(map(str, known["seen"]))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            pass

    def __contains__(self, entry_id: str) -> bool:
        return _mark(entry_id) in self._seen

    def add(self, entry_id: str) -> None:
        """Remember an entry."""
        self._seen[_mark(entry_id)] = None

    def save(self) -> None:
        """Write the file. Raises OSError."""
        seen = list(self._seen)[-_MOST:]
        known: dict[str, object] = {"url": self._url, "etag": self.version.etag, "modified": self.version.modified}
        known |= {"announced": self.has_announced, "seen": seen}
        write_atomically(self._path, [json.dumps(known)], sync=False, private=True)


def _mark(entry_id: str) -> str:
    return sha256(entry_id.encode("utf-8", "replace")).hexdigest()[:16]
