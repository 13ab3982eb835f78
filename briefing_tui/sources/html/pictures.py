"""Find an article's pictures: caption, credit, alternative text and address of each.

A caption is in a `figcaption`, in a box whose name says caption, or alone with the picture in a box; a credit is in an element
that says so, or at the caption's end (`shared.credits`). Alternative text is never a caption.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.words import phrases
from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem, PagePicture
from briefing_tui.sources.html.choice import CAPTION_WORDS, GALLERY_NAMES, OF_PICTURE, ArticleChoice, furniture_reason
from briefing_tui.sources.html.elements import is_hidden, visible_words
from briefing_tui.sources.html.head.metadata import PictureData
from briefing_tui.sources.shared.credits.captions import (
    bare_credit,
    credit_in_alt,
    is_labelled_credit,
    split_caption,
    without_buttons,
)
from briefing_tui.sources.shared.furniture import furniture_words
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.sentence_ends import ends_clause
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefing_tui.model.briefing import Image

_CAPTION = re.compile(
    r"\b(?:captions?|caption ?text|figcap\w*|cutline|legend|image ?text|photo ?text|description"
    rf"|media ?text|wp caption text|{CAPTION_WORDS})\b"
)
_CREDIT = re.compile(
    r"\b(?:credits?|copyrights?|source|photographers?|photo ?credit|image ?credit|courtesy|attribution|agency|rights"
    r"|author|byline|creator|provider)\b"
    rf"|{phrases('credit_box_names', whole_words=True)}"
)
_PAGE_WORDS = re.compile(rf"^{phrases('caption_page_phrases')}\b|{phrases('ages', whole_words=True)}", re.I)
_POINTER = re.compile(rf"{phrases('picture_pointers')}\s*:", re.I)
"""The beginning of a caption that leads to another article."""
_PORTRAIT = re.compile(r"\b(?:avatar|authors?\w*|byline|logo|icon|profile|headshot|videos?|player|podcast)\b")
_GALLERY_WORDS = re.compile(phrases("gallery_buttons"), re.I)
_BUTTON = late_pattern(phrases("picture_buttons"), re.I)
_BUTTON_NAMES = re.compile(
    r"\b(?:btn|button|buy|purchase|order|zoom|enlarge|expand|next|prev(?:ious)?|close|share|download|full ?screen)\b"
)
_LONGEST_BUTTON = 40
_NAMES = late_pattern(r"(?:[A-ZÀ-Þ][\w.'’&-]*(?:\s*[/,|]\s*|\s+|$)){1,5}")
_CREDITED = late_pattern(rf"(?:(?:[A-ZÀ-Þ]|(?<=/)[a-z])[\w.'’&-]*+(?:\s*[/,|]\s*|\s+(?:{phrases('for_words')}\s+)?|$)){{1,6}}")
_SHOWS_MORE = re.compile(rf"(?:{phrases('caption_toggles')})?", re.I)
_SPOKEN = late_pattern(rf"{phrases('photo_nouns')}?\s?{phrases('source_words')}s?\s?[:,]?", re.I)
_LARGER = re.compile(r"^#|\.(?:jpe?g|png|webp|gif|avif)(?:\?|$)", re.I)
"""The address of a link that enlarges a picture: a place in the page, or an image file."""
_MAX_FRAME_TEXT, _CAPTION_AND_CREDIT = 4, 2
_SET_APART = frozenset(("em", "i", "span", "b", "strong"))
_LONGEST_NAMES = 60
_FEW_LETTERS = 4
_LONG_NAME = 16


class ShownPicture(Struct):
    """A picture of the article, with the orders of the blocks that belong to it."""

    order: int
    url: str | None
    alt: str | None
    caption: str | None
    credit: str | None
    blocks: frozenset[int]


def _names_of(element: "HtmlElement") -> str:
    names = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "data-testid"))
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_\-:/]+", " ", names).lower()


def _elements_named(element: "HtmlElement", pattern: re.Pattern[str], tags: frozenset[str]) -> "list[HtmlElement]":
    """Return the outermost elements below one that have such a name or tag."""
    found: list[HtmlElement] = []
    todo = list(reversed(element))
    while todo:
        node = todo.pop()
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "img", "picture", "svg", "button"):
            continue
        if (node.tag in tags or pattern.search(_names_of(node))) and visible_words(node):
            found.append(node)
        else:
            todo.extend(reversed(node))
    return found


def _read_frame(frame: "HtmlElement") -> tuple[str | None, str | None]:
    """Return caption and credit of an element that holds a picture and words about it."""
    captions = _elements_named(frame, _CAPTION, frozenset(("figcaption",)))
    captions = [element for element in captions if not _GALLERY_WORDS.fullmatch(visible_words(element))]
    makers = [element for element in captions if is_labelled_credit(visible_words(element))]
    caption = next((element for element in captions if element not in makers), captions[0] if captions else frame)
    credits_ = _elements_named(caption, _CREDIT, frozenset(("small", "cite")))
    credits_ = credits_ or [element for element in makers if element is not caption]
    if not credits_ and caption is not frame:
        credits_ = [
            element
            for element in _elements_named(frame, _CREDIT, frozenset(("small", "cite", "footer")))
            if element is not caption and caption not in element.iter()
        ]
    beside = _buttons_and_day(caption)
    credits_ = credits_ or _after_hidden_label(frame) or _names_at_end(caption) or _labelled_beside(frame, caption)
    text = visible_words(caption, beside | frozenset(credits_))
    credit = " ".join(dict.fromkeys(visible_words(element, beside) for element in credits_)).strip() or None
    credit = None if credit and _is_time(credit) else credit
    if credit and letters(credit) and not letters(text) and _holds_caption(credit):
        text, credit = credit, None  # caption and credit are in one element that is named as the credit
    if credit is None:
        return split_caption(text)
    if is_labelled_credit(text):
        text = ""
    again, more = split_caption(text)
    if more and letters(more) in letters(credit):
        text = again or ""
    return without_buttons(text).rstrip(" |") or None, bare_credit(credit) or credit


def _holds_caption(words: str) -> bool:
    """Return whether the words of a credit's box are a caption, perhaps with its credit."""
    caption, credit = split_caption(words)
    return not bare_credit(words) or (caption is not None and (credit is not None or len(words) > _LONGEST_NAMES))


