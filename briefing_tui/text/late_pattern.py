"""Regular expressions that are compiled when they are first used.

A start of the program compiles two hundred; that is a third of the time in which it builds a short text.
"""

import re
from typing import cast


class LatePattern:
    """A regular expression that behaves like a compiled one.

    A method that was used once is that of the compiled pattern, and as fast.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        """Take what `re.compile` takes."""
        self._pattern, self._flags = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        return re.compile(self._pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        """Return an attribute of the compiled pattern, and keep it for the next use."""
        found = getattr(self.compiled(), name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled when it is first used.

    It pays for patterns that many runs of the program do not use. A match's `re` is not this object.
    """
    return cast("re.Pattern[str]", LatePattern(pattern, flags))
