"""The words by which a page's furniture is told from its article: buttons, boxes of links, offers, notices, times.

Everything is compared case-folded. The words are those of the trade and of web pages in general, never a page's own name.
"""

import re

from briefing_tui.languages.common_words import word_set

FURNITURE = word_set(
    "advertisement|advertisements|advertising|ad|ads|ad policy|sponsored|sponsored content|paid content|promoted|"
    "promoted content|"
    "advertisement - scroll to continue|article continues below|story continues below|"
    "article continues after ad|story continues below advertisement|article continues below advertisement|"
    "scroll to continue|close|"
    "close ad|skip advertisement|powered by|adchoices",
    "share|share this|share article|share this article|share on|sharethis|save|saved|save article|print|print this page|"
    "email|e-mail|copy|copy link|"
    "link copied|copied|bookmark|listen|listen to article|comment|comments|leave a comment|add comment|post a comment|"
    "view comments|join the conversation|"
    "have your say|have your say...|facebook|twitter|x|x (twitter)|linkedin|whatsapp|reddit|telegram|pinterest|flipboard|"
    "pocket|threads|bluesky|"
    "instagram|youtube|tiktok|mastodon|messenger|sms|mail|rss|snapchat|gettr|gab|parler|truth|line|viber|"
    "follow|follow us|tweet|pin|like|gift article|gift this article|share full article|font size|text size|",
    "become a member|join now|menu|search|home|log in|login|sign in|sign up|signup|register|logout|log out|sign out|"
    "subscribe|subscribe now|subscription|newsletter|newsletters|my account|account|"
    "skip to content|skip to main content|skip to main menu|skip navigation|skip to footer|contact us|contact|about|"
    "about us|privacy|privacy policy|privacy notice|"
    "terms|terms of use|terms of service|terms and conditions|terms & conditions|cookies|cookie policy|cookie settings|"
    "cookie notice|help|"
    "accessibility|careers|sitemap|site map|advertise|advertise with us|donate|faq|live|live tv|podcasts|watch|video|"
    "videos|weather|support|"
    "back|back to top|to top|next|previous|read|continue|continue reading|load more|show more|see more|more|view all|"
    "see all|all|go|ok|yes|no|accept|reject|submit|cancel|open|"
    "get started|learn more|find out more|i'm in|view our current issue|current issue|dive deeper|speed read|summary|"
    "breaking|exclusive|premium|"
    "play|pause|mute|unmute|replay|fullscreen|loading|loading...|please wait...|invalid email|image|images|photo|photos|"
    "gallery|view gallery|toggle caption|hide caption|show caption|"
    "caption|enlarge|enlarge image|click to enlarge|open image in gallery|view image in fullscreen|tags|topics|"
    "categories|related topics|"
    "report an error|submit a correction|reprints & permissions|",
    "anzeige|anzeigen|werbung|teilen|artikel teilen|beitrag teilen|merken|drucken|vorlesen|anhören|kommentare|"
    "kommentieren|kommentar|artikel merken|"
    "zur startseite|startseite|menü|suche|suchen|anmelden|abmelden|registrieren|einloggen|abo|abonnieren|abo bestellen|"
    "impressum|datenschutz|agb|kontakt|über uns|hilfe|"
    "newsletter|mehr|mehr anzeigen|mehr erfahren|alle anzeigen|weiterlesen|weiter|zurück|schließen|zustimmen|ablehnen|"
    "akzeptieren|speichern|"
    "zusammenfassung|zur app|link kopieren|link kopiert|schriftgröße anpassen!|schriftgröße|per mail|per e-mail|feedback|"
    "bild|bilder|"
    "bildergalerie|galerie|video abspielen|wird geladen|wird geladen...|nach oben|zum seitenanfang|schlagworte|themen|"
    "empfohlener redaktioneller inhalt|empfohlener externer inhalt|"
    "deine meinung|deine meinung zählt|ihre meinung|favorisieren|verschenken|artikel verschenken|gemerkt",
    "publicité|partager|partager l'article|imprimer|écouter|commenter|commentaires|s'abonner|se connecter|rechercher|"
    "accueil|mentions légales|"
    "fermer|lire plus|offrir|"
    "publicidad|compartir|imprimir|comentar|comentarios|suscríbete|iniciar sesión|buscar|inicio|cerrar|escuchar|guardar|"
    "ver más|"
    "pubblicità|condividi|stampa|commenta|commenti|abbonati|accedi|cerca|chiudi|ascolta|salva|"
    "advertentie|delen|deel|reageer|reacties|inloggen|zoeken|sluiten|luister|bewaar|afdrukken|"
    "publicidade|compartilhar|partilhar|comentários|assine|entrar|annons|dela|kommentarer|logga in|prenumerera|sök",
)
"""Whole lines that a page says to its visitor, whatever the article."""

