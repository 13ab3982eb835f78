"""Find what is kept of an article that the user names."""

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import Input, InputError, open_input, resolve
from briefing_tui.application.lookup import identity_of
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.library.filed_articles import FiledArticles
from briefing_tui.library.trash import FOLDER as TRASH
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.identity import Identity, address_key
from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.library.forgetting import Kept
    from briefing_tui.notes.store import NoteStore


def find_named(what: str, filed: FiledArticles, state: Path, store: "NoteStore") -> "Kept":
    """Return what is kept of the article that `what` names. Raises InputError and StoreError.

    It is the id of a briefing in the library or its trash, a file of the article, or its address.
    """
    from briefing_tui.library.forgetting import find_kept

    if "://" in what:
        if not address_key(what):
            raise InputError(f"{what}: no address of an article")
        return find_kept(Identity(Briefing(what, source=Source("", what))), filed, state, store)
    library = filed.folder
    trashed = library / TRASH / f"{what}.md"
    given = Input(path=trashed) if _is_in_trash_alone(what, trashed, library) else resolve(what)
    if given.folder or given.text is not None or given.item:
        raise InputError(f"{what}: name one article by its id, its file or its address")
    if given.path and given.path.parent == paths.shipped_content():
        raise InputError(f"{what}: a shipped briefing; it can't be forgotten")
    try:
        opened = open_input(given)
    except UnreadableFile as error:
        raise InputError(str(error)) from None
    return find_kept(identity_of(opened, given.path), filed, state, store)


def _is_in_trash_alone(name: str, trashed: Path, library: Path) -> bool:
    return Path(name).name == name and trashed.is_file() and not (library / f"{name}.md").is_file()
