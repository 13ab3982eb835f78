"""Word lists of English news language: verbs of speech, function words, roles, titles, given names.

They are about the language, not about any article: closed classes are meant to be complete, open ones hold what reporters use
often. Everything is in lower case.
"""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _verbs(text: str) -> dict[str, str]:
    """Every form → its lemma, from lines of `lemma form form…`."""
    return {form: line.split()[0] for line in text.strip().splitlines() for form in line.split()}


SAYING = _verbs("""
say says said saying
add adds added adding
acknowledge acknowledges acknowledged acknowledging
admit admits admitted admitting
advise advises advised advising
agree agrees agreed agreeing
allege alleges alleged alleging
announce announces announced announcing
answer answers answered answering
argue argues argued arguing
ask asks asked asking
assert asserts asserted asserting
assure assures assured assuring
begin begins began
boast boasts boasted boasting
caution cautions cautioned cautioning
charge charges charged charging
chant chants chanted chanting
cite cites cited citing
claim claims claimed claiming
comment comments commented commenting
complain complains complained complaining
concede concedes conceded conceding
conclude concludes concluded concluding
confess confesses confessed confessing
confirm confirms confirmed confirming
contend contends contended contending
continue continues continued continuing
counter counters countered countering
cry cries cried crying
declare declares declared declaring
demand demands demanded demanding
deny denies denied denying
describe describes described describing
elaborate elaborates elaborated elaborating
emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising
exclaim exclaims exclaimed exclaiming
exhort exhorts exhorted exhorting
explain explains explained explaining
fume fumes fumed fuming
implore implores implored imploring
inform informs informed informing
insist insists insisted insisting
intone intones intoned intoning
interject interjects interjected interjecting
joke jokes joked joking
lament laments lamented lamenting
maintain maintains maintained maintaining
mention mentions mentioned mentioning
mock mocks mocked mocking
muse muses mused musing
note notes noted noting
observe observes observed observing
opine opines opined opining
post posts posted posting
plead pleads pleaded pleading pled
pledge pledges pledged pledging
predict predicts predicted predicting
proclaim proclaims proclaimed proclaiming
promise promises promised promising
propose proposes proposed proposing
protest protests protested protesting
question questions questioned questioning
quip quips quipped quipping
read reads reading
reason reasons reasoned reasoning
recall recalls recalled recalling
recount recounts recounted recounting
reflect reflects reflected reflecting
remark remarks remarked remarking
remind reminds reminded reminding
reply replies replied replying
report reports reported reporting
respond responds responded responding
retort retorts retorted retorting
reveal reveals revealed revealing
roar roars roared roaring
scoff scoffs scoffed scoffing
shout shouts shouted shouting
sing sings sang singing
snap snaps snapped snapping
speculate speculates speculated speculating
state states stated stating
stress stresses stressed stressing
suggest suggests suggested suggesting
swear swears swore
tell tells told telling
testify testifies testified testifying
think thinks thought
tweet tweets tweeted tweeting
urge urges urged urging
vow vows vowed vowing
warn warns warned warning
whisper whispers whispered whispering
wonder wonders wondered wondering
write writes wrote written writing
yell yells yelled yelling
quote quotes quoted quoting
recommend recommends recommended recommending
reiterate reiterates reiterated reiterating
repeat repeats repeated repeating
retweet retweets retweeted retweeting
signal signals signaled signalled
opt opted
tout touts touted touting
vent vents vented venting
volunteer volunteers volunteered
bemoan bemoans bemoaned bemoaning
crow crows crowed crowing
deadpan deadpans deadpanned deadpanning
murmur murmurs murmured murmuring
mutter mutters muttered muttering
gush gushes gushed gushing
groan groans groaned groaning
sigh sighs sighed sighing
sneer sneers sneered sneering
rule rules ruled ruling
thunder thunders thundered thundering
message messages messaged
text texts texted texting
email emails emailed emailing
""")
"""Verbs that bring a quotation by themselves."""

