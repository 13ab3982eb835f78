"""Twelve fictional pages of kinds of publishers, and what they hold."""

from typing import NamedTuple


class Kind(NamedTuple):
    """A page's article as markup, and what it holds.

    `opens` and `closes` are the beginning of the first paragraph and the end of the last one; `not_text` is on the page and no text.
    """

    name: str
    article: str
    title: str
    authors: tuple[str, ...]
    headings: tuple[str, ...]
    opens: str
    closes: str
    lead: str | None = None
    captions: tuple[tuple[str, str | None], ...] = ()
    not_text: tuple[str, ...] = ()


def _p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


TABLOID = Kind(
    "tabloid",
    "<h1>SEAL OF APPROVAL: Pup moves into pub and won't leave</h1>"
    '<p class="standfirst">Regulars say the animal has better manners than the darts team</p>'
    '<div class="byline">By <a rel="author" href="/a">Kit Varley</a></div><time datetime="2026-02-03">3 February 2026</time>'
    "<figure><img src='/seal.jpg'><figcaption>The pup on its favourite stool <span class='credit'>Picture: Oona Reed</span>"
    "</figcaption></figure>"
    + _p(
        "A SEAL pup has moved into a harbour pub and refuses to go home, its stunned landlady told us last night.",
        "Marge Tolley, 61, found the animal asleep under the dartboard of the Blue Anchor in Skerrow on Sunday morning.",
        "“I thought it was a coat,” she said. “Then the coat wanted breakfast.”",
    )
    + "<div class='related-stories'><h3>More weird news</h3><a href='/x'>Gull steals wedding ring from groom on the pier</a></div>"
    "<h2>Fish supper</h2>"
    + _p(
        "The pup eats two kilos of herring a day and has put on weight since it came in, according to the vet who looked at it.",
        "Wardens plan to take it back to the sandbank when the storms are over, but nobody at the bar is in a hurry.",
    ),
    "SEAL OF APPROVAL: Pup moves into pub and won't leave",
    ("Kit Varley",),
    ("Fish supper",),
    "A SEAL pup",
    "nobody at the bar is in a hurry.",
    "Regulars say the animal has better manners than the darts team",
    (("The pup on its favourite stool", "Oona Reed"),),
    ("Gull steals wedding ring",),
)

WIRE = Kind(
    "wire",
    "<h1>Portolan votes to keep harbour tolls</h1><p class='byline'>By Ines Calder</p><p class='date'>2 March 2026</p>"
    + _p(
        "PORTOLAN, March 2 (Tidewater) - The council of Portolan voted on Monday to keep the tolls of its harbour for two more years.",
        "Seven members voted for the plan of Mayor Tomas Reyl and four against it, after a debate of three hours.",
        "Fishermen had asked for an end to the tolls, which were brought in after the storm of 2019 to pay for a new wall.",
        "“The wall is paid for,” said Bo Linde, who speaks for the boat owners. “The tolls are not about the wall any more.”",
        "The harbour took 4.1 million crowns in tolls last year, the council's accounts show, a tenth more than the year before.",
        "(Reporting by Ines Calder; editing by Ann Arbor)",
    ),
    "Portolan votes to keep harbour tolls",
    ("Ines Calder",),
    (),
    "PORTOLAN, March 2 (Tidewater) - The council",
    "a tenth more than the year before.",
)

BLOG = Kind(
    "blog",
    "<h1>I mended my own roof, and you should not</h1><div class='post-meta'>Posted by <a rel='author' href='/u'>Wendel Ost</a> on"
    " <time datetime='2026-01-09'>January 9, 2026</time></div>"
    + _p(
        "Last autumn I climbed onto my roof with a bag of slates, a borrowed ladder and a book from the library.",
        "The book said that anybody with a steady hand could do the work in a weekend, and I believed the book.",
    )
    + "<h3>Day one: the ladder</h3>"
    + _p(
        "Nobody tells you that a ladder hums in the wind, or that the hum gets lower the higher you are on it.",
        "By noon I had laid four slates, dropped nine, and learned the names of three neighbours I had never met.",
    )
    + "<h3>Day two: the rain</h3>"
    + _p(
        "It rained from six in the morning, straight through the hole that I had made, into the bath, which was something.",
        "A roofer came on Monday. She looked at the book for a long time and asked whether she could keep it.",
    )
    + "<div class='share'><a href='/f'>Share this post</a></div><div class='tags'>Filed under: <a href='/t'>Houses</a></div>",
    "I mended my own roof, and you should not",
    ("Wendel Ost",),
    ("Day one: the ladder", "Day two: the rain"),
    "Last autumn I climbed",
    "whether she could keep it.",
    not_text=("Share this post",),
)

