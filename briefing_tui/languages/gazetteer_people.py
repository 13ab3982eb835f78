"""Given names that tell a person from a thing, by the pronoun they go with, and the titles that stand before a name."""

from functools import cache

_FEMALE = """
aaliyah abby abigail ada addison adela adelaide adele adriana adrienne agatha agnes agnieszka aicha aida aileen aisha
aishwarya aiko aino akiko alana alba alejandra alessandra alessia alexa alexandra alexia alexis alice alicia alina aline
alisha alison alissa allison alma althea alva alyssa amal amalia amanda amara amber amelia amelie amina amira amrita amy ana
anabel anastasia anca andrea anette angela angelica angelika angelina angeline angelique angie anita anja anjali anke ann anna
annabel annabelle anne anneke anneliese annemarie annette annick annie annika anouk antje antoinette antonella antonia anya
aparna april arabella aretha ariana arianna ariel arlene arya asha ashley asma asta astrid athena aubrey audrey aurelia aurora
autumn ava ayaan ayesha ayse aziza barbara beata beate beatrice beatrix beatriz becky belen belinda bella benazir bernadette
bernice bertha bess bessie beth bethany betsy bettina betty beverly bianca birgit birgitte blanca blanche bonnie brandi brandy
brenda briana brianna bridget bridgette brigitte britney brittany brooke caitlin callie camila camilla camille candace candice
candy cara carina carla carlota carly carmen carol carole carolina caroline carolyn carrie cassandra cassie cate catalina
caterina catharina catherine cathy cecilia cecile celeste celia celine chantal charlene charlotte chelsea cheryl chiara
chimamanda chloe christa christabel christiane christie christina christine christy ciara cindy claire clara clarice clarissa
claudette claudia clementine cleo cleopatra coco colette colleen concepcion condoleezza connie constance consuelo cora coral
cordelia corinna corinne cornelia courtney cristina crystal cynthia dagmar dahlia daisy dalia dana danica daniela daniella
danielle daphne daria darlene dawn deanna debbie deborah debra dee deirdre delia delores delphine demi denise desiree destiny
diana diane dianne dilma dina dinah ditte dolly dolores dominique donatella donna dora doreen doris dorothea dorothy dorota
drew dulce ebony edie edith edna edwina effie eileen ekaterina elaine eleanor elena eleni eleonora elif elin elina elisa
elisabeth elise elissa eliza elizabeth elke ella elle ellen ellie elsa elsie elvira emilia emilie emily emine emma emmanuelle
enid erica erika erin ernestine esmeralda esperanza estelle esther ethel etta eugenia eugenie eunice eva evangeline eve evelyn
evita fabienne faith fanny farah farida fatima fatma fatou fay faye fe federica felicia felicity fern fernanda filippa fiona
flavia fleur flora florence fran frances francesca francine francoise frederica freda frida frieda gabriela gabriella
gabrielle gail galina gemma genevieve georgia georgette georgina geraldine germaine gertrud gertrude gianna gigi gillian gina
ginger ginny giovanna gisela giselle gita gitte giulia gladys glenda gloria golda goldie grace gracie grazia greta gretchen
gretel griselda guadalupe gudrun guinevere gunilla gwen gwendolyn hadiya halina hanan hana hanna hannah hanne harriet hattie
hazel heather hedda hedwig heidi heike helen helena helene helga henrietta henriette hermione hester hilary hilda hildegard
hillary hina holly honor hope huda ida ilana ilaria ilona ilse imani imelda imogen indira indra ines inez inga inge ingeborg
ingrid ioana ira irena irene irina iris irma isabel isabella isabelle isadora isla isobel ivana ivanka ivonne ivy jacinda
jacinta jackie jaclyn jacqueline jacquelyn jada jade jaime jana jane janelle janet janice janine jasmin jasmine jayne jean
jeanette jeanie jeanne jeannie jelena jemima jenna jennie jennifer jenny jeri jessica jessie jette jill jillian jo joan joana
joanna joanne jocelyn jodi jodie johanna joanie jolene josefa josefina josephine josie joy joyce juana juanita judi judith
judy julia juliana julianne julie juliet juliette june justine kaja kamala kamila kara karen kari karin karina karla karolina
kasia kate katarina katarzyna kate katerina katharina katharine katherine kathleen kathryn kathy katia katie katja katrin
katrina katy katya kay kayla keira kelley kelly kendra kerri kerry kerstin khadija kiara kim kimberly kinga kirsten kirstie
kirsty klara krista kristen kristi kristin kristina kristine krystal kylie lacey laila lana lara larissa latifa latoya laura
laure laurel lauren laurie lavinia lea leah leanne leila lena leni lenka leona leonie leonora leslie leticia lidia lila lili
lilian liliana lilli lillian lillie lily lina linda lindsay lindsey linnea lisa lisbeth lise lisette liv livia liz liza lizzie
lois lola loretta lori lorena lorna lorraine lotta lotte lottie louisa louise lourdes lucia luciana lucie lucille lucinda
lucretia lucy luisa luise lulu luna lupita lydia lynda lyndsey lynn lynne mabel mackenzie macy madeleine madeline madelyn
madison mae magda magdalena maggie maha mahalia maia maisie maja malala malia malin malgorzata mamie mandy manon manuela mara
marcella marcia margaret margarita margaux marge margery margie margit margo margot margrethe marguerite maria mariah mariam
mariana marianna marianne maribel marie mariel marilyn marina marine marion marisa marisol marissa marit marita marjorie
marlene marlo marsha marta martha marthe martina martine mary maryam maryann mathilda mathilde matilda maud maude maura
maureen mavis maxine may maya mckenna meg megan meghan mei melania melanie melinda melissa melody mercedes meredith merete
merkel meryl mette mia michaela michele michelle mika mila mildred milena millicent millie mimi mina mindy minerva minnie mira
miranda mireille miriam mirjam misty mitzi moira mollie molly mona monica monika monique muriel myra myriam myrna myrtle
nabila nadia nadine nadezhda nadja naima nancy nanette naomi natacha natalia natalie natalya natasha nathalie navi nawal neha
nell nellie nelly neva nia nicola nicole nicolette nicky nichelle nikita nikki nina nisha noelle noemi nora noreen norma nour
odessa odette odile ofelia olena olga olive olivia olympia oona opal ophelia oprah oriana paige paloma pam pamela paola
parvati pat patience patrice patricia patrizia patsy patti patty paula paulette paulina pauline payal pearl peggy penelope
penny pernille perpetua petra petronella phoebe phyllis pia pilar pippa polly portia prisca priscilla priti priya priyanka
prudence queenie rachel rachelle radha rae raisa ramona rana rania raquel rashida raven reba rebecca rebekah regina reina
reine rekha rena renata rene renee rhea rhiannon rhoda rhonda ria rihanna rita roberta robin robyn rochelle romy rosa rosalia
rosalie rosalind rosalyn rosamund rosanna rosario rose roseanne rosella rosemarie rosemary rosetta rosie rosita roxana roxanne
ruby rukmini ruth saba sabina sabine sabrina sadia sadie saima sakura sally salma salome samantha samira sanaa sandi sandra
sandy sania sara sarah saoirse sasha saskia savannah scarlett selena selina selma serena shabnam shaila shakira shanna shannon
sharon shauna shawna sheila shelby shelley shelly sheri sherri sherry sheryl shirin shirley shreya sienna sigourney sigrid
silke silvia simona simone sinead siobhan siri sissela sita soledad solange solveig sondra sonia sonja sonya sophia sophie
soraya stacey stacy stefania stefanie stella stephanie sue summer sunita susan susana susanna susannah susanne susi susie
suzan suzanna suzanne suzie suzy svetlana swati sybil sydney sylvia sylvie tabitha tahira taina tamar tamara tameka tammy
tania tanja tansu tanya tara tarana tarja tasha tatiana tatyana tawny tayla teresa teri terri tess tessa thea theda thelma
theodora theresa therese thora tia tiffany tilda tilly tina tonia toni tonya tori tova tracey traci tracy tricia trina trinity
trish trisha trudy tulsi tyra una uma ursula ute uta valentina valeria valerie vanessa vanja vaishnavi vasiliki vera verena
verona veronica veronika veronique vicki vickie vicky victoria vida vilma viola violet violeta violetta virginia vita viv
viviana vivian vivien vivienne wallis wanda wangari wanjiru wendi wendy whitney whoopi wilhelmina willa willow wilma winifred
winnie winona xanthe xenia ximena xiomara yael yana yara yasmin yasmine yelena yetunde yoko yolanda yoshiko ysabel yulia
yuliya yuriko yvette yvonne zadie zaha zahra zainab zara zarina zelda zeynep zhanna zina zita zoe zofia zola zora zoya zsa
zuleikha zuzana zuzanna
"""

