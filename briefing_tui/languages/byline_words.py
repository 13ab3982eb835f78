"""The words by which bylines, and the names in them, are told from other lines.

Everything is compared case-folded. The words are those of the trade and of web pages in general, never a page's own name.
"""

import re

from briefing_tui.languages.common_words import word_set

AUTHOR_LABEL = re.compile(
    r"(?:von unser(?:em|er|en) [\w-]{1,40}(?: in [\w-]{1,30})?|"
    r"(?:par|de) (?:notre|nos) (?:envoyée?s? spécia(?:le?s?|ux)|correspondante?s?|journalistes?)"
    r"(?: (?:à|en|au|aux) [\w-]{1,30})?,?|"
    r"por nuestr[oa]s? (?:enviad[oa]s? especial(?:es)?|corresponsal(?:es)?|redactor[ae]?s?)(?: en [\w-]{1,30})?,?|"
    r"by|author|authors|written by|words by|words|story by|report by|reported by|reporting by|text by|"
    r"texte de|texto de|testo di|(?:das )?(?:interview|gespräch) führten?|die fragen stellten?|autor|autorin|"
    r"autoren|autor:in|von|text|text von|ein (?:kommentar|beitrag|artikel|gastbeitrag|bericht|interview) von|"
    r"eine (?:analyse|reportage|kolumne) von|kommentar von|analyse von|interview von|aufgezeichnet von|par|auteur|por|"
    r"autora|autore|autrice|di|door|auteur|av|posted by|published by|interview by|analysis by|opinion by|commentary by|"
    r"contributors?|(?:article |texte )?(?:rédigé|écrit|publié|recueilli) par|propos recueillis par|"
    r"(?:texto|escrito|redactado|publicado) por|(?:scritto|pubblicato) da|(?:geschrieben|veröffentlicht) von|"
    r"geschreven door)(?:\s*+:\s+|\s+)|"
    r"(?:textes?|texto|testo|tekst|protokoll|reportage|reportaje)\s*+:\s+"
)
"""Before an author's name. The last ones need their colon: they are other things without."""
EDITOR_LABEL = re.compile(
    r"(?:editors?|edited by|editing by|redaktion|redakteur|redakteurin|redigiert von|bearbeitet von|éditeur|editora?|"
    r"a cura di|redactie)\s*:\s*|(?:edited by|editing by|redigiert von)\s+"
)

ROLES = re.compile(
    r"\b(?:\w*(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|director|producer|analyst|critic|"
    r"blogger|staff|author|president|minister|spokes(?:man|woman|person)|lawyer|advocate|founder|ceo|bureau chief|fellow|"
    r"professor)s?\b|freelance|senior|deputy|assistant|associate|head of|chief|digital|news\b|lifestyle|political|"
    r"business|sports?\b|"
    r"redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|journalist(?:in)?|autor(?:in)?|volontär(?:in)?|"
    r"chefredakteur(?:in)?|ressortleiter(?:in)?|redaktion|\w*(?:präsident|minister|sprecher|vorsitzende|chef)(?:in|r)?|"
    r"journaliste|rédacteur|rédactrice|periodista|redactor|redactora|giornalista|redacteur|verslaggever)",
    re.I,
)
"""What stands behind a name in a byline."""

NAME_PARTICLES = word_set(
    "de|del|della|di|da|dos|van|von|der|den|ter|ten|zu|zur|bin|binti|bint|al|el|la|le|du|ibn|y|e|st|st.|mc|o'|af|und|ben|"
    "abu|dem|vom"
)

NOT_NAMES = word_set(
    "the|a|an|more|most|read|latest|news|today|live|watch|sign|log|view|our|your|new|all|breaking|world|sport|sports|"
    "politics|business|opinion|culture|health|science|"
    "climate|video|audio|podcast|podcasts|share|follow|about|contact|privacy|terms|home|search|menu|share|editor|updated|"
    "published|posted|last|first|photo|image|"
    "alle|mehr|neue|aktuelle|artikel|nachrichten|wirtschaft|politik|kultur|wissen|leben|reise|wetter|über|inland|ausland|"
    "gesellschaft|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|"
    "october|november|december|"
    "google|preferred|source|add|join|get|listen|story|stories|times|daily|post|south|north|east|west|united|middle|"
    "university|street|city|"
    "analysis|explained|explainer|feature|features|interview|exclusive|special|report|review|guide|editorial|column|"
    "magazine|weekly|international|national|local|us|uk|eu|"
    "front|page|section|edition|issue|desk|link|copied|copy|bookmark|email|print|facebook|twitter|whatsapp|telegram|"
    "reddit|linkedin|kommentar|analyse|meinung|"
    "reportage|von|by|stand|uhr"
)
"""Words that a person's name does not hold, and menus and headings do."""

NOTE_VERBS = word_set(
    "is|are|was|has|have|covers|writes|reports|joined|works|worked|studied|lives|contributed|makes|serves|"
    "holds|can|ist|war|hat|schreibt|arbeitet|berichtet|studierte|est|a|es|è"
)
"""What a page tells of its author begins with: `A. Name is …`."""
