"""The error of an export that can't be read."""


class BrokenExport(Exception):  # noqa: N818 - wrong input, shown to the user
    """Something in an export can't be read; nothing is imported."""

    def __init__(self, where: str, why: str) -> None:
        """Give the line (`:12`) or the member (` in a.json:3`), as it follows the file's name, and what is wrong."""
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why
