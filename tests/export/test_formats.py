"""Every format is read completely by a program of its kind.

Nothing of a note is missing, and nothing in it is interpreted.
"""

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from briefing_tui.contentfile.read.reader import load
from briefing_tui.export.bundle import Bundle, bundles, link, tag_word
from briefing_tui.export.formats import NoSuchFormat, jsonld, named, names
from briefing_tui.export.formats.newsarticle import as_object
from briefing_tui.export.formats.org import escaped
from briefing_tui.export.incoming import BrokenImport
from briefing_tui.export.template import BrokenTemplate
from briefing_tui.model.address import address_of
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Point, Quote, Section, Source
from briefing_tui.model.note import Note
from briefing_tui.model.selector import Selector
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import shipped_content
from tests.library.helpers import PLAIN, many_notes, notes

BRIEFING = Briefing(
    "harbour",
    title="The harbour <that> would not settle",
    lead="Two quays are cracked.",
    published="2026-03-02",
    publisher="The Saltmarsh Courier",
    authors=("Ines Calder",),
    source=Source("harbour.txt", "https://example.org/harbour"),
    summary=(Point("Two quays are closed.", ("who-pays",)),),
    actors=(Actor("maria-ortega", "Maria Ortega", "person", ("engineer",)),),
    quotes=(Quote("q-measured", ("We measured it three times.",), speaker="maria-ortega", section="who-pays"),),
    images=(Image("quay", "Cracks", None, "Photo: Archive", "quay.jpg", "who-pays", 0),),
    sections=(Section("who-pays", "Who pays", (Paragraph("She said: “We measured it three times.” Then she left."),)),),
)


def bundle(*given_notes: Note) -> Bundle:
    return Bundle("harbour", given_notes, BRIEFING)


def text_of(name: str, *given_notes: Note) -> str:
    return "".join(named(name).write([bundle(*given_notes)]))


@pytest.mark.parametrize("name", [name for name in names() if name != "newsarticle"])
def test_every_format_tells_words_text_section_speaker_tags_and_the_way_back(name: str) -> None:
    text = text_of(name, PLAIN)
    for part in (
        "We measured it three times.",
        "Ask her for the survey.",
        "Who pays",
        "Maria Ortega",
        "follow-up",
        "harbour#n-plain",
    ):
        assert part in text, part
    assert "2026-03-02" in text or "2 March 2026" in text


@given(many_notes)
def test_csv_is_read_back_and_no_cell_is_a_formula(given_notes: list[Note]) -> None:
    rows = list(csv.reader(io.StringIO(text_of("csv", *given_notes), newline="")))
    assert rows[0][:7] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert len(rows) == len(given_notes) + 1
    for row, note in zip(rows[1:], given_notes, strict=True):
        assert row[12] == note.id
        assert row[0].replace("'", "") == (note.words or note.body).replace("'", "")
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u3000", "\t", "\r", "\n"])
def test_a_formula_in_any_cell_is_text(sign: str, before: str) -> None:
    formula = f"{before}{sign}1+1"
    hostile = replace(PLAIN, selector=Selector(formula), section=formula, attribution=formula, body=formula, tags=(formula, "x"))
    (_, row) = csv.reader(io.StringIO("".join(named("csv").write([Bundle(formula, (hostile,))])), newline=""))
    assert [cell for cell in row if f"{sign}1+1" in cell and not cell.startswith(("'", "briefing read"))] == []
    assert row[0].startswith("'")
    assert row[0].replace("'", "") == formula


@given(many_notes)
def test_json_lines_hold_the_notes(given_notes: list[Note]) -> None:
    lines = text_of("jsonl", *given_notes).split("\n")[:-1]
    assert [json.loads(line)["id"] for line in lines] == [note.id for note in given_notes]
    assert [json.loads(line).get("body", "") for line in lines] == [note.body for note in given_notes]


