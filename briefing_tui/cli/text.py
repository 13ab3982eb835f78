"""A briefing as plain text: what `briefing show` prints, laid out for a pager, a pipe or a printer.

Inline marks and link addresses are left to the Markdown and JSON forms. A section is named `§ Heading` wherever it is named.
"""

from briefing_tui.anchoring import anchors
from briefing_tui.cli.article import article
from briefing_tui.cli.wrap import cell_width, wrap
from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
from briefing_tui.presentation.bylines import publication
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.sections import section_reference
from briefing_tui.presentation.speakers import speaker

_KINDS = (("person", "People"), ("organization", "Organisations"))
_BESIDE = "    "


def whole(briefing: Briefing, width: int) -> list[str]:
    """The lines of every part that the briefing has, under its title."""
    lines = title(briefing, width)
    for name, part in PANES.items():
        if found := part(briefing, width):
            lines += ["", "", HEADINGS[name].upper(), *found]
    return lines


def title(briefing: Briefing, width: int) -> list[str]:
    """Kicker, headline, what is known of the publication, and the lead."""
    heading = wrap(briefing.title or briefing.id, width)
    return [
        *wrap(briefing.kicker or "", width),
        *heading,
        "=" * max((cell_width(line) for line in heading), default=0),
        *wrap(publication(briefing), width),
        *(["", *wrap(briefing.lead, width)] if briefing.lead else []),
    ]


def summary(briefing: Briefing, width: int) -> list[str]:
    """Each point and the sections that it rests on."""
    lines: list[str] = []
    for point in briefing.summary:
        rests_on = "; ".join(section_reference(briefing, name) for name in point.sections)
        lines += ["", *wrap(f"{point.text} ({rests_on})" if rests_on else point.text, width, "• ", "  ")]
    return lines


def actors(briefing: Briefing, width: int) -> list[str]:
    """People, then organisations: name, roles, other names, how often they are named and quoted."""
    named = anchors.mentions(briefing)
    lines: list[str] = []
    for kind, heading in _KINDS:
        of_kind = [actor for actor in briefing.actors if actor.kind == kind]
        if of_kind:
            lines += ["", heading]
        for actor in of_kind:
            lines += ["", *_actor(briefing, actor, len(named.get(actor.id, ())), width)]
    return lines


def quotes(briefing: Briefing, width: int) -> list[str]:
    """Every quote with its speaker and section, in article order."""
    lines: list[str] = []
    for quote in briefing.quotes:
        lines += ["", *_quote(briefing, quote, width)]
    return lines


def images(briefing: Briefing, width: int) -> list[str]:
    """Every image: caption, what it shows, credit, where it stands."""
    lines: list[str] = []
    for number, image in enumerate(briefing.images, 1):
        lines += ["", *_image(briefing, image, width, f"{number}. ")]
    return lines


PANES = {"summary": summary, "actors": actors, "quotes": quotes, "images": images, "article": article}
HEADINGS = {"summary": "Summary", "actors": "Key actors", "quotes": "Quotes", "images": "Images", "article": "Article"}


def _actor(briefing: Briefing, actor: Actor, mentions: int, width: int) -> list[str]:
    said = sum(quote.speaker == actor.id for quote in briefing.quotes)
    where = "section" if briefing.article == "digest" else "mention"
    counts = [counted_any(mentions, where), counted_any(said, "quote")]
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
        f"{who}, {quote.verb}" if quote.verb else who,
        quote.section and section_reference(briefing, quote.section),
        "partial" if quote.kind == "partial" else None,
        "speaker inferred" if quote.inferred else None,
    )
    return [*lines, *wrap(" · ".join(note for note in notes if note), width, f"{_BESIDE}— ", f"{_BESIDE}  ")]


def _image(briefing: Briefing, image: Image, width: int, number: str) -> list[str]:
    beside = " " * len(number)
    where = (image.credit, image.section and section_reference(briefing, image.section), image.url)
    told = [image.caption, image.shows and f"Shows: {image.shows}", " · ".join(part for part in where if part)]
    lines: list[str] = []
    for text in told:
        lines += wrap(text or "", width, beside if lines else number, beside)
    return lines
