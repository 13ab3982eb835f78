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
    modified="2025-11-09",
    source=Source("harbour.txt", ADDRESS),
)
TITLE = {"title": ARTICLE.title}
AUTHORS = {"authors": ["Ines Calder", "Tomas Birk"]}
PUBLISHED = {"publisher": "The Portolan Ledger", "published": "2025-11-07", "updated": "2025-11-09"}
URL = {"url": ADDRESS}
Facts = dict[str, Any]


def written(name: str, briefing: Briefing | None = ARTICLE) -> str:
    return "".join(named(name).write([Bundle("harbour", (PLAIN,), briefing)]))


def markdown(text: str) -> Facts:
    front = yaml.safe_load(text.split("---\n")[1])
    kept = {key: value for key, value in front.items() if key not in ("briefing", "aliases", "tags")}
    names = {"date": "published"}
    return {names.get(key, key): str(value) if key in ("date", "updated") else value for key, value in kept.items()}


def org(text: str) -> Facts:
    drawer = dict(re.findall(r"^:(\w+): (.*)$", text.split(":END:")[0], re.MULTILINE))
    (title,) = re.findall(r"^\* (.*)$", text, re.MULTILINE)
    known = {key: drawer[key.upper()] for key in PUBLISHED}
    return {"title": title, "authors": drawer["AUTHOR"].split(", "), "url": drawer["SOURCE"], **known}


def html(text: str) -> Facts:
    heading = re.search(r'<h1[^>]*><a href="([^"]*)">([^<]*)</a></h1>\n<p class="about"[^>]*>([^<]*)</p>', text)
    assert heading
    return {"title": unescape(heading[2]), "url": unescape(heading[1]), **shown(unescape(heading[3]))}


def shown(line: str) -> Facts:
    authors, publisher, published, updated = line.split(" · ")
    days = {"7 November 2025": "2025-11-07", "updated 9 November 2025": "2025-11-09"}
    return {"authors": authors.split(", "), "publisher": publisher, "published": days[published], "updated": days[updated]}


def plain_text(text: str) -> Facts:
    title, _, about, *_ = text.splitlines()
    line, _, url = about.rpartition(" · ")
    return {"title": title, "url": url, **shown(line)}


def readwise(text: str) -> Facts:
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    known = {key: row[key.capitalize()] for key in PUBLISHED}
    return {"title": row["Title"], "authors": row["Author"].split(", "), "url": row["URL"], **known}


def jsonl(text: str) -> Facts:
    facts: Facts = json.loads(text)["article"]
    return facts


def annotations(text: str) -> Facts:
    item = json.loads(text)["first"]["items"][0]
    return {"url": item["target"]["source"], **item["briefing:article"]}


def newsarticle(text: str) -> Facts:
    article = json.loads(text)
    return {
        "title": article["headline"],
        "authors": [author["name"] for author in article["author"]],
        "publisher": article["publisher"]["name"],
        "published": article["datePublished"],
        "updated": article["dateModified"],
        "url": article["url"],
    }


FACTS = TITLE | AUTHORS | PUBLISHED | URL
FORMATS: dict[str, Callable[[str], Facts]] = {
    "markdown": markdown,
    "org": org,
    "html": html,
    "text": plain_text,
    "csv": readwise,
    "jsonl": jsonl,
    "jsonld": annotations,
    "newsarticle": newsarticle,
}
"""A function that reads the facts from each format."""


def test_the_facts_of_every_format_are_tested() -> None:
    assert sorted(FORMATS) == sorted(names())


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_facts_of_the_article(name: str) -> None:
    assert FORMATS[name](written(name)) == FACTS


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_without_authors_and_publisher_is_written_without_them(name: str) -> None:
    text = written(name, msgspec.structs.replace(ARTICLE, authors=(), publisher=None, published=None, modified=None))
    assert not any(fact in text for fact in ("Ines Calder", "The Portolan Ledger", "2025-11-0", "None", "null"))
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
    found = [FORMATS[name]("".join(named(name).write([bundle]))) for bundle in bundles(NOTES, KNOWN.get)]
    assert found == [FACTS, FACTS | {"title": "The quay", "authors": ["Noor Haddad"], "url": "https://example.org/quay"}]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "markdown"])  # its front matter is one article's
def test_one_file_of_several_articles_has_the_facts_of_each(name: str) -> None:
    text = "".join(named(name).write(bundles(NOTES, KNOWN.get)))
    assert all(address in text for address in (ADDRESS, "https://example.org/quay"))
    assert all(author in text for author in ("Ines Calder", "Tomas Birk", "Noor Haddad"))


def test_a_template_gets_the_facts_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "mine.txt.j2").write_text(
        "{% for b in bundles %}{{ b.title }}|{{ b.authors | join(', ') }}|{{ b.briefing.publisher }}"
        "|{{ b.briefing.published }}|{{ b.url }}{% endfor %}"
    )
    text = "".join(named("mine", tmp_path).write([Bundle("harbour", (PLAIN,), ARTICLE)]))
    assert text == f"{ARTICLE.title}|Ines Calder, Tomas Birk|The Portolan Ledger|2025-11-07|{ADDRESS}"