class Page(HTMLParser):
    """Collects a page as a browser sees it: tags, attributes, links, and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@given(many_notes)
def test_a_page_holds_no_script_and_shows_what_was_written(given_notes: list[Note]) -> None:
    page = Page()
    page.feed(text_of("html", *given_notes))
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "a",
        "p",
        "article",
        "blockquote",
        "div",
        "code",
    }
    assert set(page.tags) <= allowed
    assert page.attributes <= {"charset", "http-equiv", "content", "name", "dir", "href", "id", "class"}
    assert page.links[0] == "https://example.org/harbour"
    assert sorted(page.links[1:]) == sorted(address_of(note.briefing, note.id) for note in given_notes)
    assert page.tags.count("article") == len(given_notes)
    assert all(note.body in page.text for note in given_notes)


def test_a_link_that_would_run_something_is_no_link() -> None:
    hostile = Bundle("b", (PLAIN,), Briefing("b", title="T", source=Source("x", "javascript:alert(1)")))
    assert "javascript" not in "".join(named("html").write([hostile]))


@given(notes)
def test_org_has_one_headline_a_note_and_no_stray_blocks(note: Note) -> None:
    lines = text_of("org", note).split("\n")
    assert [line for line in lines if line.startswith("*") and line.lstrip("*").startswith(" ")][2:] == [
        line for line in lines if line.startswith("*** ")
    ]
    assert sum(line.startswith("*** ") for line in lines) == 1
    assert sum(line.lower().lstrip().startswith("#+begin") for line in lines) == bool(note.words.strip())
    assert sum(line.lower().lstrip().startswith("#+end") for line in lines) == bool(note.words.strip())


@given(notes)
def test_what_org_escapes_is_the_same_text_but_for_its_breaks(note: Note) -> None:
    for line in note.body.split("\n"):
        assert escaped(line).replace("\u2060", "") == line.replace("\u2060", "")


def test_text_is_readable() -> None:
    assert text_of("text", PLAIN).split("\n")[3:] == [
        "",
        "“We measured it three times.”",
        "  — Maria Ortega · § Who pays · quote · 2 March 2026, 10:11 UTC · #follow-up · #figures",
        "  Ask her for the survey.",
        "  briefing read harbour#n-plain",
        "",
    ]


def find(address: str, title: str) -> str:
    return "harbour" if address == "https://example.org/harbour" else title or "unknown"


@given(many_notes)
def test_annotations_that_went_out_come_back_the_same(given_notes: list[Note]) -> None:
    text = text_of("jsonld", *given_notes)
    each = [json.loads(line.rstrip(",")) for line in text.split("\n")[1:-2]]  # a line each, for tools that compare by lines
    assert [one["created"] for one in each] == [note.created for note in given_notes]
    back = jsonld.read(text, find)
    assert back.notes == tuple(given_notes)


def meant(text: str) -> dict[str, Any]:
    """Expand annotations with the W3C's context in a JSON-LD library."""
    jsonld = pytest.importorskip("pyld", reason="needs PyLD").jsonld
    context = json.loads((Path(__file__).parent / "anno-context.json").read_text())

    def load(url: str, _options: Any = None) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    (expanded,) = jsonld.expand(json.loads(text), {"documentLoader": load})
    assert isinstance(expanded, dict)
    return expanded


def iris(node: Any) -> set[str]:
    """Yield every property and class in expanded JSON-LD."""
    if isinstance(node, list):
        return set().union(*map(iris, node))
    if not isinstance(node, dict) or node.get("@type") == "@json":
        return set()
    types = node.get("@type", [])
    own = {types} if isinstance(types, str) else set(types)
    return own.union({key for key in node if not key.startswith("@")}, *(iris(value) for value in node.values()))


def test_every_term_of_an_annotation_has_the_iri_that_the_w3c_gives_it() -> None:
    found = iris(meant(text_of("jsonld", PLAIN)))
    oa, dcterms, streams = "http://www.w3.org/ns/oa#", "http://purl.org/dc/terms/", "http://www.w3.org/ns/activitystreams#"
    xsd, rdf = "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    classes = "Annotation SpecificResource TextQuoteSelector TextPositionSelector TextualBody"
    properties = "hasBody hasTarget hasSource hasSelector hasPurpose motivatedBy exact prefix suffix start end styleClass"
    assert found == {
        *(f"{oa}{name}" for name in f"{classes} {properties}".split()),
        *(f"{streams}{name}" for name in ("OrderedCollection", "OrderedCollectionPage", "first", "items")),
        *(f"{dcterms}{name}" for name in ("created", "modified")),
        *(f"{xsd}{name}" for name in ("dateTime", "nonNegativeInteger", "string")),
        f"{rdf}value", "http://purl.org/dc/elements/1.1/format", "http://www.w3.org/2000/01/rdf-schema#label",
        "urn:x-briefing:ns#note", "urn:x-briefing:ns#link", "urn:x-briefing:ns#article",
    }  # fmt: skip


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_notes=many_notes.filter(bool))
def test_a_store_that_went_out_comes_back_into_an_empty_one_without_its_drafts(given_notes: list[Note], tmp_path: Path) -> None:
    with TemporaryDirectory(dir=tmp_path) as folder:
        with NoteStore(Path(folder) / "full.db") as full:
            full.import_notes(given_notes)
            full.save_draft(replace(PLAIN, id="n-draft", body="half a sent"))
            text = "".join(named("jsonld").write(bundles(full.each(), lambda _: None)))
            kept = full.notes()
        with NoteStore(Path(folder) / "empty.db") as empty:
            empty.import_notes(jsonld.read(text, find).notes)
            assert empty.notes() == kept