def _buttons_and_day(caption: "HtmlElement") -> "frozenset[HtmlElement]":
    """Return the elements of a caption that are neither caption nor credit.

    These are links that are buttons, and the day that it begins with.
    """
    found: list[HtmlElement] = []
    begun = bool((caption.text or "").strip())
    for element in caption.iterdescendants("a", "span", "p", "div", "time", "small"):
        words = visible_words(element) if len(element) <= 1 else ""
        if not words or len(words) > _LONGEST_BUTTON:
            begun = begun or bool((element.text or "").strip())
            continue
        if (
            _BUTTON.fullmatch(words)
            or (element.tag == "a" and _BUTTON_NAMES.search(_names_of(element)))
            or (not begun and (dates := find_dates(words)) and dates[0].end - dates[0].start >= len(words) - 1)
        ):
            found.append(element)
        else:
            begun = True
    return frozenset(found)


def _after_hidden_label(frame: "HtmlElement") -> "list[HtmlElement]":
    """Return what follows a label that a page has read aloud but does not show: `Image source,`."""
    for label in frame.iter("span", "b", "strong"):
        after = label.getnext()
        if after is None or (label.tail or "").strip() or not _SPOKEN.fullmatch(" ".join((label.text or "").split())):
            continue
        if is_hidden(label) and 0 < len(visible_words(after)) <= _LONGEST_NAMES:
            return [after]
    return []


def _is_time(words: str) -> bool:
    """Return whether the words of a credit's box are a day or a length.

    An example is `26.10.2026 | 2:43 min`.
    """
    return any(map(str.isdigit, words)) and sum(map(str.isalpha, words)) <= _FEW_LETTERS


def _labelled_beside(frame: "HtmlElement", caption: "HtmlElement") -> "list[HtmlElement]":
    """Return the words beside a caption that a label calls a credit: `Photo: A. Name`.

    Their box may have any name.
    """
    if caption is frame:
        return []
    inside = set(caption.iter())
    for element in frame.iter("span", "div", "p"):
        if len(element) == 0 and element not in inside and is_labelled_credit(" ".join((element.text or "").split())):
            return [] if is_hidden(element) else [element]
    return []