COURT = Kind(
    "court report",
    "<h1>Ferry captain cleared of leaving passengers on island</h1><p class='author'>Lotte Brink, court reporter</p>"
    "<p class='date'>14 January 2026</p>"
    + _p(
        "A ferry captain who left eleven passengers on an island overnight has been cleared of endangering them.",
        "Judge Harriet Noll told the county court in Aldmouth that the captain had had to choose between two dangers.",
        "Piet Sander, 48, sailed from the island of Mull Ness on 3 September with a storm coming in from the west.",
    )
    + "<h2>What the court heard</h2>"
    + _p(
        "The prosecutor, Abel Finch, said that the captain had counted the passengers once and had not waited for the walkers.",
        "A harbour pilot called by the defence said that ten minutes more would have kept the boat at the pier until morning.",
        "Sander wept when the verdict was read. His employer said that he would be back at work in the spring.",
    ),
    "Ferry captain cleared of leaving passengers on island",
    ("Lotte Brink",),
    ("What the court heard",),
    "A ferry captain who left",
    "back at work in the spring.",
)

LIVE = Kind(
    "live blog",
    "<h1>Storm Bertil: latest from the coast</h1><p class='byline'>By Oona Reed and Bo Linde</p><time>Updated 17:40</time>"
    "<h2>17:31 Bridge to the island is shut</h2>"
    + _p(
        "The police have shut the bridge to Mull Ness, and ask people who are on the island to stay where they are tonight.",
        "A lorry that was blown over at four o'clock is still lying across the northern lane, our reporter at the bridge says.",
    )
    + "<h2>16:58 Schools close early</h2>"
    + _p("All schools between Aldmouth and Skerrow have sent their pupils home, the county said on its telephone line.")
    + "<h2>15:20 First wave over the wall</h2>"
    + _p(
        "The first wave has come over the harbour wall of Portolan, two hours before high water, and has taken a kiosk with it.",
        "Nobody was in the kiosk, the harbour master says. It sold umbrellas, and three of them have been seen over the church.",
    ),
    "Storm Bertil: latest from the coast",
    ("Oona Reed", "Bo Linde"),
    ("17:31 Bridge to the island is shut", "16:58 Schools close early", "15:20 First wave over the wall"),
    "The police have shut the bridge",
    "seen over the church.",
)

SCIENCE = Kind(
    "science feature",
    "<h1>How eels find the river that they were born in</h1>"
    "<p class='dek'>Tiny magnets in their heads may be a map, a study of 300 animals suggests</p>"
    "<div class='byline'>By Ann Arbor</div>"
    + _p(
        "Every spring, eels as thin as a bootlace come in from the open sea and choose one river among hundreds.",
        "How they do it has puzzled people since there were people to eat them, and a group in Portolan now has an answer.",
        "The researchers put 300 young eels into a tank inside a coil that can copy the magnetic field of any place on Earth.",
    )
    + "<figure><img src='/eel.jpg'><figcaption>A glass eel in the tank at Portolan. Credit: Marine Station Portolan</figcaption></figure>"
    "<h2>A map of magnets</h2>"
    + _p(
        "When the coil played the field of their own river, two animals in three swam against the stream, the team reports.",
        "“They behaved as if they had been told the address,” says Ilse Maron, a biologist who led the work.",
    )
    + "<h2>What is not known</h2>"
    + _p("Others in the field want to see the trial repeated with older animals, which have been away from home for years."),
    "How eels find the river that they were born in",
    ("Ann Arbor",),
    ("A map of magnets", "What is not known"),
    "Every spring, eels",
    "away from home for years.",
    "Tiny magnets in their heads may be a map, a study of 300 animals suggests",
    (("A glass eel in the tank at Portolan.", "Marine Station Portolan"),),
)

