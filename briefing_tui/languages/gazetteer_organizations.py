"""Words that make a name an organisation's, and the organisations known by a name that has no such word."""

from functools import cache

_HEADS = """
academy administration agency airline airlines airways alliance archive archives army assembly associates association
associations authority ballet band bank bancorp board bourse brewery brigade broadcasting brotherhood bureau cabinet caucus
center centre chamber church club clinic coalition college colleges command commission committee communications companies
company confederation conference congregation congress conservatory consortium consulate cooperative corp corporation corps
council court courts crew department diocese directorate division duma embassy enforcement enterprises ensemble exchange
executive faculty federation fellowship firm fleet force forces forum foundation front fund government group guard guards
guild holdings hospital house inc industries infantry initiative inspectorate institute institution institutes instruments
international journal junta knesset lab labs laboratories laboratory league legion legislature library limited llc llp lodge
logistics ltd magazine media militia ministry mission mosque motors movement museum navy network networks newspaper newspapers
office observatory opera orchestra order organisation organization parish parliament partners partnership party pictures
pharmaceuticals plc police polytechnic post press productions programme project protection publications publishers publishing
quartet records regiment registry restaurant riksdag school schools secretariat seminary senate service services society squad
squadron staff stores studio studios survey syndicate synagogue systems taskforce team technologies theater theatre times
tribune tribunal trust trustees union unions united universities university ventures volunteers watch watchdog wing workshop
works workers daily gazette herald observer courier chronicle telegraph guardian review weekly inquirer examiner sentinel
bulletin dispatch globe mirror enquirer register fc afc cf sc ag gmbh sa nv ab co bros brothers
"""

_OF_HEADS = """
brotherhood circle club conservatory gallery sisterhood embassy exchange faculty academy administration agency alliance
archdiocese army assembly association authority bank bar board bureau bureaux cabinet center centre chamber church city
coalition college commission committee company confederation conference congress consortium corps council court daughters
department diocese directorate division faculty federation fellowship friends foundation front fund government group guild
home house inspectorate institute institution international journal knights laboratory league legion library lodge medal
ministry movement museum network office order organisation organization parliament party people project registry royal school
secretariat senate society society sons southern union university women workers directorate observatory office press register
hospital
"""

_INDUSTRY_HEADS = """
coal healthcare strategies energy resources capital financial insurance petroleum mining foods chemicals electric telecom
software solutions consulting advisors securities investments properties realty hotels pharma biotech therapeutics
entertainment semiconductor semiconductors aerospace shipping brands analytics dynamics robotics bancshares lines oil gas
steel power foundry minerals metals timber brewing distillers vineyards dairies farms
"""

_FOREIGN_HEADS = """
observatório observatorio école ecole université universidad università universität universiteit académie academia akademie
accademia théâtre teatro conservatoire conservatorio institut instituto istituto comédie banco banca banque partido parti
partei partito ministerio ministère ministero comité fundación fondation fondazione stiftung verein hochschule collège lycée
hôpital musée museo sociedad société società gesellschaft deutsche deutscher bundesamt agence agencia oficina radio televisión
télévision orchestre orchester staatsoper
"""

_OTHER_NAMES = (
    "GOP=Republican Party|Tories=Conservative Party|Scotland Yard=Metropolitan Police|World Court=International Court of Justice"
    "|Pentagon=Department of Defense|The Fed=Federal Reserve|Fed=Federal Reserve|Lib Dems=Liberal Democrats"
)

