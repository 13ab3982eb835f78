"""Nothing in an article acts in the program that an export is opened with."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.formats import jsonld, markdown, named
from briefing_tui.export.vault.escaping import escaped, inert, inert_of_others, unescaped
from briefing_tui.export.vault.updating import updated
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.note import Note, is_own_id
from briefing_tui.model.selector import Selector
from briefing_tui.text.safety import harmless
from tests.library.helpers import PLAIN, texts

ATTACKS = {
    "Templater": "<% tp.system.prompt('x') %>",
    "Templater's code": "<%* await tp.user.run() %>",
    "a Templater command in a word": "x<%~ 1 %>y",
    "a query of Dataview": "```dataviewjs\ndv.view('x')\n```",
    "Dataview in a line": "`= this.file.name` and `$= dv.current()`",
    "a field of Dataview": "status:: done [due:: 2026-01-01] (key:: value)",
    "a comment of Obsidian": "%%hidden%%",
    "an embedded file": "![[secrets]] and ![x](https://evil.example/track.png)",
    "a wiki link": "[[Daily note#^block]]",
    "a macro of Logseq": "{{query (todo TODO)}} {{renderer :x}} {{video https://x}}",
    "a block of Logseq": "((64b0c4f2-0000-0000-0000-000000000000))",
    "an advanced query": "#+BEGIN_QUERY\n{:query}\n#+END_QUERY",
    "a frame": '<iframe src="https://evil.example"></iframe><script>alert(1)</script><img src=x onerror=alert(1)>',
    "a link that runs": "[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,x)",
    "an address of an app": "obsidian://open?vault=x shell://x",
    "a reference": "[x]: javascript:alert(1)\n[^1]: note",
    "mathematics": "$x$ $$y$$",
    "a heading and a rule": "# x\n---\n===\n- [ ] task\n1. one\n> [!danger] x",
    "our own lines": '^n-plain\n[x](briefing://harbour/n-plain "012345-6789ab") · y\n**Note** ^n-x\n<!-- briefing:end -->',
}
ANYWHERE = ("<%", "%%", "{{", "((", "::")
"""Signs that plug-ins of Obsidian, or Logseq, act on wherever they are in a file."""
MARKS = (
    "[[", "![", "<iframe", "<script", "<img", "](java", "](data", "<java", "```", "`=", "`$", "obsidian://", "shell://",
    "]: java", "\n#+BEGIN", "\n---\n===", "\n> [!danger]",
)  # fmt: skip
"""Marks of Markdown; a backslash before them makes text of them."""


def exported(form: str, title: str, *given_notes: Note, author: str = "Ines Calder") -> str:
    article = Briefing(
        "harbour", title=title, authors=(author,), publisher=author, source=Source("x", "https://example.org/[[a]]")
    )
    return "".join(named(form).write([Bundle("harbour", given_notes, article)]))


def on(attack: str, **parts: object) -> Note:
    """Return a note with the attack in everything that an article gives it."""
    line = " ".join(attack.split())
    return replace(PLAIN, selector=Selector(attack), section=line, attribution=line, **parts)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ATTACKS)
def test_the_words_of_an_article_are_words_in_a_vault(name: str) -> None:
    attack = ATTACKS[name]
    text = exported("markdown", " ".join(attack.split()), on(attack, body="", tags=()), author=" ".join(attack.split()))
    front, _, rest = text[4:].partition("\n---\n")
    shown = rest.replace("[Open in briefing](briefing://", "").replace("`briefing read harbour`", "")
    shown = shown.replace("`briefing read harbour#n-plain`", "")
    assert [sign for sign in ANYWHERE if sign in shown] == []
    assert [sign for sign in MARKS if sign in re.sub(r"\\.", "", shown)] == []
    assert "<%" not in front
    (note,) = markdown.read(text).notes
    assert note.words.split() == attack.split()


@pytest.mark.parametrize("name", ATTACKS)
def test_the_text_of_somebody_else_is_words_in_a_vault_and_comes_back_as_it_was(name: str) -> None:
    foreign = replace(PLAIN, id="AbC12x", body=ATTACKS[name], tags=())
    assert not is_own_id(foreign.id)
    text = exported("markdown", "A title", foreign)
    part = text[text.index("^AbC12x") : text.rindex("[Open")]
    shapes = ("```", "\n---\n===", "\n#+BEGIN", "\n> [!danger]")
    assert [sign for sign in (*ANYWHERE, *MARKS) if sign in part and sign not in shapes] == []
    assert not re.search(r"```\w", part)
    assert [note.body for note in markdown.read(text).notes] == [foreign.body]
    article = Briefing("harbour", title="A title")
    assert updated(text, [Bundle("harbour", (foreign,), article)]).text == text


def test_a_note_of_the_users_own_keeps_its_markdown_but_no_command_of_templater() -> None:
    mine = replace(PLAIN, id="n-23456789ab", body="[[x]] ![[y]] `= z` <% tp %> ```dataview", tags=())
    text = exported("markdown", "A title", mine)
    assert "[[x]] ![[y]] `= z` <\u2060% tp %> ```dataview" in text
    assert [note.body for note in markdown.read(text).notes] == [mine.body]


def test_no_annotation_of_another_program_passes_for_one_of_the_users_own() -> None:
    item = '[{"id": "https://evil.example/n-23456789ab", "target": "https://example.org/x", "body": "<% x %>"}]'
    (note,) = jsonld.read(item, lambda *_: "harbour").notes
    assert not is_own_id(note.id)


@given(texts)
def test_what_is_kept_from_acting_is_the_same_text(text: str) -> None:
    for line in harmless(text).split("\n"):
        assert harmless(inert(line)) == harmless(inert_of_others(line)) == line
        assert unescaped(escaped(line)) == line
        assert "<%" not in inert(line) + inert_of_others(line) + escaped(line)


ORG = {
    "a drawer": ":END:\n* TODO Headline :tag:\n:PROPERTIES:",
    "a keyword": "#+INCLUDE: /etc/passwd\n#+begin_src sh\nrm\n#+end_src",
    "links": "[[shell:rm -rf /][x]] [[elisp:(delete-file x)]] <elisp:(x)> elisp:(x) file+sys:/x",
    "code in a line": "src_sh{rm} src_emacs-lisp[:results]{(x)} call_name() {{{eval(x)}}}",
    "a diary": "%%(delete-file 'x)\n<%%(x)>",
    "variables of Emacs": "# Local Variables:\n# eval: (shell-command x)\n# End:\nLocal Variables:\nlocal variables:",
    "a time": "SCHEDULED: <2026-01-01 Thu>\nDEADLINE: <2026-01-01 Thu>\nCLOCK: [2026-01-01]",
    "a state": "TODO x :noexport:",
    "a priority": "[#A] COMMENT x",
}
_RUNS = re.compile(
    r"^\*+ (?:TODO|COMMENT|\[#)|^[ \t]*#\+(?!TITLE|begin_quote$|end_quote$)|\[\[|<%%|^%%\(|\b(?:shell|elisp|sys):\S"
    r"|src_\w|call_\w|\{\{\{|^[ \t]*(?:SCHEDULED|DEADLINE|CLOCK):|local variables:|<\d{4}-|^\* .*:\w+:$",
    re.MULTILINE | re.IGNORECASE,
)


@pytest.mark.parametrize("name", ORG)
def test_nothing_of_an_article_or_a_note_acts_in_org(name: str) -> None:
    attack = ORG[name]
    line = " ".join(attack.split())
    text = exported("org", line, on(attack, body=attack, tags=()), author=line)
    assert [match[0] for match in _RUNS.finditer(text)] == []
    assert text.count("\n:END:\n") == text.count("\n:PROPERTIES:\n") == 2
    assert len(re.findall(r"^\*+ ", text, re.MULTILINE)) == 3
    assert line in text.replace("\u2060", "")


def test_the_author_of_an_article_is_one_line_of_text_in_org() -> None:
    text = exported("org", "A title", PLAIN, author="x\n:END:\n* TODO [[shell:rm]]")
    assert ":AUTHOR: x :END: * TODO [\u2060[shell\u2060:rm]]\n" in text


_AS_CELLS = re.compile(r"[;\t\r\n]")


@pytest.mark.parametrize("before", ["", "a;", "a\t", "a\n", "a\r", "a;;", "; ", 'a;"', "a; '", "a;\u00a0", "a\n\t"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "﹢"])
def test_no_cell_is_a_formula_wherever_a_program_divides_the_lines(before: str, sign: str) -> None:
    attack = f"{before}{sign}cmd|' /C calc'!A0"
    text = exported("csv", attack, on(attack, body=attack, tags=(attack,)))
    for cell in _AS_CELLS.split(text):
        assert not cell.lstrip(" \"'\u00a0").startswith(sign) or "'" in cell[: cell.index(sign)]


@given(st.text("a;=+-@\t\n\"' ,\u00a0＝", max_size=12))
def test_cells_hold_the_text_but_for_apostrophes(words: str) -> None:
    (_, row) = csv.reader(io.StringIO(exported("csv", "A title", replace(PLAIN, body=words)), newline=""))
    assert row[4].replace("'", "") == words.replace("'", "")


@pytest.mark.parametrize("name", [*ATTACKS, *ORG])
def test_a_page_and_a_text_show_the_words_alone(name: str) -> None:
    attack = (ATTACKS | ORG)[name]
    page = exported("html", attack, on(attack, body=attack, tags=(attack[:90],)), author=attack)
    assert not re.search(r"<(?:iframe|script|img)|javascript:[^<]*\"|onerror=[^&<]*>", page)
    assert {found.split(":")[0] for found in re.findall(r'href="([^"]*)"', page)} <= {"https", "briefing"}
    assert attack.split()[0] in exported("text", attack, on(attack))