def _names_at_end(caption: "HtmlElement") -> "list[HtmlElement]":
    """Return the last element of a caption if it names the picture's maker.

    It is set apart and holds a few names.
    """
    while len(caption) == 1 and caption[0].tag in ("p", "div") and not (caption.text or "").strip():
        caption = caption[0]
    shown = [part for part in caption if not _SHOWS_MORE.fullmatch(visible_words(part))]
    last = shown[-1] if shown and not (shown[-1].tail or "").strip() else None
    if last is None or last.tag not in _SET_APART or len(names := visible_words(last)) > _LONGEST_NAMES:
        return []
    bare = names.removeprefix("(").removesuffix(")")
    others = frozenset(part for part in caption if part is last or part not in shown)
    rest = visible_words(caption, others)
    is_apart = ends_clause(rest.rstrip(" |/–—·")) or bare != names or rest.endswith("|")
    return [last] if " " in bare and _CREDITED.fullmatch(bare) and is_apart else []


def _read_box(frame: Box, blocks: list[PageBlock], choice: ArticleChoice) -> tuple[str | None, str | None]:
    """Return caption and credit of a picture's box.

    If nothing in the box says caption, the words need a credit to be one: by its label or agency, or as the second of two lines
    with a few names.
    """
    caption, credit = _read_frame(frame.element)
    if frame.tag == "figure" or any(_says_caption(block.box) for block in blocks):
        return caption, credit
    makers = [block for block in blocks if is_labelled_credit(block.text)]
    if len(blocks) == _CAPTION_AND_CREDIT and len(makers) == 1:
        words = blocks[blocks[0] is makers[0]].text
        return split_caption(words)[0], bare_credit(makers[0].text)
    if credit:
        return caption, credit
    if len(blocks) == 2 and _NAMES.fullmatch(blocks[1].text) and " " in blocks[0].text and not blocks[1].linked:
        return blocks[0].text, blocks[1].text
    if len(blocks) == 1 and (choice.why.get(blocks[0].order) == OF_PICTURE or _reads_like_caption(blocks[0])):
        return caption, None
    return None, None


def _reads_like_caption(block: PageBlock) -> bool:
    """Return whether a picture's only block has a caption's length, and is no link for the most part."""
    return 6 <= len(block.text.split()) <= 60 and block.linked < 0.5 * len(block.text)


def _items_by_box(items: list[PageItem]) -> dict[Box, list[PageItem]]:
    """Return what each box near a picture holds, in stream order."""
    near: dict[Box, list[PageItem]] = {}
    for item in items:
        if isinstance(item, PagePicture):
            for box in item.box.near(7):
                near[box] = []
    for item in items:
        for box in item.box.around():
            if box in near:
                near[box].append(item)
    return near


def _find_frame(
    picture: PagePicture,
    near: dict[Box, list[PageItem]],
    choice: ArticleChoice,
    head: PageBlock | None,
    lead: int | None,
) -> Box | None:
    """Return the widest box around a picture with only it and a few words beside.

    Those words are not the article's.
    """
    frame: Box | None = None
    for box in picture.box.near(7):
        if box is choice.main or box.parent is None:
            break
        blocks = [item for item in near[box] if isinstance(item, PageBlock)]
        addresses = {item.src for item in near[box] if isinstance(item, PagePicture) and item.src}
        if len(blocks) > _MAX_FRAME_TEXT or len(addresses) > 1 or any(_is_text(block, choice) for block in blocks):
            break
        if any(
            block is head or block.order == lead or (block.tag == "h1" and block.order not in choice.why and box.tag != "figure")
            for block in blocks
        ):
            break
        if blocks or box.tag == "figure":
            frame = box
        if any(_says_caption(block.box) for block in blocks):
            break
    return frame


