"""Save the briefing as a content file and go on in it.

An article that was built on the way has none yet that could be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.state import ReaderState


class Saver:
    """Asks for the new file's name, writes it, and goes on in it."""

    def __init__(self, state: ReaderState, go_on: Callable[[OpenedFile, Session], None]) -> None:
        """`go_on` is called with the new file once it is written."""
        self._state, self._go_on = state, go_on

    @property
    def has_file(self) -> bool:
        """True if the briefing is in a content file of the user's own."""
        path = self._state.file.path
        if path is None or self._state.session.is_built:
            return False
        shipped = paths.shipped_content()
        is_installed = shipped.parent == Path(paths.__file__).parent.parent
        return not (is_installed and path.resolve().parent == shipped.resolve())

    def with_file(self, then: Callable[[], None]) -> None:
        """Call `then`; if the briefing has no file, offer to save it first."""
        if self.has_file:
            then()
        else:
            self.save_as(then, "A correction is written to a content file, and this briefing has none yet.")

    def save_as(self, then: Callable[[], None] | None = None, why: str = "") -> None:
        """Ask for a file, write the briefing there, and go on with that file.

        Then call `then`; `why` says why the user is asked.
        """
        from briefing_tui.ui.dialogs.line_dialog import LineDialog

        state = self._state
        if state.session.partial:
            state.say("The file is still being read: try again in a moment.")
            return
        saved: list[tuple[OpenedFile, Session]] = []

        def save(_: str, typed: str) -> str:
            try:
                saved.append(self._save(chosen_path(typed, state.file.id)))
            except FileExistsError:
                return "A file of that name exists already and is not overwritten: type another name."
            except (OSError, ValueError) as error:
                return one_line(f"{typed}: {getattr(error, 'strerror', None) or error}")
            return ""

        def done(is_saved: bool | None) -> None:
            if is_saved and saved:
                file, session = saved[-1]
                self._go_on(file, session)
                state.say(f"Saved: {_shown(file.path or Path())}")
                if then:
                    then()

        state.app.push_screen(LineDialog("Save as content file", _shown(free_path(state.file)), save, why), done)

    def _save(self, path: Path) -> tuple[OpenedFile, Session]:
        """Write the file and read it back. Raises FileExistsError, OSError and ValueError."""
        from briefing_tui.contentfile.write.disk import sync_names, write_new

        self._keep_source(path.parent)
        write_new(path, self._text())
        sync_names(path.parent)
        file = OpenedFile(path, path.stem)
        return file, file.load()

    def _keep_source(self, folder: Path) -> None:
        """Keep the source of an article that was built on the way, if it can still be had as it was read.

        The library keeps sources, and so does a folder that has some. Raises OSError.
        """
        from hashlib import sha256

        from briefing_tui.file_io import read_file
        from briefing_tui.library.kept_sources import keep, keeps_sources
        from briefing_tui.sources import MAX_BYTES

        session, file = self._state.session, self._state.file
        if session.built is None or not (folder == paths.library().absolute() or keeps_sources(folder)):
            return
        data = (file.text or "").encode("utf-8", "surrogateescape")
        if file.text is None and file.path is not None:
            with suppress(OSError):
                data = read_file(file.path, MAX_BYTES)
        if sha256(data).hexdigest() == session.built.document.source.sha256:
            keep(folder, data)

    def _text(self) -> str:
        """Return the content file's text: the very same if the briefing was read from one."""
        from briefing_tui.contentfile.read.file_input import load_bytes
        from briefing_tui.contentfile.rebuild.corrections_in_front_matter import with_corrections
        from briefing_tui.contentfile.write.writer import write

        session, file = self._state.session, self._state.file
        if session.is_built:
            return write(with_corrections(session.briefing, session.corrections))
        if file.text is not None or file.path is None:
            return file.text or ""
        return load_bytes(file.path).decode(errors="surrogateescape")


def chosen_path(typed: str, name: str) -> Path:
    """Return the file that the user means.

    In a folder it is called after the briefing; a content file ends in .md.
    """
    path = Path(typed.strip()).expanduser().absolute()
    if typed.strip().endswith(("/", "\\")) or not typed.strip() or path.is_dir():
        path = path / f"{name}.md"
    return path if path.suffix == ".md" else path.with_name(f"{path.name}.md")


def free_path(file: OpenedFile) -> Path:
    """Return a free name in the library: the briefing's own, or with a number.

    With its own name, notes and places stay with it.
    """
    from itertools import count

    folder = paths.library()
    names = (f"{file.id}.md" if number == 1 else f"{file.id}-{number}.md" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def _shown(path: Path) -> str:
    """Return a path as the user types it."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