INTERVIEW = Kind(
    "interview",
    "<h1>“I have never been afraid of the sea, only of the accounts”</h1><p class='byline'>Interview: Lotte Brink</p>"
    + _p(
        "Greta Holm has run the ferry line between Skerrow and Aldmouth for thirty years. In April she will hand it to her crew.",
        "<strong>Ms Holm, why do you give the company away?</strong>",
        "Because they have been running it for years while I signed the papers, and they know where the leaks are.",
        "<strong>Did nobody want to buy it?</strong>",
        "Two people came. One wanted the pier for a hotel, and the other asked me what a ferry does when the tide is out.",
        "<strong>What will you do in May?</strong>",
        "I shall buy a ticket like everybody else, sit on the left side, and complain about the coffee.",
    ),
    "“I have never been afraid of the sea, only of the accounts”",
    ("Lotte Brink",),
    (),
    "Greta Holm has run",
    "complain about the coffee.",
)

LOCAL = Kind(
    "local paper",
    "<h1>Skerrow bakery to close after ninety years</h1><div class='meta'><span class='author'>Tilda Marsh</span>"
    "<span class='date'>5 March 2026</span></div>"
    "<figure><img src='/bakery.jpg'><figcaption>Ambrose Fell in front of the oven his grandfather built. Photo: Bo Linde"
    "</figcaption></figure>"
    + _p(
        "The bakery on the corner of Pier Street in Skerrow will close at Easter, after ninety years in the same family.",
        "Ambrose Fell, who took over the shop from his father in 1988, said that he had looked for somebody to follow him for three years.",
        "Two apprentices had been interested, but neither could find a flat in the village that they could pay for.",
    )
    + "<div class='newsletter'><p>Sign up to our newsletter for the latest news from the coast.</p></div>"
    + _p(
        "The parish council will talk about the building on Thursday at seven in the village hall. Everybody may come.",
        "On the last Saturday, the bakery will sell the loaf that nobody can lift, for the first time since 1974.",
    ),
    "Skerrow bakery to close after ninety years",
    ("Tilda Marsh",),
    (),
    "The bakery on the corner",
    "for the first time since 1974.",
    captions=(("Ambrose Fell in front of the oven his grandfather built.", "Bo Linde"),),
    not_text=("Sign up to our newsletter",),
)

PRESS = Kind(
    "press release",
    "<h1>Northern Passage orders two electric ferries</h1><h2 class='subtitle'>New boats are to sail from the summer of 2028</h2>"
    "<p class='date'>12 February 2026</p>"
    + _p(
        "Aldmouth, 12 February 2026 - Northern Passage today signed a contract for two electric ferries with the yard of Portolan.",
        "Each boat will carry 250 passengers and 40 cars, and will load its batteries at the pier in eleven minutes.",
        "“These boats are the largest investment that our company has ever made,” said Greta Holm, its managing director.",
    )
    + "<ul><li>Length: 64 metres</li><li>Range: 38 kilometres with one charge</li><li>Crew: five</li></ul>"
    "<h3>About Northern Passage</h3>"
    + _p("Northern Passage has run the ferries of the Skerrow coast since 1931. It has 84 employees and belongs to them."),
    "Northern Passage orders two electric ferries",
    (),
    ("About Northern Passage",),
    "Aldmouth, 12 February 2026 - Northern Passage",
    "belongs to them.",
    "New boats are to sail from the summer of 2028",
)

COLUMN = Kind(
    "column",
    "<p class='kicker'>Opinion</p><h1>Leave the lighthouse pink</h1><p class='byline'>By Ambrose Fell</p>"
    + _p(
        "They painted the lighthouse of Aldmouth pink by mistake in 1987, and they have been sorry for it ever since.",
        "Now there is money for a new coat, and a committee of six wants it white, like every other lighthouse on this coast.",
        "I have nothing against white. My kitchen is white. But nobody has ever crossed a county to look at my kitchen.",
        "Ask the man who sells ice cream on the pier. He has sold pink lighthouses of sugar for thirty-nine summers.",
        "A town that is known for its mistakes is at least known for something, and this one can be seen from the sea.",
        "So let the six have their vote, and let them lose it. There is white enough in the world.",
    ),
    "Leave the lighthouse pink",
    ("Ambrose Fell",),
    (),
    "They painted the lighthouse",
    "white enough in the world.",
)

