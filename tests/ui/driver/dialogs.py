"""Dialogs on top of the reader (choices, questions, help, export, palette), and the library."""

from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Static

from briefing_tui.ui.commands import GROUPS
from briefing_tui.ui.comparison.screen import ComparisonScreen
from briefing_tui.ui.dialogs.chooser import Choice, Chooser
from briefing_tui.ui.dialogs.help import HelpView
from briefing_tui.ui.dialogs.line_dialog import LineDialog
from briefing_tui.ui.dialogs.link import LinkScreen
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.drafts.screen import DraftScreen
from briefing_tui.ui.exporting import last_export
from briefing_tui.ui.exporting.screen import ExportScreen
from briefing_tui.ui.library.screen import LibraryScreen
from briefing_tui.ui.people.dossier_screen import DossierScreen
from briefing_tui.ui.people.same_words_screen import SameWordsScreen
from briefing_tui.ui.read_screen import ReadScreen
from tests.ui.driver.input import Input


def command_groups() -> list[str]:
    """Return the headings of the commands in the help and the palette."""
    return list(GROUPS)


def command_keys() -> set[str]:
    """Return all keys of the commands of the reader and the library."""
    return {key for command in (*ReadScreen.TABLE.values(), *LibraryScreen.TABLE.values()) for key in command.keys}


def fix_export_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make the export offer this folder instead of the user's documents."""
    monkeypatch.setattr(last_export, "_documents", lambda: folder)


class Wrapped(NamedTuple):
    """A row of wrapped text: its prefix (keys, indent) and its words."""

    before: str
    words: str

    @property
    def width(self) -> int:
        """Return the cells of both."""
        return cell_len(self.before) + cell_len(self.words)


