"""Read blocks of a content file's lists as raw items: points, actors, quotes, images."""

import re
from collections.abc import Iterator, Sequence

from briefing_tui.contentfile.read.item_lines import (
    DASH,
    LINK,
    read_attribution,
    read_link,
    split_line,
    split_links,
    strip_quotation_marks,
)
from briefing_tui.contentfile.read.raw_items import RawActor, RawImage, RawItem, RawPoint, RawQuote, Report
from briefing_tui.markdown.blocks import MarkdownBlock, is_blank
from briefing_tui.markdown.inline import plain
from briefing_tui.markdown.paragraphs import Env, Heading, read_block
from briefing_tui.text.late_pattern import late_pattern

_ALSO = late_pattern(r"also\s*:\s*", re.IGNORECASE)
_IMAGE = late_pattern(r"!(\[(?:[^\[\]\\]++|\\.)*+\]\(.*\))\s*$")
_CREDIT = late_pattern(rf"(?:\*(?P<credit>(?:[^*\\]++|\\.)++)\*|(?={LINK}\s*$))(?:(?:,\s*)?(?P<link>{LINK}))?\s*$")
_BULLET = late_pattern(r"(?:[-+*]|\d{1,9}[.)])[ \t]+\S")


def read_points(block: MarkdownBlock, lines: Sequence[str], env: Env) -> Iterator[RawPoint]:
    """Yield the bullets of the summary."""
    made = [one for one in read_block(block, lines, env) if not isinstance(one, Heading)]
    starts = [at for at in range(block.start, block.end) if _BULLET.match(lines[at])] if len(made) > 1 else [block.start]
    if len(starts) != len(made):
        starts = [block.start] * len(made)
    for at, (paragraph, start) in enumerate(zip(made, starts, strict=True)):
        links = [(mark.start, mark.end, mark.href) for mark in paragraph.marks if mark.kind == "link"]
        text, targets = split_links(paragraph.text, links)
        end = starts[at + 1] if at + 1 < len(made) else block.end
        while end > start + 1 and is_blank(lines[end - 1]):
            end -= 1
        if "\n" in text:  # Code has lines; a point is one.
            text = " ".join(text.split())
        if text:
            yield RawPoint((start, max(end, start + 1)), text=text, sections=targets)


def read_actor_lines(actor: RawActor, block: MarkdownBlock, lines: Sequence[str], report: Report) -> None:
    """Add the lines below an actor's heading to the actor."""
    for at in range(block.start, block.end):
        line = lines[at].strip()
        if not line:
            continue
        if also := _ALSO.match(line):
            actor.aliases += [alias for raw in split_line(line[also.end() :], ",") if (alias := plain(raw))]
            actor.extend("also", (at, at + 1))
        elif not actor.kind:
            kind, *roles = list(split_line(line, "·"))
            actor.kind = plain(kind)
            actor.roles += [role for raw in roles if (role := plain(raw))]
            actor.extend("kind", (at, at + 1))
        else:
            do = "write `kind · role · role`, then `Also: name, name`"
            report(at, f"a line that says nothing about {actor.name}", do)


def read_quotes(block: MarkdownBlock, lines: Sequence[str], env: Env, last: RawItem | None, report: Report) -> Iterator[RawQuote]:
    """Yield quotes, and add attributions to them.

    They may follow each other without blank lines.

    Args:
        block: the block to read.
        lines: the lines of the file.
        env: the link reference definitions of the file.
        last: the item before the block; a quote may get its attribution here.
        report: reports a problem.
    """
    quote = last if isinstance(last, RawQuote) else None
    at = block.start
    while at < block.end:
        if is_blank(lines[at]):
            at += 1
        elif lines[at].lstrip(" ").startswith(">"):
            quote = _words(lines, at, block.end, env)
            yield quote
            at = quote.lines[1]
        elif DASH.match(lines[at]) and quote and quote.attribution is None:
            at = _attribute(quote, lines, at, block.end)
        else:
            do = "begin a quote's lines with `> `, its attribution with `— `"
            report(at, "a text that is neither a quote nor its attribution", do)
            return


def _words(lines: Sequence[str], start: int, end: int, env: Env) -> RawQuote:
    """Read a quote up to its attribution or a blank line."""
    stop = start + 1
    while stop < end and not is_blank(lines[stop]) and not DASH.match(lines[stop]):
        stop += 1
    made = read_block(MarkdownBlock("other", start, stop), lines, env)
    parts = strip_quotation_marks([one.text for one in made if not isinstance(one, Heading) and one.text])
    return RawQuote((start, stop), {"parts": (start, stop)}, parts=[part for part in parts if part])


def _attribute(quote: RawQuote, lines: Sequence[str], start: int, end: int) -> int:
    """Read a quote's attribution; returns the line after it."""
    ends = (at for at in range(start + 1, end) if is_blank(lines[at]) or lines[at].lstrip().startswith(">"))
    stop = next(ends, end)
    quote.attribution = read_attribution(" ".join(line.strip() for line in lines[start:stop]))
    quote.extend("attribution", (start, stop))
    return stop


def read_images(block: MarkdownBlock, lines: Sequence[str], last: RawItem | None, report: Report) -> Iterator[RawImage]:
    """Yield images, and add captions and credits to them.

    `last` is the item before the block; an image may get its caption here.
    """
    image = last if isinstance(last, RawImage) else None
    for at in range(block.start, block.end):
        line = lines[at].strip()
        if not line:
            continue
        if (match := _IMAGE.match(line)) and (link := read_link(match[1])):
            image = RawImage((at, at + 1), {"image": (at, at + 1)}, alt=link.label or None, url=link.target or None)
            yield image
        elif image:
            _add_caption(image, at, line, report)
        else:
            report(at, "a text that belongs to no image", "begin an image with `![description](address)`")


def _add_caption(image: RawImage, at: int, line: str, report: Report) -> None:
    """Add a line of a caption, or the last line with credit and section."""
    if match := _CREDIT.match(line):
        if "credit" in image.pieces:
            report(at, "an image with two credit lines", "keep one")
            return
        image.credit = plain(match["credit"]) if match["credit"] else None
        where = read_link(match["link"] or "")
        image.section = where.item if where else None
        image.extend("credit", (at, at + 1))
    else:
        image.caption.append(line)
        image.extend("caption", (at, at + 1))
