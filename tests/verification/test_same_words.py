"""The same utterance in several articles, and two articles side by side."""

from pathlib import Path

import pytest

from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Quote, Section
from briefing_tui.text.slugs import slug
from briefing_tui.verification.same_words import same_words, same_words_of_all
from briefing_tui.verification.side_by_side import compare_articles


def article(id: str, *said: tuple[str, str], caption: str = "") -> Briefing:  # noqa: A002
    """Return a briefing with these speakers and their words."""
    names = dict.fromkeys(name for name, _ in said)
    text = " ".join(f"“{words}” {name} said." for name, words in said)
    return Briefing(
        id,
        title=id,
        actors=tuple(Actor(slug(name), name, "person") for name in names),
        quotes=tuple(
            Quote(f"q-{number}", (words,), speaker=slug(name), speaker_name=name, section="lead")
            for number, (name, words) in enumerate(said)
        ),
        images=(Image("i", caption=caption, section="lead"),) if caption else (),
        sections=(Section("lead", None, (Paragraph(text),)),),
    )


def index_of(folder: Path, *articles: Briefing) -> LibraryIndex:
    (folder / "library").mkdir()
    for one in articles:
        (folder / "library" / f"{one.id}.md").write_text(write(one))
    index = open_index(folder / "library", folder / "cache")
    index.refresh()
    return index


LONG = "We measured it three times in the winter and nobody believed the instrument until January"


@pytest.mark.parametrize(
    ("words", "speaker", "relation", "is_by_other"),
    [
        (LONG, "Ana Reis", "identical", False),
        (LONG + ", and then they came", "Ana Reis", "cut differently", False),
        ("measured it three times in the winter", "Ana Reis", "cut differently", False),
        (LONG.replace("three", "four"), "Ana Reis", "different words", False),
        (LONG, "Tom Renn", "identical", True),
    ],
)
def test_versions_of_an_utterance_are_found(tmp_path: Path, words: str, speaker: str, relation: str, is_by_other: bool) -> None:
    with index_of(tmp_path, article("one", ("Ana Reis", LONG)), article("two", (speaker, words))) as index:
        (quote,) = index.quotes_of(index.articles_called("one")[0].num)
        (version,) = same_words(index, quote)
    assert (version.likeness.relation, version.likeness.is_by_other) == (relation, is_by_other)


def test_different_words_are_shown_word_by_word(tmp_path: Path) -> None:
    with index_of(
        tmp_path, article("one", ("Ana Reis", LONG)), article("two", ("Ana Reis", LONG.replace("three", "four")))
    ) as index:
        (quote,) = index.quotes_of(index.articles_called("one")[0].num)
        (version,) = same_words(index, quote)
    assert [(change.draft, change.article) for change in version.likeness.changes] == [("three", "four")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Ana Reis", "feet on the quay"), ("Tom Renn", "Feet on the quay")),
        (
            ("Ana Reis", "I do not think that they will pay for it"),
            ("Tom Renn", "I do not think that we should go to the moon now"),
        ),
        (("Ana Reis", "so what"), ("Ana Reis", "so what")),
    ],
)
def test_stock_phrases_and_scraps_are_no_one_utterance(tmp_path: Path, first: tuple[str, str], second: tuple[str, str]) -> None:
    with index_of(tmp_path, article("one", first), article("two", second)) as index:
        assert list(same_words_of_all(index)) == []


def test_an_utterance_of_three_articles_is_one_group(tmp_path: Path) -> None:
    articles = [article(name, ("Ana Reis", LONG)) for name in ("one", "two", "three")]
    with index_of(tmp_path, *articles) as index:
        (group,) = same_words_of_all(index)
    assert [words for _, words in group] == [LONG] * 3


def test_two_articles_side_by_side_share_quotes_people_and_captions() -> None:
    one = article(
        "one", ("Ana Reis", LONG), ("Tom Renn", "Every date I gave was taken down again"), caption="The quay at noon in March"
    )
    other = article(
        "two",
        ("A. Reis", LONG.replace("three", "four")),
        ("Ida Lind", "We saw nothing at all from the boat"),
        caption="The quay at noon in March",
    )
    found = compare_articles(one, other)
    assert [(pair.one.id, pair.other.id, pair.likeness.relation) for pair in found.quotes] == [("q-0", "q-0", "different words")]
    assert [quote.id for quote in (*found.quotes_of_one, *found.quotes_of_other)] == ["q-1", "q-1"]
    assert [(first.name, second.name) for first, second in found.actors] == [("Ana Reis", "A. Reis")]
    assert [actor.name for actor in (*found.actors_of_one, *found.actors_of_other)] == ["Tom Renn", "Ida Lind"]
    assert [pair.likeness.relation for pair in found.captions] == ["identical"]
    assert found.shares_anything


def test_articles_without_anything_in_common_share_nothing() -> None:
    assert not compare_articles(
        article("one", ("Ana Reis", LONG)), article("two", ("Tom Renn", "Nothing of the kind"))
    ).shares_anything
