"""Recognise furniture: lines of a page that are not its article's, by their words alone.

The words are those of pages and languages in general, never of one site.
"""

import re

_FURNITURE_WORDS = re.compile(
    r"""^(?:
    advertisement|ad|anzeige|werbung|sponsored(?:\ content)?|story\ continues\ below.*|article\ continues\ below.*
    |continue\ reading.*
    |read\ (?:more|next|also|on)\b.*|(?:you\ (?:can|may)\ )?also\ (?:read|check)\b.*|see\ (?:also|more)\b.*|more\ (?:on\ this
    |about|from|stories
    |like\ this)\b(?!.*:$).{0,60}
    |related(?:\ (?:articles?|stories|content|topics|news|links))?|recommended(?:\ (?:for\ you|reading|stories))?
    |most\ (?:read|popular|viewed)\b.{0,20}
    |you\ (?:may|might)\ also\ like|don['’]t\ miss|trending(?:\ now)?|top\ stories|up\ next|watch\ (?:more|now|next)|newsletter
    |(?:click|tap)\ (?:here|to)\b.{0,120}|scroll\ (?:down|to\ continue).{0,40}|share(?:\ this)?(?:\ (?:article|story|page
    |on)\b.{0,40})?|comments?|follow\ us\b.{0,60}
    |now\ playing.{0,40}|(?:as\ )?(?:heard|aired|broadcast)\ on\ [^.!?]{3,60}
    |listen\ to\ (?:this\ )?(?:article|story).{0,40}|\d+\ min(?:ute)?s?\ read|(?:sign|log)\ (?:up|in)\b.{0,40}|subscribe\b.{0,40}
    |this\ is\ a\ live\ (?:blog|story)\b.{0,80}
    |lesen\ sie\ (?:auch|mehr|hier|dazu)\b.*|mehr\ (?:zum\ thema|dazu|lesen|von|aus)\b.{0,60}|(?:auch
    |ebenfalls)\ (?:interessant|lesenswert).{0,60}|zum\ thema
    |lies\ (?:auch|mehr)\b.*|das\ könnte\ (?:sie|dich|ihnen)\b.{0,60}|zurück\ zur\ startseite|teilen|kommentare?
    |hier\ geht\ es\ zu\b.*|quellen?\ ?:.{0,120}|(?:jetzt\ )?weiterlesen\b.{0,40}
    )\s*:?$""",
    re.I | re.X,
)
_FURNITURE_ABROAD = r"""^(?:
    (?:(?:à\ )?lire\ (?:aussi|également)|voir\ aussi|le(?:a|e|er)\ también|ver\ también|leggi\ anche|lees\ ook
    |leia\ (?:também|mais)|läs\ (?:också|mer|även))(?:\s*:.*|\s+(?-i:[A-ZÀ-Þ«"“¿]).*)?
    |publicité|publicidad|pubblicità|advertentie|publicidade|annons
    |(?:partager|compartir|condividi|delen|compartilhar)(?:\ (?:cet|l['’]|este|sur|en|su|op)\b.{0,40})?
    |(?:te|le|lo\ que)\ puede\ interesar(?:te)?\b.{0,40}|potrebbe\ interessarti\b.{0,40}|lo\ más\ (?:leído|visto)\b.{0,20}
    |(?:sur\ le\ même\ (?:sujet|thème)|(?:articles|artículos|articoli|noticias)\ (?:liés|similaires|relacionad[ao]s|correlati))
    |commentaires?|comentarios?|commenti|réagir|suscríbete\b.{0,40}|abonnez-vous\b.{0,40}
    |(?:il\ vous\ reste|te\ queda|le\ queda|ti\ resta)\ .{0,12}%\ .{0,120}
    )\s*:?$"""
