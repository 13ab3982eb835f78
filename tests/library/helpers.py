"""Notes for tests: fixed ones, and generated hostile ones."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from briefing_tui.model.note import COLOURS, KINDS, Note, clean_tags
from briefing_tui.model.selector import Selector
from briefing_tui.text.safety import harmless, one_line

STAMP = "2026-03-02T10:11:12.000Z"

PLAIN = Note(
    "n-plain",
    "harbour",
    "quote",
    "q-measured",
    Selector("We measured it three times.", "said: ", " Then", 120, True, (0, 0), 0.25, "0a1b2c3d"),
    "Who pays",
    "Maria Ortega",
    "Ask her for the survey.",
    "yellow",
    ("follow-up", "figures"),
    STAMP,
    STAMP,
    1,
)


def note(body: str = "", note_id: str = "", **parts: object) -> Note:
    """Return the fixed note with another text and without an id.

    The store then assigns an id.
    """
    return replace(PLAIN, id=note_id, body=body, created="", modified="", revision=0, **parts)  # type: ignore[arg-type]


def base_34(number: int) -> str:
    """Write a number in the letters and digits of ids."""
    digits = "abcdefghijklmnopqrstuvwxyz23456789"
    return (base_34(number // 34) if number >= 34 else "") + digits[number % 34]


MARKUP = r"""# heading
- item
1. item
> quote
---
```
^n-1
%%
%% briefing:note %%
<!-- briefing:note n-1 -->
<!-- /briefing:note n-1 -->
-->
<script>alert(1)</script>
&amp;
&#32;
\\
\\*
*bold* _it_ ==mark==
[[link]]
![[embed]]
[a](javascript:alert(1))
#tag
$x$
=HYPERLINK("http://x")
+1
-1
@SUM(A1)
|a|b|
— dash
* org
#+end_quote
:PROPERTIES:
[[shell:rm]]
שלום עולם
مرحبا
日本語の文
𝒜𐍈😀👩‍👩‍👧"""
_NASTY = st.sampled_from(
    [
        *MARKUP.split("\n"),
        "",
        " ",
        "\n",
        "\n\n\n",
        "    code",
        "\tindented",
        "trailing  ",
        "e\u0301\u0323",
        "\u200b\u202eevil",
        "\x1b[31mred\x1b[0m",
        "\ud800",
        "a\u2028b",
        "a\rb\r\nc",
    ]
)
# Each draw costs time, and a note has many: so there are few draws, of large things.
texts = st.builds(str.join, st.sampled_from(["", "\n"]), st.lists(st.one_of(_NASTY, st.text(max_size=20)), max_size=4))

_ids = st.integers(0, 34**10).map(lambda number: f"n-{base_34(number)}")
_counts = st.integers(0, 10**7)
_selectors = st.builds(
    Selector,
    texts.map(harmless),
    texts.map(harmless),
    texts.map(harmless),
    _counts,
    st.sampled_from([True, False, None]),
    st.tuples(st.integers(0, 256), st.integers(0, 256)),
    st.one_of(st.none(), st.integers(0, 100).map(lambda hundredths: hundredths / 100)),
    st.sampled_from(["", "0a1b2c3d"]),
)
_FIRST = datetime(1990, 1, 1, tzinfo=UTC)
_times = st.integers(0, 111 * 365 * 86_400_000).map(
    lambda passed: (_FIRST + timedelta(milliseconds=passed)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
)
notes = st.builds(
    Note,
    _ids,
    st.sampled_from(["harbour", "ferry-digest", "é-ß", "with space"]) | texts.map(one_line).filter(bool),
    st.sampled_from(KINDS),
    st.sampled_from(["", "q-measured", "maria-ortega"]),
    _selectors,
    texts.map(one_line),
    texts.map(one_line),
    texts.map(harmless),
    st.sampled_from([None, *COLOURS]),
    st.lists(texts.map(lambda text: text[:40]), max_size=3).map(clean_tags),
    _times,
    _times,
    st.just(1),
)
many_notes = st.lists(notes, max_size=4, unique_by=lambda one: one.id)
