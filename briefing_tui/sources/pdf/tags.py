"""Read the tags of a PDF, which say what its letters are and their order.

Programs that make PDFs from documents with structure (word processors, browsers) tag them. Places in the tree of tags are paths
of numbers from its root, which are the same on each page, so that a paragraph is one even if pages divide it.
"""

import ctypes
from typing import TYPE_CHECKING, Any

from briefing_tui.sources.pdf.fragments import Fragment, Page, Path, Tag

if TYPE_CHECKING:
    import pypdfium2

MOST_STEPS = 2_000_000
"""The most elements and children of a document's tags that are looked at."""
_DEEPEST = 150
_INLINE = frozenset(("Span", "Link", "Strong", "Em", "Sub", "Quote", "Code", "Reference", "Annot", "Ruby", "Warichu", "Lbl"))
"""Tags of words within a block."""
_PLAIN = frozenset(("NonStruct", "Private", "Div", "Sect", "Part", "Document", "Art", "Form", ""))
"""Tags that say nothing of what is in them."""
_COVERED = 0.7
"""The share of a document's letters that must have tags for these to count; what has none is no text of the document."""


class TagReader:
    """Reads the tags of a document's pages, until there are too many."""

    def __init__(self) -> None:
        self._steps = 0
        self._buffer = ctypes.create_string_buffer(128)

    @property
    def is_spent(self) -> bool:
        """True if there were too many tags to read."""
        return self._steps > MOST_STEPS

    def read(self, page: "pypdfium2.PdfPage") -> dict[int, tuple[Path, Tag]]:
        """Return the place and the block of each numbered content of a page."""
        import pypdfium2.raw as raw

        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if not tree:
            return {}
        found: dict[int, tuple[Path, Tag]] = {}
        try:
            todo: list[tuple[Any, Path, Tag, bool]] = [
                (child, (index,), Tag((index,)), False)
                for index in range(raw.FPDF_StructTree_CountChildren(tree))
                if (child := raw.FPDF_StructTree_GetChildAtIndex(tree, index))
            ]
            while todo and not self.is_spent:
                element, path, around, is_inline = todo.pop()
                todo.extend(self._enter(raw, element, path, around, is_inline, found))
        finally:
            raw.FPDF_StructTree_Close(tree)
        return found

    def _enter(
        self, raw: Any, element: Any, path: Path, around: Tag, is_inline: bool, found: dict[int, tuple[Path, Tag]]
    ) -> list[tuple[Any, Path, Tag, bool]]:
        """Note the content of an element; return its children, each with the block around it."""
        children = raw.FPDF_StructElement_CountChildren(element)
        self._steps += 1 + max(0, children)
        name = self._name(raw, element)
        is_inline = is_inline or name in _INLINE
        tag = around if is_inline else _block(name, path, around)
        if name == "Lbl":
            tag = Tag(tag.path, tag.level, tag.is_item, tag.is_quote, True, tag.is_note)
        inside: list[tuple[Any, Path, Tag, bool]] = []
        numbers: list[int] = []
        for index in range(max(0, min(children, MOST_STEPS))):
            number = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number >= 0:
                numbers.append(number)
                found.setdefault(number, ((*path, index), tag))
            elif len(path) < _DEEPEST and (child := raw.FPDF_StructElement_GetChildAtIndex(element, index)):
                inside.append((child, (*path, index), tag, is_inline))
        if numbers and not inside and name in _PLAIN and not tag.is_label:
            # Browsers put each piece of text into an element of its own: its block is the one around it.
            for number in numbers:
                found[number] = (found[number][0], around)
        return inside

    def _name(self, raw: Any, element: Any) -> str:
        length = raw.FPDF_StructElement_GetType(element, self._buffer, 128)
        return self._buffer.raw[: max(0, min(length, 128) - 2)].decode("utf-16-le", "replace")


def _block(name: str, path: Path, around: Tag) -> Tag:
    """Return the block that an element is, within the one around it."""
    if name in ("H", "Title") or (len(name) == 2 and name[0] == "H" and name[1] in "123456"):
        return Tag(path, int(name[1]) if name[1:].isdigit() else 1)
    is_quote = around.is_quote or name == "BlockQuote"
    return Tag(path, 0, around.is_item or name in ("LI", "LBody"), is_quote, is_note=around.is_note or name in ("Note", "FENote"))


def in_order_of_tags(pages: list[Page]) -> list[tuple[Page, Fragment]] | None:
    """Return the fragments in the order of their tags; None if too few have any.

    What has no tag, such as running heads, is left out.
    """
    whole = tagged = 0
    order: list[tuple[Path, int, int, Page, Fragment]] = []
    for page in pages:
        for fragment in page.fragments:
            whole += len(fragment.text)
            if (found := page.tags.get(fragment.content)) is not None:
                tagged += len(fragment.text)
                fragment.tag = found[1]
                order.append((found[0], page.number, fragment.order, page, fragment))
    if tagged < _COVERED * whole or not tagged:
        return None
    order.sort(key=lambda each: each[:3])
    return [each[3:] for each in order]
