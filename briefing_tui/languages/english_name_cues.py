"""Words that stand beside names and tell their kind: what people do, what organisations have, what works and places follow."""

from functools import cache

from briefing_tui.languages.english_people import ROLE_NOUNS
from briefing_tui.languages.english_speech import SAYING
from briefing_tui.languages.gazetteer_people import occupations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


WHO = _set("who whose whom herself himself")

LIFE = _set("""
married died graduated studied retired resigned starred emigrated remembers remembered remember recalls smiled laughed
nodded knew wondered grew born moved
""")
"""Verbs that follow a person's name and hardly another."""

DEEDS = _set("""
played plays wrote writes became think thinks thought believes believed felt feels met lives lived worked works joined
returned began left wanted wants told went came love loves loved hopes hoped painted composed sings sang directed invented
discovered proposed taught received helped made took has had did does is was can could would will tells asks calls called
appeared earned served ran
""")
"""Verbs that persons do more than things."""

LED_IN = _set("also then later now again once already has had have")
"""What may stand between a subject and its speech verb."""

STAFF_AFTER = _set("""
employees executive executives staff share shares shareholders spokesman spokeswoman spokesperson headquarters engineers
reporter reporters worker workers members player players fan fans coach stock users customers poll magazine newspaper
website season roster
""")
"""Nouns that follow the name of an organisation they belong to."""

ORGANIZATION_NOUNS = _set("""
company charity group organization organisation agency newspaper magazine firm party network bank school university band
club team website maker manufacturer retailer publisher think-tank tank union institute nonprofit non-profit startup
start-up broadcaster newswire studio label giant rival subsidiary daily weekly tabloid site brand joined founded
""")
"""Nouns that stand for an organisation, before its name or in the apposition after it."""

STAFF = _set("""
spokesman spokeswoman spokesperson director president chairman chairwoman ceo executive head founder member members employee
employees editor owner professor professors analyst researcher researchers chair officials job work worked works working
reporter correspondent subsidiary division department campus headquarters co-founder leader scholar student students degree
doctorate fellow lecturer graduated educated studied enrolled
""")
STAFF_PREPOSITIONS = _set("of for at from")
"""'a spokesman for', 'graduated from': what stands before an organisation's name."""

POSTING = _set("said post posts posted posting message messages video videos livestream account channel followers")
"""'said on', 'a post on': what stands before the name of what people publish their words on."""

WORKS = _set("""
film films novel novels book books album albums song songs single singles series show shows sitcom movie movies play plays
comedy drama documentary musical opera game videogame poem story painting sculpture ship ships vessel yacht boat trawler
ferry hms uss episode soundtrack sequel prequel thriller entitled titled called memoir biography cartoon comic comics column
programme program cocktail drink brand model software app trilogy miniseries mini-serial franchise production blog podcast
""")
WORKS_AFTER = _set("""
film movie novel album song drama comedy series franchise trilogy cocktail software theory equation theorem principle effect
method plan blog podcast drink
""")
"""Nouns before and after the name of a work, a ship or a product."""

PLACED = _set("in near across throughout outside around within inside through visited")
PLACE_NOUNS = _set(
    "north south east west town city village province island port county district capital suburb outskirts streets coast"
)
TOWARDS = _set("to from into at toward towards leaving left reached")
"""What stands before a place, surely, with 'of', and perhaps."""

PERSONAL = _set("""
by with and against married told asked met like thanks named alongside opposite interview interviews interviewed
interviewing between successor whom when said says added replied because while that if is was
""")
"""What stands before a person rather than before a thing."""

INDEFINITE = _set("a an no your my this some any every")


@cache
def speech() -> frozenset[str]:
    """The finite forms of the verbs of speech."""
    return frozenset(form for form in SAYING if not form.endswith("ing"))


@cache
def callings() -> frozenset[str]:
    """What a person can be called: occupations, offices, and what fame makes of one."""
    return (
        occupations()
        | ROLE_NOUNS
        | frozenset(("celebrity", "legend", "sensation", "native", "genius", "expert", "opponent", "hero"))
    )
