"""Word lists of English news language: verbs of speech, and the nouns for what is said.

They are about the language, not about any article: closed classes are meant to be complete, open ones hold what reporters use
often. Everything is in lower case.
"""

from briefing_tui.languages.english_words import word_set


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
profess professes professed professing
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

MENTAL = word_set("want hope believe think feel fear seek find consider wonder")
"""Verbs for what nobody hears: inside a report ("X said Y wanted …") the words are the reporter's source's."""

INVERTING = word_set("""
said says say added adds asked asks wrote writes tweeted tweets noted notes explained explains continued continues concluded
concludes replied replies answered answers recalled recalls argued argues insisted insists declared declares warned warns
responded responds quipped joked observed observes remarked shouted yelled cried told reported reports read reads commented
comments lamented suggested suggests admitted acknowledged claims claimed countered exclaimed stated states predicted
predicts posted posts sings complained complains agreed agrees opined mused began boasted cautioned asserted announced
announces proclaimed stressed according goes went
""")

TRANSITIVE = word_set("""
describe mention deny cite quote question mock inform remind assure urge advise signal recommend propose implore
""")
"""Verbs of saying that no quotation stands before as their object."""

SPEECH_NOUNS = word_set("""
accusation admission advice allegation announcement answer apology argument assertion assessment belief brief call
characterization charge claim comment comments complaint conclusion concern confession contention criticism declaration
demand description email explanation expression headline invitation joke letter line mantra message motto note opinion
phrase pledge plea post prediction promise proposal question quip quote reference remark remarks reminder reply report
request response retort rhetoric slogan speech statement suggestion testimony threat tweet view vow warning wish word
""")
SPEECH_NOUNS |= frozenset(noun[:-1] + "ies" if noun.endswith("ry") else noun + "s" for noun in SPEECH_NOUNS)

OWN_WORDS = word_set("""
answer answers claim claims comment comments line message messages post posts question remark remarks reply statement
statements testimony tweet tweets view views words
""")
"""What is a person's own where it speaks: `her remarks that "…"`, `Ortega's posts say "…"`."""

TAG_NOUNS = word_set("""
statement tweet message email letter post report memo article essay column note blog editorial op-ed interview
""")

PAST_AND_PLAIN = word_set("put read cast rip")
"""Verbs whose past looks like their plain form."""

NEVER_NOUNS = PAST_AND_PLAIN | word_set("say tell ask argue believe think write speak find")
"""Verbs of speech whose plain form is no noun."""
