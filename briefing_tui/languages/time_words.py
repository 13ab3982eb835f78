"""The words of lines that tell when an article was published and how long it takes to read, in several languages, case-folded."""

from briefing_tui.languages.common_words import word_set

TELLING = word_set(
    "published|posted|created|updated|modified|edited|issued|filed|read|reading|minute|minutes|min|mins|ago|hours|days|"
    "gmt|utc|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|cet|cest|aest|"
    "veröffentlicht|publiziert|erstellt|erschienen|aktualisiert|aktualisierung|geändert|stand|uhr|lesezeit|lesedauer|"
    "minuten|stunden|mez|mesz|"
    "publié|publiée|publication|modifié|modifiée|mis|mise|jour|actualisé|actualisée|lecture|lire|heures|"
    "publicado|publicada|actualizado|actualizada|actualización|modificado|lectura|leer|minutos|horas|hace|"
    "pubblicato|pubblicata|aggiornato|aggiornata|aggiornamento|lettura|minuti|ore|fa|"
    "gepubliceerd|bijgewerkt|leestijd|minuut|uur|publicerad|uppdaterad|lästid|atualizado|atualizada|leitura|"
    "comment|comments|kommentar|kommentare|commentaire|commentaires|comentarios|commenti|reacties|listen|anhören|vorlesen|"
    "écouter|escuchar|ascolta|ascoltare|luister"
)
"""Those that with a number tell a time by themselves, or what stands beside it: how long it takes to hear, how many commented."""

_DAYS = word_set(
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    "segunda|terça|quarta|quinta|sexta|feira|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|"
    "today|yesterday|heute|gestern|hier|hoy|ayer|oggi|ieri"
)
_AROUND = word_set(
    "first|last|originally|originalmente|date|on|at|the|of|time|to|est|am|pm|a|p|m|h|hs|hrs|s|st|nd|rd|th|about|it|is|was|"
    "this|article|story|"
    "am|um|vom|vor|der|die|das|zuletzt|erstmals|zuerst|letzte|letztes|datum|ca|etwa|artikel|min|tag|tagen|"
    "le|à|la|les|l|il|y|en|temps|de|du|et|date|dernière|article|environ|"
    "el|las|los|del|tiempo|fecha|última|minuto|hora|"
    "il|alle|del|lo|e|di|tempo|ultimo|data|minuto|ora|"
    "op|om|laatst|datum|em|às|atualização|tempo|kl|den"
)

WHEN = TELLING | _DAYS | _AROUND
"""All that such lines hold beside days, months and numbers."""
