"""Write generated notes to a vault, edit it, and import it.

    python -m benchmarks.notes.vault [--notes 1000] [--seed 1]

Counted are notes that an import or an export refused, and notes or other words of the user that are not as they were typed.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from briefing_tui.export.bundle import bundles
from briefing_tui.export.files import Ledger, Refused, export_folder
from briefing_tui.export.formats import named
from briefing_tui.export.incoming import BrokenImport
from briefing_tui.export.vault.note_part import NotePart
from briefing_tui.export.vault.reading import find_parts
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.note import COLOURS, KINDS, Note, new_id, now
from briefing_tui.model.selector import Selector
from briefing_tui.model.typed_text import trimmed, typed_text, with_typed_text
from briefing_tui.notes.store import NoteStore

_LINES = r"""See [[The old quay]] and [[Quay|the quay]], ![[cracks.png]]
#cost and #money/quays
**Important**: ask _her_, ~~not him~~, ==soon==
`code` and `= this.file.name`
[link](https://example.org/a_(b)) <https://example.org>
- one\n- two\n  - three\n1. four
- [ ] call\n- [x] write
```python\nprint("[[no link]]")\n```
```dataview\nTABLE file.name\n```
```\nnever closed
~~~
| a | b |\n| --- | --- |\n| 1 | 2 |
> [!note] A callout\n> with **bold** words
> a quote of my own
<details><summary>More</summary>hidden</details>
<!-- a comment -->
<!-- briefing:end -->
<!-- briefing:note n-1 01234567 {"briefing":"harbour"} -->
<!-- /briefing:note n-1 -->
---\ntitle: no front matter\n---
title: a line like front matter
---
***
***not bold
===
# A heading
## Lead
#### deeper
^my-block
a paragraph ^my-block2
**Note** ^n-other
%%a comment%%
%%\nof several lines\n%%
$x^2$ and $$\nE = mc^2\n$$
two spaces at the end  \nof a line
    indented\n\ttab
a\\\nbackslash \\* and \\\\ two
\\^no-id
— a dash, 東京, العربية, naïve, 👩‍👩‍👧
key:: value
{{query (todo TODO)}} ((64b0))
<% tp.file.title %> and <%* code %>
&amp; &#8203; &lt;
[^1]: a footnote
[Open in briefing](briefing://harbour/n-23456789ab "012345-6789ab") · quote · 2 March 2026, 10:11 UTC · `briefing read x#n-1`
[Open in briefing](briefing://harbour)
#only #tags
#"two words" and #two-words
tags: [a, b]"""
TEXTS = [line.replace(r"\n", "\n") for line in _LINES.split("\n")]
"""Lines as users type them, and such as look like the program's own; some of several lines."""

Random = random.Random


def some_text(chance: Random, most: int = 5) -> str:
    """Return Markdown of up to so many pieces, with empty lines between some of them."""
    pieces = [chance.choice(TEXTS) for _ in range(chance.randint(0, most))]
    return "".join(piece + chance.choice(["\n", "\n\n", "\n\n\n"]) for piece in pieces)


def some_note(chance: Random, briefing: str) -> Note:
    """Return a note on made-up words."""
    number, kind = chance.randint(0, 5), chance.choice(KINDS)
    body = some_text(chance)
    if chance.random() < 0.1:
        body += f'[{"x"}](briefing://harbour/ID "012345-6789ab") · mine\n'
    note_id = new_id()
    words = chance.choice(["We measured it.", "# It *moved*\n\nthree <% times", "— [[he]] said", "> so\n^n-1"])
    note = Note(
        note_id,
        briefing,
        kind,
        selector=Selector(words, position=chance.randint(0, 99)),
        section=f"Section {number}" if number else "",
        attribution=chance.choice(["", "Maria Ortega", "*Jun* Sato"]),
        body=body.replace("/ID ", f"/{note_id} "),
        colour=chance.choice([None, *COLOURS]),
        tags=("follow-up", "two words", "2024", "a/b")[: chance.randint(0, 4)],
        created=(time := now()),
        modified=time,
    )
    return with_typed_text(note, f"{note.body}{typed_text(note)[len(trimmed(note.body)) :]}") if chance.random() < 0.5 else note


@dataclass
class Outcome:
    """The things that went wrong, as sentences, and the number of notes."""

    notes: int = 0
    refused: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


class VaultUser:
    """A user who keeps the notes of one briefing in a vault.

    Every choice comes from `chance`.
    """

    def __init__(self, folder: Path, chance: Random, count: int) -> None:
        self.chance, self.outcome = chance, Outcome(count)
        self.vault = folder / "vault"
        self.store = NoteStore(folder / "notes.db")
        self.briefing = Briefing(
            "harbour", title=chance.choice(["The harbour", "A: b/c? <% x"]), source=Source("x", "https://example.org/a")
        )
        self.form, self.ledger = named("markdown"), Ledger(folder / "exports.json")
        self.store.import_notes([some_note(chance, "harbour") for _ in range(count)])
        self.typed = {note.id: typed_text(note) for note in self.store.notes()}
        """The text that each note must have in the store, by its id."""
        self.outside: list[str] = []
        """Lines that the user typed outside of the notes."""

    def export(self) -> None:
        """Write the vault; nothing may be refused."""
        given = bundles(self.store.notes(), lambda _: self.briefing)
        for result in export_folder(self.vault, given, self.form, self.ledger):
            if isinstance(result, Refused) or result.left:
                self.outcome.refused.append(f"export: {result if isinstance(result, Refused) else result.left}")

    @property
    def file(self) -> Path:
        """The one file of the vault."""
        (file,) = self.vault.rglob("*.md")
        return file

    def edit(self) -> None:
        """Edit the file in a few ways."""
        ways: list[Callable[[list[str]], list[str]]] = [
            self._type, self._type, self._between, self._reorder, self._add_property, self._delete, self._tidy, self._quote_more,
            self._without_end,
        ]  # fmt: skip
        lines = self.file.read_bytes().decode().replace("\r\n", "\n").split("\n")
        for way in self.chance.sample(ways, self.chance.randint(1, 4)):
            lines = way(lines)
        end = self.chance.choice(["\n", "\n", "\r\n"])
        self.file.write_bytes(end.join(lines).encode())
        if self.chance.random() < 0.3:
            target = self.vault / self.chance.choice(["renamed.md", "folder/moved.md", "Ünï.md"])
            target.parent.mkdir(exist_ok=True)
            self.file.rename(target)

    def _part(self, lines: list[str]) -> NotePart | None:
        parts = [part for part in find_parts(lines) if part.has_link and part.has_id]
        return self.chance.choice(parts) if parts else None

    def _type(self, lines: list[str]) -> list[str]:
        """Type another text into a note."""
        if (part := self._part(lines)) is None:
            return lines
        text = some_text(self.chance).replace("<%", "%")
        self.typed[part.id] = trimmed(text)
        return [*lines[: part.text], "", *text.split("\n"), *lines[part.text_end :]]

    def _between(self, lines: list[str]) -> list[str]:
        """Type something of one's own below a note."""
        if (part := self._part(lines)) is None:
            return lines
        words = f"my own words {len(self.outside)} [[link]] *emphasis*"
        self.outside.append(words)
        return [*lines[: part.end], "", words, *lines[part.end :]]

    def _reorder(self, lines: list[str]) -> list[str]:
        """Move a note to the end."""
        if (part := self._part(lines)) is None:
            return lines
        return [*lines[: part.start], *lines[part.end :], "", *lines[part.start : part.end], ""]

    def _add_property(self, lines: list[str]) -> list[str]:
        """Add a property, and bring the others into another order."""
        end = lines.index("---", 1)
        name = f"mine{len(self.outside)}: yes"
        self.outside.append(name)
        return ["---", name, *lines[1:end], "status: open", *lines[end:]]

    def _delete(self, lines: list[str]) -> list[str]:
        """Delete a note from the file; the next export writes it again."""
        if (part := self._part(lines)) is None:
            return lines
        here = self.store.get(part.id)
        self.typed[part.id] = typed_text(here) if here else ""
        gone = lines[part.start : part.end]
        self.outside = [words for words in self.outside if words not in gone]
        return [*lines[: part.start], *lines[part.end :]]

    def _tidy(self, lines: list[str]) -> list[str]:
        """Do as a linter does with spaces and empty lines."""
        tidied: list[str] = []
        for line in map(str.rstrip, lines):
            if line or (tidied and tidied[-1]):
                tidied.append(line)
        self.typed |= {part.id: _text(tidied, part) for part in find_parts(tidied)}
        return tidied

    def _quote_more(self, lines: list[str]) -> list[str]:
        """Emphasise a word of the article's."""
        part = self._part(lines)
        if part is None or part.start == part.words_end:
            return lines
        words = f"> **my emphasis {len(self.outside)}**"
        self.outside.append(words)
        return [*lines[: part.start], words, *lines[part.start :]]

    def _without_end(self, lines: list[str]) -> list[str]:
        """Remove the line that leads back from a note."""
        part = self._part(lines)
        if part is None or lines[part.end : part.end + 1] not in ([""], []):
            return lines
        following = [line for line in lines[part.end :] if line.strip()][:1]
        is_last = not following or following[0].startswith((">", "#", "**Note**"))
        return [*lines[: part.text_end], *lines[part.end :]] if is_last and not _misleads(lines, part) else lines

    def import_file(self) -> None:
        """Import the file; nothing may be refused."""
        try:
            assert self.form.read is not None
            found = self.form.read(self.file.read_text("utf-8"), lambda address, _: address)
        except BrokenImport as broken:
            self.outcome.refused.append(f"import: {broken}")
            return
        self.store.import_notes(found.notes, found.bases)

    def compare(self, when: str) -> None:
        """Compare the notes and the file with what was typed."""
        here = {note.id: typed_text(note) for note in self.store.notes()}
        for note_id, text in self.typed.items():
            if here.get(note_id) != text:
                self.outcome.changed.append(f"{when}: {note_id}: {text!r} became {here.get(note_id)!r}")
        lines = self.file.read_bytes().decode().replace("\r\n", "\n").split("\n")
        shown = {part.id: _text(lines, part) for part in find_parts(lines)}
        for note_id, text in here.items():
            if shown.get(note_id) != text:
                self.outcome.changed.append(f"{when}: {note_id}: the file shows {shown.get(note_id)!r} of {text!r}")
        self.outcome.changed += [f"{when}: gone: {words}" for words in self.outside if words not in lines]


def _text(lines: list[str], part: NotePart) -> str:
    from briefing_tui.export.vault.note_part import text_read

    return text_read(lines[part.text : part.text_end], part.id)


def _misleads(lines: list[str], part: NotePart) -> bool:
    """Return whether a text has lines that look like the next part.

    Without the last line of the part, its end could not be found.
    """
    text = lines[part.text : part.text_end]
    return any(line.startswith(("#", "^", "**Note**", "[Open in")) for line in text) or any(
        line.startswith(">") for line in [line for line in text if line.strip()][-1:]
    )


def run(chance: Random, count: int, rounds: int = 2) -> Outcome:
    """Let a user export, edit, import and export again, a few times."""
    with tempfile.TemporaryDirectory() as folder:
        user = VaultUser(Path(folder), chance, count)
        user.export()
        user.compare("written")
        for number in range(rounds):
            user.edit()
            user.import_file()
            user.export()
            user.compare(f"round {number + 1}")
            before = user.file.read_bytes()
            user.export()
            if user.file.read_bytes() != before:
                user.outcome.changed.append("a second export changed the file")
        user.store.close()
        return user.outcome


def main() -> None:
    """Run vaults of ten notes, and print what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, refused, changed, notes = Random(options.seed), list[str](), list[str](), 0
    while notes < options.notes:
        outcome = run(chance, 10)
        notes += outcome.notes
        refused += outcome.refused
        changed += outcome.changed
    for line in (*refused, *changed):
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{notes} notes through an edited vault: {len(refused)} refused, {len(changed)} changed\n")
    sys.exit(1 if refused or changed else 0)


if __name__ == "__main__":
    main()