OPENERS = re.compile(
    r"(?:(?:watch|listen|read|video|audio|podcast|gallery|in pics|in pictures|graphic|photos) ?[|:]|read (?:more|next|"
    r"also|on)\b|see also\b|also read\b|also on\b|related(?: (?:articles?|stor(?:y|ies)|content|news|links|posts|topics|"
    r"coverage|reading|videos?))?\s*:?$|related\s*:"
    r"|more (?:on|from|about|in|to explore|stories|news|like this|articles|top stories|coverage|videos|for you)\b"
    r"|(?:most|top|latest|trending|popular|featured|recent|recommended|best of) (?:read|viewed|popular|shared|watched|"
    r"stories|news|videos?|posts?|articles?|now|in|on|from|topics|commented|headlines|reads)\b"
    r"|(?:trending|popular|recommended|recommended for you|editor'?s'? picks?|editors’ picks|must reads?|don't miss|"
    r"don’t miss|up next|what to read next|further reading|keep reading|explore more|in case you missed it|top story|"
    r"the latest)\s*:?$"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|people also|recommended (?:by|for|reading|stories)|"
    r"sponsored (?:by|links|stories)|from our partners|around the web|promoted (?:links|stories)|our picks|"
    r"what others are reading|watch (?:more|next|now)\b"
    r"|(?:view|read|see) (?:our|the) (?:complete|full|all) coverage|read our complete coverage|explore (?:more|on)\b|"
    r"skip next section|sign up (?:for|to)\b|join our|get (?:the|our|daily|email)\b.*(?:newsletter|inbox|news|updates|"
    r"alerts|insight)|subscribe to\b|stay (?:in the loop|informed|up to date|connected)"
    r"|enjoyed this story|follow us on|stick to the facts|story saved|discussion|about the authors?\s*:?$|"
    r"about the writer|contact the author|the author\s*:?$"
    r"|mehr (?:zum|zu|aus|über|von)\b|meist(?:gelesen|geklickt|geteilt|diskutiert|kommentiert)|lesen sie (?:auch|mehr|"
    r"hier|dazu|jetzt)\b|lies (?:auch|mehr)\b|lesetipps?\b|auch interessant|das könnte (?:sie|dich|ihnen|dir)\b|"
    r"weitere (?:artikel|themen|meldungen|nachrichten|beiträge|informationen|news|videos)"
    r"|ähnliche(?:\s+(?:artikel|themen|beiträge))?\s*:?$|passend dazu|verwandte\b|empfehlungen\b|empfohlen\b|"
    r"häufig gelesen|beliebt(?:e|este)?\b|aktuelle (?:nachrichten|meldungen|videos|artikel)|neueste (?:artikel|"
    r"nachrichten|videos)|schlagzeilen\s*:?$|top[- ]?(?:artikel|themen|meldungen|nachrichten|stories)\b|zum thema\s*:?$|"
    r"hintergrund zum thema|links zum thema|siehe auch\b"
    r"|alles (?:zum|zu) thema|verwendete quellen|vorheriger (?:beitrag|artikel)|nächster (?:beitrag|artikel)|"
    r"newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|bestellen|anmelden|testen)"
    r"|à lire (?:aussi|également)|lire aussi|voir aussi|sur le même (?:sujet|thème)|les plus lus|plus d'articles|"
    r"articles (?:liés|similaires)|lea también|leer también|te puede interesar|lo más (?:leído|visto)|más (?:noticias|"
    r"información|sobre|en)\b|noticias relacionadas|leggi anche|potrebbe interessarti|articoli correlati|i più letti"
    r"|lees ook|meer over|meest gelezen|leia (?:também|mais)|mais lidas|relacionad[ao]s|läs (?:också|mer|även)|mest läst)"
)
"""How a box of links to other articles, or of offers, announces itself (from the start of a short line)."""

