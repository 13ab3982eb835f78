"""Entries of the reading list: the status and the tags of an article."""

from typing import Literal, get_args

from msgspec import Struct

Status = Literal["unread", "reading", "read", "archived"]
STATUSES: tuple[Status, ...] = get_args(Status)

READ_FROM = 0.97
"""The progress (0 to 1) from which an article counts as read: what remains is the foot of the page."""


class ReadingEntry(Struct, frozen=True):
    """An article of the reading list.

    Times are UTC, ISO 8601 with milliseconds and `Z`; they are empty if unknown.
    """

    article: str
    """The name of the article, which its notes have, too."""
    status: Status = "unread"
    tags: tuple[str, ...] = ()
    added: str = ""
    """When it came into the library."""
    opened: str = ""
    """When it was last opened in the reader."""
    title: str = ""
    """Its headline when it was last opened."""
    modified: str = ""
    """When the user, or reading, last changed the entry."""


class SavedSearch(Struct, frozen=True):
    """A search of the library that the user gave a name."""

    name: str
    query: str
    modified: str = ""


def after_opening(status: Status) -> Status:
    """Return the status of an article that has just been opened."""
    return "reading" if status == "unread" else status


def after_reading(status: Status, progress: float) -> Status:
    """Return the status of an article that was read up to `progress`.

    Progress is from 0 to 1. What is archived stays so.
    """
    return "read" if status in ("unread", "reading") and progress >= READ_FROM else status