_FIRST_ABROAD = frozenset(
    (
        "à", "lire", "voir", "lea", "lee", "leer", "ver", "leggi", "lees", "leia", "läs", "publicité", "publicidad", "pubblicità",
        "advertentie", "publicidade", "annons", "partager", "compartir", "condividi", "delen", "compartilhar", "te", "le", "lo",
        "potrebbe", "sur", "articles", "artículos", "articoli", "noticias", "commentaires", "commentaire", "comentarios",
        "comentario", "commenti", "réagir", "suscríbete", "abonnez-vous", "il", "ti",
    )
)  # fmt: skip
"""The first words of all lines that `_FURNITURE_ABROAD` matches."""
_FURNITURE_SENTENCE = re.compile(
    r"""(?:\bsign\ up\ (?:to|for|here|now)\b|\bsubscribe\ (?:to|now|here|today)\b|\bour\ (?:daily\ |free\ |weekly\ )?newsletter
    |\bfollow\ (?:us|our)\ .{0,30}\bon\b|\bcomment\ policy\b
    |\bcommenting\ policy\b|\bterms\ (?:of\ (?:use|service)|and\ conditions|\&\ conditions)\b|\bprivacy\ (?:policy|notice)\b
    |\ball\ rights\ reserved\b|^(?:copyright\ )?©
    |\bbreaking\ (?:news?\ )?story\b|\bcommenting\ forum\b|\bwould\ you\ like\ to\ comment\b|\bpreferred\ source\b
    |\bsend\ (?:us\ )?(?:your\ )?(?:letters|tips)\b
    |\bjoin\ .{0,40}(?:conversations?|whatsapp|telegram)|\bdownload\ (?:our|the)\ .{0,20}app\b|\b(?:newsletter
    |whatsapp-kanal)\b.{0,60}\b(?:abonnieren|anmelden)\b
    |\bfor\ the\ latest\ .{0,60}\b(?:news|stories|updates)\b.{0,80}\b(?:sign\ up|visit|follow|subscribe|click)\b
    |\bmuss\ (?:javascript|cookies)\b
    |\b(?:inscrivez-vous|s['’]inscrire|abonnez-vous|suscríbete|suscríbase|apúntate|iscriviti|iscrivetevi|abbonati|schrijf\ je)\b
    .{0,80}\b(?:newsletter|boletín|nieuwsbrief)|\b(?:newsletter|boletín|nieuwsbrief)\b.{0,60}\b(?:inscrivez-vous|suscríbete|iscriviti)
    |\btous\ droits\ réservés\b|\btodos\ los\ derechos\ reservados\b|\btutti\ i\ diritti\ (?:sono\ )?riservati\b
    |\briproduzione\ riservata\b
    |\balle\ rechte\ vorbehalten\b|\b(?:article|suite|contenu)\ (?:est\ )?réservée?\ (?:aux|à\ nos)\ abonnés\b
    |\b(?:artículo|contenido)\ exclusivo\ para\ suscriptores\b|\b(?:articolo|contenuto)\ riservato\ agli\ abbonati\b
    |^.{0,40}\bréagir\s?\?|^(?:contact|e-?mail|reach|write\ to|kontakt|contacter|contattare|contacto)\b.{0,120}@\w)""",
    re.I | re.X,
)
_NEEDED = (
    "sign up", "subscribe", "newsletter", "follow", "comment", "terms", "privacy", "rights reserved", "©",
    "preferred source", "breaking", "join",
    "download", "send", "whatsapp", "latest", "javascript", "cookies",
    "nieuwsbrief", "derechos res", "diritti", "riservata", "rechte vor", "suscriptor", "abbonat", "@",
)  # fmt: skip
"""Words that each line matched by `_FURNITURE_SENTENCE` has; they are looked for first, which is much quicker."""
_NEEDED_ABROAD = ("boletín", "réagir", "droits rés", "abonnés")


def _is_furniture_abroad(text: str) -> bool:
    """Return whether a line is furniture in one of the languages that few pages are in.

    The pattern is compiled only for them.
    """
    first = text.split(" ", 1)[0].rstrip(":").lower()
    return first in _FIRST_ABROAD and re.match(_FURNITURE_ABROAD, text, re.I | re.X) is not None


def furniture_words(text: str) -> str | None:
    """Return why a line is furniture by its words; None if nothing shows that it is."""
    if len(text) < 200 and (_FURNITURE_WORDS.match(text) or _is_furniture_abroad(text)):
        return "a line of the page, not of the article"
    low = text.lower() if len(text) < 400 else ""
    needed = _NEEDED if low.isascii() else (*_NEEDED, *_NEEDED_ABROAD)
    if any(word in low for word in needed) and _FURNITURE_SENTENCE.search(text):
        return "an invitation or notice of the page"
    return None
