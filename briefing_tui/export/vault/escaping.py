"""Write text as Markdown that shows it, and in which nothing is a command.

Obsidian, its plug-ins Templater and Dataview, and Logseq act on more than Markdown does, some of it wherever it is in the file.
"""

import re

from briefing_tui.text.late_pattern import late_pattern

_ANYWHERE = re.compile(r"[\\`*_\[\]<|$]|~~|==|%%|::|\{\{|\(\(|&(?=#|\w+;)|#(?=\S)|(?<!\S)\^|(?<!http)(?<!https)(?<=\w):(?=//)")
_FIRST = re.compile(r"[-+>#=~:^—]|\d{1,9}(?=[.)])")
_NEEDED = late_pattern(rf"\A(?:[ \t]|{_FIRST.pattern})|[ \t]\Z|{_ANYWHERE.pattern}")
_ENTITIES = {"%": "&#37;", "<": "&lt;", "—": "&#8212;"}
_ACTIVE = late_pattern(
    r"(?<=<)(?=[%A-Za-z/!?])|(?<=\[)(?=\[)|(?<=!)(?=\[)|(?<=\{)(?=\{)|(?<=\()(?=\()|(?<=%)(?=%)|(?<=:)(?=:)|(?<=\]\()(?!https?:)"
    r"|(?<=`)(?=\s*\$?=)|(?<=```)(?=\s*[^`\s])|(?<=~~~)(?=\s*[^~\s])|(?<=\A#)(?=\+)|(?<!http)(?<!https)(?<=\w)(?=://)"
    r"|(?<=\]:)(?=\s*+(?!https?:)\S)"
)
"""Places in HTML, links, embeds, queries and macros at which a sign between makes words of them."""
_BREAK = "\u2060"
"""A word joiner: it is invisible, and no text that enters the program keeps one."""


def escaped(line: str) -> str:
    """Return the line of text with all markup escaped; spaces at its ends are kept."""
    if not _NEEDED.search(line):
        return line
    text = _ANYWHERE.sub(_safe, line)
    if match := _FIRST.match(text):
        at = match.end() if match[0].isdigit() else 0
        text = f"{text[:at]}\\{text[at:]}" if match[0] != "—" else f"{_ENTITIES['—']}{text[1:]}"
    if text[:1] in (" ", "\t"):
        text = f"&#{ord(text[0])};{text[1:]}"
    if text[-1:] in (" ", "\t"):
        text = f"{text[:-1]}&#{ord(text[-1])};"
    return text


def _safe(match: re.Match[str]) -> str:
    return "".join(_ENTITIES.get(letter, f"\\{letter}") for letter in match[0])


def unescaped(line: str) -> str:
    """Return the text that an escaped line stands for."""
    line = re.sub(r"\\([!-/:-@\[-`{-~])|&#(\d{1,6});|&lt;", lambda match: match[1] or _letter(match[2]), line)
    return line.replace(_BREAK, "")


def _letter(code: str | None) -> str:
    return "<" if code is None else chr(int(code)) if 0 < int(code) < 0x110000 else "\ufffd"


def inert(line: str) -> str:
    """Return a line of the user's Markdown without commands of Templater.

    Templater reads them everywhere, also in code.
    """
    return line.replace("<%", f"<{_BREAK}%")


def inert_of_others(line: str) -> str:
    """Return a line of somebody else's Markdown, in which nothing is fetched, embedded or run.

    Whatever looks like a command gets an invisible sign that `harmless` takes out again.
    """
    return _ACTIVE.sub(_BREAK, line)


def code(text: str) -> str:
    """Return the text as a span of code, or escaped if it can't be one."""
    return f"`{text}`" if not re.search(r"`|<%|%%|\{\{|\(\(|::", text) else escaped(text)
