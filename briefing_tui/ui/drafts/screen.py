"""The screen of a draft's quotations beside the words of the articles."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import Resize

from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.drafts.commands import COMMANDS
from briefing_tui.ui.drafts.findings import evidence_blocks, finding_items, worst_first
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.places import ShowsPlaces
from briefing_tui.ui.widgets.item_list import ItemList, PaneList
from briefing_tui.ui.widgets.lines import LineView

if TYPE_CHECKING:
    from briefing_tui.verification.checker import Finding
    from briefing_tui.verification.drafts.reading import Draft

_BESIDE = 80
"""Columns of the terminal from which the evidence is beside the list; below, it is under it."""


class CheckedDraft(NamedTuple):
    """A draft with its findings, or why it could not be checked."""

    draft: "Draft | None" = None
    findings: "Sequence[Finding]" = ()
    trouble: str = ""
    stamp: object = None


class DraftScreen(ShowsPlaces, ListScreen[None, PaneList]):
    """Lists the quotations of a draft, with the evidence for the one under the cursor."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()
    WATCH_SECONDS = 1.0
    """How often the draft is looked at: one that is saved in an editor is checked again."""
    DEFAULT_CSS = """
    DraftScreen #check { layout: vertical; height: 1fr; }
    DraftScreen #findings { height: 1fr; }
    DraftScreen #evidence { height: 1fr; border-top: hkey $foreground 30%; }
    DraftScreen.-beside #check { layout: horizontal; }
    DraftScreen.-beside #findings { width: 2fr; height: 100%; }
    DraftScreen.-beside #evidence { width: 3fr; height: 100%; border-top: none; border-left: vkey $foreground 30%; }
    """

    def __init__(self, file: Path) -> None:
        """Check a draft against the library."""
        super().__init__(PaneList(id="findings", empty="Checking the draft…"))
        self.file = file
        self.checked = CheckedDraft()
        self._shown: list[Finding] = []
        self._only = ""
        self.evidence = LineView(id="evidence")
        self._checking = LatestWork(self, "check", self._is_checked)
        self._looking = LatestWork(self, "look", self._looked)

    def compose(self) -> ComposeResult:
        yield self.top_line
        with Container(id="check"):
            yield self.list
            yield self.evidence
        yield self.key_line

    def on_mount(self) -> None:
        """Check the draft, and again whenever it is saved."""
        self.top_line.title = self.file.name
        table = commands_of(self)
        self.key_line.commands = tuple(command for command in table.values() if command.rank and command.shown)
        self.set_class(self.size.width >= _BESIDE, "-beside")
        self.list.show([])
        self.list.focus()
        self.check_again()
        self._look_timer = self.set_interval(self.WATCH_SECONDS, self._look)

    def on_screen_suspend(self) -> None:
        """Look for nothing while another screen is on top."""
        self._look_timer.pause()

    def on_screen_resume(self) -> None:
        """Look for changes again."""
        self._look_timer.resume()

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    # Checking

    def check_again(self) -> None:
        """Read the draft and check it."""
        file = self.file
        self._checking.run(lambda: _check(file))

    def _look(self) -> None:
        file, stamp = self.file, self.checked.stamp
        if not self._checking.is_running:
            self._looking.run(lambda: _stamp(file) != stamp)

    def _looked(self, has_changed: bool) -> None:
        if has_changed:
            self.check_again()

    def _is_checked(self, checked: CheckedDraft) -> None:
        is_again = self.checked.draft is not None
        self.checked = checked
        self.line.make_bar()
        self._show()
        self.set_busy(False)
        if checked.trouble:
            self.say(checked.trouble)
        elif is_again:
            self.say("The draft was checked again.")

    # Showing

    def _show(self) -> None:
        draft, findings = self.checked.draft, self.checked.findings
        self._shown = worst_first(findings, self._only)
        self.list.set_empty(self.checked.trouble or "This draft has no quotations.")
        self.list.show(finding_items(draft, self._shown) if draft else [])
        counts = Counter(one.status for one in findings if one.status)
        good = sum(counts[status] for status in ("exact", "trimmed"))
        total = counts.total()
        parts = [f"{total} quotation{'' if total == 1 else 's'}", f"{good} right", f"{total - good} to look at"]
        self.top_line.details = tuple(parts[:1] if not total else parts)
        self.top_line.progress = f"only {self._only}" if self._only else ""
        self._show_evidence()

    @property
    def _current(self) -> "Finding | None":
        item = self.list.item
        return self._shown[int(item.id)] if item else None

    def _show_evidence(self) -> None:
        finding = self._current
        self.evidence.set_blocks(evidence_blocks(finding) if finding else [Block("", "meta")], keep_place=False)

    @on(ItemList.Moved)
    def _moved(self) -> None:
        self._show_evidence()

    def on_resize(self, event: Resize) -> None:
        """Show the evidence beside the list, or under it."""
        self.set_class(event.size.width >= _BESIDE, "-beside")

    # Acting

    @on(ItemList.Chosen)
    def _chosen(self) -> None:
        finding = self._current
        if finding is None or not finding.evidence:
            self.say("No article has these words.")
            return
        evidence = finding.evidence[0]
        self.show_place(evidence.article.id, evidence.place)

    def copy(self, cited: bool) -> None:
        """Copy the article's words."""
        from briefing_tui.verification.reports.wording import article_line

        finding = self._current
        if finding is None or not finding.evidence:
            self.say("There are no right words to copy: no article has these.")
            return
        words = " ".join(finding.evidence[0].words.split())
        if cited:
            evidence = finding.evidence[0]
            who = f" — {evidence.speakers[0]}, " if evidence.speakers else " — "
            words = f"“{words}”{who}{article_line(evidence)}"
        self.app.copy_to_clipboard(words)
        self.say("Copied the article's words" + (" with their citation." if cited else "."))

    def ask_filter(self) -> None:
        """Ask which quotations are to be listed."""
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser
        from briefing_tui.verification.reports.wording import WORST_FIRST

        counts = Counter(one.status for one in self.checked.findings if one.status)
        choices = [Choice("", "All", str(counts.total()))]
        choices += [Choice(status, status, str(counts[status])) for status in WORST_FIRST if counts[status]]

        def chosen(status: str | None) -> None:
            if status is not None:
                self._only = status
                self.list.leave()
                self._show()

        self.app.push_screen(Chooser("List only", choices), chosen)

    def ask_report(self) -> None:
        """Ask for the file of the report, and write it."""
        from briefing_tui.ui.dialogs.line_dialog import LineDialog
        from briefing_tui.ui.drafts.report import write_report

        draft = self.checked.draft
        if draft is None:
            return
        name = str(self.file.with_name(f"{self.file.stem}-quotations.md"))

        def done(is_done: bool | None) -> None:
            if is_done:
                self.say("The report is written.")

        act = lambda _, typed: write_report(typed, draft, self.checked.findings)  # noqa: E731
        self.app.push_screen(LineDialog("Report", name, act, ".md is written as Markdown, .html as HTML"), done)

    def close_top(self) -> None:
        """List all quotations again, or go back."""
        if self._only:
            self._only = ""
            self._show()
        else:
            self.dismiss(None)


def _check(file: Path) -> CheckedDraft:
    """Check a draft against the library; what is wrong with it is in the result."""
    from briefing_tui.application.inputs import InputError
    from briefing_tui.application.verifying import check_drafts
    from briefing_tui.file_io import read_file
    from briefing_tui.verification.drafts.reading import LARGEST_FILE, UnreadableDraft, read_draft

    stamp = _stamp(file)
    try:
        draft = read_draft(read_file(file, LARGEST_FILE + 1), file.name)
        ((_, findings),) = check_drafts([draft])
        return CheckedDraft(draft, findings, stamp=stamp)
    except (UnreadableDraft, InputError) as error:
        return CheckedDraft(trouble=f"{file}: {error}", stamp=stamp)
    except OSError as error:
        return CheckedDraft(trouble=f"{file}: {error.strerror or error}", stamp=stamp)


def _stamp(file: Path) -> object:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