CALLING = _verbs("""
call calls called calling
accuse accuses accused accusing
advocate advocates advocated advocating
blast blasts blasted blasting
brand brands branded branding
bash bashes bashed bashing
cast casts casting
characterize characterizes characterized characterizing characterise characterises characterised characterising
cheer cheers cheered cheering
commend commends commended commending
compare compares compared comparing
condemn condemns condemned condemning
consider considers considered considering
credit credits credited crediting
criticize criticizes criticized criticizing criticise criticises criticised criticising
decry decries decried decrying
defend defends defended defending
demonize demonizes demonized
denounce denounces denounced denouncing
deride derides derided deriding
deplore deplores deplored
dismiss dismisses dismissed dismissing
dub dubs dubbed dubbing
encourage encourages encouraged encouraging
endorse endorses endorsed endorsing
express expresses expressed expressing
fear fears feared fearing
find finds found
frame frames framed framing
hail hails hailed hailing
indicate indicates indicated indicating
invoke invokes invoked invoking
label labels labeled labelled labeling labelling
lambaste lambastes lambasted lambasting lambast
liken likens likened likening
portray portrays portrayed portraying
praise praises praised praising
rail rails railed railing
refer refers referred referring
reject rejects rejected rejecting
rip rips ripped ripping
ridicule ridicules ridiculed ridiculing
slam slams slammed slamming
suggest suggests suggested suggesting
speak speaks spoke spoken speaking
talk talks talked talking
term terms termed terming
threaten threatens threatened threatening
thank thanks thanked thanking
believe believes believed believing
hope hopes hoped hoping
feel feels felt
paint paints painted painting
point points pointed pointing
put puts putting
seek seeks sought seeking
want wants wanted wanting
invite invites invited inviting
order orders ordered ordering
apologize apologizes apologized apologizing apologise apologises apologised apologising
tell
""")
"""Verbs that bring a fragment, with an object or a preposition between."""

SPEECH = CALLING | SAYING

MENTAL = _set("want hope believe think feel fear seek find consider wonder")
"""Verbs for what nobody hears: inside a report ("X said Y wanted …") the words are the reporter's source's."""

INVERTING = _set("""
said says say added adds asked asks wrote writes tweeted tweets noted notes explained explains continued continues concluded
concludes replied replies answered answers recalled recalls argued argues insisted insists declared declares warned warns
responded responds quipped joked observed observes remarked shouted yelled cried told reported reports read reads commented
comments lamented suggested suggests admitted acknowledged claims claimed countered exclaimed stated states predicted
predicts posted posts sings complained complains agreed agrees opined mused began boasted cautioned asserted announced
announces proclaimed stressed according goes went
""")

TRANSITIVE = _set("""
describe mention deny cite quote question mock inform remind assure urge advise signal recommend propose implore
""")
"""Verbs of saying that no quotation stands before as their object."""

SPEECH_NOUNS = _set("""
accusation admission advice allegation announcement answer apology argument assertion assessment belief brief call
characterization charge claim comment comments complaint conclusion concern confession contention criticism declaration
demand description email explanation expression headline invitation joke letter line mantra message motto note opinion
phrase pledge plea post prediction promise proposal question quip quote reference remark remarks reminder reply report
request response retort rhetoric slogan speech statement suggestion testimony threat tweet view vow warning wish word
""")
SPEECH_NOUNS |= frozenset(noun[:-1] + "ies" if noun.endswith("ry") else noun + "s" for noun in SPEECH_NOUNS)

TAG_NOUNS = _set("""
statement tweet message email letter post report memo article essay column note blog editorial op-ed interview
""")

PRONOUNS = _set("""
he she they it we i you who which whom this that these those him her them us me himself herself themselves itself one
""")
SUBJECT_PRONOUNS = _set("he she they it we i who which one you")
HE, SHE = _set("he him his himself"), _set("she her hers herself")

DETERMINERS = _set("""
the a an this these those his her its their our my your one some many several few most another both all each any no two
three four five six seven eight nine ten dozens every either neither other more multiple
""")
QUANTITIES = _set("one some many several both few most all none others another each dozens hundreds thousands scores")
POSSESSIVES = _set("his her its their our my your")

PREPOSITIONS = _set("""
of in at on for from with to by about against among after before between during into over through under without within since
until toward towards upon via near off across along around behind beside beyond despite outside inside than like amid per
following including given regarding concerning onto above below except throughout
""")
TEMPORAL = _set("after before during since until amid despite following")
"""Prepositions that a clause may follow as well: `after an inquiry found`."""
SUBORDINATORS = _set("""
if when while although though because as unless whereas where whether once even
""")
CONJUNCTIONS = _set("and or but nor yet so")