def find_pictures(
    items: list[PageItem],
    choice: ArticleChoice,
    head: PageBlock | None,
    lead: int | None,
    data: list[PictureData],
) -> list[ShownPicture]:
    """Return the article's pictures in stream order, without teasers and portraits.

    Args:
        items: the page's blocks and pictures.
        choice: the article's blocks.
        head: the headline's block, if a block shows it.
        lead: the order of the standfirst's block, if there is one.
        data: what the page's data say about pictures.
    """
    near = _items_by_box(items)
    top = min(head.order - 6 if head else choice.first - 8, choice.first)
    found: list[ShownPicture] = []
    seen: set[str] = set()
    for item in items[max(0, top) : choice.last + 1]:
        if not isinstance(item, PagePicture) or not _is_inside(item, choice, head):
            continue
        frame = _find_frame(item, near, choice, head, lead)
        blocks = [held for held in near[frame] if isinstance(held, PageBlock)] if frame else []
        is_placeholder = frame and not item.src and any(isinstance(held, PagePicture) and held.src for held in near[frame])
        if is_placeholder or _is_teaser(item, blocks, choice):
            continue
        caption, credit = _read_box(frame, blocks, choice) if frame else (None, None)
        credit = credit or credit_in_alt(item.alt) or _credit_in_title(item, caption) or _credit_in_data(item, caption, data)
        key = letters(caption or "") + "|" + letters(item.src or "")
        if (not caption and not credit and not item.src) or key in seen:
            continue
        if not caption and not credit and not _is_large(item):
            continue
        seen.add(key)
        found.append(ShownPicture(item.order, item.src, item.alt, caption, credit, frozenset(block.order for block in blocks)))
    return _add_separate_captions(items[max(0, top) : choice.last + 1], choice, head, found)


def _credit_in_data(picture: PagePicture, caption: str | None, data: list[PictureData]) -> str | None:
    """Return the credit that the page's data have for a picture; None without one.

    The picture there has the same caption or the same file.
    """
    words, name = letters(caption or picture.alt or ""), _file_name(picture.src or "")
    for one in data:
        if one.credit and ((words and words == letters(one.caption or "")) or (name and name == _file_name(one.address))):
            return bare_credit(one.credit)
    return None


def _file_name(address: str) -> str:
    """Return the name of a picture's file, "" if it is too short to be one picture's alone."""
    name = address.partition("?")[0].rpartition("/")[2]
    return name if len(name) >= _LONG_NAME else ""


def _credit_in_title(picture: PagePicture, caption: str | None) -> str | None:
    """Return the credit behind a bar in a picture's `title`; None without one.

    The words before the bar are those of its caption or of its alternative text.
    """
    words, bar, credit = one_line(picture.element.get("title") or "").rpartition(" | ")
    known = [letters(text) for text in (picture.alt, caption) if text]
    if not bar or len(credit) > _LONGEST_NAMES or letters(words) not in known:
        return None
    return split_caption(credit)[1] or bare_credit(credit)


def _add_separate_captions(
    items: list[PageItem], choice: ArticleChoice, head: PageBlock | None, found: list[ShownPicture]
) -> list[ShownPicture]:
    """Add captions that a page sets apart from their pictures.

    Each goes to the picture without words before it, or becomes a picture of its own.
    """
    used = {order for shown in found for order in shown.blocks}
    known = {letters(shown.caption or "") for shown in found}
    lone: dict[int, ShownPicture] = {}
    for before, item in pairwise(items):
        in_gallery = isinstance(before, PagePicture) and any(GALLERY_NAMES.search(box.names) for box in item.box.near(3))
        if not isinstance(item, PageBlock) or item.order in used or not _is_separate_caption(item, choice, head, in_gallery):
            continue
        boxes = [box for box in item.box.near(2) if box.tag == "figcaption" or _CAPTION.search(box.names)] or [item.box]
        caption, credit = _read_frame(boxes[-1].element)
        if not caption or letters(caption) in known or len(caption) < 12:
            continue
        known.add(letters(caption))
        bare = [one for one in found if one.caption is None and 0 < item.order - one.order <= 6 and one.order not in lone]
        above = before if in_gallery and isinstance(before, PagePicture) else None
        place = ShownPicture(above.order, above.src, above.alt, None, None, frozenset()) if above else None
        own = bare[-1] if bare else place or ShownPicture(item.order, None, None, None, None, frozenset())
        lone[own.order] = replace(own, caption=caption, credit=credit or own.credit, blocks=own.blocks | {item.order})
    kept = [shown for shown in (*found, *lone.values()) if shown.order not in lone or shown is lone[shown.order]]
    return sorted((one for one in kept if not _POINTER.match(one.caption or "")), key=lambda shown: shown.order)


