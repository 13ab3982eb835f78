"""The error of an address that gives nothing."""


class FetchError(Exception):
    """An address could not be fetched.

    The message is one line: why, and what to do.
    """

    def __init__(self, reason: str, status: int = 0, retry_after: int | None = None) -> None:
        """Give the reason, the answer's status (0 without an answer), and the seconds that the server asks to wait."""
        super().__init__(reason)
        self.status = status
        self.retry_after = retry_after
