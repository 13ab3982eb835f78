"""Fictional saved pages, with the furniture that real ones have."""

from briefing_tui.model.document import Document

DIGEST = "0" * 64
STANDFIRST = '<p class="standfirst">Two quays are cracked, and nobody agrees who pays.</p>\n'

LORE = (
    "The harbour board of Portolan met behind closed doors on Monday and came out two hours later with a plan.",
    "Two of the five quays have been closed since the autumn, and nobody in the town agrees on who should pay for them.",
    "“We measured it three times, and it moved three times,” said Maria Ortega, the engineer who led the survey.",
    "Skippers who land their catch at the old quay say that they were told nothing until the fences went up.",
    "The board's chair, Tomas Reyl, answered that letters had gone out to every berth holder in the first week of the year.",
    "An independent report is expected before the summer, and the council will vote on the money after that.",
)

HEAD = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The harbour that would not settle - The Saltmarsh Courier</title>
<meta property="og:title" content="The harbour that would not settle">
<meta property="og:site_name" content="The Saltmarsh Courier">
<meta name="description" content="Two quays are cracked, and nobody agrees who pays.">
<link rel="canonical" href="https://courier.example/harbour">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The harbour that would not settle",
 "datePublished": "2026-03-02T08:30:00+01:00", "dateModified": "2026-03-03T09:00:00+01:00",
 "author": [{"@type": "Person", "name": "Ines Calder"}, {"@type": "Person", "name": "Bo Linde"}],
 "publisher": {"@type": "Organization", "name": "The Saltmarsh Courier"}}
</script></head>"""

PAGE = f"""{HEAD}
<body class="single ads-enabled has-newsletter">
<header class="masthead"><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main><article>
<span class="sr-only">You are reading</span>
<h1>The harbour that would not settle</h1>
<p class="standfirst">Two quays are cracked, and nobody agrees who pays.</p>
<div class="byline">By <a rel="author" href="/ines">Ines Calder</a> and Bo Linde</div>
<figure><img src="quay.jpg" alt="The east quay"><figcaption>Cracks run along the east quay.
 <span class="credit">Photograph: Ann Arbor/Tidewater</span></figcaption></figure>
<p>{LORE[0]}</p>
<p>{LORE[1]} <em>Nobody</em> is <strong>surprised</strong>, <a href="https://courier.example/old">least of all the crews</a>.</p>
<div class="ad-slot">Advertisement</div>
<div class="related-stories"><h3>Related</h3><a href="/x">A ferry is late again in the northern strait</a></div>
<h2>Who pays</h2>
<p>{LORE[2]}</p>
<blockquote><p>Whoever built it should mend it, and whoever signed for it should say so.</p></blockquote>
<figure><button><img src="reyl.jpg" alt="Tomas Reyl"></button>
<figcaption>Tomas Reyl at the gate. (Photo by Kim Soo/Getty Images)</figcaption></figure>
<p>{LORE[3]}</p>
<aside class="pull-quote"><p>it moved three times</p></aside>
<h3>What comes next</h3>
<ol><li>A report before the summer.</li><li>A vote after that.</li></ol>
<p>{LORE[4]}</p>
<table><tr><th>Quay</th><th>Closed</th></tr><tr><td>East</td><td>yes</td></tr><tr><td>West</td><td>no</td></tr></table>
<p>{LORE[5]}</p>
<p>Sign up to our newsletter for the latest stories from the coast.</p>
</article></main>
<footer><p>© 2026 The Saltmarsh Courier. All rights reserved.</p></footer>
</body></html>"""

BREAKS = f"""{HEAD}<body><div id='story'><h1>The harbour that would not settle</h1>
<div class='text'>{"<br><br>".join(LORE)}</div></div></body></html>"""

INDEX = (
    "<html><head><title>News</title></head><body><main>"
    + "".join(
        f"<div class='card'><img src='{n}.jpg'><h2><a href='/{n}'>The boats of harbour number {n} are late</a></h2>"
        f"<p>A short line about what happened to harbour number {n} on Monday morning.</p></div>"
        for n in range(40)
    )
    + "</main></body></html>"
)

LOGIN = """<html><head><title>Log in</title></head><body><main><h1>Log in to read on</h1>
<p>Please log in to your account to continue reading this story and all the others on this page.</p>
<p>Not a member yet? Subscribe now and create your account to read every story on every device.</p>
<form><input><button>Log in</button></form></main></body></html>"""

COOKIES = """<html><body><div>
<p>We and our partners use cookies to store information on your device and to show you things.</p>
<p>You can accept all cookies, or manage your choices for each of the cookies that are listed below.</p></div></body></html>"""


def texts(document: Document) -> list[str]:
    """Return every paragraph of a document, of whatever kind."""
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]