LISTICLE = Kind(
    "listicle",
    "<h1>Five walks on the Skerrow coast that end at a pub</h1><div class='byline'>By Kit Varley</div>"
    + _p("You do not need a map for any of these, only boots, and somebody at home who knows which one you took.")
    + "".join(
        f"<h2>{number}. {name}</h2>" + _p(text)
        for number, (name, text) in enumerate(
            (
                (
                    "The salt path",
                    "Start behind the church and keep the sea on your left until you smell the chips, which takes two hours.",
                ),
                (
                    "The nine bridges",
                    "There are only seven since the flood, but the landlady at the end still gives you a stamp for nine.",
                ),
                (
                    "Gull hill",
                    "Take a hat. The path is short and steep, and the birds at the top have not been fed since Sunday.",
                ),
                (
                    "The pilgrims' way",
                    "Four hours on a good day. The monks who made it had no hurry, and their bench is still dry.",
                ),
                (
                    "Round the wreck",
                    "Go at low water and not a minute later: the tide has taken three picnics this year already.",
                ),
            ),
            1,
        )
    ),
    "Five walks on the Skerrow coast that end at a pub",
    ("Kit Varley",),
    ("1. The salt path", "2. The nine bridges", "3. Gull hill", "4. The pilgrims' way", "5. Round the wreck"),
    "You do not need a map",
    "three picnics this year already.",
)

LONG_READ = Kind(
    "long read",
    "<h1>The village that waited for a boat</h1>"
    "<p class='intro'>For nine weeks, nothing came or went. What three hundred people learned about each other</p>"
    "<p class='byline'>By Oona Reed</p>"
    "<figure><img src='/pier.jpg'><figcaption>The pier of Skerrow in the ninth week <cite>Oona Reed</cite></figcaption></figure>"
    "<h2>I.</h2>"
    + _p(
        "On the first morning people stood on the pier as on any other, with their bags beside them, and looked at the place where the boat should be.",
        "Somebody made coffee. Somebody else had heard that it was the engine. By ten o'clock they had gone home, a little pleased, as children are when there is no school.",
    )
    + "<h2>II.</h2>"
    + _p(
        "The bread ran out on the Thursday. Tilda Marsh had flour for two weeks if nobody was greedy, and she wrote a list, and people kept to it.",
        "It was the list, they say now, that made the difference, because it hung on the door where everybody could read everybody's name.",
    )
    + "<h2>III.</h2>"
    + _p(
        "In the seventh week the telephone went. Old Mr Fell walked from house to house with the news and stayed for tea in each, so that it took him until dark.",
        "When the boat came at last, there were eleven people on the pier, and none of them had a bag.",
    ),
    "The village that waited for a boat",
    ("Oona Reed",),
    ("I.", "II.", "III."),
    "On the first morning",
    "none of them had a bag.",
    "For nine weeks, nothing came or went. What three hundred people learned about each other",
    (("The pier of Skerrow in the ninth week", "Oona Reed"),),
)

KINDS = (TABLOID, WIRE, BLOG, COURT, LIVE, SCIENCE, INTERVIEW, LOCAL, PRESS, COLUMN, LISTICLE, LONG_READ)

_MENU = ("Home", "News", "Sport", "Weather", "Culture", "Log in", "Subscribe")
_LINKS = (
    "Fishing fleet of Aldmouth stays in port",
    "Eleven tractors in one lane: a county counts",
    "Why the mill was sold twice",
)


def page(kind: Kind) -> str:
    """Return the whole page of an article, with a menu, links and a foot."""
    menu = "".join(f"<li><a href='/{entry}'>{entry}</a></li>" for entry in _MENU)
    links = "".join(f"<li><a href='/{number}'>{text}</a></li>" for number, text in enumerate(_LINKS))
    return f"""<!doctype html><html lang="en"><head><title>{kind.title} - The Saltmarsh Courier</title>
<meta property="og:site_name" content="The Saltmarsh Courier"><meta property="og:type" content="article"></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article>{kind.article}</article></main>
<section class="most-read"><h2>Most read</h2><ul>{links}</ul></section>
<footer><p>© 2026 The Saltmarsh Courier. All rights reserved.</p></footer></body></html>"""