def _is_separate_caption(block: PageBlock, choice: ArticleChoice, head: PageBlock | None, in_gallery: bool) -> bool:
    """Return whether a block is a caption by its box, and nothing speaks against it.

    Right below a picture of a gallery, any block is one. Above the headline, such words are about the page.
    """
    is_named = in_gallery or _says_caption(block.box)
    if block.order in choice.kinds or block.order in choice.about or block.is_link or not is_named:
        return False
    above = head is not None and block.order < head.order and not block.box.is_within(choice.main)
    if above and all(around.tag != "figcaption" for around in block.box.near(2)):
        return False
    return furniture_reason(block, choice) is None and not _PAGE_WORDS.search(block.text)


def _is_text(block: PageBlock, choice: ArticleChoice) -> bool:
    """Return whether a block is the article's, or plainly a paragraph and too long for a caption."""
    return (
        block.order in choice.kinds
        or block.order in choice.about
        or (block.tag == "p" and len(block.text) > 200 and not _says_caption(block.box) and block.box.parent is choice.main)
    )


def _says_caption(box: Box) -> bool:
    return any(around.tag == "figcaption" or _CAPTION.search(around.names) for around in box.near(2))


def _is_inside(picture: PagePicture, choice: ArticleChoice, head: PageBlock | None) -> bool:
    """Return whether a picture is in the article's box, or outside between headline and text."""
    if picture.box.is_within(choice.main):
        return True
    return head is not None and head.order - 6 <= picture.order < choice.first


def _is_teaser(picture: PagePicture, blocks: list[PageBlock], choice: ArticleChoice) -> bool:
    """Return whether a picture leads to another page, or belongs to this page rather than the article."""
    probe = PageBlock(picture.box, "picture of the page")
    texts = [block.text for block in blocks if not is_labelled_credit(block.text)]
    if furniture_reason(probe, choice) or any(_PAGE_WORDS.search(text) or furniture_words(text) for text in texts):
        return True
    if any(_PORTRAIT.search(box.names) for box in picture.box.near(3)):
        return True
    words = sum(len(block.text) for block in blocks)
    return words > 0 and sum(block.linked for block in blocks) >= 0.7 * words and not _enlarges(picture, blocks)


def _enlarges(picture: PagePicture, blocks: list[PageBlock]) -> bool:
    """Return whether the link around a picture and its caption only shows the picture larger."""
    links = [mark.href for block in blocks for mark in block.marks if mark.kind == "link"]
    return bool(links) and any(box.tag == "figure" for box in picture.box.near(4)) and all(map(_LARGER.search, links))


def _is_large(picture: PagePicture) -> bool:
    """Return whether a picture without words is one of the article's and no icon."""
    if re.search(
        r"(?:logo|icon|avatar|pixel|spacer|badge|button|emoji)", (picture.src or "") + (picture.element.get("class") or ""), re.I
    ):
        return False
    for key in ("width", "height"):
        size = re.match(r"\d+", picture.element.get(key) or "")
        if size and int(size[0]) < 150:
            return False
    return any(box.tag in ("figure", "picture") for box in picture.box.near(4)) and not is_hidden(picture.element)


def with_base(images: "tuple[Image, ...]", root: "HtmlElement") -> "tuple[Image, ...]":
    """Return the images with whole addresses if the page has a `<base href>`.

    Browsers take that element away when they save a page with its pictures.
    """
    base = next((found for found in root.iter("base") if (found.get("href") or "").lower().startswith("http")), None)
    if base is None:
        return images
    return tuple(replace(image, url=_joined(base.get("href"), image.url)) if image.url else image for image in images)


def _joined(base: str, address: str) -> str:
    from urllib.parse import urljoin

    try:
        return one_line(urljoin(base, address))
    except ValueError:
        return address
