"""Test that Markdown with a page's markup (HTML, pandoc) is read as the page."""

import time
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.model.document import Document
from briefing_tui.sources import read_source
from briefing_tui.sources.errors import SourceError
from briefing_tui.sources.registry import RawSource, recognise
from tests.sources.pages import LORE

HTML = f"""<div class="site-header">

<a href="/" class="logo">The Saltmarsh Courier</a>

-   <a href="/sea" class="nav">Sea</a>
-   <a href="/land" class="nav">Land</a>

</div>

<div id="story" class="article-body">

# The harbour that *would not* settle

<div class="byline">

By <a href="/ines" rel="author">Ines Calder</a>

</div>

{LORE[0]}

<figure>
<img src="quay.jpg" alt="The east quay" />
<figcaption>Cracks run along the east quay. <span class="credit">Ann Arbor/Tidewater</span></figcaption>
</figure>

{LORE[1]} **Nobody** is surprised, <a href="https://courier.example/old" target="_blank">least of all
the crews</a>.

<div class="ad">

Advertisement

</div>

## Who pays

{LORE[2]}

<div class="image">

<img src="gate.jpg" alt="A gate" />

<span class="caption">The gate of the old quay</span> <span class="credit">(Image: Kim Soo)</span>

</div>

{LORE[3]}

{LORE[4]}

</div>

<div class="footer">

© 2026 The Saltmarsh Courier. All rights reserved.

</div>
"""

PANDOC = f"""::: site-header
[The Saltmarsh Courier](/){{.logo}}

-   [Sea](/sea){{.nav data-track="{{\\"at\\":1}}"}}
-   ::: {{.entry style="color: red;
    margin: 0"}}
    [Land](/land){{.nav}}
    :::
:::

::: {{#story .article-body}}
# The harbour that *would not* settle {{#the-harbour .headline}}

::: byline
By [Ines Calder](/ines){{rel="author"}}
:::

{LORE[0]}

![[Cracks run along the east quay.]{{.caption}} [Ann Arbor/Tidewater]{{.credit}}](quay.jpg){{width="700"}}

{LORE[1]} **Nobody** is surprised, [[least of all the crews]{{.link}}](https://courier.example/old){{target="_blank"}}.

<div>

Advertisement

</div>

::: {{.related .js-[x]}}
[A ferry is late again in the northern strait](/x)
:::

## Who pays {{#who-pays}}

{LORE[2]}

::: image
![A gate](gate.jpg)

[The gate of the old quay]{{.caption}} [(Image: Kim Soo)]{{.credit}}
:::

{LORE[3]}

{LORE[4]}
:::

::: footer
© 2026 The Saltmarsh Courier. All rights reserved.
:::
"""


