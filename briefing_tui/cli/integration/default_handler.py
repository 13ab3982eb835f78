"""The line in the user's `mimeapps.list` that makes the handler of addresses the default one.

Other lines keep their bytes. Format: https://specifications.freedesktop.org/mime-apps-spec/
"""

from briefing_tui.cli.integration.additions import HANDLER, MIME_TYPE

_SECTION = "[Default Applications]"
_LINE = f"{MIME_TYPE}={HANDLER}\n"


def default_of(text: str) -> str | None:
    """Return the file's default for our addresses, None if it has none."""
    section = ""
    for line in text.splitlines():
        key, equals, value = line.partition("=")
        if line.startswith("["):
            section = line.strip()
        elif section == _SECTION and equals and key.strip() == MIME_TYPE:
            return value.strip()
    return None


def with_default(text: str) -> tuple[str, str]:
    """Return the file with our line, and the piece that was put in."""
    at = 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line.strip() == _SECTION:
            piece = _LINE if line.endswith("\n") else f"\n{_LINE}"
            return text[:at] + piece + text[at:], piece
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    piece = f"{gap}{_SECTION}\n{_LINE}"
    return text + piece, piece


def without_default(text: str, piece: str) -> str:
    """Return the file without the piece that was put in.

    Lines that others added to its section keep the section.
    """
    before, found, after = text.partition(piece)
    if found and (_SECTION not in piece or not after.strip() or after.lstrip().startswith("[")):
        return before + after
    return "".join(line for line in text.splitlines(keepends=True) if line.strip() != _LINE.strip())
