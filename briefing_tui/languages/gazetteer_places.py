"""Places and peoples, which are capitalised like actors and are none: countries, states, cities, seas, nationalities, faiths."""

from functools import cache

_COUNTRIES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antarctica|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain
Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana|Brazil|Britain
Great Britain|Brunei|Bulgaria|Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad
Chechnya|Chile|China|Colombia|Comoros|Congo|Costa Rica|Crimea|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Czechoslovakia
Denmark|Djibouti|Dominica|Dominican Republic|East Germany|East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea
Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Gaza|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland
Grenada|Guam|Guatemala|Guernsey|Guinea|Guinea-Bissau|Guyana|Haiti|Holland|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia
Iran|Iraq|Ireland|Northern Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kashmir|Kenya|Kiribati
Korea|Kosovo|Kurdistan|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau
Macedonia|North Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico
Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua
Niger|Nigeria|North Korea|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Persia|Peru|Philippines|Poland
Portugal|Prussia|East Prussia|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Scotland|Senegal|Serbia
Seychelles|Siam|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan
Soviet Union|Spain|Sri Lanka|Sudan|Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tibet
Timor-Leste|Togo|Tonga|Trinidad|Tobago|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom
United States|United States of America|Uruguay|USSR|Uzbekistan|Vanuatu|Venezuela|Vietnam|Wales|West Germany|West Bank
Western Sahara|Yemen|Yugoslavia|Zambia|Zimbabwe|U.S|U.S.|US|U.S.A|U.S.A.|USA|U.K|U.K.|UK|UAE|EU|E.U.|E.U|Byzantium
Ottoman Empire|Roman Empire|Holy Roman Empire|British Empire
"""

_STATES = """
Madhya Pradesh|Andhra Pradesh|Himachal Pradesh|Arunachal Pradesh|Jharkhand|Odisha|Telangana|Haryana|Chhattisgarh|Uttarakhand
Goa|Manipur|Nagaland|Meghalaya|Tripura|Ladakh|Jammu|Gauteng|KwaZulu-Natal|Western Cape|Eastern Cape|Limpopo|Mpumalanga
Khyber Pakhtunkhwa|Selangor|Sabah|Sarawak|Johor|Penang|Jalisco|Sinaloa|Chihuahua|Oaxaca|Chiapas|Yucatan|Yucatán|Donbas|Hebei
Hunan|Hubei|Fujian|Zhejiang|Jiangsu|Shandong|Victoria|Darfur|Tigray|Helmand Province|Alabama|Alaska|Arizona|Arkansas
California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland
Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York
North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah
Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Washington DC|Washington D.C|Washington, D.C.|D.C|D.C.|DC|Ontario|Quebec
Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|British Columbia|Yukon|New South Wales|Queensland
Tasmania|South Australia|Western Australia|Bavaria|Saxony|Hesse|Brandenburg|Westphalia|Catalonia|Andalusia|Galicia|Brittany
Normandy|Provence|Burgundy|Lombardy|Tuscany|Sicily|Sardinia|Corsica|Flanders|Wallonia|Bohemia|Moravia|Silesia|Transylvania
Siberia|Dagestan|Punjab|Sindh|Balochistan|Gujarat|Kerala|Bihar|Assam|Rajasthan|Maharashtra|Tamil Nadu|Karnataka|Bengal
West Bengal|Uttar Pradesh|Xinjiang|Sichuan|Yunnan|Guangdong|Hokkaido|Okinawa|Kent|Sussex|Essex|Surrey|Devon|Cornwall|Dorset
Somerset|Wiltshire|Hampshire|Norfolk|Suffolk|Yorkshire|Lancashire|Cheshire|Cumbria|Northumberland|Derbyshire|Nottinghamshire
Lincolnshire|Leicestershire|Oxfordshire|Cambridgeshire|Hertfordshire|Buckinghamshire|Berkshire|Gloucestershire|Worcestershire
Shropshire|Staffordshire|Warwickshire|Aberdeenshire|Fife|Ulster|Munster|Donegal|Silicon Valley|New England|Midwest|Appalachia
Wall Street|Hollywood|Broadway|Capitol Hill|Manhattan|Brooklyn|Bronx|Queens|Staten Island|Long Island|Harlem
"""

_ABBREVIATED = """
Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N.H|N.J|N.M|N.Y|N.C|N.D|Okla
Ore|Pa|R.I|S.C|S.D|Tenn|Tex|Vt|Va|Wash|W.Va|Wis|Wyo|Ont|Que|B.C
"""

_REGIONS = """
Beverly Hills|Malibu|Santa Cruz|Palm Desert|Notting Hill|Westminster|Canary Wharf|Silicon Alley|Times Square|Central Park
Trafalgar Square|Red Square|Tiananmen Square|Tahrir Square|Africa|America|Americas|Antarctic|Arabia|Arctic|Asia|Asia-Pacific
Balkans|Baltic|Caribbean|Caucasus|Central America|Central Asia|East Africa|East Asia|Eastern Europe|Europe|Eurasia|Far East
Iberia|Latin America|Levant|Maghreb|Mediterranean|Mesopotamia|Middle East|North Africa|North America|Oceania|Pacific|Sahara
Sahel|Scandinavia|South America|South Asia|Southeast Asia|West Africa|Western Europe|Atlantic|Atlantic Ocean|Pacific Ocean
Indian Ocean|Black Sea|Red Sea|Baltic Sea|North Sea|Caspian Sea|South China Sea|Persian Gulf|Gulf of Mexico|Gulf|Amazon|Andes
Alps|Himalayas|Pyrenees|Rocky Mountains|Rockies|Appalachians|Everest|Danube|Rhine|Nile|Thames|Volga|Mekong|Ganges|Seine|Tigris
Euphrates|Niger Delta|English Channel|Suez Canal|Panama Canal|Mars|Earth|Moon|Sun|Venus|Jupiter|Saturn|Mercury|Neptune|Uranus
Pluto|Milky Way|East Coast|West Coast|Deep South|Old World|New World|Global South|West End|East End|Crimean Peninsula
Korean Peninsula|Gaza Strip|Golan Heights|Sinai|Cape Cod|Great Lakes|Guantanamo|Guantanamo Bay|Ground Zero|Oval Office
West Wing|Rose Garden
"""

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Aden|Albany|Albuquerque|Aleppo|Alexandria|Algiers|Almaty|Amman|Amsterdam
Anaheim|Anchorage|Ankara|Ann Arbor|Antwerp|Aspen|Asunción|Athens|Atlanta|Atlantic City|Auckland|Augusta|Austin|Baghdad|Baku
Bali|Baltimore|Bamako|Bandung|Bangalore|Bangkok|Barcelona|Bari|Basel|Basra|Baton Rouge|Beijing|Beirut|Belfast|Belgrade
Benghazi|Bergen|Berkeley|Berlin|Bern|Bilbao|Birmingham|Bishkek|Bogota|Bogotá|Boise|Bologna|Bombay|Bonn|Bordeaux|Boston|Boulder
Bradford|Braunschweig|Bratislava|Bremen|Brighton|Brisbane|Bristol|Bruges|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo
Cairo|Calcutta|Calgary|Cambridge|Canberra|Cannes|Cape Town|Caracas|Cardiff|Casablanca|Charleston|Charlottesville|Chennai
Chernobyl|Chicago|Chongqing|Christchurch|Cincinnati|Cleveland|Cologne|Colombo|Columbus|Copenhagen|Cork|Coventry|Dakar|Dallas
Damascus|Danzig|Dar es Salaam|Darwin|Davos|Dayton|Delhi|Denver|Des Moines|Detroit|Dhaka|Doha|Donetsk|Dresden|Dubai|Dublin
Dubrovnik|Dundee|Durban|Dushanbe|Düsseldorf|Edinburgh|El Paso|Eton|Exeter|Fallujah|Flint|Florence|Fort Worth|Frankfurt
Freetown|Fresno|Fukushima|Gdansk|Geneva|Genoa|Ghent|Glasgow|Göttingen|Granada|Grenoble|Guangzhou|Guadalajara|Guatemala City
The Hague|Hague|Halifax|Hamburg|Hangzhou|Hanoi|Hanover|Harare|Harrisburg|Hartford|Havana|Heidelberg|Helmand|Helsinki|Hiroshima
Ho Chi Minh City|Honolulu|Houston|Hull|Hyderabad|Idlib|Indianapolis|Innsbruck|Inverness|Islamabad|Istanbul|Jacksonville|Jaipur
Jakarta|Jeddah|Jersey City|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kansas City|Karachi|Kathmandu|Kharkiv|Khartoum
Kherson|Kiel|Kiev|Kyiv|Kigali|Kinshasa|Kobani|Kolkata|Königsberg|Kosice|Krakow|Kraków|Kuala Lumpur|Kunduz|Kuwait City|Kyoto
Lagos|Lahore|Las Vegas|Lausanne|Leeds|Leicester|Leiden|Leipzig|Leningrad|Lexington|Lhasa|Lille|Lima|Lisbon|Little Rock
Liverpool|Ljubljana|London|Los Angeles|Louisville|Luanda|Lucerne|Luhansk|Lusaka|Luxor|Lviv|Lyon|Lyons|Madrid|Malmö|Manchester
Manila|Maputo|Marrakesh|Marseille|Mecca|Medina|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mobile
Mogadishu|Mombasa|Monrovia|Monterrey|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Nablus|Nagasaki|Nairobi|Nanjing|Naples
Nashville|Nassau|New Delhi|New Haven|New Orleans|New York City|Newark|Newcastle|Nice|Nicosia|Nuremberg|Oakland|Odessa
Oklahoma City|Omaha|Orlando|Osaka|Oslo|Ottawa|Oxford|Palermo|Palm Beach|Palm Springs|Palo Alto|Paris|Pasadena|Perth|Peshawar
Philadelphia|Phnom Penh|Phoenix|Pisa|Pittsburgh|Plymouth|Port-au-Prince|Portland|Porto|Portsmouth|Potsdam|Prague|Pretoria
Princeton|Providence|Pyongyang|Quetta|Quito|Raleigh|Ramallah|Rangoon|Raqqa|Rawalpindi|Reno|Reykjavik|Reykjavík|Richmond|Riga
Rio|Rio de Janeiro|Riyadh|Rome|Rotterdam|Sacramento|Saigon|Salt Lake City|Salzburg|San Antonio|San Diego|San Francisco
San Jose|San José|San Juan|San Salvador|Sana'a|Sanaa|Santa Barbara|Santa Fe|Santa Monica|Santiago|Santo Domingo|Sao Paulo
São Paulo|Sarajevo|Savannah|Seattle|Seoul|Sevastopol|Seville|Shanghai|Sheffield|Shenzhen|Skopje|Sofia|Southampton|Spokane
Springfield|Srebrenica|St. Louis|St. Paul|St. Petersburg|Stalingrad|Stanford|Stockholm|Strasbourg|Stuttgart|Sydney|Syracuse
Taipei|Tallahassee|Tallinn|Tampa|Tashkent|Tbilisi|Tehran|Tel Aviv|Tijuana|Timbuktu|Tirana|Tokyo|Toledo|Toronto|Toulouse
Trieste|Tripoli|Tucson|Tulsa|Tunis|Turin|Ulaanbaatar|Uppsala|Utrecht|Valencia|Vancouver|Venice|Verona|Versailles|Vienna
Vientiane|Vilnius|Vladivostok|Warsaw|Washington|Wellington|Wichita|Wilmington|Windsor|Winnipeg|Wolfsburg|Wuhan|Yangon|Yerevan
Yokohama|York|Zagreb|Zanzibar|Zaporizhzhia|Zurich|Zürich|Ferguson|Roswell|Fort Lauderdale|Laramie
"""

