"""The part of a file that shows a note.

    > We measured it three times.
    >
    > — Maria Ortega

    ^n-7f3k9mwq2x

    Whatever the user types, as it was typed.

    [Open in briefing](briefing://harbour/n-7f3k9mwq2x "3f9a1c-07be42") · quote · 2 March 2026, 10:11 UTC · `briefing read …`

Between the block id and the line that leads back everything is the note's text. The title of the link has the versions of the
text and of the words when briefing wrote them, from which an edit is known.
"""

import re
from shlex import split
from typing import NamedTuple

from briefing_tui.export.bundle import link
from briefing_tui.export.vault.escaping import code, escaped, inert, inert_of_others, unescaped
from briefing_tui.export.vault.marks import CLOSING, FIRST_LETTERS, OPENING
from briefing_tui.model.address import address_of
from briefing_tui.model.note import COLOURS, KINDS, Note, cleaned, is_id, is_own_id, now
from briefing_tui.model.selector import Selector
from briefing_tui.model.typed_text import text_version, trimmed, typed_text, with_typed_text
from briefing_tui.presentation.dates import moment, moment_read
from briefing_tui.text.safety import harmless, one_line

BACK = "Open in briefing"
_PLAIN_COMMAND = re.compile(r"briefing read [\w.-]+#[\w-]+")


class NotePart(NamedTuple):
    """A note's part of a file, as lines (from 0) of it.

    The quoted words are `start` to before `words_end`, the text is `text` to before `text_end`, and `end` is the line after the
    part. The user may have removed the block id between words and text (`has_id`) or the last line (`has_link`).
    """

    id: str
    start: int
    words_end: int
    text: int
    text_end: int
    has_id: bool = True
    has_link: bool = True

    @property
    def end(self) -> int:
        """The line after the part."""
        return self.text_end + self.has_link


def note_lines(note: Note) -> list[str]:
    """Return the lines of a note's part."""
    words = words_lines(note)
    return [*words, *id_lines(note, bool(words)), "", *text_lines(note), closing_line(note)]


def id_lines(note: Note, has_words: bool) -> list[str]:
    """Return the lines with the block id, below the words or alone."""
    return ["", f"^{note.id}"] if has_words else [f"**Note** ^{note.id}"]


def words_lines(note: Note) -> list[str]:
    """Return the lines of the words that a note is on.

    Below them is who said them. There are none for the whole briefing.
    """
    if note.kind == "briefing" or not note.words.strip():
        return []
    shown = [escaped(line) for line in note.words.split("\n")]
    shown += [f"— {escaped(note.attribution)}"] if note.attribution else []
    return [quoted for line in shown for quoted in (f"> {line}".rstrip(), ">")][:-1]


def text_lines(note: Note) -> list[str]:
    """Return the lines of what the user typed, and an empty one.

    None of them can be taken for the part's block id or last line.
    """
    text = typed_text(note)
    quieted = inert if is_own_id(note.id) else inert_of_others
    lines = [quieted(f"\\{line}" if _is_mark(line.lstrip("\\"), note.id) else line) for line in text.split("\n")]
    return [*lines, ""] if text else []


def text_read(lines: list[str], note_id: str) -> str:
    """Return what the user typed in a part."""
    found = harmless("\n".join(lines)).split("\n")
    return trimmed("\n".join(line[1:] if _is_kept_apart(line, note_id) else line for line in found))


def _is_kept_apart(line: str, note_id: str) -> bool:
    """Return whether a backslash was put before a line, because it looks like a mark of the part."""
    return line.startswith("\\") and _is_mark(line.lstrip("\\"), note_id)


def _is_mark(line: str, note_id: str) -> bool:
    match = (CLOSING.fullmatch(line) or OPENING.fullmatch(line)) if line.startswith(FIRST_LETTERS) else None
    return match is not None and match[1] == note_id


def words_version(note: Note) -> str:
    """Return the version of the words that are shown."""
    return text_version("\n".join(words_lines(note)))


def closing_line(note: Note, has_versions: bool = True) -> str:
    """Return the last line of a note's part.

    It has a link, kind and colour, time, and the command that leads back.
    """
    title = f' "{text_version(typed_text(note))}-{words_version(note)}"' if has_versions else ""
    kind = f"{note.kind}, {note.colour}" if note.colour else note.kind
    return f"[{BACK}]({address_of(note.briefing, note.id)}{title}) · {kind} · {moment(note.created)} · {code(link(note))}"


def with_versions(line: str, text: str, words: str) -> str:
    """Return a closing line of a file with these versions; nothing else in it changes."""
    return re.sub(r'(\[[^\[\]]*\]\(briefing://[^\s()]*)(?: "[^"]*")?\)', rf'\1 "{text}-{words}")', line, count=1)


def note_read(lines: list[str], part: NotePart, section: str, owner: str) -> Note:
    """Make a note of a part, with what the file shows of it. Raises ValueError if it is none.

    Args:
        lines: those of the file.
        part: which of them are the part's.
        section: the heading above it.
        owner: the briefing that the file belongs to, if the part does not say it.
    """
    match = CLOSING.fullmatch(lines[part.text_end]) if part.has_link else None
    about = (match[4] if match else "").split(" · ")
    kind, _, colour = about[1].partition(", ") if len(about) > 1 else ("", "", "")
    words, attribution = _words_read(lines[part.start : part.words_end])
    time = next((found for one in about if (found := moment_read(one))), now())
    note = Note(
        part.id,
        _briefing(about[-1]) or owner or (match[0].partition("briefing://")[2].partition("/")[0] if match else "unknown"),
        next((known for known in KINDS if known == kind), "selection" if words else "briefing"),
        selector=Selector(words),
        section=section,
        attribution=attribution,
        colour=next((known for known in COLOURS if known == colour), None),
        created=time,
        modified=time,
        revision=1,
    )
    return cleaned(with_typed_text(note, text_read(lines[part.text : part.text_end], part.id)))


def _words_read(lines: list[str]) -> tuple[str, str]:
    """Return the words of a quotation and who said them."""
    written = [line[1:].removeprefix(" ").rstrip() for line in lines if line.startswith(">")]
    has_attribution = bool(written) and written[-1].startswith("— ")
    words = [unescaped(line) for line in written[: -2 if has_attribution else None]]
    kept = list(filter(None, words)) if any(words[1::2]) else words[::2]
    return harmless("\n".join(kept)), one_line(unescaped(written[-1][2:])) if has_attribution else ""


def _briefing(command: str) -> str:
    """Return the id of the briefing that a command reads."""
    text = command.strip()
    text = text[1:-1] if text.startswith("`") and text.endswith("`") else unescaped(text)
    try:
        words = text.split(" ") if _PLAIN_COMMAND.fullmatch(text) else split(text)
    except ValueError:
        return ""
    name, _, note = words[2].rpartition("#") if len(words) == 3 and words[:2] == ["briefing", "read"] else ("", "", "")
    return name if is_id(note) else ""