AUXILIARIES = _set("""
is are was were be been being am has have had having do does did will would can could may might must shall should 'd 'll 've
’d ’ll ’ve 're ’re 'm ’m isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t
doesn't doesn’t don't don’t didn't didn’t won't won’t wouldn't wouldn’t can't can’t cannot couldn't couldn’t shouldn't
shouldn’t
""")
FUNCTION_WORDS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | PRONOUNS
BEING = _set("is are was were be been being isn't wasn't isn’t wasn’t aren't aren’t weren't weren’t")
PAST_AND_PLAIN = _set("put read cast rip")
"""Verbs whose past looks like their plain form."""
ADVERBS = _set("""
also then later once often still again even ever just now yet already soon too first twice not never always sometimes further
instead nevertheless nonetheless meanwhile however therefore thus rather perhaps simply further both all today yesterday
tonight tomorrow here there earlier previously last afterward afterwards famously itself himself herself themselves out
sarcastically once more long ago back up down so well far
monday tuesday wednesday thursday friday saturday sunday mr
""")
NOT_ADVERBS = _set("""
family ally rally reply supply party italy july anomaly bully lily kelly billy sally emily molly holly polly assembly
fly belly jelly early
""")

WEEKDAYS = _set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = _set("""
january february march april may june july august september october november december jan feb mar apr jun jul aug sept
sep oct nov dec
""")

VERBS = _set("""
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

ROLE_NOUNS = _set("""
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
        *_set("people women men police children parents businessmen congressmen spokesmen authorities allies media wives"),
        *_set("families groups demonstrators crowds rioters rebels troops"),
    }
)
PERSON_QUALIFIERS = _set("former vice deputy assistant acting interim ex late associate")
PERSON_NOUNS = ROLE_NOUNS - _set("source general")
GROUP_NOUNS = _set("""
administration agency airline alliance army assembly association authority bank board brand broadcaster bureau business
cabinet camp campaign caucus center centre chamber charity church city club coalition college commission committee community
company congress corporation council country court daily department empire enterprise family federation firm force
foundation fund government group guild house industry institute institution journal kremlin laboratory league legislature
magazine media military ministry movement nation network newspaper ngo office organisation organization outlet page panel
paper parliament party police press publication publisher school senate service site society squad staff startup state
station store studio task team think-tank tribunal troika union unit university website watchdog weekly white
""")
DOCUMENT_NOUNS = _set("""
ad advert advertisement affidavit article banner bill blog brief book brochure bylaws caption column complaint constitution
contract decision declaration document draft editorial email essay filing findings finding flier flyer guidelines headline
indictment judgment law lawsuit leaflet letter list lyrics mailer manifesto memo message motion notice op-ed opinion order
paper petition placard platform policy post poster press-release publication questionnaire readout record release report
resolution review rule ruling rules script sign statement story study subpoena suit summary survey text transcript tweet
video warrant website
""")
DOCUMENT_NOUNS |= frozenset(noun + "s" for noun in DOCUMENT_NOUNS if not noun.endswith("s"))
NOUN_MODIFIERS = _set("""
campaign communications community company committee congressional council county court deputy district economic election
environmental executive federal finance foreign former government health house international investment justice longtime
local majority media military minority national news opposition panel party police policy political press presidential
primary professional public regional republican democratic research security senior state team top union university vice
then ex chief personal special assistant associate acting interim managing general veteran fellow first second co-host talk
radio television tv film business senate law human rights civil trade labor labour climate marine harbour harbor traffic
city town village women's men's acting club school outreach digital legal financial private real estate student gun hip-hop
pop rock country jazz movie science tech technology
""")
TITLES = _set("""
mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend president vice prime minister premier chancellor king
queen senators representatives prince princess pope senator sen sens rep reps representative congressman congresswoman gov
governor mayor judge justice secretary general gen lt col colonel maj major capt captain sgt sergeant officer chief director
chairman chairwoman chair ceo cfo coo spokesman spokeswoman spokesperson attorney ambassador del delegate cardinal
archbishop bishop sheriff detective inspector commissioner commander admiral adm brigadier marshal father sister brother
rabbi imam sheikh ayatollah aunt uncle coach speaker leader deputy press assistant majority minority whip house senate white
state former acting interim undersecretary superintendent democrat republican democratic national american british german
french russian australian canadian
""")
HONORIFICS = _set("""
mr mrs ms miss mx dr prof sir dame lord lady rev sen rep gov gen lt col maj capt sgt pres del sens reps messrs
""")
SURNAME_TITLES = _set("mr mrs ms miss mx dr")
MALE_TITLES = _set("mr sir lord king prince father brother pope congressman chairman spokesman businessman cardinal")
FEMALE_TITLES = _set("""
mrs ms miss dame lady queen princess sister congresswoman chairwoman spokeswoman madame businesswoman actress
""")
MALE_ROLES = _set("""
man men boy father son husband brother uncle grandfather grandson boyfriend widower actor king prince businessman
congressman chairman spokesman councilman policeman fisherman crewman alderman assemblyman monarch priest pope bishop
imam ex-husband
""")
FEMALE_ROLES = _set("""
woman women girl mother daughter wife sister aunt grandmother granddaughter girlfriend widow actress queen princess
businesswoman congresswoman chairwoman spokeswoman councilwoman ex-wife fiancee nun
""")
PARTICLES = _set("de la le von van der den del della di da dos du bin ibn al el ben ter ten af")
SUFFIXES = _set("jr sr ii iii iv jr. sr.")

