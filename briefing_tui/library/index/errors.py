"""The error of the index."""


class IndexTrouble(Exception):  # noqa: N818
    """The index can't be used; the message is one line that says what to do."""
