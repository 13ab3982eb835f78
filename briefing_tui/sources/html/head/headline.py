"""Find an article's title, kicker, authors and day.

What a reader sees comes first: a headline is the `h1` that the metadata confirm. Names come from the metadata, which keep them
apart, then from the byline.
"""

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.words import phrases
from briefing_tui.sources.html.blocks import PageBlock, PageItem
from briefing_tui.sources.html.elements import is_hidden, visible_words
from briefing_tui.sources.html.head.metadata import PageMetadata
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.metadata_values import first_day, names_in, pen_names_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = re.compile(r"(?<!\s)\s++(?:[|–—•·»:]|-{1,2})\s++(?=\S)")
_FEW_BLANKS, _LIKE = 2, 0.75
_LONGEST_NAME = 60
_KICKER_NAMES = re.compile(
    r"\b(?:kicker|eyebrow|overline|over ?title|topline|rubric|roofline|headline ?prefix"
    rf"|{phrases('kicker_box_names')})\b"
)
_BYLINE = re.compile(phrases("byline_box_names", whole_words=True), re.I)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori?|redakteure?|journalists?|reporters?|writers?|contributors?|staff|by)/[^/]",
    re.I,
)
"""The address of a page about an author."""

_BYLINE_TAGS = ("a", "span", "p", "div", "section", "address", "li", "ul", "ol", "h2", "h3", "h4", "cite", "strong")


class Headline(Struct):
    """The title, the block that shows it, and what else that block says.

    `rest` is behind the title, `kicker` before it.
    """

    text: str | None = None
    block: PageBlock | None = None
    rest: str = ""
    kicker: str = ""


def _similarity(one: str, other: str) -> float:
    """Return how similar two texts' letters are, from 0 to 1."""
    first, second = letters(one), letters(other)
    if not first or not second:
        return 0.0
    if first in second or second in first:
        return min(len(first), len(second)) / max(len(first), len(second)) * 0.5 + 0.5
    return SequenceMatcher(None, first[:300], second[:300], autojunk=False).ratio()


def without_site(title: str, publisher: str | None) -> str:
    """Return a page's title without the site's name at its end."""
    cuts = list(_SITE.finditer(title))
    for cut in reversed(cuts):
        tail = title[cut.end() :]
        named = publisher and _similarity(tail, publisher) > 0.6
        if named or (cut is cuts[-1] and len(tail.split()) <= 4 and len(tail) < 0.4 * len(title) and cut[0].strip() != ":"):
            title = title[: cut.start()]
        else:
            break
    return title


def _with_spaces(shown: str, titles: list[str]) -> str:
    """Return a headline with the spaces that the metadata have and the markup lacks.

    An example is `<span>Harbour</span>The quay`.
    """
    solid = shown.replace(" ", "")
    return max([shown, *(text for text in titles if text.replace(" ", "") == solid)], key=lambda text: text.count(" "))


def find_headline(items: list[PageItem], meta: PageMetadata, before: int) -> Headline:
    """Return the title: the `h1` that the metadata confirm, else the metadata's.

    The `h1` is before the text.
    """
    titles = [without_site(text, meta.publisher) for text in meta.headlines]
    if meta.page_title:
        titles.append(without_site(meta.page_title, meta.publisher))
    exact = {letters(text) for text in titles if len(text) >= 20}
    shown = [item for item in items if isinstance(item, PageBlock) and item.tag in ("h1", "h2") and 2 <= len(item.text) <= 400]
    nearest = [
        item for item in items[:before] if isinstance(item, PageBlock) and letters(item.text) in exact and not item.is_link
    ]
    if nearest:
        return Headline(_with_spaces(nearest[-1].text, titles), nearest[-1])
    return _without_kicker(_best_headline(items, shown, titles, meta, before))


def _without_kicker(found: Headline) -> Headline:
    """Return a headline without the kicker that its heading begins with, in an element that is named so."""
    first = next((part for part in found.block.box.element if isinstance(part.tag, str)), None) if found.block else None
    if found.block is None or found.text is None or first is None or (found.block.box.element.text or "").strip():
        return found
    kicker = visible_words(first)
    names = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-:/]+", " ", first.get("class") or "").lower()
    rest = found.text.removeprefix(kicker).lstrip(" :–—-|·")
    if not kicker or not rest or not found.text.startswith(kicker) or not _KICKER_NAMES.search(names):
        return found
    return Headline(rest, found.block, found.rest, kicker.rstrip(" :"))


def _best_headline(items: list[PageItem], shown: list[PageBlock], titles: list[str], meta: PageMetadata, before: int) -> Headline:
    best, best_score = Headline(titles[0] if titles else None), 0.55
    for block in shown:
        score = max((_similarity(block.text, text) for text in titles), default=0.6 if block.tag == "h1" else 0.0)
        score -= (0.25 if block.order > before else 0.0) + (0.1 if block.tag != "h1" else 0.0)
        if score > best_score:
            best, best_score = Headline(block.text, block), score
    first = [block for block in shown if block.tag == "h1" and block.order <= before]
    if best.block is None and len(first) == 1 and letters(first[0].text) != letters(meta.publisher or ""):
        best = Headline(first[0].text, first[0])
    return best if best.block else _bold_headline(items[: before + 1], titles) or best


def _bold_headline(items: list[PageItem], titles: list[str]) -> Headline | None:
    """Return the title of a page without a marked headline; None if it shows none.

    It is the bold beginning of a block, similar to the title in the metadata.
    """
    for block in items:
        mark = block.marks[0] if isinstance(block, PageBlock) and block.marks else None
        if mark is None or not isinstance(block, PageBlock) or mark.kind != "strong" or mark.start > 0:
            continue
        words = block.text[: mark.end]
        if words.count(" ") >= _FEW_BLANKS and any(_similarity(words, text) >= _LIKE for text in titles):
            return Headline(words, block, block.text[mark.end :].strip())
    return None