_PEOPLES = """
Philippine Filipina Singaporean Kiwi Aussie Emirati Bhutanese Maldivian Omani Batswana Basotho Malawian Senegalese Ivorian
Gabonese Togolese Mozambican Zairean Afrikaner Abkhaz Afghan African African-American Aboriginal Albanian Algerian American
Anglican Anglo Anglo-American Anglo-Saxon Angolan Arab Arabian Arabic Argentine Argentinian Armenian Asian Asian-American
Assyrian Athenian Atlantic Australian Austrian Azerbaijani Aztec Babylonian Bahraini Balkan Baltic Bangladeshi Baptist Basque
Bavarian Belarusian Belgian Bengali Berber Bohemian Bolivian Bosnian Brazilian Breton Briton Britons British Brit Brits
Buddhist Bulgarian Burmese Byzantine Californian Calvinist Cambodian Cameroonian Canadian Cantonese Caribbean Catalan Catholic
Caucasian Celtic Chechen Chilean Chinese Chinese-American Christian Colombian Communist Congolese Cossack Confederate
Conservative Creole Croat Croatian Cuban Cuban-American Cypriot Czech Dane Danish Democrat Democratic Dominican Dutch
Ecuadorian Egyptian English Englishman Englishwoman Eritrean Estonian Ethiopian European Evangelical Filipino Finn Finnish
Flemish French Frenchman Frenchwoman Gaelic Georgian German Germanic Ghanaian Gothic Greek Guatemalan Haitian Hasidic Hawaiian
Hebrew Hindi Hindu Hispanic Honduran Hungarian Icelandic Indian Indigenous Indo-European Indonesian Inuit Iranian Iraqi Irish
Irishman Islamic Islamist Israeli Italian Italian-American Jamaican Japanese Jesuit Jew Jewish Jordanian Kashmiri Kazakh
Kenyan Korean Kosovar Kurd Kurdish Kuwaiti Kyrgyz Laotian Latin Latina Latino Latinx Latvian Lebanese Liberal Liberian Libyan
Libertarian Lithuanian Lutheran Macedonian Malay Malaysian Malian Maltese Maori Maoist Marxist Maya Mayan Mediterranean
Mennonite Methodist Mexican Mexican-American Moldovan Mongol Mongolian Montenegrin Moorish Moroccan Mormon Muscovite Muslim
Namibian Native Nazi Neapolitan Nepalese Nepali Nicaraguan Nigerian Nigerien Nordic Norman Norse Norwegian Orthodox Ottoman
Pacific Pakistani Palestinian Panamanian Paraguayan Parisian Pashtun Persian Peruvian Pole Polish Polynesian Portuguese
Presbyterian Prussian Protestant Punjabi Puritan Qatari Quaker Republican Rohingya Roma Roman Romanian Russian Rwandan
Salvadoran Samoan Saudi Saxon Scandinavian Scot Scotch Scots Scotsman Scottish Semitic Serb Serbian Shia Shiite Siberian
Sicilian Sikh Silesian Slav Slavic Slovak Slovakian Slovene Slovenian Socialist Somali Soviet Spaniard Spanish Stalinist
Sudanese Sunni Swede Swedish Swiss Syrian Taiwanese Tajik Tamil Tanzanian Tatar Texan Thai Tibetan Tory Trotskyist Tunisian
Turk Turkic Turkish Turkmen Uighur Ugandan Ukrainian Uruguayan Uyghur Uzbek Venetian Venezuelan Vichy Victorian Viennese
Vietnamese Viking Welsh Westerner Western Whig Yemeni Yiddish Yoruba Yugoslav Zambian Zimbabwean Zionist Zulu North South East
West Northern Southern Eastern Western Elizabethan Edwardian Georgian Renaissance Enlightenment Black White Brexiteer Remainer
Labourite Marxist-Leninist Austro-Hungarian Sino-American Franco-German Judeo-Christian Hellenistic Hellenic Spartan Trojan
Carthaginian Phoenician Sumerian Etruscan Gaul Gallic Visigoth Vandal Hun Huguenot Levantine Tuscan Florentine Cornish Manx
Bostonian Londoner Berliner Parisian New Yorker
"""

