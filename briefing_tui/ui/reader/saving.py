"""The briefing saved as a content file, and gone on with there: what was built on the way, or ships with the program, has none
that a person could change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line
from briefing_tui.ui.view.opened_file import Document
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen


def has_file(reader: ReadScreen) -> bool:
    """Whether the briefing stands in a content file of the person's own."""
    path = reader.document.path
    if path is None or reader.session.is_built:
        return False
    shipped = paths.shipped_content()
    is_installed = shipped.parent == Path(paths.__file__).parent.parent
    return not (is_installed and path.resolve().parent == shipped.resolve())


def with_file(reader: ReadScreen, then: Callable[[], None]) -> None:
    """Go on when the briefing stands in a file; where it does not, offer to save it first."""
    if has_file(reader):
        then()
    else:
        save_as(reader, then, "A correction is written to a content file, and this briefing has none yet.")


def save_as(reader: ReadScreen, then: Callable[[], None] | None = None, why: str = "") -> None:
    """Ask for a new file's name, write the briefing there and go on with that file; then do what was to be done."""
    from briefing_tui.ui.dialogs.ask import Ask

    if reader.session.partial:
        reader.say("Still reading the file: a moment.")
        return
    saved: list[tuple[Document, Session]] = []

    def take(_: str, typed: str) -> str:
        try:
            saved.append(_saved_there(reader, chosen_path(typed, reader.document.id)))
        except FileExistsError:
            return "There is a file of that name already, and it stays: type another name."
        except (OSError, ValueError) as error:
            return one_line(f"{typed}: {getattr(error, 'strerror', None) or error}")
        return ""

    def done(is_saved: bool | None) -> None:
        if is_saved and saved:
            document, session = saved[-1]
            _go_on(reader, document, session)
            if then:
                then()

    value = _shown(free_path(reader.document))
    reader.app.push_screen(Ask("Save as content file", value, take, why), done)


def chosen_path(typed: str, name: str) -> Path:
    """The file that a person means: a folder's is called after the briefing, and a content file ends in .md."""
    path = Path(typed.strip()).expanduser().absolute()
    if typed.strip().endswith(("/", "\\")) or not typed.strip() or path.is_dir():
        path = path / f"{name}.md"
    return path if path.suffix == ".md" else path.with_name(f"{path.name}.md")


def free_path(document: Document) -> Path:
    """A name that is not taken in the library: the briefing's, so that notes and places stay with it."""
    from itertools import count

    folder = paths.library()
    names = (f"{document.id}.md" if number == 1 else f"{document.id}-{number}.md" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _shown(path: Path) -> str:
    """A path as a person types it."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _saved_there(reader: ReadScreen, path: Path) -> tuple[Document, Session]:
    """Write the file and read it back. Raises FileExistsError, OSError and ValueError."""
    from briefing_tui.contentfile.write.disk import sync_names, write_new

    write_new(path, _text_there(reader))
    sync_names(path.parent)
    document = Document(path, path.stem)
    return document, document.load()


def _text_there(reader: ReadScreen) -> str:
    """The content file's text: the very same where the briefing was read from one."""
    from briefing_tui.contentfile.read.file_input import load_bytes
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import with_corrections
    from briefing_tui.contentfile.write.writer import write

    if reader.session.is_built:
        return write(with_corrections(reader.session.briefing, reader.session.corrections))
    document = reader.document
    if document.text is not None or document.path is None:
        return document.text or ""
    return load_bytes(document.path).decode(errors="surrogateescape")


def _go_on(reader: ReadScreen, document: Document, session: Session) -> None:
    """Read on in the file that was saved; the notes go along."""
    before = reader.session.briefing.id
    reader.loader.go_on_in(document, session)
    if document.id != before:
        reader.noting.thread.work(partial(reader.noting.thread.move_there, before, document.id), lambda _: reader.noting.load())
    reader.say(f"Saved: {_shown(document.path or Path())}")
