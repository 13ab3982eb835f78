"""`briefing feed`: subscribe to feeds, and file their new articles in the library."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.outcome import NO, OK, Failure, put, put_exact, put_json, put_line, say
from briefing_tui.feeds.subscriptions import Subscription, Subscriptions, SubscriptionTrouble
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.application.feed_reading import FeedOutcome, ReportEntry

_MOST_SHOWN = 5
"""The failures of one feed that are printed."""


def run(options: Namespace) -> int:
    """Do what the first word says; return the exit status. Raises Failure."""
    try:
        feeds = Subscriptions(paths.feeds())
    except SubscriptionTrouble as trouble:
        raise Failure(str(trouble)) from None
    for problem in feeds.problems:
        say(problem)
    if options.action in ("add", "remove", "import") and not options.names:
        what = {"add": "the address of a feed", "remove": "a feed", "import": "an OPML file"}[options.action]
        raise Failure(f"feed {options.action} needs {what} (see 'briefing feed --help')")
    actions = {"add": _add, "list": _list, "remove": _remove, "fetch": _fetch, "import": _import, "export": _export}
    try:
        return actions[options.action](feeds, options)
    except SubscriptionTrouble as trouble:
        raise Failure(str(trouble)) from None


def _add(feeds: Subscriptions, options: Namespace) -> int:
    """Subscribe to feeds, each of which is fetched once to see that it is one."""
    from briefing_tui.feeds.parsing import NotAFeed, parse_feed
    from briefing_tui.fetching.errors import FetchError
    from briefing_tui.fetching.fetcher import Fetcher
    from briefing_tui.fetching.limits import FEED
    from briefing_tui.fetching.robots import Robots

    failures: list[str] = []
    with Fetcher() as fetcher:
        robots = Robots()
        for url in options.names:
            if any(feed.url == url for feed in feeds.feeds):
                say(f"{url}: you have it already")
                continue
            try:
                robots.require_allowed(url, fetcher)
                fetched = fetcher.fetch(url, FEED)
                found = parse_feed(fetched.content, fetched.url, fetched.content_type)
            except (FetchError, NotAFeed) as error:
                failures.append(f"{url}: {error}")
                continue
            feeds.add(url, found.title, options.pages)
            feeds.save()
            say(f"{found.title or url}: {_counted(found.count, 'entry', 'entries')}; 'briefing feed fetch' files them")
            put_line(url)
    return _failed(failures, len(options.names))


def _failed(failures: list[str], count: int) -> int:
    """Report failures; a single one ends the run. Raises Failure."""
    if failures and count == 1:
        raise Failure(failures[0])
    for failure in failures:
        say(failure)
    return NO if failures else OK


def _list(feeds: Subscriptions, options: Namespace) -> int:
    if options.format == "json":
        rows = [{"url": feed.url, "title": feed.title, "pages": feed.has_pages} for feed in feeds.feeds]
        put_json(json.dumps(rows, ensure_ascii=False, indent=2))
    for feed in feeds.feeds if options.format != "json" else ():
        put("  ".join(filter(None, (one_line(feed.url), feed.title, "(pages)" if feed.has_pages else ""))))
    if not feeds.feeds:
        say("no feeds; 'briefing feed add ADDRESS' subscribes to one")
        return NO
    return OK


def _named(feeds: Subscriptions, names: Iterable[str]) -> list[Subscription]:
    """Return the feeds with these addresses or words in their titles. Raises Failure if one names none."""
    found: dict[str, Subscription] = {}
    for name in names:
        matching = feeds.named(name)
        if not matching:
            raise Failure(f"{name}: no such feed; see 'briefing feed list'", NO)
        found |= {feed.url: feed for feed in matching}
    return list(found.values())


def _remove(feeds: Subscriptions, options: Namespace) -> int:
    for name in options.names:
        matching = _named(feeds, [name])
        if len(matching) > 1:
            raise Failure(f"{name}: {len(matching)} feeds; give the address of one (see 'briefing feed list')")
        feeds.remove(matching[0])
        feeds.save()
        put_line(matching[0].url)
    return OK


def _import(feeds: Subscriptions, options: Namespace) -> int:
    """Subscribe to the feeds of OPML files, without fetching any."""
    from briefing_tui.contentfile.read.file_input import UnreadableFile, load_bytes
    from briefing_tui.feeds.opml import NotOpml, read_opml

    for name in options.names:
        try:
            listed = read_opml(load_bytes(Path(name)))
        except NotOpml as error:
            raise Failure(f"{name}: {error}") from None
        except UnreadableFile as error:
            raise Failure(str(error)) from None
        added = [feed for feed in listed if feeds.add(feed.url, feed.title, options.pages)]
        feeds.save()
        for feed in added:
            put_line(feed.url)
        say(f"{name}: {_counted(len(added), 'new feed', 'new feeds')}, {len(listed) - len(added)} that you have already")
    return OK


def _export(feeds: Subscriptions, options: Namespace) -> int:
    """Print the feeds as OPML."""
    from briefing_tui.feeds.opml import write_opml

    chosen = _named(feeds, options.names) if options.names else feeds.feeds
    put_exact("\n".join(write_opml(chosen)))
    return OK


def _fetch(feeds: Subscriptions, options: Namespace) -> int:
    """Fetch feeds, file their new entries, and print their paths."""
    from briefing_tui.application.feed_reading import FeedReader
    from briefing_tui.application.filing import Filing
    from briefing_tui.fetching.errors import FetchError
    from briefing_tui.fetching.offline import require_network

    chosen = _named(feeds, options.names) if options.names else feeds.feeds
    if not chosen:
        raise Failure("no feeds; 'briefing feed add ADDRESS' subscribes to one", NO)
    try:
        require_network()
    except FetchError as error:
        raise Failure(str(error)) from None
    folder, added, failed = paths.library(), 0, 0
    try:
        with Filing(folder) as filing, _progress(len(chosen)) as report:
            for outcome in FeedReader(filing, paths.state(), options.pages, report).read(chosen):
                _clear_progress()
                _say_outcome(outcome)
                added, failed = added + len(outcome.added), failed + bool(outcome.error)
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}") from None
    of_failed = f", {failed} failed" if failed else ""
    say(f"{_counted(len(chosen), 'feed', 'feeds')}: {_counted(added, 'new article', 'new articles')}{of_failed}")
    return NO if failed else OK


def _say_outcome(outcome: "FeedOutcome") -> None:
    """Print the new paths of a feed, and say what else there is to say of it."""
    for path in outcome.added:
        put(one_line(str(path)))
    if outcome.error:
        say(f"{outcome.title}: {outcome.error}")
    if outcome.announced:
        say(f"{outcome.title}: {outcome.announced} without their text; --pages fetches their pages")
    for failure in outcome.failures[:_MOST_SHOWN]:
        say(failure)
    if len(outcome.failures) > _MOST_SHOWN:
        say(f"{outcome.title}: {len(outcome.failures) - _MOST_SHOWN} more entries gave nothing")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


@contextmanager
def _progress(count: int) -> "Iterator[ReportEntry | None]":
    """Give a function that shows in a line of the terminal which entry is read."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from briefing_tui.cli.progress import shown_line

    titles: dict[str, None] = {}

    def report(title: str, number: int, entries: int) -> None:
        titles[title] = None
        if number % 5 == 0 or number == 1:
            sys.stderr.write(shown_line(f"feed {len(titles)}/{count}, entry {number}/{entries}: {title}"[:76]))
            sys.stderr.flush()

    try:
        yield report
    finally:
        _clear_progress()


def _clear_progress() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        from briefing_tui.cli.progress import shown_line

        sys.stderr.write(shown_line(""))
        sys.stderr.flush()