PROMO_WORDS = word_set(
    "newsletter|newsletters|subscribe|subscribing|subscriber|subscribers|subscription|subscriptions|cookie|cookies|inbox|"
    "donate|adblock|adblocker|advert|adverts|signup|reprints|"
    "datenschutz|datenschutzerklärung|abonnieren|abonniert|abonnement|abonnent|abonnenten|einwilligung|personenbezogene|"
    "werbefrei|impressum|drittplattform|drittplattformen|nutzungsbedingungen|leserbrief|probeabo|postfach|zustimmung|"
    "zustimmen|erwerben|"
    "abonnez|abonner|inscrivez|suscríbete|suscríbase|suscribirse|iscriviti|abbonati|abonneer|privacyverklaring|assine"
)
"""Words by which a page advertises itself or settles its legal affairs."""

UNEXCUSED = word_set("article|republished|published|rights|rechte|droits|derechos")
"""The words among those of pages that no article is about: the others, alone and without a word of address, tell nothing."""

COOKIE_TALK = word_set(
    "website|websites|site|sites|browser|data|consent|party|analytics|user|users|visitor|visitors|advertising|session|"
    "settings|policy|"
    "webseite|webseiten|daten|nutzer|besucher|werbung|einstellungen|partner|partners"
)
"""What stands beside cookies that nobody baked."""

ORDERS = word_set(
    "share|search|contact|sign|follow|listen|watch|download|subscribe|print|view|click|get|add|join|buy|read|see|für|"
    "teilen|folgen|hören|sehen|lesen|jetzt|kostenlos|partager|compartir"
)
"""Words with which a page's buttons and offers begin."""

ADDRESS = word_set(
    "you|your|yours|us|our|ours|we|my|du|dir|dich|dein|deine|deinen|deinem|deiner|euch|eure|uns|unser|unsere|unseren|"
    "unserem|unserer|ihnen|"
    "vous|votre|vos|nous|notre|nos|tu|te|tus|su|sus|usted|nuestro|nuestra|nuestros|voi|vostro|nostro|nostra|u|uw|je|jouw|"
    "ons|onze"
)
"""Words by which a page speaks to its visitor, or of itself: a paragraph about newsletters has none of them."""