_MALE = """
aaron abd abdallah abdel abdi abdou abdul abdulaziz abdullah abdulrahman abe abel abhishek abraham abram adam adamu adnan
adolf adolfo adolph adolphe adrian adriano ahmad ahmed ahmet aidan akbar akira aksel al alain alan albert alberto albrecht
aldo aldous alec aleksander aleksandr aleksei aleksey alejandro alessandro alex alexander alexandre alexandros alexei alexey
alexis alf alfonso alfred alfredo ali alistair allan allen alok alonso aloysius alphonse alvaro alvin amadou amar ambrose amin
amir amit amitabh amos anand anatole anatoly anders andre andreas andrei andres andrew andrey andrzej andy angelo angus anil
ansel anselm anthony anton antonin antonio antony anwar april aragorn archibald archie arne ari arif aristotle arjun arlo
armand armando arnaud arne arno arnold aron arsene art artem arthur arturo arun asad asghar ashok ashraf asif aslan atul
august auguste augustin augustine augusto augustus aurelio austin avi aviv avraham axel ayman aziz baptiste barack barnaby
barney baron barrett barry bart bartholomew bartolome bashar basil bastian bastien ben benedict benedikt benicio benito
benjamin bennett benny benoit bernard bernardo bernd bernhard bernie bert bertram bertrand bilal bill billy bjarne bjorn
blaise blake bob bobby bogdan boris borut boutros boyd brad bradford bradley brady bram brandon branislav brendan brent bret
brett brian broderick brock brooks bruce bruno bryan bryant bryce buck bud buddy burt buster byron caesar caleb calvin cameron
carey carl carlo carlos carlton carsten carter cary casey caspar casper cecil cedric cesar chad chaim chandler chandra charles
charley charlie charlton chester chet chip chris christian christof christoph christophe christopher chuck cian claes clarence
clark claude claudio claus clay clayton clement clemens cliff clifford clint clinton clive clyde cody colin colm colum conan
connor conor conrad constantin constantine cormac cornelis cornelius cory cosmo costas craig crispin cristian cristiano
cristobal curt curtis cuthbert cyril cyrus daisuke dale damian damien damon dan dana dane daniel daniele danilo danny dante
dariusz dario darius darrel darrell darren darryl darwin daryl dave david davide davis dawid dean declan deepak delano delbert
demetrius denis deng dennis denny denzel derek dermot derrick desmond detlef devin devon dewey dexter dhruv dick didier diego
dieter dietmar dietrich dilip dimitri dimitris dimitrios dinesh dino diogo dirk dmitri dmitriy dmitry dolph dom domenico
dominic dominik donal donald donatello donny dorian doug dougal douglas duane dudley duncan dustin dusty dwayne dwight dylan
eamon earl eckhart ed eddie eddy edgar edmond edmund edouard eduard eduardo edvard edward edwin egon ehud eino eirik elbert
eli elia elias elijah elio elliot elliott ellis ellsworth elmer elon elton elvis elwood emanuel emeka emil emile emiliano
emilio emmanuel emmett enoch enrico enrique enzo eoin erasmus erdem eric erich erik erling ernest ernesto ernie ernst errol
ervin erwin esteban ethan etienne eugen eugene eugenio evan evander evangelos everett evgeny ewan ezekiel ezra fabian fabien
fabio fabrice fadi fahad faisal farhad farid farouk faruk felipe felix ferdinand fergus fernand fernando fidel filip filippo
finlay finley finn finnegan florian floyd francesco francis francisco franco francois frank frankie franklin franz fred
freddie freddy frederic frederick frederik fredrik friedrich fritz fumio fyodor gabor gabriel gael gaetano galileo gamal
gareth garrett garry garth gary gaspard gaston gautam gavin gene geoff geoffrey georg george georges georgi georgios gerald
gerard gerardo gerhard germain gerry gert ghassan giacomo gian giancarlo gianluca gianni gideon gil gilbert gilberto giles
gilles gino giorgio giorgos giovanni girish giulio giuliano giuseppe glen glenn godfrey gopal gordon goran gottfried graeme
graham grant greg gregg gregor gregorio gregory grigory grover guenter guido guillaume guillermo gunnar gunter gunther gus
gustaf gustav gustave gustavo guy habib haider hakan hakeem hakim hal hamid hamish hamza hank hannes hannibal hans hansel hao
harald hari harlan harold haroon harper harrison harry haruki haruto harun harvey hasan hashim hassan hector heiko heinrich
heinz helmut hendrik henning henri henrik henrique henry herb herbert herman hermann hernan hernando hideki hideo hilton hiram
hiro hiroshi hitoshi homer horace horacio horatio horst hosni howard huang hubert hudson huey hugh hugo humberto humphrey
hunter husayn hussein hyun iain ian ibrahim idris ignacio ignatius igor ike ikechukwu ilya imad imran inaki ingmar ingo
ioannis ira irfan irvin irving irwin isaac isaiah isak ishaan ishmael isidor isidore ismael ismail israel istvan ivan ivar ivo
jaap jabari jack jackson jacky jacob jacques jagdish jaime jair jake jakob jakub jalal jamal james jamie jamil jan jannik
janos jared jarrod jaroslav jarvis jason jasper javier jawad jay jayden jean jeb jed jeff jefferson jeffery jeffrey jens
jerald jeremiah jeremy jermaine jerome jerry jesper jesse jesus jethro jim jimmy jin joachim joao joaquin jochen jock joe joel
joerg johan johann johannes john johnnie johnny johnson jomo jon jonah jonas jonathan jong jordan jordi jorg jorge jose josef
joseph josh joshua josiah jozef juan juanito jude juergen jules julian julien julio julius jun junaid jung junior jurgen juri
justin kai kamal kang karel karim karl karsten kaspar kazimierz kazuo keanu keith kelvin ken kendall kendrick kenji kenneth
kenny kenta kent kermit kevin khaled khalid khalil kieran kiran kirk klaus klemens knut kobe kofi koichi konrad konstantin
kostas kris krishna kristian kristof kristoffer krzysztof kumar kurt kwame kwasi kyle kyriakos lachlan lamar lance lancelot
larry lars laszlo laurence laurens laurent laurids lawrence lazar leander leandro lech lee leif leigh leland len lenny leo
leon leonard leonardo leonhard leonid leopold leroy les lester lev levi lewis liam lincoln linus lionel lior lloyd logan
lorenz lorenzo lothar lou louie louis luca lucas lucian luciano lucien lucius luigi luis luiz luka lukas lukasz luke luther
lyle lyndon maarten mack magnus mahathir maher mahmood mahmoud mahmud maik majid makoto malcolm malik mamadou manfred manish
manmohan mansoor manuel mao marc marcel marcello marcelo marcin marco marcos marcus marek mariano mario marius mark marko
markus marlon marquis marshall martijn martin marty martyn marvin masahiro masood massimo masud mateo mateusz mathew mathias
mathieu mats matt matteo matthew matthias matti maurice mauricio maurizio mauro max maxim maxime maximilian maximo maxwell
maynard mehdi mehmet mehmood mel melvin menachem merlin merv mervyn micah michael michal micheal michel michele michelangelo
mick mickey miguel mihai mihail mikael mike mikhail mikkel miklos milan miles milo milos milton ming mircea miro miroslav
misha mitch mitchell mitt moe mohamad mohamed mohammad mohammed mohan mohsen moises monroe montgomery mordechai morgan moritz
morris mortimer morton moses moshe mowaffak muammar muhammad muhammadu mukesh murali murat murray musa mustafa mustapha myles
myron nabil nadeem nadir naguib nahum najib naoki napoleon narendra naseer nasir nasser nat nathan nathaniel naveen navid neal
ned neil nelson neville newt neymar niall nicholas nick nicklas niclas nicolaas nicolae nicolas niccolo nico niels nigel
nikhil niklas niklaus nikolai nikolaos nikolaus nikolay nils nils nitin noah noam noel nolan norbert norm norman norris nuno
octavio odd ola olaf olav ole oleg oleksandr oliver olivier olof olu oluwaseun omar omer orhan orlando orson orville oscar
oskar osman ossian oswald otis otto owen ozzie pablo paddy panagiotis paolo pascal pat patrick patrik paul paulo paulus pavel
pavlos pawel pedro peer pekka per percival percy perry pete peter petr petros petter phil philip philipp philippe phillip
phineas pier pierce piero pierre piet pieter pietro piotr pierluigi plato prabhat pranav prashant prem primo pritam qasim
quentin quincy quinn rabindranath radek rafael rafal rafe raffaele rafiq rafik raghu rahm rahul raimund rainer raj raja rajan
rajesh rajiv rakesh ralf ralph ram ramesh rami ramiro ramon ramzan ramzi rand randall randolph randy ranjit raphael rashid
rasmus rauf raul ravi ray raymond reggie reginald reinhard reinhold reiner remus renato rene reuben rex reza rhys ricardo
riccardo rich richard rick rickey ricky rikard riley rishi rob robbie robert roberto robin rocco rock rod roderick rodney
rodolfo rodrigo rodrigue roger rogelio rohan rohit roland rolando rolf roman romain romeo ron ronald ronaldo ronan ronnie rory
roscoe ross rowan roy royce ruben rudi rudolf rudolph rudy rufus rui rupert rush russ russell rusty rutger ryan ryszard saad
sacha saddam sadiq saeed said saif sajid sakari saleh salim salman salvador salvatore sam sami samir sammy samson samuel
sandeep sander sandro sanjay sanjeev santiago santos sascha saul scot scott seamus sean sebastian sebastiao sebastien seb
selim semyon sepp serge sergei sergey sergio seth seymour shah shahid shane shaun shawn sheldon sherman sherwood shigeru
shimon shinji shinzo shlomo sid siddharth sidney siegfried siegmund sigmund silas silvio simeon simon sinclair slobodan sly
sofus sol solomon soren spencer spike spiro stan stanislav stanislaw stanley stefan stefano steffen sten stephan stephane
stephen sterling steve steven stewart stig stuart subhas sudhir suleiman sun sunil suresh sven syed sylvain sylvester tadashi
tadeusz tahir taj takashi takeshi tariq tarek taro tate tayyip ted teddy teemu terence terrance terrell terrence terry thabo
thad thaddeus theo theodor theodore theodoros thibault thierry thilo thom thomas thorsten thurgood tiago tiger tim timo
timothy titus tobias toby tod todd toivo tom tomas tomasz tommaso tommy tony torben torsten toshiro travis trent trevor trey
tristan troy truman tsutomu tucker tully tunde tyler tyrone tyson udo ulf uli ulrich ulysses umar umberto umberto upton uri
usman vaclav vadim valentin valery van vance vasily vassilis vernon vic vicente victor vidkun vijay viktor ville vikram
vilhelm vince vincent vincente vincenzo vinod virgil vishal vitaly vito vittorio vivek vlad vladimir vladislav volker
volodymyr wade wael waldo wali walid wallace wally walt walter ward warren wayne wei wendell werner wes wesley wilbert wilbur
wiley wilfred wilfried wilhelm wilhelm will willem willi william willie willy wilson winfield winston winthrop wladyslaw wolf
wolfgang woodrow woody wyatt xander xavier yahya yakov yann yannick yannis yaser yasir yasser yasuo yi yitzhak yosef yoshi
yossi youssef yuri yusuf yves zac zach zachariah zachary zack zaid zakaria zane zayn zdenek zeev zhang zbigniew zeke zeljko
ziad zoltan zoran zvi
"""

