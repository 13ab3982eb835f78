"""Word lists of English news language: roles, titles, groups, and what stands in names and beside them.

They are about the language, not about any article: closed classes are meant to be complete, open ones hold what reporters use
often. Everything is in lower case.
"""

from briefing_tui.languages.english_words import word_set

ROLE_NOUNS = word_set("""
activist actor actress adviser advisor advocate agent aide ally ambassador analyst anchor announcer architect artist
astronaut athlete attorney author banker bishop blogger boss brother businessman businesswoman candidate captain cardinal
ceo chair chairman chairwoman chairperson challenger chancellor chief clerk coach colleague columnist comedian commander
commentator commissioner congressman congresswoman consultant contributor coordinator correspondent counsel councilman
councilwoman councillor co-founder co-chair co-author counselor critic daughter dean defendant delegate democrat deputy
designer detective developer diplomat director doctor driver economist editor employee engineer environmentalist ex-husband
ex-wife executive expert farmer father filmmaker founder friend general governor graduate guard guest head hero historian
host husband imam incumbent insider inspector investigator investor journalist judge juror justice lawmaker lawyer leader
lecturer lieutenant lobbyist lord magistrate magnate manager marshal mayor member minister moderator mogul monarch mother
musician nominee novelist nurse observer officer official operative organizer organiser owner painter parent partner pastor
patient philosopher physician pilot player playwright poet policeman politician pollster pope premier president priest
prince princess principal producer professor prosecutor protester psychologist publisher queen reader rapper rector relative
reporter representative republican researcher resident reverend rival scholar scientist screenwriter secretary senator
sergeant sheriff singer sister skipper socialist soldier solicitor son songwriter source speaker specialist spokesman
spokesperson spokeswoman staffer star strategist student superintendent supporter surgeon surrogate survivor teacher tourist
trader treasurer trustee tycoon undersecretary uncle aunt veteran vice-president victim villager volunteer voter warden
widow widower wife witness woman man worker writer youth boy girl billionaire millionaire businessperson entrepreneur
billionaires neighbor neighbour cousin grandfather grandmother grandson granddaughter girlfriend boyfriend fiancee guitarist
envoy negotiator fisherman captain mate crewman crewmember conservative liberal progressive moderate person user panelist
participant attendee pundit opponent contender frontrunner front-runner newcomer native legislator lawmaker assemblyman
alderman archivist archaeologist biologist chemist physicist meteorologist climatologist geologist oceanographer ecologist
curator librarian broadcaster presenter narrator referee umpire striker goalkeeper demonstrator marcher prosecutor organizer
midfielder defender manager baker butcher shopkeeper landlord tenant customer passenger commuter
""")
ROLE_PLURALS = frozenset(
    {
        *(
            word + ("es" if word.endswith(("s", "ch", "x")) else "s") if not word.endswith("y") else word[:-1] + "ies"
            for word in ROLE_NOUNS
        ),
        *word_set("people women men police children parents businessmen congressmen spokesmen authorities allies media wives"),
        *word_set("families groups demonstrators crowds rioters rebels troops"),
    }
)
PERSON_QUALIFIERS = word_set("former vice deputy assistant acting interim ex late associate")
PERSON_NOUNS = ROLE_NOUNS - word_set("source general")
GROUP_NOUNS = word_set("""
administration agency airline alliance army assembly association authority bank board brand broadcaster bureau business
cabinet camp campaign caucus center centre chamber charity church city club coalition college commission committee community
company congress corporation council country court daily department empire enterprise family federation firm force
foundation fund government group guild house industry institute institution journal kremlin laboratory league legislature
magazine media military ministry movement nation network newspaper ngo office organisation organization outlet page panel
paper parliament party police press publication publisher school senate service site society squad staff startup state
station store studio task team think-tank tribunal troika union unit university website watchdog weekly white
""")