ORG_TAILS = _set("""
agency alliance army assembly association associates authority bank board broadcasting bureau cabinet center centre chamber
church circuit citizens city club coalition college commission committee company conference congress corp corporation
council court department department's division federation firm force foundation fund government group guild house inc
institute journal laboratory lab league ltd llc magazine media ministry movement museum network networks news office
organization organisation pac panel parliament party police post press register research school senate service services
society studio studios survey team times tribune trust tv union university watch board observatory gazette courier herald
sun star daily weekly herald mail telegraph guardian chronicle today week radio airlines airways motors industries holdings
partners
""")
CAPITAL_STOP = _set("""
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

NOT_NAMES = _set("""
god christmas easter english spanish german french internet twitter facebook english republican democratic republicans
democrats american americans muslim muslims christian christians jewish african latino latinos hispanic hispanics black
white tv
""")

ABBREVIATIONS = _set("""
mr mrs ms dr prof sen sens rep reps gov gen lt col maj capt sgt rev st jr sr vs u.s u.k u.n d.c a.m p.m e.g i.e etc inc ltd
co corp no jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md
mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d ore pa r.i s.c s.d tenn va vt wash w.va wis wyo d-n.y r-s.c op
approx dept est fig mt ft supt hon pres adm cf al
""")
TERM_NOUNS = _set("""
concept notion idea term word label moniker tag acronym name catchphrase concepts terms principle doctrine
""")
TITLE_CUES = _set("""
album anthem ballad blog book broadcast cartoon character classic column comedy comic documentary drama episode essay
exhibition fable film game hashtag hit hymn magazine movie musical novel opera painting play podcast poem program programme
report series sequel show single sitcom song soundtrack special sculpture segment speech thriller title tune video act
section chapter headline slogan banner sign
""")
NAMING_CUES = _set("""
so-called called dubbed named nicknamed titled entitled known headlined labeled labelled termed identified see aka
nickname nicknames titled subtitled codenamed
""")

TIME_NOUNS = _set("""
week month year night morning afternoon evening day days weeks months years weekend time spring summer autumn fall
winter hour hours minutes moment today tonight monday tuesday wednesday thursday friday saturday sunday
""")
TIME_ORDER = _set("last next past earlier later previous following coming same recent")
EVENT_NOUNS = _set("""
interview statement speech rally debate meeting report post tweet email article letter event week month year night
morning afternoon evening weekend conference briefing hearing appearance address convention summit message op-ed series
call ceremony today yesterday time case day
""")
"""Nouns that a name may follow without belonging to them: `in an interview Ortega said`."""
OFFICES = _set("""
state defense defence treasury house commerce labor labour energy education interior agriculture transportation homeland
health war staff representatives exchequer justice
""")
"""Departments and houses that an office is of: Secretary of State, Speaker of the House."""
ADJECTIVE_ENDS = _set("""
based born led backed style era bound run held controlled owned trained sponsored funded linked supported educated level
wide related made dominated occupied ranking speaking aligned friendly leaning
""")
"""What makes an adjective of a name: `Portolan-based`."""
QUALIFYING = _set("former longtime veteran rival fellow then acting interim")
"""Capitalised at the beginning of a sentence, before a name."""
SOFT_TITLES = _set("king prince queen pope bishop judge father sister brother miss cardinal marshal assistant")
"""Titles that are surnames as well; taken for titles at the beginning only."""
STRONG_TITLES = (TITLES | ROLE_NOUNS) - _set("""
white house press state national american british german french russian australian canadian whip assistant majority
minority father sister brother star judge king prince queen pope bishop guard baker butcher farmer miss cardinal guest
hero marshal archer
""")
"""Titles and roles that are no part of a name where they stand before one."""
NEVER_NOUNS = PAST_AND_PLAIN | _set("say tell ask argue believe think write speak find")
"""Verbs of speech whose plain form is no noun."""