_EITHER = """
adair addison ahn ainsley akua alexis andrea ashton ashley aubrey avery bailey bao blair bo brett cameron campbell carey casey
charlie chen cody courtney dakota dallas dana darcy devon drew elliot emerson frances gale hadley harley hayden hollis hyun
jamie jan jean jackie jessie ji jody jordan jules justice kai karan kelly kendall kim lindsey kyung lane lee leigh leslie lin
ling linh li lindsay logan lynn mackenzie madison marion mattie mckenzie merle micah michele min morgan nicola nikita nguyen
noor pat parker payton peyton paris brooklyn sierra israel phoenix pham quinn rain reagan reese remy rene riley robin rory
rowan river ryan sage sam sandy sasha shannon shawn shelby sidney skyler skye stacy sydney taylor terry toby toni tracy tyler
val wei xin xiaoming xiao xu yan yang ying yong yu yuan zhen zhou
"""

_HONORIFICS = """
datuk dato seri sri tun datin haji hajji shri smt ustad maulana don doña shaykh mr mrs ms miss mx dr prof professor sir dame
lord lady madame monsieur señor señora herr frau baron baroness rev reverend father fr sister brother bishop archbishop
cardinal pope rabbi imam sheikh sheik ayatollah mullah pastor saint st king queen prince princess duke duchess earl count
mademoiselle señorita fraulein countess marquis marquess viscount emperor empress tsar czar tsarina tsarevna sultan emir shah
kaiser khan
"""