def find_kicker(items: list[PageItem], head: PageBlock | None) -> str | None:
    """Return the line above the headline whose box is a kicker's; None without one."""
    if head is None:
        return None
    for item in reversed(items[max(0, head.order - 4) : head.order]):
        named = isinstance(item, PageBlock) and any(_KICKER_NAMES.search(box.names) for box in item.box.near(2))
        if isinstance(item, PageBlock) and named and len(item.text) <= 60 and not _is_date(item.text):
            return item.text
    return None


def _is_date(text: str) -> bool:
    """Return whether a text is a day, perhaps with its time, and little else."""
    dates = find_dates(text)
    return bool(dates) and dates[0].end - dates[0].start >= len(text) / 2


def _shown_names(root: "HtmlElement", meta: PageMetadata) -> list[str]:
    """Return the names in the page's byline.

    They are in the first elements that say author or byline, and are not only the publisher's.
    """
    for element in root.iter(*_BYLINE_TAGS):
        labels = " ".join(element.get(key) or "" for key in ("class", "rel", "itemprop", "data-testid"))
        labels = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-:/]+", " ", labels).lower()
        if (
            not _BYLINE.search(labels)
            or re.search(r"\b(?:comments?|image|photo|avatar|related|bio)\b", labels)
            or is_hidden(element)
        ):
            continue
        text = _listed(element) if element.tag in ("ul", "ol") else _separated(element) or visible_words(element)
        if 3 <= len(text) <= 160 and (names := [name for name in _labelled_names(text) if not _is_publisher(name, meta)]):
            return names
    links = (link for link in root.iter("a") if _AUTHOR_PAGE.search(link.get("href") or "") and not is_hidden(link))
    found = (read_byline(words) for link in links if 3 <= len(words := visible_words(link)) <= _LONGEST_NAME)
    return next((list(byline.names) for byline in found if byline and " " in byline.names[0]), [])


def _separated(box: "HtmlElement") -> str:
    """Return the names of a box whose elements hold one each.

    There are commas between them; for any other box it is empty.
    """
    while len(box) == 1 and not (box.text or "").strip():
        box = box[0]
    parts = [part for part in box if isinstance(part.tag, str) and visible_words(part)]
    names = [visible_words(part).strip(" ,;&") for part in parts]
    loose = "".join((box.text or "", *((part.tail or "") for part in box))).strip(" ,;&\n\t")
    is_list = len(names) > 1 and not loose and all(name.istitle() and 1 <= name.count(" ") <= 3 for name in names)
    return ", ".join(names) if is_list else ""


def _listed(names: "HtmlElement") -> str:
    """Return the items of a list on one line, with commas between them."""
    return ", ".join(text for item in names.iterchildren("li") if (text := visible_words(item).strip(" ,;&")))


def _labelled_names(text: str) -> list[str]:
    """Return the names in a byline's box; behind a label, without their roles."""
    found = read_byline(text)
    return list(found.names) if found and found.labelled else names_in(text)


def _is_publisher(name: str, meta: PageMetadata) -> bool:
    """Return whether a name is the publisher's, or the end of the page's title behind a bar."""
    ends = list(_SITE.finditer(meta.page_title or ""))
    sites = (meta.publisher or "", (meta.page_title or "")[ends[-1].end() :] if ends else "")
    return letters(name) in [letters(site) for site in sites if site]


def find_authors(root: "HtmlElement", meta: PageMetadata, in_lines: list[str]) -> list[str]:
    """Return the authors: those of the metadata, of the byline's box, or of a line.

    Args:
        root: the page.
        meta: the metadata; they count unless they name only the publisher.
        in_lines: the names found in lines near the headline.
    """
    for source in (meta.authors, meta.named_by_meta):
        names = [name for field in source if not _is_publisher(field, meta) for name in names_in(field)]
        people = [name for name in names if not _is_publisher(name, meta)]
        if people:
            return _in_full(list(dict.fromkeys(people)), root, meta, in_lines)
    given = [name for field in meta.authors for name in names_in(field)]
    return list(dict.fromkeys(in_lines or _shown_names(root, meta) or given or _pen_names(root, meta)))


def _in_full(names: list[str], root: "HtmlElement", meta: PageMetadata, in_lines: list[str]) -> list[str]:
    """Return the names of the metadata, each in full.

    A given name alone is as the byline has it, with the surname.
    """
    if all(" " in name for name in names):
        return names
    shown = [*in_lines, *_shown_names(root, meta)]
    return [next((full for full in shown if full.startswith(f"{name} ")), name) for name in names]


def _pen_names(root: "HtmlElement", meta: PageMetadata) -> list[str]:
    """Return the office, agency, initials or user's name given as author."""
    fields = [*meta.authors, *meta.named_by_meta]
    fields += [visible_words(link) for link in root.iter("a") if "author" in (link.get("rel") or "").split()]
    found = ([name for name in pen_names_in(field) if not _is_publisher(name, meta)] for field in fields)
    return next((names for names in found if names), [])


def find_publication_day(root: "HtmlElement", meta: PageMetadata) -> tuple[str | None, bool]:
    """Return the day of publication, and whether it is sure.

    It is that of the metadata, else what htmldate finds on the page.
    """
    day = first_day(meta.published)
    if day:
        return day, True
    for element in root.iter("time"):
        if element.get("datetime") and (found := first_day([element.get("datetime") or ""])):
            return found, True
    from htmldate import find_date

    try:
        found = find_date(root, original_date=True, extensive_search=False)
    except Exception:
        return None, False
    return (str(found) if found else None), False
