"""Fetch the user's feeds, and file their new entries in the library.

Feeds of different hosts are fetched at the same time, and one host is asked one thing at a time. What fails is a line of its
feed. An entry is new if neither its address, nor its id, nor its words are known.
"""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from gc import collect
from pathlib import Path
from queue import Queue
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct, field

from briefing_tui.application.fetched import origin_of, source_of, why_no_article
from briefing_tui.builder import NoArticle, SourceError, build
from briefing_tui.contentfile.write.writer import write
from briefing_tui.feeds.memory import FeedMemory
from briefing_tui.feeds.parsing import Feed, NotAFeed, parse_feed
from briefing_tui.fetching.addresses import name_of
from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.fetcher import Fetched, Fetcher, Version
from briefing_tui.fetching.limits import FEED
from briefing_tui.fetching.robots import Robots
from briefing_tui.model.document import Origin
from briefing_tui.text.slugs import slug

if TYPE_CHECKING:
    from briefing_tui.application.filing import Filing
    from briefing_tui.feeds.entry import FeedEntry
    from briefing_tui.feeds.subscriptions import Subscription

_THREADS = 8
_OFTEN = 50
"""Entries after which it is written down which are known, and memory is freed."""

ReportEntry = Callable[[str, int, int], None]
"""Reports progress: the feed, the number of its entry, and of all of them."""


class FeedOutcome(Struct):
    """The outcome of one feed.

    - `title`: its own, or that in the subscriptions.
    - `added`: the new content files.
    - `known`: entries that were seen, or whose articles the library has.
    - `announced`: entries without their text, whose pages the user did not ask for.
    - `failures`: a line for each entry that gave nothing.
    - `error`: why the feed itself gave nothing.
    """

    url: str
    title: str
    added: list[Path] = field(default_factory=list)
    known: int = 0
    announced: int = 0
    failures: list[str] = field(default_factory=list)
    error: str = ""


class _Asked(Struct):
    """A feed with what its server gave: entries, or why there are none; neither if it did not change."""

    feed: "Subscription"
    memory: FeedMemory
    parsed: Feed | None = None
    error: str = ""
    version: Version = Version()
    is_public: bool = True


