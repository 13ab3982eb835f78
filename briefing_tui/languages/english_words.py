"""Word lists of English news language: function words, the commonest verbs, times, and the nouns of texts and events.

They are about the language, not about any article: closed classes are meant to be complete, open ones hold what reporters use
often. Everything is in lower case.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


PRONOUNS = word_set("""
he she they it we i you who which whom this that these those him her them us me himself herself themselves itself one
""")
SUBJECT_PRONOUNS = word_set("he she they it we i who which one you")
HE, SHE = word_set("he him his himself"), word_set("she her hers herself")

DETERMINERS = word_set("""
the a an this these those his her its their our my your one some many several few most another both all each any no two
three four five six seven eight nine ten dozens every either neither other more multiple
""")
QUANTITIES = word_set("one some many several both few most all none others another each dozens hundreds thousands scores")
COMPARING = word_set("more most less least")
POSSESSIVES = word_set("his her its their our my your")

PREPOSITIONS = word_set("""
of in at on for from with to by about against among after before between during into over through under without within since
until toward towards upon via near off across along around behind beside beyond despite outside inside than like amid per
following including given regarding concerning onto above below except throughout
""")
TEMPORAL = word_set("after before during since until amid despite following")
"""Prepositions that a clause may follow as well: `after an inquiry found`."""
SUBORDINATORS = word_set("""
if when while although though because as unless whereas where whether once even
""")
CONJUNCTIONS = word_set("and or but nor yet so")

AUXILIARIES = word_set("""
is are was were be been being am has have had having do does did will would can could may might must shall should 'd 'll 've
’d ’ll ’ve 're ’re 'm ’m isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t
doesn't doesn’t don't don’t didn't didn’t won't won’t wouldn't wouldn’t can't can’t cannot couldn't couldn’t shouldn't
shouldn’t
""")
FUNCTION_WORDS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | PRONOUNS
BEING = word_set("is are was were be been being isn't wasn't isn’t wasn’t aren't aren’t weren't weren’t")

ADVERBS = word_set("""
also then later once often still again even ever just now yet already soon too first twice not never always sometimes further
instead nevertheless nonetheless meanwhile however therefore thus rather perhaps simply further both all today yesterday
tonight tomorrow here there earlier previously last afterward afterwards famously itself himself herself themselves out
sarcastically once more long ago back up down so well far almost quite maybe very away together apart abroad ahead aloud
anyway everywhere somewhere nowhere indeed moreover otherwise hence overnight seldom thereafter forever somehow somewhat
altogether likewise
monday tuesday wednesday thursday friday saturday sunday mr
""")
NOT_ADVERBS = word_set("""
family ally rally reply supply party italy july anomaly bully lily kelly billy sally emily molly holly polly assembly
fly belly jelly early
""")

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set("""
january february march april may june july august september october november december jan feb mar apr jun jul aug sept
sep oct nov dec
""")

VERBS = word_set("""
is are was were be been has have had do does did will would can could may might must shall should goes go went gone come
comes came make makes made take takes took taken give gives gave given get gets got keep keeps kept let lets seem seems
seemed become becomes became leave leaves left run runs ran win wins won lose loses lost meet meets met sit sits sat stand
stands stood know knows knew known see sees saw seen show shows shown hold holds held bring brings brought begin begins
began build builds built buy buys bought fall falls fell fight fights fought hear hears heard hit hits leads led mean means
meant need needs pay pays paid rise rises rose send sends sent set sets sell sells sold spend spends spent try tries turn
turns use uses vote votes wait waits walk walks watch watches work works live lives look looks love loves remain remains
help helps follow follows start starts stop stops think thinks thought want wants gather appears appear offer offers plan
plans read goes went release releases issue issues attack attacks beat beats draw draws face faces expect expects raise
raises agrees trust tries push pushes pull pulls laugh laughs speaks join joins represent represents include includes
deserve deserves
""")

DOCUMENT_NOUNS = word_set("""
ad advert advertisement affidavit article banner bill blog brief book brochure bylaws caption column complaint constitution
contract decision declaration document draft editorial email essay filing findings finding flier flyer guidelines headline
indictment judgment law lawsuit leaflet letter list lyrics mailer manifesto memo message motion notice op-ed opinion order
paper petition placard platform policy post poster press-release publication questionnaire readout record release report
resolution review rule ruling rules script sign statement story study subpoena suit summary survey text transcript tweet
video warrant website
""")
DOCUMENT_NOUNS |= frozenset(noun + "s" for noun in DOCUMENT_NOUNS if not noun.endswith("s"))

CAPITAL_STOP = word_set("""
i a an the this that these those it its he she they we you his her their our my your but and or so if when while although
though because as since after before until unless where why how what who whom whose which there here then thus however
meanwhile moreover still also yet even just not no yes well now in on at by for from with without of to into over under
about against among between during through despite like unlike per once according following including such some many most
several few all both each every any other another one two three four five six seven eight nine ten only first second last
next more less much very too again soon later earlier asked said says speaking writing monday tuesday wednesday thursday
friday saturday sunday january february march april june july august september october november december today yesterday
tomorrow tonight is are was were be has have had do does did will would can could may might must shall should let let's
let’s given perhaps maybe instead indeed finally recently currently nearly almost nobody everyone everybody someone nothing
something everything neither either nor than don't don’t it's it’s that's that’s he's he’s she's she’s they're they’re we're
we’re you're you’re i'm i’m i've i’ve there's there’s what's what’s read see watch click related photo image editor’s
editor's asking adding saying noting calling citing responding referring his her him them us me because despite why whether
""")

ABBREVIATIONS = word_set("""
mr mrs ms dr prof sen sens rep reps gov gen lt col maj capt sgt rev st jr sr vs u.s u.k u.n d.c a.m p.m e.g i.e etc inc ltd
co corp no jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md
mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d ore pa r.i s.c s.d tenn va vt wash w.va wis wyo d-n.y r-s.c op
approx dept est fig mt ft supt hon pres adm cf al
""")
TERM_NOUNS = word_set("""
concept notion idea term word label moniker tag acronym name catchphrase concepts terms principle doctrine
""")
TITLE_CUES = word_set("""
album anthem ballad blog book broadcast cartoon character classic column comedy comic documentary drama episode essay
exhibition fable film game hashtag hit hymn magazine movie musical novel opera painting play podcast poem program programme
report series sequel show single sitcom song soundtrack special sculpture segment speech thriller title tune video act
section chapter headline slogan banner sign
""")
NAMING_CUES = word_set("""
so-called called dubbed named nicknamed titled entitled known headlined labeled labelled termed identified see aka
nickname nicknames titled subtitled codenamed
""")

TIME_NOUNS = word_set("""
week month year night morning afternoon evening day days weeks months years weekend time spring summer autumn fall
winter hour hours minutes moment today tonight monday tuesday wednesday thursday friday saturday sunday
""")
TIME_ORDER = word_set("last next past earlier later previous following coming same recent")
EVENT_NOUNS = word_set("""
interview statement speech rally debate meeting report post tweet email article letter event week month year night
morning afternoon evening weekend conference briefing hearing appearance address convention summit message op-ed series
call ceremony today yesterday time case day
""")
"""Nouns that a name may follow without belonging to them: `in an interview Ortega said`."""