_HEADS = """
street st road rd avenue ave boulevard blvd lane drive square plaza park river lake sea ocean bay gulf island islands isle atoll
mount mountain mountains hill hills valley canyon desert forest woods creek springs falls beach coast cape peninsula strait
channel canal bridge tunnel dam reservoir airport station harbour harbor port pier quay dock county parish province prefecture
region district borough township town village city state territory republic kingdom empire palace castle tower towers building
stadium arena hall garden gardens zoo cemetery highway motorway freeway interstate pass plateau plain plains basin delta
glacier volcano belt crater ridge reef heights terrace crescent gate wharf cottage lighthouse
"""


@cache
def places() -> frozenset[str]:
    """Names of countries, states, regions and cities, as written."""
    lists = (_COUNTRIES, _STATES, _ABBREVIATED, _REGIONS, _CITIES)
    names = frozenset(name for text in lists for line in text.split("\n") for name in line.split("|") if name)
    names |= frozenset(name + "." for line in _ABBREVIATED.split("\n") for name in line.split("|") if name)
    return names | frozenset(name.replace("St. ", "St ") for name in names if name.startswith("St. "))


@cache
def cities() -> frozenset[str]:
    """The places that clubs are named after: countries, states and cities."""
    return frozenset(
        name for text in (_COUNTRIES, _STATES, _CITIES) for line in text.split("\n") for name in line.split("|") if name
    )


@cache
def peoples() -> frozenset[str]:
    """Nationalities, faiths and camps, as adjective, noun and plural."""
    words = _PEOPLES.split()
    return frozenset(words) | frozenset(word + "s" for word in words)


@cache
def place_heads() -> frozenset[str]:
    """Nouns that end the name of a place (Street, River), in lower case."""
    return frozenset(_HEADS.split())