class DialogsSeen(Input):
    """Dialogs and the library as the user sees them."""

    def box_rows(self) -> list[str]:
        """Return the rows of the dialog on top, without any frames."""
        box = self.app.screen.query(".box").first(Widget).content_region
        return [row[box.x : box.right].strip(" ▌▁▂▃▄▅▆▇█") for row in self.rows()[box.y : box.bottom]]

    async def click_in_box(self, words: str) -> None:
        """Click words in the dialog on top."""
        box = self.app.screen.query(".box").first(Widget).content_region
        x, y = next((x, y) for x, y in self.find_all(words) if box.contains(x, y))
        await self.click_at(x, y)

    async def close_twice(self) -> None:
        """Close the dialog on top twice at the same moment."""
        screen = self.app.screen
        assert isinstance(screen, ModalDialog)
        screen.dismiss()
        screen.dismiss()
        await self.settle()

    def run_command(self, name: str) -> None:
        """Run a command of the reader, without waiting."""
        ReadScreen.TABLE[name].run(self._reader)

    async def run_library_command(self, name: str) -> None:
        """Run a command of the library."""
        self._library.TABLE[name].run(self._library)
        await self.settle()

    def open_palette(self) -> None:
        """Open the command palette, without waiting."""
        self.app.action_command_palette()

    def jump_letters(self) -> int:
        """Return the number of jump labels on the screen."""
        return len(self.app.screen.query(".jump"))

    def jump_labels(self) -> list[tuple[int, int, int]]:
        """Return the column, row and width of each jump label."""
        return [(*label.region.offset, label.region.width) for label in self.app.screen.query(".jump").results(Static)]

    def jump_letter_at(self, x: int, y: int) -> str:
        """Return the letters of the jump label at a cell."""
        return next(
            str(label.content) for label in self.app.screen.query(".jump").results(Static) if tuple(label.region.offset) == (x, y)
        )

    async def press_jump_letter_at(self, row: int) -> None:
        """Press the letters of the article's label that is nearest to a row of it."""
        region = self._region_of("article")
        labels = [label for label in self.app.screen.query(".jump").results(Static) if region.contains(*label.region.offset)]
        label = min(labels, key=lambda label: abs(label.region.y - region.y - 1 - row))
        await self.press(*str(label.content))

    async def show_link(self, address: str) -> None:
        """Ask whether to open an address."""
        self.app.push_screen(LinkScreen(address))
        await self.settle()

    # A list of choices

    async def show_choices(self, texts: list[str], at: int) -> None:
        """Show a list of choices, without waiting for its layout."""
        await self.app.push_screen(Chooser("Choices", [Choice(str(number), text) for number, text in enumerate(texts)], at=at))

    @property
    def _chooser(self) -> Chooser:
        screen = self.app.screen
        assert isinstance(screen, Chooser)
        return screen

    def go_to_last_choice(self) -> None:
        """Put the cursor on the last choice, without waiting."""
        self._chooser.action_end(True)

    def choices(self) -> list[str]:
        """Return the choices."""
        return [item.blocks[0].text for item in self._chooser.list.items]

    def chosen(self) -> int:
        """Return the number of the choice under the cursor, from 0."""
        return self._chooser.list.cursor

    def letter_of(self, choice: str) -> str:
        """Return the letter before a choice in the list on top."""
        row = next(row for row in self.box_rows() if row.split(maxsplit=1)[1:] and row.split(maxsplit=1)[1].startswith(choice))
        return row.split()[0]

    # A question

    def put_answer(self, text: str) -> None:
        """Replace the typed text in the dialog on top."""
        screen = self.app.screen
        assert isinstance(screen, LineDialog)
        screen.line.value = text

    # Help

    @property
    def _help(self) -> HelpView:
        return self.app.screen.query_one(HelpView)

    def help_text(self) -> str:
        """Return the open help, one line for each heading and command."""
        return "\n".join(block.text for block in self._help.blocks)

    def help_groups(self) -> list[str]:
        """Return the headings of the open help, in order."""
        return [block.text for block in self._help.blocks if block.style == "group"]

    def help_width(self) -> int:
        """Return the cells available to a row of the help."""
        return self._help.text_width

    def help_on_commands(self) -> list[list[Wrapped]]:
        """Return the rows of each command's help."""
        view, wrapped = self._help, []
        for number, block in enumerate(view.blocks):
            if block.style == "text":
                rows = []
                for line in view.lines_of(number):
                    words = "".join(block.text[piece.start : piece.end] for piece in line if not piece.fill)
                    rows.append(Wrapped("".join(piece.fill for piece in line), words))
                wrapped.append(rows)
        return wrapped

    # The export

    @property
    def _export(self) -> ExportScreen:
        screen = self.app.screen
        assert isinstance(screen, ExportScreen)
        return screen

    def preview_lines(self) -> list[str]:
        """Return the preview lines of the export."""
        return [block.text for block in self._export.preview.blocks]

    def preview_height(self) -> int:
        """Return the most preview lines that fit in the view."""
        return self._export.preview.page

    def export_file(self) -> str:
        """Return the file name typed in the export."""
        return self._export.file.value

    async def put_export_file(self, name: str) -> None:
        """Replace the file name."""
        self._export.file.value = name
        await self.settle()

    def export_file_rows(self) -> list[str]:
        """Return the rows that show the file name."""
        return self._rows_in(self._export.file.region)

    # The library

    @property
    def _library(self) -> LibraryScreen:
        screen = self.app.screen
        assert isinstance(screen, LibraryScreen)
        return screen

    def library_titles(self) -> list[str]:
        """Return the titles of the briefings that the library lists."""
        return [item.blocks[0].text for item in self._library.list.items]

    def is_growing(self) -> bool:
        """Return whether the library lists only a part of its folder yet."""
        return self._library.top_line.progress.endswith("so far") or "reading the folder" in self._library.top_line.progress

    def library_cursor(self) -> str | None:
        """Return the file of the briefing under the library's cursor."""
        item = self._library.list.item
        return None if item is None else item.id

    def library_rows(self, word: str) -> list[str]:
        """Return the rows of the library's item whose title has a word."""
        shown = self._library.list
        number = next(at for at, item in enumerate(shown.items) if word in item.blocks[0].text)
        first, last = shown.item_range(number)
        rows = self.rows()
        top = shown.region.y - shown.top
        return [row[: shown.size.width] for row in rows[top + first : top + last + 1]]

    async def look_at_library(self) -> None:
        """Check for changes by other programs, as the library does every second."""
        self._library._look()
        await self.settle()
        await self.settle()

    # The check of a draft

    @property
    def _draft(self) -> DraftScreen:
        return next(screen for screen in self.app.screen_stack if isinstance(screen, DraftScreen))

    def findings(self) -> list[str]:
        """Return the status and line of each quotation that the check lists."""
        return [item.blocks[0].text for item in self._draft.list.items]

    def evidence(self) -> str:
        """Return the text beside the quotation under the cursor."""
        return "\n".join(block.text for block in self._draft.evidence.blocks)

    async def look_at_draft(self) -> None:
        """Check whether the draft was saved, as the screen does every second."""
        self._draft._look()
        await self.settle()

    # Dossiers, the same words, two articles side by side

    @property
    def _people(self) -> DossierScreen | SameWordsScreen | ComparisonScreen:
        screen = self.app.screen
        assert isinstance(screen, DossierScreen | SameWordsScreen | ComparisonScreen)
        return screen

    def list_lines(self) -> list[str]:
        """Return the text of all lines and headings of the list on top."""
        return [block.text for block in self._people.list.blocks]

    async def go_to_line(self, words: str) -> None:
        """Put the cursor on the first line that has these words."""
        items = self._people.list.items
        self._people.list.move_to(next(at for at, item in enumerate(items) if any(words in block.text for block in item.blocks)))
        await self.settle()
