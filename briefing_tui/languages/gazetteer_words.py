"""Everyday English words: what a capital letter at the start of a sentence or in a headline does not make a name."""

from functools import cache

_CALENDAR = """
january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct
nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun christmas easter
ramadan halloween thanksgiving passover hanukkah lent pentecost diwali eid
"""

_OPENERS = """
aren't can't couldn't didn't doesn't hadn't hasn't haven't isn't mustn't needn't shouldn't wasn't weren't won't wouldn't ain't
a about above according across after afterwards again against all almost along already also although always am amid among an
and another any anybody anyone anything apart are around as aside at away back based be because been before behind being below
beneath beside besides best between beyond both but by can compared concerning consequently considering contrary conversely
could currently described despite did do does don't due during each earlier either else elsewhere especially even eventually
ever every everybody everyone everything except few fewer finally first firstly following for formerly fortunately from
further furthermore given had has have having he hence her here hers herself hey hi him himself his hopefully how however i if
i'm i've in including indeed inside instead into ironically is isn't it it's its itself just last lastly lately later least
less let let's like likewise many may maybe me meanwhile mine more moreover most much my myself naturally near nearly neither
never nevertheless next no nobody none nonetheless nor not nothing notwithstanding now nowhere of off often oh ok okay on once
one only onto or other others otherwise our ours out outside over overall own per perhaps please possibly previously quite
rather really recently regarding regardless same second secondly seen several shall she should similarly simply since so some
somebody someone something sometimes soon still subsequently such suddenly surely than thank thanks that that's the their
theirs them themselves then there there's thereafter therefore these they they're third this those though three through
throughout thus to today together tomorrow tonight too toward towards two typically ultimately under underneath undoubtedly
unfortunately unless unlike until up upon us usually various very via was we we're we've well were what what's whatever when
whenever where whereas wherever whether which whichever while who whoever whom whose why will with within without would yes
yesterday yet you you're your yours yourself
"""

_PRONOUNS = "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose one"

_THING_HEADS = """
obamacare medicaid medicare relations brexit symphony symphonies paralympics olympiad jubilee worlds trio act acts agreement
accord accords amendment amendments anthem article atlas award awards ball bible bill bonds book books bowl brand campaign
canon card carnival case census century championship championships charter chronicles clause classic code collection comedy
comet concerto conjecture constant constitution contest convention cookbook credits crisis cup day days deal debate decade
declaration decree degree derby dictionary directive disaster disease doctrine draft drama dynasty earthquake edict edition
effect election elections encyclopedia epoch equation era eve event evolution exam exhibition expedition experiment expo fair
fellowship fest festival film final finals findings flight formula game games genome gospel grant guide handbook hearing
hearings holiday honours honors hurricane hypothesis inauguration index inquiry interview invasion iv language languages law
laws lecture lectures lemma letter lottery marathon march match massacre medal medals meeting memoirs memorandum method model
month movie murders mysteries newsletter night nights novel number numbers oath odyssey olympics open operation ordinance
overture pact papers parade paradox park pass peace period plan plans poem poll polls portrait position prayer primary
principle prize prizes procedure process program programme project protocol protocols psalms quartet question quotation race
rally rebellion reform referendum reformation regime regulation reich renaissance report republic resolution restoration
revival revolution rights riots round route rule rules saga sale scale scandal season sequence series session shield show
showcase siege slam sonata song songs sonnet spring stakes statement statute stories story strategy strike study suite summit
sunday super syndrome system talk tape tax test testament theorem theory thesis title tour tournament traffic treaty trial
trilogy trophy tsunami uprising virus visa vote war wars week weekend winner winter world year years zone studies sciences
science engineering mathematics physics chemistry biology economics literature arts philosophy linguistics history law
medicine philology theology
"""

_SURNAMES = """
hill hills day law street lane rivers brook brooks woods field fields ford park parks banks rice case marsh lake cape forest
island ridge gates hall garden summers winters winter bond book ball bell war march may june price rose young king knight
bishop pope prince abbot church house wall west east north south weeks drive castle tower towers green wood stone key mount
way bridges wells waters grant story speaks guard order press page post trust power powers
"""

