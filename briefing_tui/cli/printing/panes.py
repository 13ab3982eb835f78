"""Print the panes of a briefing as plain text.

Inline marks and link addresses are left to the Markdown and JSON forms. A section is referred to as `§ Heading`.
"""

from briefing_tui.anchoring import anchors
from briefing_tui.cli.printing.article import article
from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
from briefing_tui.presentation import panes
from briefing_tui.presentation.actors import ACTOR_GROUPS, mention_noun
from briefing_tui.presentation.bylines import publication
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.sections import section_reference
from briefing_tui.presentation.speakers import speaker, speech_verb
from briefing_tui.text.cells import cell_width
from briefing_tui.text.wrapping import wrap

_BESIDE = "    "


def whole(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of the title and of all panes; `width` is in cells."""
    lines = title(briefing, width)
    for pane in panes.PANES:
        if found := pane_lines(pane.name, briefing, width):
            lines += ["", "", pane.heading.upper(), *found]
    return lines


def pane_lines(name: str, briefing: Briefing, width: int) -> list[str]:
    """Return the lines of a pane, none if it is empty; the first is blank."""
    return _PRINTERS[name](briefing, width)


def title(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of kicker, headline, publication and lead."""
    heading = wrap(briefing.title or briefing.id, width)
    return [
        *wrap(briefing.kicker or "", width),
        *heading,
        "=" * max((cell_width(line) for line in heading), default=0),
        *wrap(publication(briefing), width),
        *(["", *wrap(briefing.lead, width)] if briefing.lead else []),
    ]


def summary(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of the points, each with the sections that it rests on."""
    lines: list[str] = []
    for point in briefing.summary:
        rests_on = "; ".join(section_reference(briefing, name) for name in point.sections)
        lines += ["", *wrap(f"{point.text} ({rests_on})" if rests_on else point.text, width, "• ", "  ")]
    return lines


def actors(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of people, then organisations: name, roles, aliases, numbers of mentions and quotes."""
    named = anchors.mentions(briefing)
    lines: list[str] = []
    for kind, heading in ACTOR_GROUPS:
        of_kind = [actor for actor in briefing.actors if actor.kind == kind]
        if of_kind:
            lines += ["", heading]
        for actor in of_kind:
            lines += ["", *_actor(briefing, actor, len(named.get(actor.id, ())), width)]
    return lines


def quotes(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of the quotes in article order, each with its speaker and section."""
    lines: list[str] = []
    for quote in briefing.quotes:
        lines += ["", *_quote(briefing, quote, width)]
    return lines


def images(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of the images: caption, description, credit, section."""
    lines: list[str] = []
    for number, image in enumerate(briefing.images, 1):
        lines += ["", *_image(briefing, image, width, f"{number}. ")]
    return lines


_PRINTERS = {"summary": summary, "actors": actors, "quotes": quotes, "images": images, "article": article}
"""The function that prints each pane of `presentation.panes`."""


def _actor(briefing: Briefing, actor: Actor, mentions: int, width: int) -> list[str]:
    said = sum(quote.speaker == actor.id for quote in briefing.quotes)
    counts = [counted_any(mentions, mention_noun(briefing)), counted_any(said, "quote")]
    aliases = f"also: {', '.join(actor.aliases)}" if actor.aliases else ""
    return [
        *wrap(actor.name, width),
        *wrap("; ".join(actor.roles), width, _BESIDE),
        *wrap(aliases, width, _BESIDE),
        *wrap(", ".join(count for count in counts if count), width, _BESIDE),
    ]


def _quote(briefing: Briefing, quote: Quote, width: int) -> list[str]:
    lines: list[str] = []
    for index, part in enumerate(quote.parts):
        opened = "“" if index == 0 else ""
        closed = "”" if index == len(quote.parts) - 1 else ""
        lines += [*([""] if index else []), *wrap(f"{opened}{part}{closed}", width)]
    who = speaker(briefing, quote)
    notes = (
        f"{who}, {verb}" if (verb := speech_verb(briefing, quote)) else who,
        quote.section and section_reference(briefing, quote.section),
        "partial" if quote.kind == "partial" else None,
        "speaker inferred" if quote.inferred else None,
    )
    return [*lines, *wrap(" · ".join(note for note in notes if note), width, f"{_BESIDE}— ", f"{_BESIDE}  ")]


def _image(briefing: Briefing, image: Image, width: int, number: str) -> list[str]:
    beside = " " * len(number)
    where = (image.credit, image.section and section_reference(briefing, image.section), image.url)
    texts = [image.caption, image.shows and f"Shows: {image.shows}", " · ".join(part for part in where if part)]
    lines: list[str] = []
    for text in texts:
        lines += wrap(text or "", width, beside if lines else number, beside)
    return lines