NOUN_MODIFIERS = word_set("""
campaign communications community company committee congressional council county court deputy district economic election
environmental executive federal finance foreign former government health house international investment justice longtime
local majority media military minority national news opposition panel party police policy political press presidential
primary professional public regional republican democratic research security senior state team top union university vice
then ex chief personal special assistant associate acting interim managing general veteran fellow first second co-host talk
radio television tv film business senate law human rights civil trade labor labour climate marine harbour harbor traffic
city town village women's men's acting club school outreach digital legal financial private real estate student gun hip-hop
pop rock country jazz movie science tech technology
""")
TITLES = word_set("""
mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend president vice prime minister premier chancellor king
queen senators representatives prince princess pope senator sen sens rep reps representative congressman congresswoman gov
governor mayor judge justice secretary general gen lt col colonel maj major capt captain sgt sergeant officer chief director
chairman chairwoman chair ceo cfo coo spokesman spokeswoman spokesperson attorney ambassador del delegate cardinal
archbishop bishop sheriff detective inspector commissioner commander admiral adm brigadier marshal father sister brother
rabbi imam sheikh ayatollah aunt uncle coach speaker leader deputy press assistant majority minority whip house senate white
state former acting interim undersecretary superintendent democrat republican democratic national american british german
french russian australian canadian
""")
HONORIFICS = word_set("""
mr mrs ms miss mx dr prof sir dame lord lady rev sen rep gov gen lt col maj capt sgt pres del sens reps messrs
""")
ABBREVIATED = {
    "gov": "governor", "sen": "senator", "rep": "representative", "prof": "professor", "gen": "general", "pres": "president",
    "rev": "reverend", "capt": "captain", "sgt": "sergeant", "col": "colonel", "supt": "superintendent",
}  # fmt: skip
SURNAME_TITLES = word_set("mr mrs ms miss mx dr")
MALE_TITLES = word_set("mr sir lord king prince father brother pope congressman chairman spokesman businessman cardinal")
FEMALE_TITLES = word_set("""
mrs ms miss dame lady queen princess sister congresswoman chairwoman spokeswoman madame businesswoman actress
""")
MALE_ROLES = word_set("""
man men boy father son husband brother uncle grandfather grandson boyfriend widower actor king prince businessman
congressman chairman spokesman councilman policeman fisherman crewman alderman assemblyman monarch priest pope bishop
imam ex-husband
""")
FEMALE_ROLES = word_set("""
woman women girl mother daughter wife sister aunt grandmother granddaughter girlfriend widow actress queen princess
businesswoman congresswoman chairwoman spokeswoman councilwoman ex-wife fiancee nun
""")
PARTICLES = word_set("de la le von van der den del della di da dos du bin ibn al el ben ter ten af")
SUFFIXES = word_set("jr sr ii iii iv jr. sr.")

ORG_TAILS = word_set("""
agency alliance army assembly association associates authority bank board broadcasting bureau cabinet center centre chamber
church circuit citizens city club coalition college commission committee company conference congress corp corporation
council court department department's division federation firm force foundation fund government group guild house inc
institute journal laboratory lab league ltd llc magazine media ministry movement museum network networks news office
organization organisation pac panel parliament party police post press register research school senate service services
society studio studios survey team times tribune trust tv union university watch board observatory gazette courier herald
sun star daily weekly herald mail telegraph guardian chronicle today week radio airlines airways motors industries holdings
partners
""")

OF_FIELDS = word_set("department ministry bureau office committee commission secretariat directorate faculty institute chamber")

NOT_NAMES = word_set("""
god christmas easter english spanish german french internet twitter facebook english republican democratic republicans
democrats american americans muslim muslims christian christians jewish african latino latinos hispanic hispanics black
white tv
""")

OFFICES = word_set("""
state defense defence treasury house commerce labor labour energy education interior agriculture transportation homeland
health war army navy staff representatives exchequer justice
""")
"""Departments and houses that an office is of: Secretary of State, Speaker of the House."""
ADJECTIVE_ENDS = word_set("""
based born led backed style era bound run held controlled owned trained sponsored funded linked supported educated level
wide related made dominated occupied ranking speaking aligned friendly leaning
""")
"""What makes an adjective of a name: `Portolan-based`."""
QUALIFYING = word_set("former longtime veteran rival fellow then acting interim")
"""Capitalised at the beginning of a sentence, before a name."""
SOFT_TITLES = word_set("king prince queen pope bishop judge father sister brother miss cardinal marshal assistant")
"""Titles that are surnames as well; taken for titles at the beginning only."""
STRONG_TITLES = (TITLES | ROLE_NOUNS) - word_set("""
white house press state national american british german french russian australian canadian whip assistant majority
minority father sister brother star judge king prince queen pope bishop guard baker butcher farmer miss cardinal guest
hero marshal archer
""")
"""Titles and roles that are no part of a name where they stand before one."""
