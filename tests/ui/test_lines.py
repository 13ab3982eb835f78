"""The parts behind the reader's lines: wrapping, layout, history, selections, finding, citing, addresses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from briefing_tui.model.briefing import Place
from briefing_tui.text.wrapping import _wide_spans
from briefing_tui.ui.dialogs.chooser import letters
from briefing_tui.ui.dialogs.link import can_open, host_note
from briefing_tui.ui.text.find import hits
from briefing_tui.ui.text.layout import Block, Line, height, lay
from briefing_tui.ui.text.wrapping import clip, is_narrow, signs, wrap
from briefing_tui.ui.view.history import History
from briefing_tui.ui.view.selection import Position, Selection, by_character, by_word, first_word, word_at

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
PIECES = (
    "a", "word", "quay-side", "harbour’s", "“quoted”", "…", "—", " ", " ", " ", "  ", "naïve", "Ωμέγα", "Пристань", "\u00a0",
    "港", "港口的墙", "。", "「", "」", "한국어", "e\u0301", "n\u0303o", FAMILY, "👍🏽", "❤\ufe0f", "🇵🇹", "שלום", "مرحبا", "नमस्ते",
    "x" * 50,
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
narrow_texts = st.text(st.sampled_from("ab c é—Ωж“ "), max_size=80).map(str.lstrip)
widths = st.integers(1, 40)


def shown(text: str, width: int) -> list[str]:
    """Return the lines of a wrapped text."""
    return [text[start:end] for start, end in wrap(text, width)]


def grapheme_ends(text: str) -> set[int]:
    """Return the offsets at which a text may be cut."""
    return {0, *(end for _, end, _ in split_graphemes(text)[0])}


class TestWrapping:
    @given(texts, widths)
    def test_every_word_is_shown_once_and_in_order(self, text: str, width: int) -> None:
        spans = wrap(text, width)
        assert all(0 <= a <= b <= len(text) for a, b in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert "".join(shown(text, width)).replace(" ", "") == text.replace(" ", "")

    @given(texts, widths)
    def test_no_line_is_wider_than_the_width_but_for_one_sign_that_is(self, text: str, width: int) -> None:
        for line in shown(text, width):
            assert cell_len(line) <= width or len(split_graphemes(line)[0]) == 1

    @given(texts, widths)
    def test_signs_made_of_several_characters_are_never_cut(self, text: str, width: int) -> None:
        ends = grapheme_ends(text)
        assert all(start in ends and end in ends for start, end in wrap(text, width))

    @given(texts, widths)
    def test_only_what_does_not_fit_goes_to_the_next_line(self, text: str, width: int) -> None:
        """A line ends where the next word would not fit.

        A word is broken only if it is wider than a line.
        """
        spans = wrap(text, width)
        for (start, end), (following, _) in pairwise(spans):
            word = text[following:].split(" ")[0]
            assert text[end:following].strip(" ") == ""
            assert cell_len(text[start:following]) + cell_len(word) > width

    @given(narrow_texts, widths)
    def test_the_fast_path_for_narrow_text_breaks_where_the_general_one_does(self, text: str, width: int) -> None:
        assert is_narrow(text)
        general = [text[a:b].strip(" ") for a, b in _wide_spans(text, width, width, signs(text), True)]
        assert [text[a:b].strip(" ") for a, b in wrap(text, width)] == general

    @given(st.characters(exclude_categories=("Cc", "Cs")))
    def test_what_counts_as_narrow_is_one_cell_wide(self, character: str) -> None:
        assert not is_narrow(character) or cell_len(character) == 1

    def test_an_empty_text_has_one_empty_line(self) -> None:
        assert wrap("", 10) == [(0, 0)]
        assert len(wrap("", 0)) == 1

    def test_east_asian_punctuation_does_not_begin_a_line(self) -> None:
        assert shown("港口的墙。港口", 8) == ["港口的", "墙。港口"]
        assert shown("港口「墙」", 6) == ["港口", "「墙」"]

    @given(texts, st.integers(0, 30))
    def test_a_clipped_text_fits_and_says_that_it_was_cut(self, text: str, width: int) -> None:
        clipped = clip(text, width)
        assert cell_len(clipped) <= width
        assert clipped == text or clipped.endswith("…") or width == 0
        assert text.startswith(clipped.removesuffix("…")) or clipped == text


def words_of(block: Block, lines: list[Line]) -> str:
    """Return the block's text on some lines."""
    return "".join(block.text[piece.start : piece.end] for line in lines for piece in line if not piece.fill)