_RANKS = """
president president-elect vice-president premier chancellor minister senator sen sens congressman congresswoman rep reps
representative assemblyman assemblywoman councilman councilwoman councillor councilor alderman delegate governor gov
lieutenant-governor mayor judge justice magistrate sheriff secretary undersecretary attorney solicitor general gen major maj
lieutenant lt colonel col captain capt commander cmdr admiral adm commodore sergeant sgt corporal cpl private pvt officer
constable inspector superintendent detective chief marshal brigadier ambassador consul envoy commissioner chairman chairwoman
chair chairperson speaker leader minister mp mep spokesman spokeswoman spokesperson director coach manager dean rector provost
principal headmaster pm major-gen lt-gen brig-gen maj-gen lt-col vice-admiral rear-admiral lieutenant-general major-general
brigadier-general attorney-general director-general secretary-general under-secretary chancellor-elect ceo congressman-elect
senator-elect senators representatives presidents ministers generals professors governors mayors judges justices chancellors
ambassadors congressmen messrs
"""

_MODIFIERS = """
air field former ex vice deputy acting interim assistant associate prime first senior junior chief lead retired late incoming
outgoing then current new under foreign attorney lieutenant major state house senate majority minority us u.s uk british
french german russian american defence defense home interior finance health education press executive general brigadier
inspector staff
"""

