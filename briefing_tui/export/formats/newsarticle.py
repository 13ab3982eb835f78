"""A briefing as schema.org NewsArticle in JSON-LD, which search engines and archives read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.format import Format
from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
from briefing_tui.presentation.speakers import named_speaker, speaker, unresolved_speaker


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make one JSON-LD object for each briefing."""
    for bundle in bundles:
        if bundle.briefing is not None:
            yield json.dumps(as_object(bundle.briefing), ensure_ascii=False, indent=2) + "\n"


def as_object(briefing: Briefing) -> dict[str, Any]:
    """Return the object without empty keys.

    The words of a digest are not given as the article's body.
    """
    body = "\n\n".join(paragraph.text for section in briefing.sections for paragraph in section.paragraphs)
    full = briefing.article == "full"
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": briefing.id,
        "headline": briefing.title,
        "alternativeHeadline": briefing.kicker,
        "description": briefing.lead,
        "abstract": "\n".join(point.text for point in briefing.summary),
        "dateline": briefing.dateline,
        "datePublished": briefing.published,
        "dateModified": briefing.modified,
        "inLanguage": briefing.language,
        "keywords": list(briefing.tags),
        "author": [{"@type": "Person", "name": name} for name in briefing.authors],
        "editor": [{"@type": "Person", "name": name} for name in briefing.editors],
        "publisher": briefing.publisher and {"@type": "Organization", "name": briefing.publisher},
        "url": briefing.source and briefing.source.url,
        "articleSection": [section.heading for section in briefing.sections if section.heading],
        "articleBody": body if full else None,
        "wordCount": len(body.split()) if full else None,
        "mentions": [_actor(actor) for actor in briefing.actors],
        "image": [_image(image) for image in briefing.images],
        "hasPart": [_quote(briefing, quote) for quote in briefing.quotes],
    }
    return _filled(known)


def _filled(known: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in known.items() if value not in (None, "", [], {})}


def _actor(actor: Actor) -> dict[str, Any]:
    is_person = actor.kind == "person"
    roles = list(actor.roles)
    known = {
        "@type": "Person" if is_person else "Organization",
        "@id": f"#{actor.id}",
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "jobTitle" if is_person else "description": roles if is_person else "; ".join(roles),
    }
    return _filled(known)


def _image(image: Image) -> dict[str, Any]:
    known = {"contentUrl": image.url, "caption": image.caption, "description": image.alt, "creditText": image.credit}
    return _filled({"@type": "ImageObject", "@id": f"#{image.id}", **known})


def _quote(briefing: Briefing, quote: Quote) -> dict[str, Any]:
    creator: dict[str, str] | None = None
    if name := named_speaker(briefing, quote):
        creator = {"@id": f"#{quote.speaker}", "name": name} if quote.speaker else {"@type": "Person", "name": name}
    elif unresolved_speaker(briefing, quote):
        creator = {"@type": "Person", "description": speaker(briefing, quote)}
    return _filled({"@type": "Quotation", "@id": f"#{quote.id}", "text": "\n".join(quote.parts), "creator": creator})


FORMAT = Format("jsonld", "the briefing itself, as schema.org's NewsArticle", write, rank=8, content="briefing")
