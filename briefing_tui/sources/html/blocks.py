"""Define the blocks, pictures and boxes of a page."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefing_tui.model.briefing import Mark

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class Box(Struct, eq=False, dict=True):
    """A block-level element, or an inline one with names; `parent` is the box around it."""

    element: "HtmlElement"
    parent: "Box | None"
    tag: str
    furniture: str | None = None

    @cached_property
    def names(self) -> str:
        """Class, id, role and test names, in lower case and separated by spaces.

        `articleBody` becomes `article body`.
        """
        attributes = " ".join(
            self.element.get(key) or "" for key in ("class", "id", "role", "itemprop", "data-testid", "data-component")
        )
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_\-:/]+", " ", attributes).lower() if attributes.strip() else ""

    def around(self) -> "Iterator[Box]":
        """Yield this box and those around it, from the inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def near(self, count: int) -> "list[Box]":
        """Return this box and those around it, from the inside out, `count` at most."""
        found: list[Box] = []
        box: Box | None = self
        while box is not None and len(found) < count:
            found.append(box)
            box = box.parent
        return found

    def is_within(self, other: "Box | None") -> bool:
        """Return whether the other box is this one or around it."""
        box: Box | None = self
        while box is not None and box is not other:
            box = box.parent
        return box is not None


class PageBlock(Struct, eq=False):
    """Words that a browser sets as one block.

    `text` is on one line, but for `pre` and tables. `linked` counts the letters in links, `order` is the place in the stream,
    `line` the markup's line.
    """

    box: Box
    text: str
    marks: tuple[Mark, ...] = ()
    order: int = 0
    line: int = 0
    linked: int = 0
    kind: Literal["text", "table", "pre"] = "text"
    furniture: str | None = None

    @property
    def tag(self) -> str:
        """The tag of the box."""
        return self.box.tag

    @property
    def is_link(self) -> bool:
        """True if nearly all of it is link text."""
        return self.linked >= 0.8 * len(self.text)


class PagePicture(Struct, eq=False):
    """An image of the page, with the words that the markup has for it."""

    box: Box
    element: "HtmlElement"
    order: int
    src: str | None = None
    alt: str | None = None


PageItem = PageBlock | PagePicture
