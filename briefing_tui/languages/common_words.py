"""The commonest words of several languages, the names of their months, and how a list of words is written down."""


def word_set(*blocks: str) -> frozenset[str]:
    """The words of blocks in which `|` stands between them."""
    return frozenset(word.strip() for block in blocks for word in block.split("|") if word.strip())


FUNCTION_WORDS = {
    "en": word_set(
        "the|of|and|to|in|a|is|that|for|it|was|on|with|as|he|she|they|be|at|by|has|have|had|from|not|are|this|but|his|her|an|"
        "were|which|"
        "who|their|will|its|would|been|or|more|about|if|we|you|i|said|there|when|what|can|so|out|up|one|after|into|than"
    ),
    "de": word_set(
        "der|die|das|und|in|den|von|zu|mit|sich|des|auf|für|ist|im|dem|nicht|ein|eine|als|auch|es|an|werden|aus|er|hat|dass|"
        "sie|nach|wird|"
        "bei|einer|um|am|sind|noch|wie|einem|über|einen|so|zum|war|haben|nur|oder|aber|vor|zur|bis|mehr|durch|man|sein|wurde|"
        "ich|wir|"
        "seine|ihre|dieser|diese|sei|kann|was|wenn|gegen|vom|ihr|damit"
    ),
    "fr": word_set(
        "le|la|les|de|des|du|et|en|un|une|que|qui|dans|est|pour|par|sur|au|aux|avec|ne|pas|il|elle|ce|se|son|sa|ses|plus|ont|"
        "été|mais|cette|"
        "sont|ou|leur|comme|nous|vous|ils|a|à|dont|selon"
    ),
    "es": word_set(
        "el|la|los|las|de|del|y|en|un|una|que|por|con|para|se|su|al|es|lo|como|más|o|pero|sus|le|ha|no|fue|este|esta|son|"
        "entre|ya|desde|está|"
        "también|muy|han|sobre|sin|hasta|cuando|según"
    ),
    "it": word_set(
        "il|lo|la|i|gli|le|di|del|della|dei|delle|e|in|un|una|che|per|con|non|si|da|dal|al|alla|è|sono|su|ha|come|anche|più|"
        "ma|nel|nella|"
        "questo|questa|ha|hanno|era|dopo"
    ),
    "nl": word_set(
        "de|het|een|en|van|in|is|dat|op|te|voor|met|zijn|niet|aan|er|om|ook|als|bij|door|maar|naar|heeft|die|uit|wordt|ze|"
        "hij|nog|over|was|"
        "werd|kan|meer|deze|dit|hebben"
    ),
    "pt": word_set(
        "o|a|os|as|de|do|da|dos|das|e|em|no|na|um|uma|que|para|com|não|por|se|mais|foi|ao|como|mas|é|são|sua|seu|ou|pelo|"
        "pela|já|também|"
        "está|entre"
    ),
    "sv": word_set(
        "och|i|att|det|som|en|på|är|av|för|med|den|till|inte|har|om|ett|de|han|var|men|sig|från|vi|så|kan|hon|när|nu|också|efter"
    ),
}
"""The commonest words of a language: prose is full of them, menus are not."""

ALL_FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS.values())

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero gennaio januari janeiro janv ene gen",
            "february feb februar février febrero febbraio februari fevereiro févr fev febr",
            "march mar märz mars marzo maart março mrz maerz",
            "april apr avril abril aprile avr abr",
            "may mai mayo maggio mei maio maj mag",
            "june jun juni juin junio giugno junho giu",
            "july jul juli juillet julio luglio julho juil lug",
            "august aug août agosto augustus augusti ago aout",
            "september sep sept septembre septiembre settembre setembro set",
            "october oct oktober okt octobre octubre ottobre outubro ott out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dicembre dezembro déc dic",
        ),
        1,
    )
    for name in names.split()
}
