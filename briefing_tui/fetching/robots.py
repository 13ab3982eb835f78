"""Heed what a site asks of programs in its `robots.txt` (RFC 9309)."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.fetcher import USER_AGENT
from briefing_tui.fetching.limits import ROBOTS

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    from briefing_tui.fetching.fetcher import Fetcher

_NAME = USER_AGENT.partition("/")[0]


class Robots:
    """The rules of the sites that were asked, each once."""

    def __init__(self) -> None:
        """Know of no site yet."""
        self._rules: dict[str, RobotFileParser | FetchError] = {}

    def require_allowed(self, url: str, fetcher: "Fetcher", only_public: bool = False) -> None:
        """Raise FetchError if a site asks programs not to fetch an address.

        It is raised as well if the site can't be asked.

        `fetcher` fetches the rules of a site that was not asked yet.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = _asked(site, fetcher, only_public)
        rules = self._rules[site]
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(_NAME, url):
            raise FetchError(f"{site}/robots.txt asks programs not to fetch it; open it in your browser")


def _asked(site: str, fetcher: "Fetcher", only_public: bool) -> "RobotFileParser | FetchError":
    """Return the rules of a site; without such a file all is allowed, with a server that fails nothing is."""
    from urllib.robotparser import RobotFileParser

    rules = RobotFileParser()
    try:
        text = fetcher.fetch(f"{site}/robots.txt", ROBOTS, only_public=only_public).content
    except FetchError as error:
        if not 400 <= error.status < 500 or error.status == 429:
            return error
        text = b""
    rules.parse(text.decode("utf-8", "replace").splitlines())
    return rules
