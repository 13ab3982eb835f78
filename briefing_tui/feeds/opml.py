"""Exchange lists of feeds with other programs, as OPML (opml.org/spec2.opml)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from briefing_tui.feeds.subscriptions import Subscription
from briefing_tui.text.safety import one_line

_MOST = 10_000


class NotOpml(Exception):  # noqa: N818 - an outcome, not a fault
    """A file is no list of feeds; the message is one line."""


def read_opml(data: bytes) -> list[Subscription]:
    """Return the feeds that a file lists, each once. Raises NotOpml."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or str(root.tag).rpartition("}")[2].lower() != "opml":
        raise NotOpml("no OPML; export the list of feeds from the other program as OPML")
    found: dict[str, Subscription] = {}
    for outline in root.iter("{*}outline"):
        named = {name.lower(): value for name, value in outline.attrib.items()}
        url = one_line(named.get("xmlurl", "")).strip()
        if url.lower().startswith(("http://", "https://")) and len(found) < _MOST:
            found.setdefault(url, Subscription(url, one_line(named.get("title") or named.get("text") or "").strip()))
    return list(found.values())


def write_opml(feeds: Iterable[Subscription]) -> Iterator[str]:
    """Yield the lines of a file that lists feeds."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    yield f"  <head><title>{escape('Feeds of briefing')}</title></head>"
    yield "  <body>"
    for feed in feeds:
        name = quoteattr(feed.title or feed.url)
        yield f'    <outline type="rss" text={name} title={name} xmlUrl={quoteattr(feed.url)}/>'
    yield "  </body>"
    yield "</opml>"
