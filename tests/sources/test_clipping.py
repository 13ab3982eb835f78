"""Front matter of a clipping is read by the names that clippers give its keys."""

import pytest

from briefing_tui.markdown.front_matter import read_front
from briefing_tui.sources.markdown.clipping import read_clipping


def clipping(*lines: str) -> dict[str, object]:
    """The fields that front matter of some lines gives."""
    read = read_clipping(read_front(["---", *lines, "---"]))
    return {name: getattr(read, name) for name in read.__struct_fields__ if getattr(read, name)}


@pytest.mark.parametrize(
    ("field", "keys", "value"),
    [
        ("title", "title headline", "The quay"),
        ("published", "published date publish_date date_published datepublished pubdate", "2026-03-02"),
        ("modified", "modified updated lastmod date_modified", "2026-03-03"),
        ("address", "source url link canonical source_url", "https://courier.example/quay"),
        ("lead", "description excerpt lead standfirst subtitle dek summary", "Two quays."),
        ("publisher", "publisher site site_name sitename publication", "The Courier"),
        ("language", "language lang", "en"),
    ],
)
def test_each_name_of_a_key_is_known(field: str, keys: str, value: str) -> None:
    for key in keys.split():
        assert clipping(f'{key}: "{value}"') == {field: value}


@pytest.mark.parametrize("key", ["author", "authors", "byline", "creator", "by", "Author", "AUTHORS"])
def test_each_name_of_the_authors_is_known(key: str) -> None:
    assert clipping(f"{key}: Ines Calder and Bo Linde") == {"authors": ("Ines Calder", "Bo Linde")}
    assert clipping(f"{key}:", '  - "[[Ines Calder]]"', "  - Bo Linde") == {"authors": ("Ines Calder", "Bo Linde")}


@pytest.mark.parametrize("key", ["date-published", "Date Published", "DATE_PUBLISHED"])
def test_a_key_is_known_in_any_case_and_with_any_sign_between_its_words(key: str) -> None:
    assert clipping(f'{key}: "2026-03-02"') == {"published": "2026-03-02"}


def test_the_first_key_that_has_a_value_counts() -> None:
    assert clipping("headline: Second", "title: First") == {"title": "First"}
    assert clipping('title: ""', "headline: Second") == {"title": "Second"}