class FeedReader:
    """Fetches feeds and files their entries."""

    def __init__(self, filing: "Filing", state: Path, pages: bool, report: ReportEntry | None = None) -> None:
        """Take where articles are filed, the state folder, and whether pages of all entries are wanted."""
        self._filing, self._state, self._pages = filing, state, pages
        self._report = report or _ignore
        self._robots = Robots()
        self._turns: dict[str, Lock] = {}
        self._fetcher = Fetcher()
        self._others: list[Fetcher] = []
        self._is_over = False

    def read(self, feeds: Iterable["Subscription"]) -> Generator[FeedOutcome, None, None]:
        """Yield the outcome of each feed, in the order in which they come. Raises OSError if the library can't be written."""
        by_host: dict[str, list[Subscription]] = {}
        for feed in feeds:
            by_host.setdefault(urlsplit(feed.url).netloc, []).append(feed)
            self._turns.setdefault(urlsplit(feed.url).netloc, Lock())
        count = sum(map(len, by_host.values()))
        answers: Queue[_Asked] = Queue(maxsize=_THREADS)
        pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="feeds")
        running: list[Future[None]] = [pool.submit(self._ask, group, answers) for group in by_host.values()]
        try:
            for _ in range(count):
                yield self._outcome(answers.get())
        finally:
            self._is_over = True
            for future in running:
                future.cancel()
            for fetcher in self._others:
                fetcher.end()
            while any(not future.done() for future in running):  # room for what is being fetched
                _drain(answers)
            pool.shutdown()
            self._fetcher.close()

    def _ask(self, feeds: "list[Subscription]", answers: "Queue[_Asked]") -> None:
        """Fetch the feeds of one host, one after the other."""
        with Fetcher() as fetcher:
            self._others.append(fetcher)
            for feed in feeds:
                if self._is_over:
                    return
                answers.put(self._asked(feed, fetcher))

    def _asked(self, feed: "Subscription", fetcher: Fetcher) -> _Asked:
        """Fetch and read a feed, so that its bytes need not wait until their turn comes."""
        memory = FeedMemory(self._state, feed.url)
        asked = _Asked(feed, memory)
        wants_pages = self._pages or feed.has_pages
        version = None if memory.has_announced and wants_pages else memory.version
        try:
            with self._turns[urlsplit(feed.url).netloc]:
                self._robots.require_allowed(feed.url, fetcher)
                answer = fetcher.fetch(feed.url, FEED, version)
            asked.version, asked.is_public = answer.version, answer.is_public
            if not answer.is_unchanged:
                asked.parsed = parse_feed(answer.content, answer.url, answer.content_type)
        except (FetchError, NotAFeed) as error:
            asked.error = str(error)
        except Exception as error:  # its feed alone fails; the others are waited for
            asked.error = f"it can't be fetched ({type(error).__name__}: {error}); please report it"
        return asked

    def _outcome(self, asked: _Asked) -> FeedOutcome:
        """File the new entries of a feed."""
        feed, memory, parsed = asked.feed, asked.memory, asked.parsed
        outcome = FeedOutcome(feed.url, feed.title or feed.url, error=asked.error)
        if parsed is None:
            return outcome
        outcome.title = feed.title or parsed.title or feed.url
        try:
            self._file_all(parsed, feed, memory, asked.is_public, outcome)
            memory.has_announced = outcome.announced > 0
            if not outcome.failures:
                memory.version = asked.version
        except NotAFeed as error:
            outcome.error = str(error)
        finally:
            memory.save()
        return outcome

    def _file_all(self, parsed: Feed, feed: "Subscription", memory: FeedMemory, is_public: bool, outcome: FeedOutcome) -> None:
        """File the entries of a feed, the oldest first. Raises NotAFeed where the rest can't be read."""
        wants_pages = self._pages or feed.has_pages
        for number, entry in enumerate(parsed.oldest_first(), 1):
            self._report(outcome.title, number, parsed.count)
            if entry.id in memory or (entry.url and self._filing.has_address(entry.url)):
                outcome.known += 1
                memory.add(entry.id)
            else:
                self._file(entry, wants_pages, is_public, memory, outcome)
            if number % _OFTEN == 0:
                memory.save()
                collect()  # Python waits longer and longer with what refers to itself.

    def _file(self, entry: "FeedEntry", pages: bool, is_public: bool, memory: FeedMemory, outcome: FeedOutcome) -> None:
        """File one entry: its text if the feed has the whole, else its page if that is wanted."""
        if entry.is_whole:
            source, origin, name = entry.page(), Origin(entry.url, named=entry.url, is_public=is_public), _name_of(entry)
            try:
                self._add(source, name, "html", origin, outcome)
                memory.add(entry.id)
                return
            except SourceError:
                pass  # a note of a few words, or a list: there may be more on its page
        if not pages or not entry.url:
            outcome.announced += 1
            return
        try:
            fetched = self._fetched_page(entry.url, is_public)
            self._add(source_of(fetched), name_of(fetched.url), None, origin_of(fetched), outcome)
            memory.add(entry.id)
        except FetchError as error:
            outcome.failures.append(f"{entry.url}: {error}")
            if error.status in (404, 410):
                memory.add(entry.id)
        except NoArticle as error:
            outcome.failures.append(f"{entry.url}: {why_no_article(str(error), fetched.content, origin_of(fetched))}")
            memory.add(entry.id)
        except SourceError as error:
            outcome.failures.append(f"{entry.url}: {error}")
            memory.add(entry.id)

    def _fetched_page(self, url: str, is_public: bool) -> Fetched:
        """Fetch the page of an entry when no feed of its host is being fetched. Raises FetchError."""
        with self._turns.setdefault(urlsplit(url).netloc, Lock()):
            self._robots.require_allowed(url, self._fetcher, is_public)
            return self._fetcher.fetch(url, only_public=is_public)

    def _add(self, source: bytes, name: str, kind: str | None, origin: Origin, outcome: FeedOutcome) -> None:
        """Build an article and file it. Raises SourceError and OSError."""
        briefing = build(source, name, kind, origin=origin).briefing
        path, is_new = self._filing.file(write(briefing), briefing.id, source, briefing, origin)
        if is_new:
            outcome.added.append(path)
        else:
            outcome.known += 1


def _name_of(entry: "FeedEntry") -> str:
    return name_of(entry.url) if entry.url else f"{slug(entry.title)[:60] or 'entry'}.html"


def _drain(answers: "Queue[_Asked]") -> None:
    from queue import Empty

    try:
        answers.get(timeout=0.05)
    except Empty:
        return


def _ignore(feed: str, number: int, count: int) -> None:
    del feed, number, count
