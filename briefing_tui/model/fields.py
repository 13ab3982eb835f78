"""The one table of front-matter fields.

Whatever reads, writes, builds or merges them goes through it. A field is an attribute of `Briefing` of the same name. To add
one: the attribute, its row here and, if sources have it, the attribute of `Document`. Parsing, writing, normal form, JSON, JSON
Schema, building and merging follow.
"""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from briefing_tui.model.briefing import Briefing

FieldType = Literal["text", "list", "day", "language", "article", "source"]
"""The type of a field's value.

text      one line of words, or None
list      a tuple of lines
day       an ISO 8601 date (year-month-day), or None
language  a BCP 47 tag, or None
article   "full" or "digest"
source    a `Source`, or None
"""

MergeRule = Literal["unless edited", "always", "never"]
"""The times at which a rebuild sets a field: unless the user edited it, whenever the source has it, or never."""


class FrontMatterField(NamedTuple):
    """One key of the front matter, which is also a key of the JSON.

    `type` decides the form in YAML and in JSON. `in_document` says whether sources have the field, so that the builder copies it
    from the `Document`.
    """

    key: str
    type: FieldType = "text"
    in_document: bool = True
    merge: MergeRule = "unless edited"


VERSION_KEY = "briefing"
"""The key that makes Markdown a content file; its value is the version of the format."""

FIELDS = (
    FrontMatterField("title"),
    FrontMatterField("kicker"),
    FrontMatterField("lead"),
    FrontMatterField("published", "day"),
    FrontMatterField("modified", "day"),
    FrontMatterField("publisher"),
    FrontMatterField("authors", "list"),
    FrontMatterField("editors", "list"),
    FrontMatterField("dateline"),
    FrontMatterField("language", "language"),
    FrontMatterField("tags", "list", in_document=False, merge="never"),
    FrontMatterField("article", "article", in_document=False, merge="never"),
    FrontMatterField("source", "source", merge="always"),
)
"""Every field, in the order of the front matter."""

KEYS = frozenset({VERSION_KEY, *(field.key for field in FIELDS)})
"""The keys that the format knows; others are kept in `Briefing.extra`."""

_POSITION = {name: number for number, name in enumerate(Briefing.__struct_fields__)}

FIELDS_IN_JSON = tuple(
    sorted(FIELDS, key=lambda field: (field.type != "article", _POSITION[field.key]))  # the article's kind comes first
)
"""Every field, in the order of the JSON and of merging: that of the attributes of `Briefing`, after `article`."""


def values_of(holder: object, fields: Iterable[FrontMatterField]) -> dict[str, Any]:
    """Return the values that a `Briefing` or `Document` has in these fields, by key."""
    return {field.key: getattr(holder, field.key) for field in fields}
