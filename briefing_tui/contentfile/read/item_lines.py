"""Parse metadata lines of a content file: attributions, credits, roles, comments.

They are split before Markdown is decoded, so that an escaped comma or dot belongs to the words around it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from briefing_tui.markdown.inline import ESCAPED_SIGN, clean, plain
from briefing_tui.text.late_pattern import late_pattern

_LABEL = r"(?:[^\[\]\\]++|\\.)*+"
_TARGET = r"<(?:[^<>\\]++|\\.)*+>|(?:[^\s()<>\\]++|\\.|\([^\s()]*+\))*+"
_TITLE = r'"(?:[^"\\]++|\\.)*+"'
LINK = rf"\[{_LABEL}\]\((?:{_TARGET})(?:\s+{_TITLE})?\)"
_LINK = late_pattern(rf"\[({_LABEL})\]\(({_TARGET})(?:\s+({_TITLE}))?\)")
_MARKS = {",": r",(?:\s+|$)", "·": r"\s·(?:\s++|$)|^·\s*+"}
_SPLIT = {mark: late_pattern(rf"\\.|{LINK}|(?P<mark>{pattern})") for mark, pattern in _MARKS.items()}
FLAGS = ("partial", "inferred", "direct")
"""Words at the end of an attribution that describe its quote."""
DASH = late_pattern(r"\s{0,3}(?:[—―–]|--)\s*")
_COMMENT = late_pattern(r"<!--\s*+(id|after)\s*+:\s*+(.*)-->", re.DOTALL)
NOBODY = "unattributed"


class Link(Struct, frozen=True):
    """A link in a metadata line: its words, its target as written, its title.

    The target is `#slug` or an address.
    """

    label: str
    target: str
    title: str | None = None

    @property
    def item(self) -> str | None:
        """The id that the link leads to, None if it leads out of the file."""
        return unquote(self.target[1:]) if self.target.startswith("#") else None


class Attribution(Struct, frozen=True):
    """A quote's attribution as written.

    `speaker` is a link or words, and `section` a section's id.
    """

    speaker: Link | str | None = None
    verb: str | None = None
    section: str | None = None
    is_partial: bool = False
    is_inferred: bool = False


def unescape(source: str) -> str:
    """Resolve the escapes and entities in a link's target or title."""
    if "\\" not in source and "&" not in source:
        return source
    import html  # its table of names is large, and few files have any

    return clean(html.unescape(ESCAPED_SIGN.sub(lambda match: f"&#{ord(match[1])};", source)))


def read_link(source: str) -> Link | None:
    """Read a source that is one link and nothing else; None for any other."""
    match = _LINK.fullmatch(source.strip())
    if not match:
        return None
    label, target, title = match.groups()
    target = target[1:-1] if target.startswith("<") else target
    return Link(plain(label), unescape(target), unescape(title[1:-1]) or None if title else None)


def split_line(source: str, mark: str) -> Iterator[str]:
    """Split a line at its commas or middle dots.

    Those that are escaped or inside a link separate nothing.
    """
    start = 0
    for match in _SPLIT[mark].finditer(source):
        if match["mark"] is not None:
            yield source[start : match.start()].strip()
            start = match.end()
    yield source[start:].strip()


def _flags(source: str) -> tuple[str, set[str]]:
    """Split the flags off the end of an attribution."""
    flags: set[str] = set()
    end = len(source)
    while (dot := source.rfind("·", 0, end)) >= 0 and (not dot or source[dot - 1].isspace()):
        word = source[dot + 1 : end].strip().lower()
        if word not in FLAGS:
            break
        flags.add(word)
        end = dot
    return source[:end].rstrip(), flags


def read_attribution(source: str) -> Attribution:
    """Read `— speaker, verb, [Section](#id) · partial · inferred`.

    Every element is optional.
    """
    source = DASH.sub("", source, count=1).strip()
    source, flags = _flags(source)
    elements = [element for element in split_line(source, ",") if element]
    links = [read_link(element) for element in elements]
    section: str | None = None
    if len(elements) > 1 and (last := links[-1]) and last.item is not None:
        section = last.item
        elements, links = elements[:-1], links[:-1]
    speaker: Link | str | None = None
    verb: str | None = None
    if elements and links[0]:
        speaker, verb = links[0], ", ".join(elements[1:])
    elif len(elements) > 1:
        speaker, verb = ", ".join(elements[:-1]), elements[-1]
    elif elements:
        speaker = elements[0]
    if isinstance(speaker, str):
        speaker = plain(speaker)
    return Attribution(speaker or None, plain(verb) or None if verb else None, section, "partial" in flags, "inferred" in flags)


def read_comment(source: str) -> tuple[str | None, int | None] | None:
    """Read the id and paragraph index of a comment.

    That is `<!-- id: x; after: 3 -->`, in which either may be missing; None for any other comment.
    """
    match = _COMMENT.fullmatch(source.strip())
    if not match:
        return None
    name: str | None = None
    after: int | None = None
    for pair in f"{match[1]}: {match[2]}".split(";"):
        key, _, value = pair.partition(":")
        if key.strip() == "id":
            name = clean(value) or None
        elif key.strip() == "after" and re.fullmatch(r"\s*-?\d{1,9}\s*", value):
            after = int(value)
    return name, after


def split_links(text: str, links: list[tuple[int, int, str]]) -> tuple[str, tuple[str, ...]]:
    """Split off the links in parentheses at the end of a summary point.

    Args:
        text: the visible text of the point.
        links: start, end and target of each link in it.

    Returns:
        The point's words, and the ids of the sections that the links lead to.
    """
    if not text.endswith(")"):
        return text, ()
    at = len(text) - 1
    found: list[str] = []
    for start, end, target in reversed(links):
        if not target.startswith("#") or text[end:at].strip(" ,;") or end > at:
            break
        found.append(unquote(target[1:]))
        at = start
    if not found or not text[:at].rstrip().endswith("("):
        return text, ()
    return text[:at].rstrip()[:-1].rstrip(), tuple(reversed(found))


_PAIRS = {"“": "”“", '"': '"', "«": "»", "»": "«", "„": "“”‟", "‚": "‘’", "‘": "’", "'": "'", "‹": "›", "›": "‹", "”": "”"}


def strip_quotation_marks(parts: list[str]) -> list[str]:
    """Remove the quotation marks around the parts of a quote.

    They are around each part if every part has them; otherwise there is an opening mark on the first part (or on every part),
    and a closing one on the last.
    """
    if not parts:
        return parts
    if all(_opens(part) and _closes(part, part) for part in parts):
        return [part[1:-1].strip() for part in parts]
    if not _opens(parts[0]) or not _closes(parts[0], parts[-1]):
        return parts
    made = list(parts)
    if len(parts) > 1 and all(part[:1] == parts[0][0] for part in parts):
        made = [part[1:].strip() for part in parts]
    else:
        made[0] = made[0][1:].strip()
    made[-1] = made[-1][:-1].strip()
    return made


def _opens(part: str) -> bool:
    return part[:1] in _PAIRS and len(part) > 1


def _closes(first: str, last: str) -> bool:
    return len(last) > (first is last) and last[-1:] in _PAIRS[first[0]]
