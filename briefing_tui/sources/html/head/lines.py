"""Read author, date and reading time from the lines near a headline.

They are recognised by their words alone, as a page without metadata and telling names has nothing else: every word of a line
about time is a word of such lines; a byline has a label and names, or names alone right beside such a line.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from briefing_tui.languages.byline_words import ROLES
from briefing_tui.languages.dates import Dated, find_dates
from briefing_tui.languages.time_words import MONTHS, TELLING, WHEN
from briefing_tui.languages.words import all_words, phrases
from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem
from briefing_tui.sources.html.choice import NO_WORDS_BELOW, ArticleChoice, furniture_reason, is_in_figure
from briefing_tui.sources.shared.author_names import is_only_label, read_byline
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.metadata_values import names_in
from briefing_tui.sources.shared.sentence_ends import ends_clause
from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from briefing_tui.sources.html.head.headline import Headline
    from briefing_tui.sources.html.head.metadata import PageMetadata

_LONGEST = 160
_ABOVE, _BELOW = 4, 25
"""The blocks above and below the headline in which the lines are looked for."""
_LONGEST_ROLE = 60
_LAST = 3
"""The blocks at the text's end in which they are looked for."""
_SENTENCE = 80
"""The fewest letters of a sentence of the article; two such sentences end the head."""
_SENTENCES = 2
_TOKEN = re.compile(r"[^\W\d_]++|\d++")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}(?: ?[:h] ?|\.)\d{2}(?!\d)")
_LABELS = all_words("author_by_words")
_PICTURES_BY = re.compile(rf"[\s.,;|·•/–—-]{phrases('picture_nouns')}(?:\s?:|\s{phrases('pictures_by_words')}\b)", re.I)
_PICTURES_BEHIND = late_pattern(
    rf"(?:[,;&/]| {phrases('and_words')}\b) ?[^,;&/()]{{2,60}}\({phrases('picture_nouns_behind')}\)", re.I
)
_WORDS_BEHIND = re.compile(rf" ?\({phrases('text_nouns')}\)", re.I)
_SIGN = re.compile(r"\([\w/., +-]{2,24}\)|(?:[A-ZÀ-Þ]\.[ -]?){1,4}")
"""A text's end in some articles: the sign of an agency or author in brackets, or initials."""
_CREDITS = re.compile(r"\bcredits\b")
_DAY_FIRST = ("en-GB", "en-IE", "en-AU", "en-NZ", "en-IN", "en-ZA")
_MARKS = " ,;.|·•–—-:/"


class AuthorAndTime(Struct):
    """The names, days or time that a line says about its article.

    `labelled` means that a label precedes the names. A line about a time of day or of reading alone has neither names nor days.
    `timed` means that it says a time.
    """

    names: tuple[str, ...] = ()
    labelled: bool = False
    dates: tuple[Dated, ...] = ()
    timed: bool = True


class HeadLines(Struct):
    """The authors and days that the lines near a headline name."""

    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None


def read_author_and_time(text: str, publisher: str | None = None, day_first: bool = False) -> AuthorAndTime | None:
    """Return what a line says about author and time; None if it says more.

    Args:
        text: the line.
        publisher: the publisher, whose name the line may begin with.
        day_first: whether 3/7/2026 is the third of July.
    """
    if not 2 <= len(text) <= _LONGEST:
        return None
    if publisher and text.casefold().startswith(publisher.casefold()):
        text = text[len(publisher) :].lstrip(_MARKS)
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    dates = find_dates(text, day_first)
    rest = _without_times(text, dates)
    if rest == "":
        return AuthorAndTime(dates=dates)
    timed = rest is not None
    rest = rest or text
    rest = _without_picture_makers(rest)
    if not rest or (ends_clause(rest) and rest.count(" ") > 8):
        return None
    found = read_byline(rest)
    if found and not found.labelled and dates and text[: dates[0].start].rstrip().endswith(f"{found.names[-1]},"):
        return AuthorAndTime(dates=dates)  # like a place before its day
    return AuthorAndTime(found.names, found.labelled, dates, timed) if found else None