_KNOWN = """
UN|U.N|U.N.|FBI|CIA|NSA|IMF|WHO|WTO|AP|AFP|ABC|CBS|NBC|PBS|NPR|HBO|MSNBC|NRA|NFL|NBA|MLB|NHL|UEFA|IOC|NHS|MI5|MI6|GCHQ|ANC|BJP
PKK|IRA|ETA|CDU|CSU|SPD|AfD|SNP|GOP|DNC|RNC|EPA|FDA|CDC|IRS|Adidas|Airbus|Al Jazeera|Al-Jazeera|al-Qaeda|al-Qaida|Al-Qaeda
Al Qaeda|al Qaeda|al-Shabaab|Al-Shabaab|Alibaba|Amazon|Amnesty|Apple|AstraZeneca|AT&T|Audi|Barclays|Bayer|BBC|Bing|BlackRock
Bloomberg|BMW|BNP Paribas|Boeing|Boko Haram|BP|Breitbart|Bundesbank|Bundestag|Bundesrat|BuzzFeed|Cambridge Analytica|Caltech
Chevron|Chrysler|Cisco|Citigroup|CNN|Coca-Cola|Columbia University|Congress|Credit Suisse|Daimler|Deutsche Bank|Deutsche Welle
Disney|Dow Jones|Dropbox|eBay|Ebay|Electronic Arts|Enron|Ericsson|Europol|Eurojust|Exxon|ExxonMobil|Facebook|Fatah|FedEx|Fiat
FIFA|Forbes|Fox News|Foxconn|Frontex|Gallup|Gazprom|General Electric|General Motors|GlaxoSmithKline|Godiva|Goldman Sachs
Google|Greenpeace|Guggenheim|Halliburton|Hamas|Harvard|Hezbollah|Hizbollah|Honda|HSBC|Huawei|Hyundai|IBM|IKEA|Ikea|ING
Instagram|Intel|Interpol|Isis|ISIS|IS|ISIL|Islamic State|JPMorgan|JPMorgan Chase|JP Morgan|KGB|Knesset|Komsomol|Kremlin|Kodak
KPMG|LinkedIn|Lockheed Martin|L'Oréal|Louvre|Lufthansa|Marvel|Mastercard|McDonald's|McKinsey|Merck|Merrill Lynch|Meta|MGM
Microsoft|Monsanto|Morgan Stanley|Mossad|Motorola|MTV|Mujahideen|NASA|Nasdaq|NATO|Nato|Nestlé|Netflix|Newsweek|Nike|Nintendo
Nissan|Nokia|Novartis|Nvidia|OpenAI|OPEC|Opec|Oracle|Oxfam|Panasonic|Pentagon|PepsiCo|Pfizer|Philips|Pixar
PricewaterhouseCoopers|Politico|Porsche|Procter & Gamble|Qantas|Quinnipiac|Reddit|Renault|Reuters|Roche|Rosneft|Ryanair
Saatchi & Saatchi|Samsung|Santander|Scotland Yard|Senate|Shell|Siemens|Sinn Fein|Sinn Féin|Sky News|Slate|Snapchat|Sony
SoundCloud|SpaceX|Spotify|Stanford University|Starbucks|Stasi|Stratfor|Taliban|Taleban|Tencent|Tesla|TikTok|Toyota|Twitter
Uber|UBS|UKIP|Ukip|UNESCO|Unesco|UNICEF|Unicef|Unilever|Universal|Univision|Verizon|Viacom|Vodafone|Volkswagen|Volvo|Vox
Walmart|Wal-Mart|Warner Bros|Wells Fargo|WhatsApp|Whitehall|White House|Wikileaks|WikiLeaks|Wikimedia|Wikinews|Wikipedia|Yahoo
Yahoo!|Yale|YouTube|YouGov|Zoom|Downing Street|the Hill|Foggy Bottom|Lok Sabha|Bundeswehr|Wehrmacht|Luftwaffe|Gestapo|Cheka
Conservatives|Greens|House of Commons|House of Lords|House of Representatives|Supreme Court|Royal Navy|Royal Society
Royal Academy|United Nations|European Union|European Commission|European Parliament|Red Cross|Red Crescent|Scouts
Salvation Army|Home Office|Foreign Office|Treasury|Federal Reserve|Capitol|Élysée|Elysée|Elysee|Getty|Getty Images
Associated Press|Press Association|Agence France-Presse|Xinhua|Interfax|Tass|TASS|RIA Novosti|Sputnik|Der Spiegel|Le Monde
El País|Corriere della Sera|Die Welt|Die Zeit|Bild|Haaretz|The Economist|The Atlantic|The New Yorker|The Independent
The Nation|The Week|The Hill|The Onion|The Verge|The Intercept|Vanity Fair|Rolling Stone|Billboard|Pitchfork
National Geographic|Reader's Digest|Time magazine|USA Today|HuffPost|Huffington Post|The Huffington Post|ProPublica|PolitiFact
Snopes|Mother Jones|Human Rights Watch|Doctors Without Borders|Médecins Sans Frontières|Save the Children|Black Lives Matter
Planned Parenthood|Extinction Rebellion|Kickstarter
"""