@given(many_notes)
def test_annotations_mean_what_the_w3c_says(given_notes: list[Note]) -> None:
    expanded = meant(text_of("jsonld", *given_notes))
    oa = "http://www.w3.org/ns/oa#"
    page = expanded["http://www.w3.org/ns/activitystreams#first"]
    items = page[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(given_notes)
    for item, note in zip(items, given_notes, strict=True):
        assert item["@type"] == [f"{oa}Annotation"]
        quoted = item[f"{oa}hasTarget"][0][f"{oa}hasSelector"][0]
        assert quoted[f"{oa}exact"] == [{"@value": note.words}]
        texts = [
            body["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]
            for body in item.get(f"{oa}hasBody", [])
            if body[f"{oa}hasPurpose"] == [{"@id": f"{oa}commenting"}]
        ]
        assert texts == ([note.body] if note.body else [])


HYPOTHESIS = """{"total": 7, "rows": [
 {"id": "AbC_12-x", "created": "2026-02-01T10:00:00.123456+00:00", "updated": "2026-02-02T11:30:00+02:00",
  "user": "acct:ines@example.org", "uri": "https://example.org/harbour", "text": "Is that so?", "tags": ["check"],
  "document": {"title": ["The harbour"]}, "group": "__world__", "hidden": false, "user_info": {"display_name": null},
  "target": [{"source": "https://example.org/harbour", "selector": [
    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 10, "endOffset": 37},
    {"type": "TextPositionSelector", "start": 10, "end": 37},
    {"type": "TextQuoteSelector", "exact": "We measured it three times.", "prefix": "She said: “", "suffix": "” Then"}]}]},
 {"id": "reply", "references": ["AbC_12-x"], "text": "Yes.", "tags": [], "uri": "https://example.org/harbour",
  "target": [{"source": "https://example.org/harbour"}]},
 {"id": "further", "references": ["AbC_12-x", "reply"], "text": "Since when?", "tags": [], "uri": "https://example.org/harbour",
  "permissions": {"read": ["group:__world__"], "admin": ["acct:ines@example.org"]}, "target": [{"source": "https://example.org/harbour"}]},
 {"id": "lost", "references": ["elsewhere"], "text": "To nobody.", "tags": [], "uri": "https://example.org/harbour",
  "target": [{"source": "https://example.org/harbour"}]},
 {"id": "lit", "text": "", "tags": [], "uri": "https://example.org/harbour", "document": {}, "target": [
  {"source": "https://example.org/harbour", "selector": [{"type": "TextQuoteSelector", "exact": "Then she left."}]}]},
 {"id": "page", "text": "", "tags": ["to read"], "uri": "https://example.org/harbour", "target": [{"source": "https://example.org/h"}]},
 {"id": "empty", "text": "", "tags": [], "uri": "https://example.org/harbour", "target": [{"source": "https://example.org/harbour"}]}
]}"""


def test_an_export_of_hypothesis_is_read() -> None:
    found = jsonld.read(HYPOTHESIS, find)
    note = found.notes[0]
    assert (note.briefing, note.kind, note.body, note.tags) == ("harbour", "selection", "Is that so?", ("check",))
    assert (note.words, note.selector.prefix, note.selector.position) == ("We measured it three times.", "She said: “", 10)
    assert (note.created, note.modified) == ("2026-02-01T10:00:00.123Z", "2026-02-02T09:30:00.000Z")
    assert jsonld.read(HYPOTHESIS, find).notes[0].id == note.id


def test_what_hypothesis_has_besides_annotations_is_kept_where_it_says_something() -> None:
    found = jsonld.read(HYPOTHESIS, find)
    assert [(one.id, one.kind, one.words, one.body, one.colour) for one in found.notes[1:]] == [
        ("reply", "selection", "We measured it three times.", "Yes.", None),
        ("further", "selection", "We measured it three times.", "Since when?", None),
        ("lost", "briefing", "", "To nobody.", None),
        ("lit", "selection", "Then she left.", "", "yellow"),
        ("page", "briefing", "", "", "yellow"),
    ]
    assert found.notes[-1].tags == ("to read",)
    assert found.left_out == 1


def test_a_plain_annotation_of_another_program_is_read() -> None:
    text = json.dumps(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno23", "type": "Annotation",
            "body": {"type": "TextualBody", "value": "Hm."},
            "target": {
                "source": "https://example.org/harbour", "selector": {"type": "TextQuoteSelector", "exact": "Then she left."},
            },
        }
    )  # fmt: skip
    (note,) = jsonld.read(text, find).notes
    assert (note.id, note.body, note.words) == ("anno23", "Hm.", "Then she left.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ('{"rows":\n[\n{"target": [}]}', 3),
        ("[" * 5000, 1),
        ('"words"', 1),
        ("{}", 1),
        ('[\n\n{"no": "target"}]', 3),
        (HYPOTHESIS.replace('"tags": ["check"]', '"tags": [7]'), 2),
        (HYPOTHESIS.replace('"references": ["AbC_12-x"]', '"created": "yesterday"'), 9),
        (HYPOTHESIS.replace('"references": ["AbC_12-x"], ', "").replace('[{"source": "https://example.org/harbour"}]', "[7]"), 9),
        ("jsonld", 1),
    ],
)  # fmt: skip
def test_a_broken_import_is_told_by_its_line(text: str, line: int) -> None:
    with pytest.raises(BrokenImport) as broken:
        jsonld.read(text, find)
    assert broken.value.line == line
    assert "\n" not in broken.value.why