def _without_picture_makers(byline: str) -> str:
    """Return a byline without those who made the pictures, and without a note on who wrote the words."""
    pictures = _PICTURES_BY.search(byline)
    byline = byline[: pictures.start()] if pictures else byline
    if "(" in byline:
        byline = _WORDS_BEHIND.sub("", _PICTURES_BEHIND.sub("", byline))
    return byline.strip(_MARKS)


def _without_times(text: str, dates: tuple[Dated, ...]) -> str | None:
    """Return a line without its first and last words about a time; None if it says no time."""
    tokens = list(_TOKEN.finditer(text))
    words = [token[0].casefold() for token in tokens]
    number = any(word.isdigit() for word in words)
    if not (dates or _CLOCK.search(text) or (number and not TELLING.isdisjoint(words))):
        return None
    others = [at for at, token in enumerate(tokens) if not _is_of_time(token, words[at], dates)]
    if not others:
        return ""
    first, last = others[0], others[-1]
    if first and words[first - 1] in _LABELS:
        first -= 1
    return text[tokens[first].start() : tokens[last].end()]


def _is_of_time(token: re.Match[str], word: str, dates: tuple[Dated, ...]) -> bool:
    if any(dated.start <= token.start() < dated.end for dated in dates):
        return True
    return word in WHEN or (word.isdigit() and len(word) <= 4) or (not dates and word in MONTHS)


def _is_label_of_time(text: str) -> bool:
    """Return whether a line is a label (`Published`, `Reading time:`) whose time is on the next line."""
    words = [token[0].casefold() for token in _TOKEN.finditer(text[:40])]
    return len(text) < 40 and 0 < len(words) <= 4 and not TELLING.isdisjoint(words) and all(word in WHEN for word in words)


def read_head_lines(items: list[PageItem], choice: ArticleChoice, head: "Headline", meta: "PageMetadata") -> HeadLines:
    """Return what the lines about the article say, and mark them in the choice."""
    lines = HeadLines()
    zone = _blocks_near_headline(items, choice, head.block)
    if head.rest and (beside := read_author_and_time(head.rest, meta.publisher, is_day_first(meta.language))):
        _note(lines, beside)
    facts = [_read_block(block, choice, meta) for block in zone]
    known = {letters(name) for field in (*meta.authors, *meta.named_by_meta) for name in names_in(field)}
    for at, (block, found) in enumerate(zip(zone, facts, strict=True)):
        after = facts[at + 1] if at + 1 < len(zone) else None
        if found is None:
            if after and _is_label_of_time(block.text) and not after.names:
                _mark_used(choice, block, "date")
            elif after and after.names and is_only_label(block.text):
                _mark_used(choice, block, "byline")
                after.labelled = True
        elif found.names and not (found.labelled or _is_beside_time(facts, at) or known.issuperset(map(letters, found.names))):
            if at + 1 < len(zone) and _is_role(zone[at + 1]):
                _note(lines, found)
                _mark_used(choice, block, "byline")
                _mark_used(choice, zone[at + 1], "byline")
        else:
            _note(lines, found)
            _mark_used(choice, block, "byline" if found.names else "date" if found.dates else None)
    _read_last(items, choice, meta, lines)
    choice.first = min(choice.kinds, default=choice.first)
    return lines


def _blocks_near_headline(items: list[PageItem], choice: ArticleChoice, head: PageBlock | None) -> list[PageBlock]:
    """Return the blocks from a little above the headline to the first sentences of the text.

    Those above are in the article's own box.
    """
    at = head.order if head else max(0, choice.first - _ABOVE)
    zone: list[PageBlock] = []
    sentences = 0
    for item in items[max(0, at - _ABOVE) : at + _BELOW]:
        if not isinstance(item, PageBlock) or item is head or (item.order < at and not item.box.is_within(choice.main)):
            continue
        sentences += item.order in choice.kinds and len(item.text) >= _SENTENCE and ends_clause(item.text)
        if sentences >= _SENTENCES:
            break
        zone.append(item)
    return zone


def _read_block(block: PageBlock, choice: ArticleChoice, meta: "PageMetadata") -> AuthorAndTime | None:
    if block.tag in ("h1", "h2", "h3") or _is_of_picture(block.box) or any(box in choice.cards for box in block.box.near(5)):
        return None
    if furniture_reason(block, choice) is not None:
        return None
    found = read_author_and_time(block.text, meta.publisher, is_day_first(meta.language))
    if found is None or not found.names or found.labelled:
        return found
    site = letters(" ".join((meta.publisher or "", meta.page_title or "")))
    return None if any(" " not in name or letters(name) in site for name in found.names) else found


