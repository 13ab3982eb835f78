"""Check drafts against given articles, or against the library."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import InputError
from briefing_tui.application.library import ask_library
from briefing_tui.application.opening import open_file
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.library.folder import content_files
from briefing_tui.verification.checker import Finding, check_draft
from briefing_tui.verification.drafts.reading import Draft

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.index.refreshing import Report
    from briefing_tui.model.briefing import Briefing

DraftFindings = tuple[Draft, Sequence[Finding]]


def check_drafts(
    drafts: Sequence[Draft], against: Sequence[Path] = (), folder: Path | None = None, report: "Report | None" = None
) -> list[DraftFindings]:
    """Compare the quotations of drafts with articles.

    Args:
        drafts: the drafts.
        against: files and folders of articles; without any, those of the library.
        folder: the library, by default the one in use.
        report: called while new files are read into the library's index.

    Raises:
        InputError: an article can't be read, or there is no such folder.
        IndexTrouble: the index can't be used.
    """
    if against:
        from briefing_tui.verification.shelf import GivenArticles

        given = GivenArticles(_briefings(against))
        return [(draft, check_draft(draft, given)) for draft in drafts]

    def checked(index: "LibraryIndex") -> list[DraftFindings]:
        from briefing_tui.verification.library_shelf import LibraryArticles

        shelf = LibraryArticles(index)
        return [(draft, check_draft(draft, shelf)) for draft in drafts]

    return ask_library(checked, folder, report, lambda *_: True)  # a second look would take longer than the check


def _briefings(files: Sequence[Path]) -> "Iterator[Briefing]":
    for path in files:
        for file in content_files(path) if path.is_dir() else (path,):
            try:
                opened = open_file(file)
            except UnreadableFile as error:
                raise InputError(str(error)) from None
            if opened.why:
                raise InputError(f"{file}: {opened.why}")
            yield opened.briefing
