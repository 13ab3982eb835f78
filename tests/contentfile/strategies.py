"""Hypothesis strategies for briefings with difficult text.

Texts hold every character that Markdown, YAML or the format itself could read as something else.
"""

from hypothesis import strategies as st

from briefing_tui.model.briefing import (
    Actor,
    Briefing,
    Image,
    Mark,
    MarkKind,
    Paragraph,
    ParagraphKind,
    Point,
    Quote,
    Section,
    Source,
)

PIECES = (
    "word", "Two words", "a", "Ω", "中文字", "日本", "\U0001f469\u200d\U0001f467", "שלום", "مرحبا", "e\u0301",
    "1.", "2)", "12", "3.10", "#", "##", ">", "-", "+", "*", "**", "_", "__", "snake_case", "`", "``", "~",
    "~~", "[", "]", "[x]", "[x](y)", "(", ")", "](", "]:", "!", "![", "<", ">", "<b>", "<!--", "-->",
    "<http://a.b>", "&", "&amp;", "&#35;", "&middot;", "\\", "\\\\", "|", "||", ":", ": ", " #", "---", "===",
    "***", "“", "”", '"', "'", "«", "»", "‘", "’", "„", ",", ", ", "·", " · ", " · partial", "—", "— ",
    "Also: ", "Lead", "Summary", "unattributed", "; ", "id: x", "\u00a0", "\u3000", "no", "null", "0x1F",
    "2026-01-01", "{", "}", "%", "@", "?", "=", "https://x.y/z?a=b&c=d",
)  # fmt: skip
text = st.lists(st.sampled_from((*PIECES, *" " * len(PIECES))), min_size=1, max_size=7).map("".join)
few = st.lists(text, max_size=3).map(tuple)
maybe = st.none() | text
names = st.sampled_from(
    ("maria-ortega", "x", "q-a", "lead", "title", "item", "item-1", "Ärger", "a.b", "中文", "word", "summary", "not a slug", "")
)
hrefs = st.sampled_from(
    ("#lead", "http://a.b/c", "x y", "a(b)c", "a)b", "<", "javascript:alert(1)", "", "http://ä.b/ü", 'a"b', "a\\b", "&amp;")
)
_MARKS: tuple[MarkKind, ...] = ("strong", "emphasis", "code", "strike", "link")
_KINDS: tuple[ParagraphKind, ...] = ("paragraph", "paragraph", "item", "item", "quote", "code", "table")
kinds = st.sampled_from(_MARKS)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    kind = draw(st.sampled_from(_KINDS))
    depth = draw(st.integers(0, 3))
    if kind == "code":
        lines = draw(st.lists(st.one_of(text, st.sampled_from(("", "  x", "\tx", "```", "~~~", "    ", "# x"))), max_size=4))
        return Paragraph("\n".join(lines), "code", (), depth, None, draw(st.sampled_from(("", "python", "a `b`", "~", "x y"))))
    words = draw(text)
    if kind == "table":
        words = "\n".join(
            "\t".join(row) for row in draw(st.lists(st.lists(text, min_size=1, max_size=3), min_size=1, max_size=3))
        )
    made = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(words)))
        mark = draw(kinds)
        href = draw(hrefs) if mark == "link" else ""
        made.append(Mark(start, draw(st.integers(start, len(words))), mark, href))
    number = draw(st.none() | st.integers(0, 12)) if kind == "item" else None
    info = draw(st.sampled_from(("", "rl", "-c-", "zz"))) if kind == "table" else ""
    return Paragraph(words, kind, tuple(made), depth, number, info)


sections = st.builds(
    Section, names, st.none() | text | st.just("Lead"), st.lists(paragraphs(), max_size=4).map(tuple), st.integers(2, 7)
)
actors = st.builds(Actor, names, text, st.sampled_from(("person", "organization")), few, few)
ids = st.none() | names
quotes = st.builds(
    Quote,
    names,
    few,
    st.sampled_from(("direct", "partial")),
    ids,
    maybe,
    maybe,
    maybe,
    st.booleans(),
    ids,
    st.none() | st.integers(-1, 9),
)
images = st.builds(Image, names, maybe, maybe, maybe, maybe | hrefs, ids, st.none() | st.integers(-1, 9))
points = st.builds(Point, text, st.lists(names, max_size=2).map(tuple), st.sampled_from(("extracted", "edited")))
extras = st.lists(
    st.tuples(
        st.sampled_from(("mood", "x-y", "note", "odd key", "title", "1")),
        st.sampled_from(
            (
                "fine",
                "[a, b]",
                "\n  - a\n  - b",
                "\n  a: 1",
                "'q'",
                "|\n  block\n  text",
                "no # comment",
                "{a: 1}",
                "&x y",
                "[",
                "",
            )
        ),
    ),
    max_size=2,
).map(tuple)
built = st.lists(st.tuples(names, st.sampled_from(("0a1b", "ff", "xyz"))), max_size=3).map(tuple)


def _several(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=3).map(tuple)


briefings = st.builds(
    Briefing,
    id=st.just("x"),
    title=maybe,
    kicker=maybe,
    lead=maybe,
    dateline=maybe,
    publisher=maybe,
    authors=few,
    editors=few,
    tags=few,
    published=st.none() | st.sampled_from(("2026-03-02", "2026-02-30", "yesterday")),
    modified=st.none() | st.just("2024-02-29"),
    language=st.none() | st.sampled_from(("en", "pt-BR", "zh-Hant-TW", "not a tag")),
    article=st.sampled_from(("full", "digest")),
    source=st.none() | st.builds(Source, text, maybe, st.sampled_from(("", "a" * 64, "AB" * 32, "zz"))),
    summary=_several(points),
    actors=_several(actors),
    quotes=_several(quotes),
    images=_several(images),
    sections=_several(sections),
    extra=extras,
    built=built,
)