def test_a_briefing_is_a_news_article() -> None:
    article = as_object(BRIEFING)
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == BRIEFING.title
    assert article["author"] == [{"@type": "Person", "name": "Ines Calder"}]
    assert article["hasPart"][0]["creator"] == {"@id": "#maria-ortega", "name": "Maria Ortega"}
    assert article["articleBody"].startswith("She said")
    assert "dateline" not in article
    assert json.loads(text_of("newsarticle")) == article


def test_a_news_article_says_nothing_that_schema_org_has_no_property_for() -> None:
    models = pytest.importorskip("msgspec_schemaorg.models", reason="needs msgspec-schemaorg")

    def unknown(node: Any) -> list[str]:
        if isinstance(node, list):
            return [name for one in node for name in unknown(one)]
        if not isinstance(node, dict):
            return []
        kind = node.get("@type")
        fields = getattr(models, kind).__struct_fields__ if kind else ("name",)
        here = [f"{kind}.{name}" for name in node if not name.startswith("@") and name not in fields]
        return here + [name for one in node.values() for name in unknown(one)]

    shipped = [load(path).briefing for path in shipped_content().glob("*.md")]
    assert len(shipped) > 3
    assert [unknown(as_object(one)) for one in (BRIEFING, *shipped)] == [[]] * (1 + len(shipped))


def test_a_digest_does_not_pass_its_words_off_as_the_articles() -> None:
    assert "articleBody" not in as_object(Briefing("d", article="digest", sections=BRIEFING.sections))


def test_a_persons_template_is_a_format(tmp_path: Path) -> None:
    (tmp_path / "cards.tsv.j2").write_text(
        "{% for b in bundles %}{% for n in b.notes %}{{ n.words }}\t{{ link(n) }}\n{% endfor %}{% endfor %}"
    )
    form = named("cards", tmp_path)
    assert form.extension == "tsv"
    assert "".join(form.write([bundle(PLAIN)])) == "We measured it three times.\tbriefing read harbour#n-plain\n"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{% for %}", ":1: "),
        ("\n{{ nothing.here }}", "'nothing' is undefined"),
        ("{{ link.__globals__ }}", "unsafe"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe"),
        ("{{ 1 / 0 }}", "division"),
        ("{% include '/etc/passwd' %}", "loader"),
        ("{{ link(7) }}", "attribute"),
        ("{{ 'a' * 10**17 }}", "memory"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
    ],
)
def test_a_template_that_is_broken_or_breaks_out_is_told_in_one_line(tmp_path: Path, template: str, told: str) -> None:
    (tmp_path / "mine.txt.j2").write_text(template)
    with pytest.raises(BrokenTemplate) as broken:
        list(named("mine", tmp_path).write([bundle(PLAIN)]))
    assert told in str(broken.value)
    assert "\n" not in str(broken.value)


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFormat, match="markdown, org"):
        named("docx", tmp_path)


def test_the_way_back_is_quoted_for_a_shell() -> None:
    assert link(replace(PLAIN, briefing="with space")) == "briefing read 'with space#n-plain'"
    assert [tag_word(tag) for tag in ("to ask", "2026", "a_b", "_x_", "…")] == ["to-ask", "n2026", "a_b", "x", ""]


UNDATED_ANNOTATION = """{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:other:a-1", "type": "Annotation",
 "body": {"type": "TextualBody", "value": "Is that so?"}, "target": {"source": "https://example.org/harbour",
 "selector": {"type": "TextQuoteSelector", "exact": "We measured it three times."}}}"""


def test_an_undated_annotation_that_is_read_again_does_not_undo_what_the_user_changed(tmp_path: Path) -> None:
    with NoteStore(tmp_path / "notes.db") as store:
        store.import_notes(jsonld.read(UNDATED_ANNOTATION, find).notes)
        (note,) = store.notes()
        store.edit(note, replace(note, body="It is."))
        store.import_notes(jsonld.read(UNDATED_ANNOTATION, find).notes)
        assert "It is." in [one.body for one in store.notes()]