PROMO_PHRASES: dict[str, tuple[str, ...]] = {
    "sign": ("sign up", "sign-up", "signing up"),
    "signing": ("signing up",),
    "privacy": ("privacy policy", "privacy notice"),
    "terms": ("terms of ", "terms and ", "terms & "),
    "email": ("your email", "email address", "send an email", "send us an email", "by email"),
    "e": ("your e-mail", "e-mail address", "per e-mail", "e-mail-adresse"),
    "mail": ("send an e-mail",),
    "preferred": ("preferred source",),
    "rights": ("all rights reserved",),
    "rechte": ("alle rechte vorbehalten",),
    "droits": ("tous droits réservés",),
    "derechos": ("todos los derechos",),
    "sell": ("do not sell",),
    "choices": ("privacy choices",),
    "follow": ("follow us", "follow @"),
    "click": ("click here", "by clicking"),
    "klick": ("mit einem klick",),
    "login": ("login",),
    "log": ("log in",),
    "download": ("download the app", "download our app"),
    "free": ("free trial", "ad-free"),
    "member": ("become a member", "becoming a member"),
    "membership": ("membership",),
    "digest": ("weekly digest", "daily digest"),
    "our": (
        "of our coverage",
        "of our journalism",
        "of our reporting",
        "our partners",
        "support our",
        "join our",
        "download our",
        "reach our",
    ),
    "delivered": ("delivered to you",),
    "special": ("special offer",),
    "by": ("by submitting", "by providing", "by signing", "by continuing", "by clicking"),
    "ad": ("ad block", "personalised ad", "personalized ad"),
    "push": ("push notification",),
    "join": ("join us on", "join the conversation", "join the community", "join over"),
    "journalism": ("independent journalism", "fund journalism"),
    "touch": ("get in touch",),
    "story": ("do you have a story", "got a story"),
    "tell": ("tell us what you", "tell us in the comments"),
    "comments": ("in the comments", "comments below"),
    "comment": ("leave a comment", "login to comment", "sign in to comment"),
    "send": ("send us ", "send an email"),
    "alerts": ("news alerts", "news alert"),
    "commenting": ("commenting policy",),
    "guidelines": ("community guidelines",),
    "third": ("third party", "third parties", "third-part"),
    "read": ("read more of", "read our complete"),
    "correction": ("submit a correction",),
    "font": ("font size",),
    "schriftgröße": ("schriftgröße",),
    "published": (
        "first published in",
        "first published on",
        "first published by",
        "was originally published",
        "originally published",
    ),
    "republished": ("this article is republished",),
    "article": (
        "this article is a joint",
        "this article was produced",
        "this article is part of",
        "this article was originally",
        "access to this article",
        "this article first",
    ),
    "affiliate": ("affiliate commission", "affiliate link"),
    "jetzt": ("jetzt anmelden", "jetzt bestellen", "jetzt testen", "jetzt abonnieren", "jetzt registrieren", "jetzt kostenlos"),
    "externen": ("externen inhalt",),
    "externer": ("externer inhalt",),
    "inhalte": ("inhalte von",),
    "folgen": ("folgen sie uns",),
    "folge": ("folge uns",),
    "kunde": ("bereits kunde", "bereits abonnent"),
    "subscriber": ("already a subscriber",),
    "kostenlos": ("kostenlos testen", "kostenlos registrieren", "kostenlos lesen"),
    "teile": ("teile deine",),
    "uns": ("schreibt uns", "schreib uns", "schreiben sie uns"),
    "kommentaren": ("in den kommentaren",),
    "meinung": ("ihre meinung", "deine meinung"),
    "confidentialité": ("politique de confidentialité",),
    "privacidad": ("política de privacidad",),
}
"""Phrases of the same kind, under a word that each of them holds."""

LEGAL = re.compile(r"©|\(c\) ?(?:19|20)|copyright\b|.{0,80}(?:© ?(?:19|20)\d\d|(?:19|20)\d\d ?©)")
"""A notice of who owns the page, from the start of a case-folded line that has a sign of one."""

_UNIT = (
    r"(?:an?|\d{1,3}) ?(?:s|m|h|d|w|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|std|stunden?|minuten?|tag(?:e|"
    r"en)?|wochen?|"
    r"heures?|jours?|horas?|días?)"
)
_CLOCK = r"\d{1,2}[:.h]\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.|uhr|h|[a-z]{3,4}\b))?"
TIME = re.compile(
    rf"(?:(?:updated|published|posted|publiziert|aktualisiert):? ?)?(?:{_UNIT} ago.{{0,40}}|(?:vor|il y a|"
    rf"hace) {_UNIT}(?:(?:vor|il y a|hace).{{0,20}})?|"
    rf"{_UNIT}|(?:today|yesterday|just now|heute|gestern)(?:,? ?(?:at|um)? ?{_CLOCK})?|[-–|]? ?{_CLOCK}(?:[,|"
    rf"·–— -]+.{{0,12}})?)"
    r"|\d+ ?[-–]?(?:min(?:ute)?s?|minuten)\.?(?: to)? read.{0,10}|(?:lesezeit|lesedauer|reading time|temps de lecture|"
    r"tiempo de lectura).{0,20}"
)
"""Whole lines that tell how long ago something was, what time it was, or how long it takes to read."""