_COMMON = """
abandon abandoned ability able about above abroad absolute absolutely academic academics accept accepted accepting access
accident accidents accompanied accomplish accomplished accord according account accountable accountants accounts accurate
accusations accused accusing achieve achieved achievements acid acknowledge acknowledged acquired acre acres across acting
action actions active activism activist activists activities activity actor actress acts actual actually ad add added
addiction adding addition additional additionally address addressed adjusted administration admires admitted ads adult adults
advanced advantage adversity advertising advice adviser advisers advisor advocate advocates affair affairs affect affected
afford affordable afraid after afternoon afterwards again against age aged agency agenda agents ages aggression aggressive
aggressively ago agree agreed agreement agreements agriculture ahead aid aide aides aim aimed aims air aircraft airline
airlines aisle album alcohol alive all alleged allegedly allegiance alliance alliances allies allow allowed allowing allows
ally almost alone along alongside already also alternative alternatively although always am amateur ambassador ambitious amid
among amount an analyses analysis analysts anatomy ancestry anchor ancient and anemone anemones anger animal animals
annexation anniversary announced announcing annual another answer answering answers ant antique ants any anybody anymore
anyone anything anywhere apart apartment apologize apparently appeal appeals appear appearance appeared appearing appears
apple apples applied apply appointed appointment appreciated approach appropriate approval approved approximately april
architect archive are area areas arena argue argued argues arguing argument arguments arm armed arms army around array arrest
arrests arrival arrived article articles artificial artist artists as ash aside ask asked asking asks aspect aspects assault
assembly assert asserted assertion assess asset assets assign assigned assistance assistant associate associated assume
assumed assuming asymptotic at atomic attack attacked attacking attacks attempt attempted attempting attempts attend
attendance attendants attended attending attention attitudes attorney attorneys attracted auction audience audiences audio
audited author authorities authority authors auto automatic available avenue average aviation avoid avoidance avoided avoiding
awake awarded awards aware awareness away baby back backed background backing bacteria bad baker ball ballot ballots ban band
bank bankers banking bankruptcy banks bar barely bars base baseball based basic basically basis basketball bass bassiana bath
batting battle battleground bay be beach bear bears beat beautiful beauty became because become becomes becoming bed beef been
beer before began begin beginning begins behalf behavior behind being believe believed believes bell bells belong belongs
below benefit benefits beside best better between beverage beyond bias bicycle bid big biggest bigotry bike bill billion
billionaire biology bipartisan bird birds birth birthday birther bit black blame blamed blast blasted blind bloc block blocked
blog blood blow blue board boarding boat boats body bolster bomb bond bone bones book books boost border borders born
borrowing boss both bottle bottom bought bounce bound bout bouts bowl box boy boys brain brand breach bread break breakfast
breaking breaks breakthrough bridge bridges brief bright bring bringing brings broad broader broke broken bronze brother
brothers brought brown budget build building buildings built bull bully bunch burden buried bus buses business businesses
businessman but butter button buy buying by cabin cable cage cake call called calling calls came camera camp campaign
campaigned campaigns camps can cancer candidacy candidate candidates candle cannot cap capable capital captain car carbon card
cards care career cares carried carry cars case cases cash cast castle cat catalog catch cats cattle caught cause caused
causing cave ceiling celebrated cell cellphone cells cemetery census centers central centrist centuries century ceremony
certain certainly chain chains chair chairman chairs challenge challenges challenging chamber champion chance chances change
changed changes changing channel chapter character characters charge charged charges charitable charities charity chart
charter check cheese chemical chemicals chemistry chicken chief child children chip chocolate choice choose chose chosen
christmas church churches cinema circle circuit circus citation cited cities citing citizen citizens citizenship city civil
civilian claim claimed claiming claims clarification class classes classic classical classified clay clean clear clearly
client climate climbing clip clock close closed closer closest closing clot cloud clouds club clubs coach coal coalition coast
coat cocaine cocktail code coffee coin cold collaboration collaborative collapse collapsed colleague colleagues collected
collection collector college colleges colonial colonies color colour column combat combined come comedy comes comic coming
command commander comment commentary commented comments commercial commissioned commissioner commit commitment commitments
committed common communication communities community companies company compared comparing comparison compete competition
complained complaint complete completed completely complex complexity complicated composer compound comprehensive computer
computers con concentrated concept concepts concern concerned concerns concert concluded conclusion conclusions concrete
condemned condition conditions conduct conducted conference confidence confident confirm confirmed conflict conflicts congress
congressional connection connections conscience consciousness consequences consequential conservative consider consideration
considered conspiracy constant constantly constitution constitutional construction consumer contain contains contemporary
contempt content contest contestants context contingency continually continue continued continues continuing contract contrast
contribute contributed contribution contributions contributors control controversy convention conversation conversations
convert converted convicted convince convinced cook cooking cookout cool cooperate cooperation coordinated coordination copied
copper copy copyright core corn corner corporate corporations correct correctness correspondence corresponding cost costs
cotton could council count counter countries country county couple courage course courses court courts cover coverage covered
cow crack crash crazy cream create created creates creating creation creative creature credibility credible credit credited
credits crew crime criminal crisis critic critical criticism criticized critics crop cross crowd crown crucial cruise crystal
culture cup curfew curious currency current currently curtain customer customers cut cuts cyber cybersecurity cycle cyclone
cyclones daily damage damaged damaging dance dancing danger dangerous dark data database date daughter dawn day days dead
deadly deal dealing dealings deals dear death deaths debate debated debates debt debut decade decades decide decided decision
decisions declare declared decline declined decree dedicated deduct deductions deep deeply defeat defence defend defended
defending defense defensive defined definition definitions degree degrees delay delegation deliver delivered delta demand
demanding demands democracy demonstrated demonstrators denied dental deny depend depends deploy depression deputy derogatory
describe described desert design designed desire desk desperate despite destiny destruction detail detailed details
determination determine determined determining develop developed developer developers developing development device devil
devoted diagnosis diamond diary did die died diesel difference differences different differently difficult digital dinner
dinosaur dioxide diplomats direct directed direction directly director directors dirty disability disabled disagree disaster
discipline disclose disclosed disclosure discord discover discovered discovery discrimination discuss discussed discussion
discussions disease disgrace disgusting dish dismal dismissed disparaging displayed dispute disrespect dissertation distance
distinguished distract distributed district diverse diversity divide divided divine division divorce do doctor doctorate
doctors document documented documents does dog dogs doing dollar dollars domain donations done donors door doors double doubt
down dozen dragon drama dramatic draw drawing dream dreams dress drink drive driven driver drivers driving drop drought drug
drugs drum dubious duck due duel dump during dust duty dying each eager eagle earlier early earned earning earth earthquake
easier easily east eastern easy echoed eclipse economic economically economics economies economist economy edge edited edition
editor editorial editors educated education educators effect effective effectively effort efforts egg eggs eight either
elderly elect elected election elections electoral electric electricity element elementary elements elephant eleven eligible
elite else elsewhere email emails embodies emerge emerged emergency emissions emotional emphasized emphasizing empire employed
employee employees employment empty enable enact encounter encourage encouraged encouraging encyclopedia end ended endorsed
endorsement endorsements ends enemy energy enforce enforcement engage engaged engaging engine engineer engineering enjoyed
enormous enough ensure enter entered entering enterprise entertainment enthusiasm entire entirely entitled entry environment
environmental environmentalists envisioned epidemic episode equal equality equipment equity equivalence equivalent era error
escapades escape especially essay essential essentially established establishment estate estimate estimated estimates et etc
eternal ethics ethnic even evening event events eventually ever every everyday everyone everything evidence evident evil
evolution exact exactly example examples excellent except excessive exchange exchanges excited exclude exclusive executive
executives exhibition exist existing exit expand expanded expanding expansion expect expectations expected expects expedition
expensive experience experienced experiment experimental expert experts explain explained exploited explore explosion export
exports expose exposed express expressed extend extended extensive extra extreme extremely eye eyes fabric face faced faces
facing fact factor factory facts fail failed failing failure fair fairly fairness fairy faith fake fall falling falls false
fame families family famous fan fans fantastic fantasy far farm farmer farmers fashion fast faster fat fatal fate father
fathers favor favorite favors fear feast feature featured features featuring february federal feel feeling feet fell fellow
felt female fence ferry festival fever few fiction field fields fifth fifty fight fighter fighting figure figures file filed
filing filings fill film films final finally finance finances financial financing find finding fine finished fire fired firm
first fish fishing fit fitness five fix flag flame flash flat fleet flight flood flooding floods floor flow flower flowers flu
fluid focus focused focusing fog folk folks follow followed following food fool foot footage football for foraging forbidden
force forced forces forcing forecast forefront foreign forest forests forget fork form formal formally formed former forms
formula fort forth fortune forum forward fossil fossils fought found foundation founded founder founding four fourth fox frame
frankly fraud fraudulent free freedom frequent frequently fresh friday friend friends friendships frog from front frozen fruit
frustrated frustration fuel full fully fun fund fundamental funding fundraising funds funeral fungus funny fur furniture
further fusca future gain gained gaining gains galaxy gallery game games gaming gang gap garage garden gardens garnered gas
gate gathered gathering gave gay gender gene general generally generals generated generation generative genes genetic genius
get gets getting ghost giant gift girl girls give given gives giving glass global globe glow go goal goals goat god gods goes
going gold golden golf gone good goods got gothic gotten government governor grace gradually graduated grain grammar grand
grant granted grape grass grave gravity gray great greater greatest green greenhouse grew grey gross ground group groups grow
growing grown growth guard guardian gubernatorial guess guest guests guide guitar gulf gun guns guy guys habitat hackers
hacking had hair half hall hand handed handle handling hands happen happened happening happiness happy harbor harbour hard
harder hardly harvest has hat hate hateful hatred have haven havens having he head headed headline headlines headquarters
heads health healthy hear heard hearing heart heat heaven heavily heavy hedge height held helicopter hell help helped helping
her here heritage hero heroes herself hidden high higher highest highlighted highly highway hill hills him himself hire his
historic historical historically history hit hitting hoax hockey hold holding holds hole holiday holidays holy home homeland
homes homicidal honey honorary honored hope hoped hopes horror horse horses hospital hospitals host hostile hot hotel hotels
hotline hour hours house household houses housing how however http huge human humor hundred hundreds hunt hunter hunters
hurricane hurt hurting husband hydrogen ice idea ideas identified identify identity if ignorant ignore illegal illness image
images imagination imagine immediate immediately immigrant immigrants immigration immunity impact imperial implicit importance
important imposed impossible improve in inaugural incarceration incident incites include included includes including income
incomes increase increased increases increasing increasingly incredibly indeed independence independent index indicated
indigenous individual individuals industrial industries industry infant infected infection inflation influence information
ingredients initial initially injured injury ink inmates inner insane insect insects inside insisted inspire inspired instance
instead institutions instructions insult insults insurance intact integrity intelligence intended intense interest interested
interests interior internal international internationally internet interstellar interview interviewed interviews into
intolerable introduced introduction invasion invention invested investigated investigating investigation investigations
investigative investing investment investments investors invite invited inviting invoked involved involvement iron is island
islands issue issued issues it its itself jail january jazz jet jewel job jobs join joined joint jokes journal journey joy
judge judges judgment july june jungle junior jury just justice keep keeper kept key kid kids killed killer killing kind king
kingdom kings kiss kitchen knew knife knight know knowing knowledge known knows labor labour lack lacks lady lake lamp land
landscape landslide language languages large largely larger largest laser last late later latest latter laugh launch launched
law lawmakers laws lawsuit lawyer lawyers lay lead leader leaders leadership leading leaf league leak leaked learn learned
learning least leather leave leaves leaving led left leg legacy legal legend legends legislation legislative legislature
legitimate leisure lenders less lesson let letter letters level levels leverage liabilities liability liar liberal liberty
library license licenses lie lies life lifelong lifetime lift lifted light lights like likely likened likes limestone limit
limited line lines linguist linguistic linguistics linked lion lions liquid list listening literally literary literature
little live lived lives living loaded loan loans local located location locations lock logic long longer longtime look looked
looking looks loophole loopholes loose lord lose losing loss losses lost lot love lovely lover lovers low lower lowering loyal
lucky lunar lunch lung lying machine machines made magic magician magicians magnetic mail main mainly mainstream maintain
maintained major majority make makes making male mammal man manage managed management manager managers managing manual
manufacturing manuscript many map maple march marching margin marine marked market markets marriage married mask mass massacre
massive master masters match mate material mathematical mathematician mathematics matter matters maximize maximum may maybe
mayor me meal mean meaning means meant measure measured measures meat mechanics media medical medicine medieval meet meeting
meetings member members memoirs memorial memory men mental mention mentioned mentor merchant mercy merit message messages met
metal metallurgical meter method methods metro microphone microscope middle midnight might migration mile military milk mill
millennials million millions mind minds mine mineral miners mines minimal minimize minimum mining minister ministers minor
minorities minority minute minutes miracle mirror misgivings misogynist missed missile missiles mission missions mistake
mistakes mix mixed mobile mocked model models moderator moderators modern modernity modest moisture molecular moment moments
monasteries monastery monastic monday money monk monks monster month months monument moon more morning most mostly mother
mothers motion motor mountain mountains mouse move moved movement moves movie movies moving much multiple municipal murder
museum museums music musical musician must mutual my myself mystery myth naked name named namely names narrative narrator
nation national nationally nations native natural nature naval navy near nearly necessarily necessary neck need needed needs
negotiations neighborhood neighborhoods neighbors neighbourhood neither neologism net network neutral never new newly news
newspaper newspapers next nice night nights nine nineteenth ninety no nobel nobody noise nomination nominee nominees nonprofit
nor normal normally north northern not notable notably note noted notes nothing notice noticed notion novel november now
nuclear number numbers numerous nurse nurses nursing oak object obligations observed obtained obvious obviously occasion
occasionally ocean october of off offense offensive offer offered offering office officer officers offices official officials
offset offsets offshore often oil old older olympic on once one ones ongoing online only onto open opened opening openly opera
operate operated operating operation operations opinion opponent opponents opportunities opportunity opposed opposes opposing
opposite opposition option or orange orchestra order orders ordinary organic organization origin original originally origins
other others ought our out outcome outdoor outer outlets outlook output outrageous outreach outside over overall overhaul
overridden override overseas oversees oversight owe own owned owner owners oxygen pace pacific page paid pain paint painted
painter painting paintings pair palace panel paper papers parade paradise parents park parks parliament parliamentary part
participants participate participated particle particles particular particularly parties partisan partner partners partnership
partnerships parts party pass passage passed passenger passengers passing passion passionate past path patient patients
patriotism pattern pay paying pays peace peacekeepers peak pen pension people pepper per percent percentage perfect perform
performance performances performed perhaps period permanent permission permit peroxide person personal personality personally
perspective persuade pet phantom phase phenomenon philosophy phone phony photo photograph photographs photography phrase
physical physically physician physicians physics piano pick picked picture pictures piece pig pilot pilots pink pioneer pipe
pirate pirates pitch place placed places plain plan plane planet planets planned planning plans plant plants plastic plate
platform play played player players playing please pleasure pledge pledged plenty pneumonia poem poems poet poetry poets point
pointed points poison polar pole police policies policing policy political politically politician politics poll polling polls
pollution pool poor pop pope popular popularity population port portion portrait portrayed posed position positions positive
possible possibly post posted potato potential potentially pottery pouring poverty powder power powerful powerfully powers
practical practice practices praised prayer predicted premier preparation prepare prepared preparing presence present
presentation presented preserve preserved preserving presidency president presidential press pressed pressure pretty prevent
previous previously price prices pride priest primaries primarily primary prime prince princess principal principle principles
print priority prison prisoner private privately prize probably problem problems process processing produce produced producer
producing product production products professional professor profile profit profits program programs progress progressive
project projects prominence prominent promise promised promising promoted promoting prompted pronunciation proof properties
property prophet proposal proposals proposed proposing prosecution prosecutors prospect prospects prosperity protect
protection protest protesters protests proud prove proved proven provide provided providing province provisions psychology
public publication publications publicly published publishing pull pulled pulse pure purely purple purpose purposes pursue
push pushed pushing put putting pyramid qualifications qualified qualify quality quantum quarter queen quest question
questioned questioning questions quick quickly quiet quite quo quote race races racial racism racist radiation radical radio
rail railroad railway rain rainbow raise raised raises raising rally rampant ran rank ranks rapid rapidly rare rate rated
rates rather ratings raw reach reached reaction read reader readers reading ready real realistic reality realize really reason
reasons reauthorization rebel rebellion rebels recalled receive received receiving recent recently reckless reclamation
recognition recognized recommend recommendations recommended record recorded recording recordings records recovered recovery
red reduce reduced reducing reduction reference references referring reform reforms refugee refugees refusal refuse refused
refuses refusing regarding regime regiment region regional registered registration regular regularly regulations regulators
regulatory rejected related relations relationship relationships relatively relatives release released releasing relief relies
religion religious rely remain remained remaining remains remark remarks remember removal removed repeat repeated repeatedly
replace replaced replacement replicate report reported reporter reporters reporting reports represent representation
representative represented representing represents republic reputation request requests require required requirement requires
requiring research researchers reserve reserves resident residents resist resistance resolution resolutions resort resource
resources respect respond responded response responsibility responsible rest restaurant restaurants restricted restrictions
result results retail retaliation retaliatory retired return returned returns reveal revealed revenge revenue reverse review
revised revolution revolutionary rhetoric rice rich rider ridiculous rigged right rights ring rise rising risk risks ritual
rival river rivers road roads robot rock rocket rocks role roles roll rolls romance romantic roof room root rooted rose roses
rotten rough round route row royal royalty rubber rubble ruby rugby ruins rule ruled rules ruling run runner running runs
rural sacred sacrifice sad safe safety said sail saint salary sale sales salt salute same sample samples sanctions sand sat
saturday savage save saw say saying says scale scam scandal scene scheduled scholar school schools science scientific
scientist scientists scope score screen script scripted scrutiny sculpture sea seal search searching seas season seat second
secret secretary secrets sector security see seed seeing seek seeking seem seemed seems seen sees segment seized selected sell
selling semantic semantics senator send sending senior sense senses sent sentence sentences september serial series serious
seriously servant serve served server service services session set setting seven seventh seventy several severe sex sexism
sexual shadow shadows shafts shame shape shaped share shared shark sharp she shed sheep shell shift shifted shifting ship
ships shirts shock shoe shoes shoot shooting shootings shop shopping shore short shortly shot should show showdown showed
showing shown shows sick side sides sign signal signaled signature signed significant significantly signs silence silent silk
silver similar simple simply since single sings sister sisters sit site sites sitting situation situations six sixth sixty
size skeptical skills skin sky slap slave slavery sleep slices slide slow small smaller smart smoke smooth snake snow so soap
soccer social societal society soft software soil solar sold soldier soldiers solid solo solution solutions solve some
somebody somehow someone something sometimes son song songs sons soon sooner sort soul sound soup source sources south
southern space spare spark speak speaking special species specific specifically specimens speculation speech speed spend
spending spent sphere spider spirit spirits split spoke spoken spokesman spokeswoman sponsored spores sport sports spot spread
spring spur square stability stable stadium staff stage stakes stamp stand standard standards standing stands star stark
starred stars start started starting state stated statement statements statewide station statistics statue status stay stayed
steadily steel step stepped steps still stock stone stones stop stopped stories storm storms story strange stranger strategic
strategy stream street streets strength strict strictly strike strong stronger structure structures struggled struggles
struggling student students studied studies studio study studying stuff style sub subject submarine submission submitted
subpoena subsidiaries subsidiary succeed succeeded success successful successfully successor such sudden suddenly sue
suffering sugar suggest suggested suggesting suggests suicide suing summer summit sun sunday sunset super supplies supply
support supported supporter supporters supporting supposed supreme sure surface surgery surges surprise surprised surprising
surrounding survey survival survive suspect suspected swan sweeping sweet swimming swing sword symbolism symphony syntactic
syntax system systems table tactics tail take taken takes taking tales talk talked talking talks tally tank tape target
targeted targets tariff tariffs task taste taught tax taxes taxpayers tea teacher teachers teaching team tear technical
technique technology teenager television tell telling tells temperament temple ten tend tennis tens tensions tent term
terminal terms terrible territory terror terrorism terrorist terrorists test testament tests text than thank that the theatre
their them theme themselves then theories theory there these they thin thing things think thinking thinks third thirteen
thirty this those though thought thoughts thousand thousands threat threaten threats three through throughout throw thunder
thursday thus ticket tied ties tiger time times tiny tip tired title titled to tobacco today together told tolerate tomorrow
ton tone tonight tons too took tool top topic topics total totally touch tough tougher tour tourism tourists tournament toward
towards tower town toy track tracks trade tradition traditional traffic tragedy trail train training trains transformational
transgender transition translating translation transparency transparent transport transportation travel treasure treat treated
treatment treaty tree trees tremendous trial tribe tricks tried trillion trip troops tropical trouble troubled truck trucks
true truly trust truth try trying tuesday tuition tunnel turkey turn turned turnout tweet tweeted tweets twelve twentieth
twenty twice twin two type typical typically tyranny ultimate ultimately unable unarmed uncertain uncle unclear under
underground understand understanding understood unemployment unfit unhinged union unions unique uniquely unit united units
unity universal universe universities university unknown unleashed unless unlike unlikely unmarried unorthodox unpaid
unprecedented unpredictable unqualified unrest unstable until unusual unveiled up upcoming upon upper upset urban urged urges
urging us use used useful user users uses using usually utilities vacancy vague valley valuable value values vampire van
variety various vast vegetable vehicle vehicles velocity velvet venture venue version versions very vessel veteran veterans
veto via viable vice victim victims victory video videos vied view viewed views village villages violate violated violation
violations violence violent violin virgin virtual virtually virtue virtues virtuous virus visas vision visit visited visitor
visitors visual vital vocal voice voices volcanic volcano volume volunteer volunteers vote voted voter voters votes voting
vowed wage wages wait waiting wake walk walked walking wall walls want wanted wanting wants war warheads warm warming warned
warning warrior warriors wars was washing waste watch watched watching water waters wave waves wax way ways we weak wealth
wealthiest wealthy weapon weapons wear weather web website wedding wednesday week weekend weekly weeks weight welcome welfare
well went were west western wet whale what whatever wheat wheel wheelchair when where whether which while white who whole whom
whose why wicked wide widely widespread widow wife wiki wild wilderness wildlife wildly will willing willingness win wind
window windows winds wine wing winner winners winning wins winter wire wisdom wise wish witch with within without witness
witnesses wolf wolves woman women won wonder wonderful wood wooden woods word words work worked worker workers working works
world worlds worldwide worried worries worse worst worth would wound wounded write writer writers writes writing written wrong
wrote xenophobe yard yeah year years yellow yes yesterday yet you young younger your yourself youth zero zone
"""


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays and feasts, in lower case."""
    return frozenset(_CALENDAR.split())


@cache
def openers() -> frozenset[str]:
    """Function words and adverbs that open a sentence or a clause, in lower case."""
    return frozenset(_OPENERS.split())


@cache
def pronouns() -> frozenset[str]:
    """Personal pronouns and their possessives, in lower case."""
    return frozenset(_PRONOUNS.split())


@cache
def surnames_too() -> frozenset[str]:
    """Nouns of places, organisations and things that are surnames as well: 'Rosa Church', 'Jonah Hill'."""
    return frozenset(_SURNAMES.split())


@cache
def thing_heads() -> frozenset[str]:
    """Nouns that end the name of something that does not act: an event, a law, a prize, a work, a science."""
    return frozenset(_THING_HEADS.split())


@cache
def common_words() -> frozenset[str]:
    """English words that news text writes in lower case, openers included."""
    return frozenset(_COMMON.split()) | openers() | calendar()