@pytest.fixture(params=[HTML, PANDOC], ids=["html", "pandoc"])
def text(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def document(text: str) -> Document:
    return read_source(text.encode(), "harbour.md")


def test_it_is_told_from_its_words(text: str) -> None:
    assert recognise(RawSource(text.encode())).name == "markdown"


def test_what_belongs_to_the_article_is_found_by_the_pages_boxes(document: Document) -> None:
    assert (document.title, document.authors) == ("The harbour that would not settle", ("Ines Calder",))
    assert [section.heading for section in document.sections] == [None, "Who pays"]
    texts = [paragraph.text for section in document.sections for paragraph in section.paragraphs]
    assert texts == [LORE[0], f"{LORE[1]} Nobody is surprised, least of all the crews.", LORE[2], LORE[3], LORE[4]]
    assert [mark.kind for mark in document.sections[0].paragraphs[1].marks] == ["strong", "link"]


def test_captions_are_told_by_their_names(document: Document) -> None:
    assert [(image.caption, image.credit, image.url) for image in document.images] == [
        ("Cracks run along the east quay.", "Ann Arbor/Tidewater", "quay.jpg"),
        ("The gate of the old quay", "Kim Soo", "gate.jpg"),
    ]


def test_what_is_kept_has_its_line_of_the_source(text: str, document: Document) -> None:
    lines = text.split("\n")
    kept = [row for row in document.rows if row.line and row.kind != "dropped"]
    assert len(kept) == 10
    assert [row for row in kept if row.text.split()[0] not in lines[row.line - 1]] == []


def test_raw_html_is_markup_and_other_raw_text_is_words() -> None:
    raw = (
        f"{LORE[2]} `<b>`{{=html}}Nobody`</b>`{{=html}} knows, `<b>`{{=latex}} says the board.\n\n"
        "```{=html}\n<p>The board will meet again on Friday to hear what the crews say of the quay.</p>\n```\n"
    )
    document = read_source(PANDOC.replace(LORE[2], raw).encode(), "harbour.md")
    words = document.sections[1].paragraphs
    assert words[0].text == f"{LORE[2]} Nobody knows, <b> says the board."
    assert [mark.kind for mark in words[0].marks] == ["strong", "code"]
    assert words[1].text == "The board will meet again on Friday to hear what the crews say of the quay."


def test_front_matter_is_the_pages_head() -> None:
    front = "---\ntitle: The harbour\nauthor: [Bo Linde]\ndate: 2026-03-02\nsource: https://courier.example/h\nlang: en-GB\n---\n"
    document = read_source((front + HTML.replace("# The harbour that *would not* settle\n", "")).encode(), "harbour.md")
    assert (document.title, document.authors, document.published) == ("The harbour", ("Bo Linde",), "2026-03-02")
    assert (document.source.url, document.language) == ("https://courier.example/h", "en-GB")
    lines = (front + HTML).replace("# The harbour that *would not* settle\n", "").split("\n")
    assert lines[document.lines["lead", 0] - 1] == LORE[0]


def test_a_picture_alone_with_plain_words_has_a_description() -> None:
    document = read_source(
        PANDOC.replace("[The gate of the old quay]{.caption} [(Image: Kim Soo)]{.credit}\n", "").encode(), "a.md"
    )
    assert [image.caption for image in document.images] == ["Cracks run along the east quay."]
    assert "A gate" not in [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def test_pictures_that_are_written_out_hide_nothing() -> None:
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 20_000}" />\n\n'
    assert recognise(RawSource((picture + HTML).encode())).name == "markdown"
    assert read_source((picture + HTML).encode(), "a.md").title == "The harbour that would not settle"


def test_a_fragment_of_html_alone_is_no_markdown() -> None:
    assert recognise(RawSource("".join(f"<p>{text}</p>\n" for text in LORE).encode())).name == "html"


@pytest.mark.parametrize(
    "unit",
    ["<div>\n\n", "::: {.a}\n", "- ", "[a]{.b", "[a](b){.c} ", "[", '::: {a="\n', "`", "<!--", "{.a", ":::\n", "> "],
)
def test_many_of_anything_are_read_in_time(unit: str) -> None:
    text = f"{HTML}\n\n{PANDOC}\n\n{unit * 10_000}\n\n{LORE[0]}\n"
    begun = time.process_time()
    with suppress(SourceError):
        read_source(text.encode(), "a.md")
    assert time.process_time() - begun < 5


PIECES = ["::: a\n", ":::\n", "[x]{.y}", "![x](y){#z}", "<div>\n\n", "</div>\n\n", "# h {#i}\n", "- ", "> ", "`a`{=html}",
          '{a="b', "```{=html}\n", "```\n", "\\", "\n\n", "    ", "|a|\n|-|\n", "<span class='caption'>", LORE[0]]  # fmt: skip


@example("    ::: a\n`a`{=html}")
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_mixture_is_read_or_refused(mixed: str) -> None:
    try:
        document = read_source(f"{HTML}\n{mixed}".encode(), "a.md", "markdown")
    except SourceError:
        return
    assert all(0 <= row.line <= HTML.count("\n") + mixed.count("\n") + 2 for row in document.rows)
