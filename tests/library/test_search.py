"""Queries of the library are understood, answered, completed and corrected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.search import plan
from briefing_tui.library.search.completions import completions
from briefing_tui.library.search.passages import Span, TermFinder
from briefing_tui.library.search.query import MOST_TERMS, parse_query
from briefing_tui.library.search.searching import LibrarySearch, SearchPage
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.identity import Identity
from briefing_tui.model.note import Note
from briefing_tui.model.selector import Selector
from briefing_tui.notes.store import NoteStore

ARTICLES = {
    "quay": """---
briefing: 1
title: The quay that moved
published: 2026-03-02
publisher: Harbour Post
---
## Key actors

### Maria Ortega

person · harbour engineer
Also: Ortega

### Port Council

organization
Also: PC

## Quotes

> “We measured it three times.”

— [Maria Ortega](#maria-ortega "Ortega"), said, [Lead](#lead)
<!-- id: q-measured -->

> “A millimetre is nothing”

— [Maria Ortega](#maria-ortega "she"), [The ferry](#the-ferry)
<!-- id: q-nothing -->

> “Nobody asked the café”

— a neighbour, [The ferry](#the-ferry)
<!-- id: q-cafe -->

## Images

![]()

The crane beside the slipway.
*Imre Halász*
<!-- id: image-crane -->

## Article

### Lead

The quay has moved. “We measured it three times.” So said Ortega of the wall.

### The ferry

“A millimetre is nothing” was her answer. “Nobody asked the café”, a neighbour said. 霧が晴れても、耳は港に残る。
""",
    "ferry": """---
briefing: 1
title: Night ferry turns back
published: 2025-11-20
publisher: Low Water Review
---
## Quotes

> “The ferry is safe.”

— Imre Halász, said
<!-- id: q-safe -->

## Article

“The ferry is safe.” Halász said so at the quay. The wall of smoke was gone.
""",
    "undated": """---
briefing: 1
title: An old letter
---
## Article

The quay is <b>old</b>, and ＦＵＬＬ of Straße dust.
""",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryIndex]:
    """Return the index of three articles."""
    folder = tmp_path_factory.mktemp("library")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text)
    with open_index(folder, tmp_path_factory.mktemp("cache")) as opened:
        opened.refresh()
        yield opened


def found(page: SearchPage) -> list[str]:
    return [one.article.id for one in page.articles]


def ask(index: LibraryIndex, query: str, store: NoteStore | None = None, is_typing: bool = False) -> list[str]:
    return found(LibrarySearch(index, store).find(parse_query(query, is_typing)))


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("quay", "quay ferry undated"),
        ("QUAY moved", "quay"),
        ("quay ferry", "quay ferry"),
        ('"quay has moved"', "quay"),
        ("“quay has”", "quay"),
        ("«has quay»", ""),
        ("mill*", "quay"),
        ("mill", ""),
        ("quay -ferry", "undated"),
        ('quay -"three times"', "ferry undated"),
        ("-ferry", "undated"),
        ("CAFE", "quay"),
        ("halasz", "quay ferry"),
        ("strasse", "undated"),
        ("straße full", "undated"),
        ("耳は港", "quay"),
        ("港耳", ""),
        ("speaker:ortega", "quay"),
        ("speaker:imre", "ferry"),
        ('speaker:"imre halasz" ferry', "ferry"),
        ("-speaker:ortega quay", "ferry undated"),
        ("actor:pc", "quay"),
        ('actor:"port council" actor:ortega', "quay"),
        ("actor:port quay -actor:ortega", ""),
        ("publisher:harbour", "quay"),
        ("publisher:review publisher:post", "quay ferry"),
        ("quay -publisher:post", "ferry undated"),
        ("in:quotes ferry", "ferry"),
        ("in:captions crane", "quay"),
        ("in:captions ferry", ""),
        ("in:titles in:captions ferry", "ferry"),
        ("in:text millimetre", "quay"),
        ("since:2026", "quay"),
        ("until:2025-11", "ferry"),
        ("since:2025-11-20 until:2026-03-02 quay", "quay ferry"),
        ("quay since:2025-11-21", "quay"),
        ("post", ""),
        ("", ""),
    ],
)
def test_a_query_finds_articles_newest_first(index: LibraryIndex, query: str, articles: str) -> None:
    assert ask(index, query) == articles.split()
    assert parse_query(query).problems == ()


@pytest.mark.parametrize(
    "query",
    ["speaker:ortega", "speaker:ortega wall", "speaker:neighbour", "actor:council", "actor:port -speaker:ortega", "actor:none"],
)
def test_names_of_very_many_articles_are_looked_for_article_by_article_and_found_alike(
    index: LibraryIndex, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = ask(index, query)
    monkeypatch.setattr(plan, "MANY_USES", -1)
    assert ask(index, query) == listed
    monkeypatch.setattr(plan._NameCheck, "_MOST_LOOKED_AT", 0)
    assert ask(index, query) == listed


def test_while_one_types_the_last_word_is_a_beginning(index: LibraryIndex) -> None:
    assert ask(index, "quay mil", is_typing=True) == ["quay"]
    assert ask(index, "quay mil ", is_typing=True) == []
    assert ask(index, '"quay has mo', is_typing=True) == ["quay"]


def test_beginnings_of_one_letter_are_looked_for_in_the_newest_articles_first(tmp_path: Path) -> None:
    for number in range(300):
        word = "Zyx" if number == 3 else "Words"
        (tmp_path / f"{number}.md").write_text(f"---\npublished: 2025-01-01\n---\n# T\n\n## Article\n\n{word} of {number}.\n")
    with open_index(tmp_path) as index:
        index.refresh()
        assert ask(index, "z*") == ask(index, "of zy", is_typing=True) == ["3"]
        assert len(LibrarySearch(index).find(parse_query("w*"), limit=1000).articles) == 299
        assert LibrarySearch(index).count(parse_query("of w*")) == 300


def test_hits_are_the_passages_with_most_of_the_words_and_lead_to_their_places(index: LibraryIndex) -> None:
    (one,) = LibrarySearch(index).find(parse_query("quay moved")).articles
    assert [(hit.kind, hit.text, hit.spans) for hit in one.hits] == [
        ("title", "The quay that moved", ((4, 8), (14, 19))),
        ("text", "The quay has moved. “We measured it three times.” So said Ortega of the wall.", ((4, 8), (13, 18))),
    ]
    place = one.hits[1].place
    assert place is not None
    assert (place.at, place.paragraph, place.start, place.end, one.hits[1].heading) == ("lead", 0, 4, 8, "Lead")


@pytest.mark.parametrize(
    ("texts", "query", "found"),
    [
        (["The quay is", "sinking"], '"is sinking"', {}),
        (["Quay", "a quay, no quays"], "quay", {0: [[(0, 4)]], 1: [[(2, 6)]]}),
        (["", "Straße am Kai", "ﬁnest: Straße"], "strasse", {1: [[(0, 6)]], 2: [[(7, 13)]]}),
        (["quay " * 60, "one quay"], "quay", {0: [[(5 * at, 5 * at + 4) for at in range(50)]], 1: [[(4, 8)]]}),
        (["A quay", "a wall"], "quay wall", {0: [[(2, 6)], []], 1: [[], [(2, 6)]]}),
        (["A", "a b"], "a*", {0: [[(0, 1)]], 1: [[(0, 1)]]}),
    ],
)
def test_words_are_found_in_each_of_several_texts(texts: list[str], query: str, found: dict[int, list[list[Span]]]) -> None:
    finder = TermFinder(parse_query(query).wanted)
    assert finder.find_among(texts) == found
    assert [finder.find(text) for text in texts] == [
        found.get(at, [[] for _ in parse_query(query).wanted]) for at in range(len(texts))
    ]


def test_a_long_passage_is_shown_where_most_of_the_words_are(tmp_path: Path) -> None:
    filler = "nothing of note was said about it for a long while " * 12
    text = f"The mole came up once. {filler}Then the mole, the lamp and the oar were named. {filler}And the oar again."
    (tmp_path / "long.md").write_text(f"# T\n\n## Article\n\n{text}\n")
    with open_index(tmp_path) as index:
        index.refresh()
        ((hit,),) = (one.hits for one in LibrarySearch(index).find(parse_query("oar lamp mole")).articles)
    assert len(hit.text) <= 222
    assert (hit.text[0], hit.text[-1]) == ("…", "…")
    assert [hit.text[start:end] for start, end in hit.spans] == ["mole", "lamp", "oar"]


def test_words_in_a_quote_are_shown_once_as_the_quote(index: LibraryIndex) -> None:
    (one,) = LibrarySearch(index).find(parse_query("measured")).articles
    assert [(hit.kind, hit.item, hit.speaker) for hit in one.hits] == [("quote", "q-measured", "Maria Ortega")]


def test_with_a_speaker_hits_are_that_speakers_quotes_about_the_words(index: LibraryIndex) -> None:
    def quotes(query: str) -> list[str]:
        return [hit.item for one in LibrarySearch(index).find(parse_query(query)).articles for hit in one.hits]

    assert quotes("speaker:ortega") == ["q-measured", "q-nothing"]
    assert quotes("speaker:ortega wall") == ["q-measured"]
    assert quotes("speaker:ortega crane") == ["q-measured", "q-nothing"]


def test_quotes_are_about_their_words_paragraph_heading_or_title(index: LibraryIndex) -> None:
    def quotes(query: str) -> list[str]:
        return [one.quote.id for one in LibrarySearch(index).quotes(parse_query(query))]

    assert quotes("") == ["q-measured", "q-nothing", "q-cafe", "q-safe"]
    assert quotes("millimetre") == ["q-nothing", "q-cafe"]
    assert quotes("ferry") == ["q-nothing", "q-cafe", "q-safe"]
    assert quotes("speaker:ortega ferry") == ["q-nothing"]
    assert quotes("speaker:ortega crane") == []
    assert quotes("speaker:ortega") == ["q-measured", "q-nothing"]
    assert quotes("speaker:ortega until:2025") == []


def test_pages_follow_one_another_in_either_order(index: LibraryIndex) -> None:
    search = LibrarySearch(index)
    query = parse_query("quay")
    for order in ("newest", "best"):
        first = search.find(query, 2, order=order)
        assert first.following is not None
        second = search.find(query, 2, first.following, order)
        assert second.following is None
        assert sorted(found(first) + found(second)) == ["ferry", "quay", "undated"]
    assert found(search.find(query, order="best"))[0] == "quay"
    assert search.count(query) == 3


def note(article: str, body: str, tags: tuple[str, ...] = ()) -> Note:
    return Note("", article, "briefing", "", Selector("The quay that moved"), body=body, tags=tags)


@pytest.fixture
def store(index: LibraryIndex, tmp_path: Path) -> Iterator[NoteStore]:
    """Return notes on an article and a reading list."""
    with NoteStore(tmp_path / "notes.db") as opened:
        path = index.folder / "quay.md"
        opened.reading_list.change([path], lambda _, entry: type(entry)(entry.article, "read", ("Money", "two words")))
        name = opened.articles.claim(Identity(Briefing("quay"), path, is_filed=True))
        opened.add(note(name, "Ask about the zinc roof", ("todo",)))
        yield opened


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("tag:money", "quay"),
        ('tag:"two words" quay', "quay"),
        ("tag:none", ""),
        ("quay -tag:money", "ferry undated"),
        ("is:read", "quay"),
        ("is:unread", "ferry undated"),
        ("is:unread quay", "ferry undated"),
        ("-is:read quay", "ferry undated"),
        ("-is:unread", "quay"),
        ("is:read is:unread quay", "quay ferry undated"),
        ("zinc", "quay"),
        ("in:notes zinc", "quay"),
        ('in:notes "zinc roof"', "quay"),
        ('in:notes "roof zinc"', ""),
        ("in:notes quay", "quay"),
        ("in:text zinc", ""),
        ("zinc since:2027", ""),
        ("todo", "quay"),
    ],
)
def test_a_query_asks_the_users_tags_status_and_notes(index: LibraryIndex, store: NoteStore, query: str, articles: str) -> None:
    assert ask(index, query, store) == articles.split()


@pytest.mark.parametrize(
    ("query", "place", "what", "do"),
    [
        ("quay speker:x", (5, 13), "there is no filter 'speker:'", "did you mean 'speaker:'?"),
        ('a "b c', (2, 6), "the quotation mark is never closed", "add one"),
        ("speaker:", (0, 8), "'speaker:' needs a value", "quotes by this speaker"),
        ("a in:foo", (2, 8), "'in:' can't be 'foo'", "it can be text, quotes"),
        ("is:unraed", (0, 9), "'is:' can't be 'unraed'", "did you mean 'unread'?"),
        ("since:2024-13", (0, 13), "'2024-13' is no day", "2024-03-29"),
        ("since:2024-02-30", (0, 16), "'2024-02-30' is no day", "2024-03-29"),
        ("since:2025 until:2024", (11, 21), "ends on 2024-12-31", "swap"),
        ("-since:2024", (0, 11), "'since:' can't be excluded", "write 'until:'"),
        ("-in:text", (0, 8), "'in:' can't be excluded", "name where"),
        ("quay (", (5, 6), "'(' holds no word", "letters or digits"),
        ("*", (0, 1), "'*' holds no word", "letters or digits"),
        ('"', (0, 1), "the quotation mark is never closed", "add one"),
        ("speaker:!!", (0, 10), "'!!' holds no word", "type a name"),
        ("a " * 60, (100, 101), f"only the first {MOST_TERMS} words", "leave some out"),
    ],
)
def test_a_mistake_is_pointed_out_in_its_place(query: str, place: tuple[int, int], what: str, do: str) -> None:
    problem = parse_query(query).problems[0]
    assert (problem.start, problem.end) == place
    assert what in problem.what
    assert do in problem.do


PIECES = st.lists(st.sampled_from(['"', "-", "*", "(", "speaker:", "in:", "x", " ", "AND", "港", "\ud800"])).map("".join)


@given(st.text(max_size=60) | PIECES)
def test_no_query_raises_or_breaks_the_search(index: LibraryIndex, text: str) -> None:
    search = LibrarySearch(index)
    for is_typing in (True, False):
        query = parse_query(text, is_typing)
        for problem in query.problems:
            assert 0 <= problem.start < problem.end <= len(text)
        search.find(query)
        search.find(query, order="best")
        list(search.quotes(query))
    completions(text, len(text), index)


@pytest.mark.parametrize("text", ["quay " * 5000, "-" * 10_000, "speaker:" * 3000, '"' * 9999, "x" * 100_000, "*" * 50_000])
def test_long_queries_are_answered(index: LibraryIndex, text: str) -> None:
    LibrarySearch(index).find(parse_query(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sp", ["speaker:"]),
        ("quay -i", ["in:", "is:"]),
        ("speaker:", ['"Maria Ortega"', '"Imre Halász"', '"a neighbour"']),
        ("speaker:ort", ['"Maria Ortega"']),
        ('x actor:"port', ['"Port Council"']),
        ("publisher:h", ['"Harbour Post"']),
        ("publisher:rev", ['"Low Water Review"']),
        ("in:", ["text", "quotes", "captions", "titles", "notes"]),
        ("is:un", ["unread"]),
        ("since:", ["2026", "2025"]),
        ("until:2025", ["2025"]),
        ("tag:mo", ["Money"]),
        ("quay ", []),
        ("nothing:x", []),
        ('speaker:"Maria Ortega"', []),
    ],
)
def test_completions_offer_filters_and_their_values(
    index: LibraryIndex, store: NoteStore, text: str, expected: list[str]
) -> None:
    made = completions(text, len(text), index, store)
    assert [one.text for one in made] == expected
    assert all(one.end == len(text) for one in made)


def test_a_completion_replaces_the_piece_at_the_cursor(index: LibraryIndex) -> None:
    text = "quay speaker:ort since:2026"
    (one,) = completions(text, 16, index)
    assert text[: one.start] + one.text + text[one.end :] == 'quay speaker:"Maria Ortega" since:2026'
