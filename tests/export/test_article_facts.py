"""Every format writes the article's title, authors, publisher, date and address, where possible."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.export.formats import named, names
from briefing_tui.model.briefing import Briefing, Source
from tests.export.test_formats import BRIEFING
from tests.library.helpers import PLAIN

ADDRESS = "https://example.org/harbour"
ARTICLE = msgspec.structs.replace(
    BRIEFING,
    title="The harbour that would not settle",
    authors=("Ines Calder", "Tomas Birk"),
    publisher="The Portolan Ledger",
    published="2025-11-07",
    source=Source("harbour.txt", ADDRESS),
)
TITLE = {"title": ARTICLE.title}
AUTHORS = {"authors": ["Ines Calder", "Tomas Birk"]}
PUBLISHED = {"publisher": "The Portolan Ledger", "published": "2025-11-07"}
URL = {"url": ADDRESS}
Facts = dict[str, Any]


def written(name: str, briefing: Briefing | None = ARTICLE) -> str:
    return "".join(named(name).write([Bundle("harbour", (PLAIN,), briefing)]))


def markdown(text: str) -> Facts:
    front = yaml.safe_load(text.split("---\n")[1])
    kept = {key: value for key, value in front.items() if key not in ("briefing", "aliases", "tags")}
    return {"published" if key == "date" else key: str(value) if key == "date" else value for key, value in kept.items()}


def org(text: str) -> Facts:
    drawer = dict(re.findall(r"^:(\w+): (.*)$", text.split(":END:")[0], re.MULTILINE))
    (title,) = re.findall(r"^\* (.*)$", text, re.MULTILINE)
    return {"title": title, "authors": drawer["AUTHOR"].split(", "), "url": drawer["SOURCE"]}


def html(text: str) -> Facts:
    heading = re.search(r'<h1[^>]*><a href="([^"]*)">([^<]*)</a></h1>\n<p class="about"[^>]*>([^<]*)</p>', text)
    assert heading
    return {"title": unescape(heading[2]), "authors": unescape(heading[3]).split(", "), "url": unescape(heading[1])}


def plain_text(text: str) -> Facts:
    title, _, about, *_ = text.splitlines()
    authors, url = about.split(" · ")
    return {"title": title, "authors": authors.split(", "), "url": url}


def readwise(text: str) -> Facts:
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    return {"title": row["Title"], "authors": row["Author"].split(", "), "url": row["URL"]}


def jsonl(text: str) -> Facts:
    facts: Facts = json.loads(text)["article"]
    return facts


def annotations(text: str) -> Facts:
    return {"url": json.loads(text)["first"]["items"][0]["target"]["source"]}


def newsarticle(text: str) -> Facts:
    article = json.loads(text)
    return {
        "title": article["headline"],
        "authors": [author["name"] for author in article["author"]],
        "publisher": article["publisher"]["name"],
        "published": article["datePublished"],
        "url": article["url"],
    }


FORMATS: dict[str, tuple[Callable[[str], Facts], Facts]] = {
    "markdown": (markdown, TITLE | AUTHORS | PUBLISHED | URL),
    "org": (org, TITLE | AUTHORS | URL),
    "html": (html, TITLE | AUTHORS | URL),
    "text": (plain_text, TITLE | AUTHORS | URL),
    "csv": (readwise, TITLE | AUTHORS | URL),
    "jsonl": (jsonl, TITLE | AUTHORS | URL),
    "jsonld": (annotations, URL),
    "newsarticle": (newsarticle, TITLE | AUTHORS | PUBLISHED | URL),
}
"""A function that reads the facts from each format, and the facts that it has."""


def test_the_facts_of_every_format_are_tested() -> None:
    assert sorted(FORMATS) == sorted(names())


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_facts_of_the_article(name: str) -> None:
    read, facts = FORMATS[name]
    assert read(written(name)) == facts


@pytest.mark.parametrize("name", [name for name, (_, facts) in FORMATS.items() if "authors" in facts])
def test_an_article_without_authors_and_publisher_is_written_without_them(name: str) -> None:
    text = written(name, msgspec.structs.replace(ARTICLE, authors=(), publisher=None, published=None))
    assert not any(fact in text for fact in ("Ines Calder", "The Portolan Ledger", "2025-11-07", "None", "null"))
    assert ARTICLE.title is not None
    assert ARTICLE.title in text


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "newsarticle"])
def test_notes_whose_briefing_is_gone_are_written_under_its_id(name: str) -> None:
    text = written(name, None)
    assert "harbour" in text
    assert "Ask her for the survey." in text


OTHER = msgspec.structs.replace(
    ARTICLE, id="quay", title="The quay", authors=("Noor Haddad",), source=Source("quay.txt", "https://example.org/quay")
)
NOTES = (PLAIN, replace(PLAIN, id="n-other", briefing="quay"))
KNOWN = {"harbour": ARTICLE, "quay": OTHER}


@pytest.mark.parametrize("name", FORMATS)
def test_each_note_is_written_with_the_facts_of_its_own_article(name: str) -> None:
    read, facts = FORMATS[name]
    theirs = {"title": "The quay", "authors": ["Noor Haddad"], "url": "https://example.org/quay"}
    found = [read("".join(named(name).write([bundle]))) for bundle in bundles(NOTES, KNOWN.get)]
    assert found == [facts, facts | {key: theirs[key] for key in facts.keys() & theirs.keys()}]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "markdown"])  # its front matter is one article's
def test_one_file_of_several_articles_has_the_facts_of_each(name: str) -> None:
    text = "".join(named(name).write(bundles(NOTES, KNOWN.get)))
    facts = FORMATS[name][1]
    assert all(address in text for address in (ADDRESS, "https://example.org/quay"))
    assert all((author in text) == ("authors" in facts) for author in ("Ines Calder", "Tomas Birk", "Noor Haddad"))


def test_a_template_gets_the_facts_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "mine.txt.j2").write_text(
        "{% for b in bundles %}{{ b.title }}|{{ b.authors | join(', ') }}|{{ b.briefing.publisher }}"
        "|{{ b.briefing.published }}|{{ b.url }}{% endfor %}"
    )
    text = "".join(named("mine", tmp_path).write([Bundle("harbour", (PLAIN,), ARTICLE)]))
    assert text == f"{ARTICLE.title}|Ines Calder, Tomas Birk|The Portolan Ledger|2025-11-07|{ADDRESS}"
