"""Find the articles that a draft is checked against."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import InputError, folder_in_use
from briefing_tui.application.opening import open_file
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.library.folder import content_files

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.verification.shelf import Shelf


def shelf_of(files: Sequence[Path]) -> "Shelf":
    """Return the articles of files and folders, or those of the library.

    Raises InputError for what can't be read or holds no article.
    """
    from briefing_tui.verification.shelf import GivenArticles

    return GivenArticles(_briefings(files or (folder_in_use(),)))


def _briefings(files: Sequence[Path]) -> Iterator["Briefing"]:
    for path in files:
        for file in content_files(path) if path.is_dir() else (path,):
            try:
                opened = open_file(file)
            except UnreadableFile as error:
                raise InputError(str(error)) from None
            if opened.why:
                raise InputError(f"{file}: {opened.why}")
            yield opened.briefing
