"""Front matter: every scalar is a string, and the quick reader agrees with YAML's."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.contentfile.read.reader import read
from briefing_tui.markdown import front_matter
from tests.contentfile.strategies import PIECES

PARTS = (*PIECES, "a b", "[a, b]", "{a: b}", "[]", "{}", "- ", " #c", "key: ", "http://x", "!t", "|", "")
entry = st.builds(
    lambda key, parts: f"{key}:{''.join(parts)}",
    st.sampled_from(("a", "b-c", "d")),
    st.lists(st.sampled_from((" ", *PARTS)), max_size=5),
)


@settings(max_examples=300)
@given(st.lists(entry, min_size=1, max_size=3))
def test_the_quick_reader_reads_as_yaml_does_or_not_at_all(lines: list[str]) -> None:
    quick = front_matter._plain_entries(lines)
    if quick is not None:
        slow = list(front_matter._yaml_entries("\n".join(lines) + "\n"))
        assert [(one.key, one.value) for one in quick] == [(one.key, one.value) for one in slow]
        assert [(one.start, one.end) for one in quick] == [(one.start, one.end) for one in slow]


def test_scalars_stay_what_the_person_wrote() -> None:
    text = "---\nbriefing: 1\ntitle: no\nkicker: 3.10\nlead: 12:30\ndateline: 014\nauthors: [yes, ~]\n---\n## Article\n"
    found = read(text, "x").briefing
    assert (found.title, found.kicker, found.lead, found.dateline, found.authors) == ("no", "3.10", "12:30", "014", ("yes", "~"))


def test_unknown_keys_are_kept_as_they_were_written() -> None:
    text = "---\nbriefing: 1\nmood: {a: 1}  # so\nnotes:\n  - one\n  - two: 'x'\n# end\ntext: |\n  a\n  b\n---\n## Article\n"
    assert read(text, "x").briefing.extra == (("mood", "{a: 1}"), ("notes", "\n  - one\n  - two: 'x'"), ("text", "|\n  a\n  b"))