def width_of(block: Block, line: Line) -> int:
    """Return the width of a line in cells."""
    return sum(cell_len(piece.fill or block.text[piece.start : piece.end]) for piece in line)


prefixes = st.sampled_from(
    [("", ""), ("• ", "  "), ("    12. ", "        "), ("┃ ", "┃ "), ("▨ ", "  "), (" " * 38 + "• ", " " * 40)]
)
code = st.lists(st.sampled_from(("", "def quay():", "\treturn 1", "  港口 = 3", "x" * 60, "a\tb\tc", "e\u0301")), max_size=6).map(
    "\n".join
)
cell_texts = st.lists(st.sampled_from(tuple(piece for piece in PIECES if piece != "\u00a0")), max_size=6).map("".join)
tables = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(cell_texts, min_size=columns, max_size=columns).map("\t".join), min_size=1, max_size=5).map(
        "\n".join
    )
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Draw a block of any kind."""
    first, rest = draw(prefixes)
    above = draw(st.integers(0, 2))
    match draw(st.sampled_from(("flow", "code", "table"))):
        case "code":
            return Block(draw(code), "codeblock", (), first, rest, above, "code")
        case "table":
            return Block(draw(tables), "text", above=above, form="table")
        case _:
            return Block(draw(texts), "text", (), first, rest, above)


class TestLayout:
    @given(blocks(), st.integers(4, 76))
    def test_the_height_told_is_the_number_of_lines(self, block: Block, width: int) -> None:
        assert height(block, width) == block.above + len(lay(block, width))

    @given(blocks(), st.integers(4, 76))
    def test_every_sign_of_the_text_is_in_some_line(self, block: Block, width: int) -> None:
        labels = "".join(piece.fill for line in lay(block, width) for piece in line)
        found = words_of(block, lay(block, width)) + (labels if block.form == "table" else "")
        gone = set(block.text) - set(found) - set(" \t\n")
        assert not gone
        if block.form != "table":
            assert words_of(block, lay(block, width)).replace(" ", "") == "".join(
                character for character in block.text if character not in " \t\n"
            )

    @given(blocks(), st.integers(10, 76))
    def test_no_line_is_wider_than_the_view(self, block: Block, width: int) -> None:
        for line in lay(block, width):
            assert width_of(block, line) <= width

    @given(code.filter(lambda text: len(text.replace("\n", "")) > 0))
    def test_code_keeps_its_lines(self, text: str) -> None:
        block = Block(text, form="code")
        drawn = ["".join(piece.fill or text[piece.start : piece.end] for piece in line) for line in lay(block, 200)]
        assert drawn == [line.expandtabs(4) for line in text.split("\n")]

    def test_a_tab_in_code_is_drawn_as_spaces_and_never_sent_to_the_terminal(self) -> None:
        block = Block("if quay:\n\tmend()\n\t\tagain()", form="code")
        for line in lay(block, 12):
            assert all("\t" not in block.text[piece.start : piece.end] and "\t" not in piece.fill for piece in line)

    @given(tables, st.integers(10, 76))
    def test_every_cell_of_a_table_is_shown_whole(self, text: str, width: int) -> None:
        block = Block(text, form="table")
        lines = lay(block, width)
        drawn = {offset for line in lines for piece in line if not piece.fill for offset in range(piece.start, piece.end)}
        first = text.split("\n")[0]
        as_records = not any("─" in piece.fill and "┼" in piece.fill for line in lines for piece in line)
        begin = len(first) if as_records and "\n" in text else 0
        assert all(offset in drawn or text[offset] in " \t\n" for offset in range(begin, len(text)))

    def test_a_table_that_fits_stands_in_columns_under_its_headings(self) -> None:
        text = "Quay\tCracks\nNorth\t12\nEast quay\t3"
        block = Block(text, form="table")
        drawn = ["".join(piece.fill or text[piece.start : piece.end] for piece in line) for line in lay(block, 40)]
        assert drawn == ["Quay      │ Cracks", "──────────┼───────", "North     │ 12    ", "East quay │ 3     "]

    def test_a_row_with_fewer_cells_leaves_the_others_empty(self) -> None:
        text = "Quay\tCracks\nNorth\nEast quay\t3\told"
        block = Block(text, form="table")
        drawn = ["".join(piece.fill or text[piece.start : piece.end] for piece in line) for line in lay(block, 40)]
        assert [[cell.strip() for cell in row.split("│")] for row in drawn[2:]] == [["North", "", ""], ["East quay", "3", "old"]]

    def test_a_table_too_wide_for_its_columns_is_shown_row_by_row(self) -> None:
        head = [f"Column {number}" for number in range(6)]
        row = [f"value {number}" for number in range(6)]
        text = "\t".join(head) + "\n" + "\t".join(row)
        drawn = [
            "".join(piece.fill or text[piece.start : piece.end] for piece in line) for line in lay(Block(text, form="table"), 24)
        ]
        assert drawn == [f"Column {number}: value {number}" for number in range(6)]

    def test_a_table_with_a_cell_of_a_megabyte_is_laid_out_at_once(self) -> None:
        text = "Quay\tNotes\nNorth\t" + "word " * 200_000
        lines = lay(Block(text, form="table"), 60)
        assert max(width_of(Block(text), line) for line in lines[:50]) <= 60

    def test_a_deeply_nested_item_leaves_room_for_its_words(self) -> None:
        item = Block("The east quay is cracked", "text", (), " " * 38 + "• ", " " * 40)
        lines = lay(item, 36)
        assert len(lines) <= 3
        assert all(width_of(item, line) <= 36 for line in lines)


places = st.builds(Place, st.sampled_from("abcdef"), st.none() | st.integers(0, 3))
steps = st.lists(st.one_of(st.tuples(st.just("visit"), places, places), st.just(("back",)), st.just(("forward",))), max_size=40)


class TestHistory:
    @given(steps)
    def test_back_undoes_forward_and_forward_undoes_back(self, done: list[tuple[object, ...]]) -> None:
        history = History()
        for step in done:
            match step:
                case ("visit", Place() as leaving, Place() as place):
                    history.visit(leaving, place)
                    assert not history.can_go_forward
                case ("back",):
                    could = history.can_go_back
                    assert (history.back() is not None) == could
                case _:
                    could = history.can_go_forward
                    assert (history.forward() is not None) == could
        if history.can_go_back and history.can_go_forward:
            ahead = history.forward()
            history.back()
            assert history.forward() == ahead

    def test_a_new_place_cuts_what_lay_ahead(self) -> None:
        history = History()
        for leaving, place in ("ab", "bc", "cd"):
            history.visit(Place(leaving), Place(place))
        assert [history.back(), history.back()] == [Place("c"), Place("b")]
        history.visit(Place("b"), Place("x"))
        assert history.forward() is None
        assert [history.back(), history.back(), history.back()] == [Place("b"), Place("a"), None]

    def test_the_place_that_was_read_on_to_is_kept_before_a_jump(self) -> None:
        history = History()
        history.visit(Place("a"), Place("b"))
        history.visit(Place("b", 7), Place("c"))
        assert [history.back(), history.back(), history.back()] == [Place("b", 7), Place("b"), Place("a")]

    def test_it_does_not_grow_for_ever(self) -> None:
        history = History()
        for number in range(1000):
            history.visit(Place("a", number), Place("a", number + 1))
        back = 0
        while history.back() is not None:
            back += 1
        assert 100 <= back < 300


moves = st.lists(st.tuples(st.sampled_from((by_character, by_word)), st.sampled_from((1, -1))), max_size=30)
some_blocks = st.lists(texts.map(Block), min_size=1, max_size=4)


def is_inside(made: list[Block], at: Position) -> bool:
    """Return whether a position is a character, or the start of an empty block."""
    return 0 <= at[0] < len(made) and (0 <= at[1] < len(made[at[0]].text) or at[1] == 0)


class TestSelecting:
    @given(some_blocks, moves)
    def test_it_stays_inside_the_text_and_never_cuts_a_sign(self, made: list[Block], done: list[tuple[object, int]]) -> None:
        start, end = first_word(made[0].text)
        selection = Selection((0, start), (0, max(start, end - 1)))
        for move, step in done:
            assert callable(move)
            selection = selection.to(move(made, selection.head, step))
            assert is_inside(made, selection.head)
            for index, spans in selection.ranges(made).items():
                ends = grapheme_ends(made[index].text)
                assert all(a in ends and b in ends for a, b in spans), spans

    @given(some_blocks, moves)
    def test_the_words_copied_are_those_that_are_lit(self, made: list[Block], done: list[tuple[object, int]]) -> None:
        selection = Selection((0, 0), (0, 0))
        for move, step in done:
            assert callable(move)
            selection = selection.to(move(made, selection.head, step))
        lit = [made[index].text[a:b] for index, spans in selection.ranges(made).items() for a, b in spans]
        assert selection.text(made) == "\n\n".join(lit)

    @given(st.lists(st.sampled_from(("The north quay", "", "held; the east quay didn’t.")).map(Block), min_size=1, max_size=4))
    def test_words_on_and_back_reach_the_ends(self, made: list[Block]) -> None:
        at: Position = (0, 0)
        for _ in range(40):
            at = by_word(made, at, 1)
        last = max((index for index, block in enumerate(made) if block.text), default=len(made) - 1)
        assert at >= (last, max(0, len(made[last].text) - 2))
        for _ in range(40):
            at = by_word(made, at, -1)
        assert at <= min((index, 0) for index, block in enumerate(made) if block.text or index == len(made) - 1)

    @given(texts, st.integers(0, 80))
    def test_the_word_at_an_offset_holds_it(self, text: str, offset: int) -> None:
        offset = min(offset, max(0, len(text) - 1))
        start, end = word_at(text, offset)
        assert start <= offset < end or not text

    def test_a_word_keeps_its_apostrophe_and_its_hyphen(self) -> None:
        assert first_word("— the skipper’s wife") == (2, 5)
        assert word_at("the skipper’s wife", 8) == (4, 13)
        assert word_at("the quay-side wall", 9) == (4, 13)


class TestFinding:
    @pytest.mark.parametrize(
        ("words", "text", "found"),
        [
            ("quay", "Quay quay QUAY", ["Quay", "quay", "QUAY"]),
            ("Quay", "Quay quay QUAY", ["Quay"]),
            ("it's", "it’s it's IT’S", ["it’s", "it's", "IT’S"]),
            ('"no"', "“no” said he", ["“no”"]),
            ("well-known", "well‑known", ["well‑known"]),
            ("two words", "two \u00a0 words two\nwords", ["two \u00a0 words", "two\nwords"]),
            ("a.c", "abc a.c", ["a.c"]),
            ("[x", "a [x] b", ["[x"]),
            ("  ", "a  b", []),
            ("", "a", []),
            ("ÉCOLE", "école ÉCOLE", ["ÉCOLE"]),
            ("école", "école ÉCOLE", ["école", "ÉCOLE"]),
        ],
    )
    def test_words_are_found_as_a_person_means_them(self, words: str, text: str, found: list[str]) -> None:
        assert [text[start:end] for _, start, end in hits(words, [text])] == found

    @given(texts, texts)
    def test_no_words_break_it_and_what_is_there_is_found(self, before: str, words: str) -> None:
        if words.strip():
            text = f"{before} {words.strip()}"
            assert any(start <= len(before) + 1 <= end for _, start, end in hits(words, ["", text]))


class TestAddresses:
    @pytest.mark.parametrize(
        "href", ["https://example.org/a", "http://example.org", "HTTPS://EXAMPLE.ORG/", "https://example.org:8443/a?b=c#d"]
    )
    def test_web_addresses_can_be_opened(self, href: str) -> None:
        assert can_open(href)

    @pytest.mark.parametrize(
        "href",
        [
            "javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x", "ftp://a.b/c",
            "mailto:a@b.c", "https:", "https://", "https:///etc/passwd", "//example.org", "example.org", "", "-h", "--help",
            "https://[bad", "http://[::1", " javascript:alert(1)", "blob:https://a.b/c", "https://@", "https://:80",
            "https://evil.example\\@example.org/", "https://example.org/a b", "java\tscript:alert(1)", "https://exam\nple.org",
        ],
    )  # fmt: skip
    def test_anything_else_cannot(self, href: str) -> None:
        assert not can_open(href)

    @pytest.mark.parametrize(
        "href", ["https://example.org@evil.example/login", "https://user:pass@evil.example/", "https://a%40b@evil.example"]
    )
    def test_a_name_before_the_host_is_pointed_out(self, href: str) -> None:
        assert "evil.example" in host_note(href)

    def test_hosts_that_may_not_be_what_they_seem_are_pointed_out(self) -> None:
        assert "punycode" in host_note("https://xn--pple-43d.com/")
        assert "punycode" in host_note("https://www.XN--pple-43d.com/")
        assert "letters" in host_note("https://аpple.com/")
        assert host_note("https://example.org/ä?q=ü") == ""

    @given(st.text(max_size=40))
    def test_no_address_raises(self, href: str) -> None:
        can_open(href)
        host_note(href)
        can_open("https://" + href)
        host_note("https://" + href)


class TestLetters:
    @given(st.integers(0, 400), st.sets(st.sampled_from("abcdef"), max_size=4))
    def test_labels_are_distinct_and_none_begins_another(self, count: int, taken: set[str]) -> None:
        made = letters(count, taken)
        assert len(made) == len(set(made)) == count
        assert not any(a != b and b.startswith(a) for a in made for b in made)
        assert not taken & {label[0] for label in made}
