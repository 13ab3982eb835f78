"""`briefing compare`: print what two articles share, and what only one has."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from briefing_tui.application.inputs import open_input, resolve
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json
from briefing_tui.cli.terminal import text_width

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
    from briefing_tui.verification.same_words import Likeness
    from briefing_tui.verification.side_by_side import SideBySide


def run(options: Namespace) -> int:
    """Print the comparison; return 1 if the articles share nothing. Raises Failure and InputError."""
    from briefing_tui.verification.side_by_side import compare_articles

    found = compare_articles(_opened(options.one), _opened(options.other))
    if options.format == "json":
        put_json(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        put("\n".join(_lines(found, text_width())))
    return OK if found.shares_anything else NO


def _opened(name: str) -> "Briefing":
    given = resolve(name)
    if given.folder:
        raise Failure(f"{given.folder}: a folder; name one of its files")
    opened = open_input(given)
    if opened.why:
        raise Failure(f"{given.name}: {opened.why}", NO)
    return opened.briefing


def _lines(found: "SideBySide", width: int) -> Iterator[str]:
    from textwrap import wrap

    names = (found.one.title or found.one.id, found.other.title or found.other.id)

    def filled(text: str) -> list[str]:
        return wrap(text, width, initial_indent="  ", subsequent_indent="    ")

    yield f"A  {names[0]}"
    yield f"B  {names[1]}"
    yield from ("", "Quotes in both")
    for shared in found.quotes:
        yield from filled(f"“{' … '.join(shared.one.parts)}” — {_who(found.one, shared.one)}")
        yield from filled(f"  {_difference(shared.likeness, _who(found.other, shared.other))}")
    for side, quotes, briefing in (("A", found.quotes_of_one, found.one), ("B", found.quotes_of_other, found.other)):
        yield from ("", f"Quotes only in {side}")
        for quote in quotes:
            yield from filled(f"“{' … '.join(quote.parts)}” — {_who(briefing, quote)}")
    yield from ("", "People and organisations")
    yield from filled(f"in both: {_names([one for one, _ in found.actors])}")
    yield from filled(f"only in A: {_names(found.actors_of_one)}")
    yield from filled(f"only in B: {_names(found.actors_of_other)}")
    if found.captions or found.captions_of_one or found.captions_of_other:
        yield from ("", "Captions")
        for caption in found.captions:
            yield from filled(f"in both: {caption.one.caption} ({_difference(caption.likeness, '')})")
        for side, images in (("A", found.captions_of_one), ("B", found.captions_of_other)):
            for image in images:
                yield from filled(f"only in {side}: {image.caption}")


def _who(briefing: "Briefing", quote: "Quote") -> str:
    from briefing_tui.presentation.speakers import speaker

    return speaker(briefing, quote)


def _names(actors: "Sequence[Actor]") -> str:
    return ", ".join(actor.name for actor in actors) or "nobody"


def _difference(likeness: "Likeness", who: str) -> str:
    changes = "; ".join(f"“{change.draft}” in A, “{change.article}” in B" for change in likeness.changes)
    other = f"in B by {who}" if likeness.is_by_other else ""
    return ", ".join(filter(None, (likeness.relation, changes, other)))


def _as_json(found: "SideBySide") -> dict[str, Any]:
    return {
        "one": {"id": found.one.id, "title": found.one.title},
        "other": {"id": found.other.id, "title": found.other.title},
        "quotes": {
            "both": [
                {
                    "one": _quote(found.one, shared.one),
                    "other": _quote(found.other, shared.other),
                    "relation": shared.likeness.relation,
                    "other_speaker": shared.likeness.is_by_other,
                    "changes": [{"one": change.draft, "other": change.article} for change in shared.likeness.changes],
                }
                for shared in found.quotes
            ],
            "one": [_quote(found.one, quote) for quote in found.quotes_of_one],
            "other": [_quote(found.other, quote) for quote in found.quotes_of_other],
        },
        "actors": {
            "both": [{"one": one.name, "other": other.name} for one, other in found.actors],
            "one": [actor.name for actor in found.actors_of_one],
            "other": [actor.name for actor in found.actors_of_other],
        },
        "captions": {
            "both": [{"one": shared.one.caption, "other": shared.other.caption} for shared in found.captions],
            "one": _captions(found.captions_of_one),
            "other": _captions(found.captions_of_other),
        },
    }


def _quote(briefing: "Briefing", quote: "Quote") -> dict[str, Any]:
    return {"id": quote.id, "parts": list(quote.parts), "speaker": _who(briefing, quote)}


def _captions(images: "Sequence[Image]") -> list[str | None]:
    return [image.caption for image in images]
