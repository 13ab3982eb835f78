"""Recognise boxes of a page that are not its article's, by their tags and names."""

import re

from briefing_tui.sources.html.block_stream import Box

_FURNITURE_TAGS = frozenset(("nav", "footer", "form", "dialog", "menu"))
_FURNITURE = re.compile(
    r"\b(?:related|recirc\w*|read ?more|newsletters?|sign ?up|subscri\w+|promos?|promotion|advert\w*|ads?|dfp|commercial"
    r"|sponsor\w*"
    r"|social|share|sharing|sharebar|comments?|commenting|disqus|outbrain|taboola|most ?(?:read|viewed|popular)|popular|trending"
    r"|breadcrumbs?|tags|tag list|taglist|topics|topic list|piano|cookies?|consent|teasers?|infobox|info box|fact ?box"
    r"|widget related|also like|more stories"
    r"|recommend\w*|author bio|about the author|author box|preferred source|toolbar|skip link|pagination|copyright|permission"
    r"|navigation|nav|menu|masthead|contentinfo|complementary|search|donat\w+|inline signup|cta|listen|audio player|poll|quiz)\b"
)


def box_reason(box: Box) -> str | None:
    """Return why a box is furniture by its tag and names, None if it is not; kept for each box."""
    if box.furniture is None:
        found = None if box.tag in ("body", "html") else _FURNITURE.search(box.names)
        named = f"in a box named '{found[0]}'" if found else ""
        box.furniture = f"in the page's {box.tag}" if box.tag in _FURNITURE_TAGS else named
    return box.furniture or None