_NOT_ORGANIZATIONS = """
PRC DPRK
AI VR AR UI UX LLM LLMS GPT IOU IOUS FTSE DAX CAC TSX STOXX NIKKEI AEST AEDT IST BST JST CEST SGT PKT NZST HKT WAT EAT SAST
OPD CC LV Q1 Q2 Q3 Q4 H1 H2 B2B B2C US UK USA UAE EU USSR TV DVD DVDS CD CDS CEO CFO COO CTO VP PM MP MPS MEP GP AM PM AD BC
BCE CE DNA RNA HIV AIDS COVID COVID-19 SARS MERS PHD MBA BA MA BSC MSC MD JD LLB LLM GDP GNP FAQ ID IQ GPS PC PCS HTML XML URL
URLS HTTP API CPU GPU RAM ROM USB LCD LED WIFI WWW PDF JPEG SMS VIP POW MVP HD UHD VHS LP EP DJ MC RBI RBIS ERA NB PS RIP SOS
ASAP DIY FYI OK OKAY LGBT LGBTQ LGBTQIA BAME PTSD ADHD IVF ICU ER CCTV UFO UFOS UAV SUV SUVS WWI WWII WW1 WW2 WMD ICBM IED IPO
ETF VAT AGM NGO NGOS NIMBY YIMBY TB BMI CO2 H2O NO NE NW SE SW N S E W EST EDT CST PST GMT UTC BST CET ET PT CT MT DC LA NYC
SF NY NJ CA TX FL VA MD PA OH MI IL GA NC SC WA OR AZ NM NV CO UT ID MT WY ND SD NE KS OK MN WI IA MO AR LA MS AL TN KY WV DE
CT RI MA VT NH ME AK HI Q A I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XX XXI CBE OBE MBE KBE DBE QC KC JR SR FRS
RA MC ALL AND THE NOT BUT FOR YOU WHAT WHY HOW WHO NEW READ MORE BREAKING LIVE WATCH UPDATE EXCLUSIVE VIDEO PHOTO PHOTOS IMAGE
IMAGES RELATED ADVERTISEMENT SEE ALSO CORRECTION EDITOR NOTE THIS THAT WE HE SHE IT IS ARE WAS TO OF IN ON AT BY OR SO DO GO
UP MY ME AN AS BE IF NO YES HAS HAVE HAD WILL CAN
"""


@cache
def other_names() -> dict[str, str]:
    """Organisations that go by two names, neither of which is short for the other."""
    return dict(pair.split("=") for pair in _OTHER_NAMES.split("|"))


@cache
def organization_heads() -> frozenset[str]:
    """Nouns that end an organisation's name (Ministry, Bank, Gazette), in lower case."""
    return frozenset(_HEADS.split())


@cache
def of_heads() -> frozenset[str]:
    """Nouns that take 'of' or 'for' inside an organisation's name (University of Portolan), in lower case."""
    return frozenset(_OF_HEADS.split())


@cache
def industry_heads() -> frozenset[str]:
    """Nouns of trades that end a company's name after a word of its own ('Velk Coal'), in lower case."""
    return frozenset(_INDUSTRY_HEADS.split())


@cache
def foreign_heads() -> frozenset[str]:
    """French, Spanish, Italian and German nouns that begin an organisation's name, in lower case."""
    return frozenset(_FOREIGN_HEADS.split())


@cache
def known_organizations() -> frozenset[str]:
    """Organisations whose name says not that it is one, as written."""
    return frozenset(name for line in _KNOWN.split("\n") for name in line.split("|") if name)


@cache
def plain_capitals() -> frozenset[str]:
    """Words in capitals that are no organisation: countries, sizes, degrees, time zones, shouted words."""
    return frozenset(_NOT_ORGANIZATIONS.split())
