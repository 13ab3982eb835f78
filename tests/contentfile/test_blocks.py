"""An article read block by block equals what the Markdown parser makes of the whole."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.markdown.blocks import blocks
from briefing_tui.markdown.inline import inline, markdown, normal_marks, text_and_marks
from briefing_tui.markdown.paragraphs import Heading, Walk, collect_references, read_block
from briefing_tui.markdown.tables import cells, joined
from briefing_tui.model.briefing import Mark, Paragraph

Found = tuple[int, str] | Paragraph


def blockwise(text: str) -> list[Found]:
    lines = text.removesuffix("\n").split("\n")
    env: dict[str, Any] = {}
    found = list(blocks(lines, 0, len(lines)))
    for block in found:
        if block.kind == "other":
            collect_references(block, lines, env)
    made = [one for block in found for one in read_block(block, lines, env)]
    return [(one.level, inline(one.source, env)[0]) if isinstance(one, Heading) else one for one in made]


def whole(text: str) -> list[Found]:
    parser = markdown()
    env: dict[str, Any] = {}
    tokens: list[Any] = []
    parser.block.parse(text, parser, env, tokens)
    made = Walk(env).read(tokens)
    return [(one.level, inline(one.source, env)[0]) if isinstance(one, Heading) else one for one in made]


PIECES = (
    "word",
    "two words",
    "*",
    "**",
    "_",
    "`",
    "``",
    "~~",
    "[a]",
    "[a](#b)",
    "[a](x 'y')",
    "![a](b)",
    "[a]: /x",
    "<http://x.y>",
    "&amp;",
    "&#35;",
    "\\",
    "\\*",
    "  ",
    "!",
    "1.",
    "2)",
    "- ",
    "+ ",
    "> ",
    "# ",
    "###",
    "|",
    "---",
    "===",
    "```",
    "~~~",
    "    ",
    "\t",
    "é",
    "中文",
    "\u3000",
    "\u00a0",
    ":-",
    "a | b",
    "- | -",
)
STARTS = (
    "", "", "", " ", "  ", "   ", "    ", "     ", "\t", "- ", "-   ", "* ", "+ ", "1. ", "2. ", "3) ", "> ", ">", "> > ", ">- ",
    "- - ", "# ", "## ", "### ", " ## ", "```", "  ```", "   ~~~", "~~~~", "---", "***", "===", "-", "1.",
    "| a | b |", "| - | - |", "a | b", "--|--", "[a]: /u", "> [b]: /v", "- ```", "> ```", "  - ", "   1. ", "- > ",
)  # fmt: skip
line = st.builds(
    lambda start, rest: start + "".join(rest), st.sampled_from(STARTS), st.lists(st.sampled_from(PIECES), max_size=3)
)
nasty = st.lists(st.one_of(st.just(""), st.just(""), line, line, line), max_size=14).map("\n".join)


@settings(max_examples=300)
@given(nasty)
@example("- a\n\n  ```\n\nb\n\n  ```\n")
@example("1. a\n```\nx\n```\n2. b")
@example("para\n1. a\n\n1. b")
@example("a\n\n  ```\n\n- b\n\nc\n  ```\n\nd")
@example("- a\n# H\n  ```\n\nx")
@example("> a\nb\n    c\n\n    d")
@example("a | b\n--|--\nc | d\ne\n\nf")
@example("Foo\nbar\n===\n\nbaz\n---")
@example("[a]\n\n> [a]: /x\n\n[a]: /y")
def test_reading_block_by_block_is_reading_the_whole(text: str) -> None:
    assert blockwise(text) == whole(text)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            (
                *PIECES,
                "a",
                "b",
                " ",
                ", ",
                ". ",
                "(",
                ")",
                '"',
                "*x*",
                "**x.**",
                "`c`",
                "[l](#t)",
                "[l](http://A.b/c?d=e)",
                "AT&T",
            )
        ),
        max_size=8,
    )
)
@example(["*x*", "**x.**", "`c`", "[l](#t)"])
def test_quick_reading_of_inline_markup_is_the_parsers(pieces: list[str]) -> None:
    source = " ".join("".join(pieces).split())
    parser = markdown()
    tokens: list[Any] = []
    parser.inline.parse(source, parser, {}, tokens)
    assert inline(source) == text_and_marks(tokens)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "*a_ " * 20_000,
        "> " * 5_000 + "x",
        "- " * 3_000 + "x",
        "`" * 50_000,
        "<!--\n" * 20_000,
        "a **b" * 20_000,
        "[a](" * 20_000,
    ],
    ids=["brackets", "delimiters", "quotes", "lists", "backticks", "comments", "unclosed", "links"],
)
def test_text_made_to_be_slow_is_read(text: str) -> None:
    assert blockwise(text)


def test_a_list_of_many_steps_with_code_ends_where_the_list_ends() -> None:
    steps = "".join(f"{number}. Step\n\n   ```\n   code\n   ```\n\n" for number in range(1, 41))
    lines = f"{steps}<!-- id: x -->\n\nwords\n".split("\n")
    assert [block.kind for block in blocks(lines, 0, len(lines))] == ["other", "comment", "text"]


def test_a_comment_on_its_own_lines_is_no_text() -> None:
    found = blockwise("one\n<!-- id: x -->\ntwo\n\n<!-- a\nb -->\n\nthree <!-- four -->")
    assert [one.text for one in found if isinstance(one, Paragraph)] == ["one", "two", "three <!-- four -->"]


def test_marks_of_one_kind_that_touch_or_cross_are_one() -> None:
    strong = [Mark(0, 3, "strong"), Mark(3, 6, "strong"), Mark(5, 8, "strong"), Mark(9, 12, "strong"), Mark(12, 13, "emphasis")]
    assert normal_marks("abcdefgh klmn", strong)[1] == (Mark(0, 8, "strong"), Mark(9, 12, "strong"), Mark(12, 13, "emphasis"))


def test_a_table_taken_apart_and_put_together_keeps_the_marks_of_its_cells() -> None:
    marks = (Mark(0, 4, "strong"), Mark(5, 11, "emphasis"), Mark(18, 20, "code"))
    table = Paragraph("Quay\tCracks\nNorth\t12", "table", marks)
    assert cells(table) == [
        [("Quay", (Mark(0, 4, "strong"),)), ("Cracks", (Mark(0, 6, "emphasis"),))],
        [("North", ()), ("12", (Mark(0, 2, "code"),))],
    ]
    assert joined(cells(table), 0, "") == table