def _is_of_picture(box: Box) -> bool:
    """Return whether a box is a picture's; one of `credits` may be the article's own."""
    return is_in_figure(box) and (not _CREDITS.search(box.names) or any(around.tag == "figure" for around in box.near(4)))


def is_day_first(language: str | None) -> bool:
    """Return whether a language writes 3/7/2026 for the third of July."""
    return (language is not None and not language.startswith("en")) or language in _DAY_FIRST


def _is_beside_time(facts: list[AuthorAndTime | None], at: int) -> bool:
    """Return whether names without a label are beside a time.

    The time is on the same line, or alone on the line above or below.
    """
    here = facts[at]
    if here and here.timed:
        return True
    return any(near and not near.names for near in (*facts[max(0, at - 1) : at], *facts[at + 1 : at + 2]))


def _is_role(block: PageBlock) -> bool:
    """Return whether a line says what somebody does, and nothing else."""
    text = block.text
    return len(text) <= _LONGEST_ROLE and not ends_clause(text) and not block.linked and ROLES.search(text) is not None


def _note(lines: HeadLines, found: AuthorAndTime) -> None:
    lines.authors.extend(name for name in found.names if name not in lines.authors)
    for dated in found.dates:
        if dated.kind == "updated":
            lines.modified = lines.modified or dated.day
        else:
            lines.published = lines.published or dated.day


def _mark_used(choice: ArticleChoice, block: PageBlock, kind: Literal["byline", "date"] | None) -> None:
    choice.kinds.pop(block.order, None)
    if kind:
        choice.about[block.order] = kind
    else:
        choice.why[block.order] = "how long it takes to read, or a time of day"


def _read_last(items: list[PageItem], choice: ArticleChoice, meta: "PageMetadata", lines: HeadLines) -> None:
    """Read the byline and the day below the text; the names count if none were above it."""
    kept = [item for item in items if isinstance(item, PageBlock) and item.order in choice.kinds]
    last = kept[-_LAST:] if len(kept) > _LAST + 1 else []
    below = (item for item in items[last[-1].order + 1 :] if isinstance(item, PageBlock)) if last else iter(())
    last += [block for block in islice(below, 1) if choice.why.get(block.order) == NO_WORDS_BELOW]
    for block in reversed(last):
        if _SIGN.fullmatch(block.text):
            _mark_used(choice, block, "byline")
            continue
        found = _read_block(block, choice, meta)
        is_signed = found is not None and len(found.names) == 1 and not lines.authors and _is_set_apart_name(block)
        if found is None or block.kind != "text" or not (found.labelled or is_signed or (not found.names and found.dates)):
            break
        if not lines.authors:
            lines.authors.extend(found.names)
        _mark_used(choice, block, "byline" if found.names else "date")


def _is_set_apart_name(block: PageBlock) -> bool:
    """Return whether a line of two to four words is wholly bold or slanted, as a signature is."""
    marked = sum(mark.end - mark.start for mark in block.marks if mark.kind in ("strong", "emphasis"))
    return 1 <= block.text.count(" ") <= 3 and marked >= len(block.text)


def find_labelled_day(items: list[PageItem], choice: ArticleChoice, language: str | None) -> str | None:
    """Return the day that a short line calls the day of publication; None without one.

    The line is in the article's box. The label may be on the line before. Such lines count as lines about the time.
    """
    day_first = is_day_first(language)
    found: str | None = None
    before: PageBlock | None = None
    for block in (item for item in items if isinstance(item, PageBlock) and item.box.is_within(choice.main)):
        dates = find_dates(block.text, day_first) if len(block.text) <= _LONGEST and not ends_clause(block.text) else ()
        if dates and before is not None and _is_label_of_time(before.text) and len(block.text) == dates[0].end:
            dates = find_dates(f"{before.text} {block.text}", day_first)
        days = [dated.day for dated in dates if dated.kind == "published"]
        if days:
            found = found or days[0]
            _mark_used(choice, block, "date")
        before = block
    return found
