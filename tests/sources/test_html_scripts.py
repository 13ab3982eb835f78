"""Articles that a page shows only when its scripts run."""

import json
from typing import Any

import pytest

from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.reader import read_html

SENTENCES = (
    "The ferry to the islands was late again on Monday, for the ninth time this month, the operator said.",
    "“We were told to wait in the rain,” said Ana Reis, who missed her train and then her dinner.",
    "The operator blames a pump that it has ordered twice and been sent once, to the wrong harbour.",
)
COOKIES = "We use cookies to make this page work. Accept them or leave it be, as you like best."


def _page(script: str) -> str:
    return f'<html><head><title>Ferry late again</title></head><body><div id="app">Loading…</div>{script}</body></html>'


def _json_ld(**fields: Any) -> str:
    thing = {"@type": "NewsArticle", "headline": "Ferry late again", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def _texts(page: str) -> list[str]:
    return [paragraph.text for section in read_html(page, "page.html", "").sections for paragraph in section.paragraphs]


@pytest.mark.parametrize("join", ["\n\n", "\n", "</p><p>"])
def test_the_body_in_json_ld_is_read(join: str) -> None:
    body = join.join(SENTENCES)
    assert _texts(_page(_json_ld(articleBody=f"<p>{body}</p>" if "<" in join else body))) == list(SENTENCES)


@pytest.mark.parametrize("form", ['<script type="application/json">{}</script>', "<script>window.__STATE__ = {};</script>"])
def test_the_paragraphs_in_a_page_s_state_are_read(form: str) -> None:
    state = {"legal": COOKIES, "story": {"id": 7, "blocks": [{"type": "p", "text": text} for text in SENTENCES]}}
    assert _texts(_page(form.replace("{}", json.dumps(state)))) == list(SENTENCES)


def test_markup_in_a_page_s_state_is_read_as_markup() -> None:
    state = {"post": {"html": "".join(f"<p>{text}</p>" for text in SENTENCES)}}
    assert _texts(_page(f'<script type="application/json">{json.dumps(state)}</script>')) == list(SENTENCES)


def test_a_text_that_is_shown_is_not_read_from_scripts() -> None:
    shown = "".join(f"<p>{text}</p>" for text in SENTENCES)
    page = _page(_json_ld(articleBody=" ".join(("Other words.",) * 60))).replace("Loading…", f"<article>{shown}</article>")
    assert _texts(page) == list(SENTENCES)


def test_the_note_says_where_the_text_is_from() -> None:
    document = read_html(_page(_json_ld(articleBody="\n".join(SENTENCES))), "page.html", "")
    assert any("scripts" in note for note in document.notes)


@pytest.mark.parametrize(
    "script", ["<script>window.x = {", "<script>var a = 1;</script>", '<script type="application/json">[</script>']
)
def test_a_page_without_an_article_anywhere_is_refused(script: str) -> None:
    with pytest.raises(NoArticle):
        read_html(_page(script + " " * 400), "page.html", "")