_FEMININE_TITLES = """
mrs ms miss dame lady madame señora frau baroness sister queen princess duchess countess empress tsarina tsarevna
"""
_MASCULINE_TITLES = """
mr sir lord monsieur señor herr baron father fr brother bishop king prince duke earl count marquis emperor tsar czar sultan
"""

_PARTICLES = """
van von der den de del della di da do dos das du des la le el al bin bint ibn abu ben ter ten zu zum zur af av y e und st san
santa d l mac o ap ould
"""

_SUFFIXES = "jr sr ii iii iv jnr snr esq phd md qc kc mp mep obe mbe cbe kbe frs dbe kc"

_RELATIVES = """
wife husband son daughter brother sister father mother mom dad uncle aunt cousin nephew niece grandfather grandmother grandson
granddaughter partner boyfriend girlfriend fiance fiancé fiancee fiancée widow widower stepfather stepmother half-brother
half-sister spouse twin friend colleague
"""

_OCCUPATIONS = """
airman airwoman serviceman servicewoman
academic accountant activist actor actress adviser advisor advocate aide ambassador analyst announcer anthropologist
archaeologist architect artist assistant astronaut astronomer athlete attorney author bassist banker barrister biologist
biographer blogger boss boxer broadcaster builder businessman businesswoman butcher campaigner candidate captain cellist
champion chancellor chair chairman chairperson chairwoman chancellor chef chemist chief choreographer cleric climatologist
clerk co-author co-chair co-director co-founder co-host co-owner co-star coach colleague columnist comedian commander
commentator commissioner composer conductor congressman congresswoman consultant contractor coordinator correspondent
councillor counsel counselor creator critic curator cyclist dancer dealer defender demographer deputy designer detective
developer diplomat director doctor dramatist driver drummer ecologist economist editor educator engineer entomologist
entrepreneur envoy epidemiologist essayist executive expert farmer fighter filmmaker financier firefighter fisherman
footballer forward founder gardener general geographer geologist goalkeeper golfer governor graduate guard guitarist
harbourmaster historian host husband illustrator industrialist inspector instructor inventor investigator investor jockey
journalist judge jurist keeper landlord lawmaker lawyer leader lecturer librarian lieutenant linguist lobbyist magistrate
magnate manager mathematician mayor mechanic merchant meteorologist midfielder minister missionary model monk moderator mogul
musician naturalist negotiator neighbour neighbor neuroscientist nominee novelist nun nurse officer official operator
organiser organizer owner painter paleontologist parliamentarian partner pastor pathologist philanthropist philosopher
photographer physician physicist pianist pilot pioneer pitcher planner player playwright poet politician pollster premier
presenter president priest principal producer professor programmer promoter prosecutor psychiatrist psychologist publicist
publisher quarterback rapper recruiter rector referee reporter representative republican researcher resident retailer runner
sailor saxophonist scholar scientist screenwriter sculptor secretary senator sergeant settler sheriff shopkeeper singer
skipper sociologist soldier soprano specialist spokesman spokesperson spokeswoman spouse star statesman statistician
strategist striker student superintendent supporter surgeon surveyor swimmer tailor teacher technician theologian therapist
trader trainer translator treasurer trumpeter tutor tycoon undersecretary veteran veterinarian vice-chair vice-president
victim violinist virologist vocalist volunteer warden winner witness worker wrestler writer zoologist
"""


