"""The table of front-matter fields: everything that handles a field goes through its row."""

from typing import Any, get_type_hints

import pytest
from msgspec.structs import replace

from briefing_tui.builder import assemble, merge_rebuilt
from briefing_tui.contentfile.json_format import to_dict
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import ArticleKind, Briefing, Paragraph, Section, Source
from briefing_tui.model.document import Document
from briefing_tui.model.fields import FIELDS, FrontMatterField

TYPES: dict[str, Any] = {
    "text": str | None,
    "list": tuple[str, ...],
    "day": str | None,
    "language": str | None,
    "article": ArticleKind,
    "source": Source | None,
}
VALUES: dict[str, tuple[Any, Any]] = {
    "text": ("A harbour", "Another harbour"),
    "list": (("One", "Two"), ("Three",)),
    "day": ("2026-03-02", "2026-03-04"),
    "language": ("en", "en-GB"),
    "article": ("digest", "full"),
    "source": (Source("quay.txt", "https://example.org/quay", "0" * 64), Source("pier.txt")),
}
"""Two values of each type."""

IN_DOCUMENT = [field for field in FIELDS if field.in_document]
PARAGRAPHS = (Paragraph("The quay moved while we measured it, and it moved again on the day after that."),)
DOCUMENT = Document(Source("quay.txt"), title="The quay", sections=(Section("lead", None, PARAGRAPHS),))


def test_the_table_has_the_attributes_of_a_briefing_with_their_types() -> None:
    attributes = get_type_hints(Briefing)
    items = {"id", "summary", "actors", "quotes", "images", "sections", "extra", "built"}
    assert {field.key: TYPES[field.type] for field in FIELDS} == {key: attributes[key] for key in attributes if key not in items}
    assert {field.key for field in IN_DOCUMENT} <= set(get_type_hints(Document))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_a_field_goes_through_the_file_and_the_json(field: FrontMatterField) -> None:
    for value in VALUES[field.type]:
        briefing = replace(Briefing("x"), **{field.key: value})
        assert getattr(read(write(briefing), "x").briefing, field.key) == value
        shown = to_dict(briefing)[field.key]
        assert shown == ({"name": value.name, "url": value.url, "sha256": value.sha256} if field.type == "source" else shown)
        assert field.type in ("list", "source") or shown == value
        assert field.type != "list" or shown == list(value)


@pytest.mark.parametrize("field", IN_DOCUMENT, ids=lambda field: field.key)
def test_a_field_that_sources_have_is_built_and_follows_the_source_unless_it_was_edited(field: FrontMatterField) -> None:
    first, second = VALUES[field.type]
    old, new = (assemble(replace(DOCUMENT, **{field.key: value}), "x").briefing for value in (first, second))
    assert getattr(old, field.key) == first
    assert getattr(merge_rebuilt(old, new).briefing, field.key) == second
    if field.merge == "unless edited":
        edited = replace(old, **{field.key: ("Mine",) if field.type == "list" else "2020-01-01" if field.type == "day" else "de"})
        assert getattr(merge_rebuilt(edited, new).briefing, field.key) == getattr(edited, field.key)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.merge == "never"], ids=lambda field: field.key)
def test_a_field_that_only_the_user_sets_outlives_a_rebuild(field: FrontMatterField) -> None:
    old = replace(assemble(DOCUMENT, "x").briefing, **{field.key: VALUES[field.type][0]})
    assert getattr(merge_rebuilt(old, assemble(DOCUMENT, "x").briefing).briefing, field.key) == VALUES[field.type][0]