_SHORT_FORMS = """
william bill will billy, robert bob rob bobby, michael mike mick, james jim jimmy jamie, thomas tom tommy, joseph joe, richard
dick rick rich, edward ted ed eddie, david dave, daniel dan danny, steven steve, christopher chris, matthew matt, anthony tony,
nicholas nick, benjamin ben, samuel sam, alexander alex, andrew andy, gregory greg, jeffrey jeff, kenneth ken, ronald ron,
donald don, timothy tim, lawrence larry, elizabeth liz beth, katherine kate kathy, susan sue, jennifer jen, deborah debbie,
rebecca becky, margaret maggie peggy meg, john jack, bernard bernie, charles charlie chuck, patrick pat, peter pete, philip
phil, raymond ray, russell russ, stanley stan, vincent vince, walter walt, joshua josh, zachary zach, jonathan jon, nathan nate,
gabriel gabe, abraham abe, albert al, arthur art, barbara barb, catherine cathy, cynthia cindy, sandra sandy, victoria vicky,
patricia trish, jacqueline jackie, amanda mandy, frederick fred, augustus gus, madison maddie, abigail abby, gerald gerry,
leonard len lenny, martin marty, maximilian max, theodore theo
"""


@cache
def short_forms() -> dict[str, str]:
    """A given name's everyday forms, each with the full one (bill: william)."""
    return {form: names.split()[0] for names in _SHORT_FORMS.split(",") for form in names.split()[1:]}


@cache
def female_names() -> frozenset[str]:
    """Given names, in lower case, that news text goes on to call 'she'."""
    return frozenset(_FEMALE.split()) - frozenset(_EITHER.split())


@cache
def male_names() -> frozenset[str]:
    """Given names, in lower case, that news text goes on to call 'he'."""
    return frozenset(_MALE.split()) - frozenset(_EITHER.split())


@cache
def given_names() -> frozenset[str]:
    """Every given name known, in lower case."""
    return frozenset(_FEMALE.split()) | frozenset(_MALE.split()) | frozenset(_EITHER.split())


@cache
def honorifics() -> frozenset[str]:
    """Words that only ever stand before a person's name (Mr, Dr, Bishop), without a full stop."""
    return frozenset(_HONORIFICS.split())


@cache
def ranks() -> frozenset[str]:
    """Offices that stand before a person's name, and without one mean an office (President, Senator, Captain)."""
    return frozenset(_RANKS.split())


@cache
def modifiers() -> frozenset[str]:
    """Words that stand before a title and belong to it (former, deputy, attorney)."""
    return frozenset(_MODIFIERS.split())


@cache
def particles() -> frozenset[str]:
    """Small words inside a person's name (van, de, al)."""
    return frozenset(_PARTICLES.split())


@cache
def suffixes() -> frozenset[str]:
    """What may follow a surname (Jr, III), without a full stop."""
    return frozenset(_SUFFIXES.split())


@cache
def relatives() -> frozenset[str]:
    """Kinship nouns that stand before a name ('his brother Niklaus')."""
    return frozenset(_RELATIVES.split())


@cache
def occupations() -> frozenset[str]:
    """Nouns for what a person does, in lower case, which stand in roles and appositions."""
    return frozenset(_OCCUPATIONS.split())


def title_gender(title: str) -> str | None:
    """'female' or 'male' where the title says so."""
    word = title.lower().rstrip(".")
    if word in _FEMININE_TITLES.split():
        return "female"
    return "male" if word in _MASCULINE_TITLES.split() else None
