"""What each line of a briefing's source was taken for, and setting lines right: found, rebuilt, kept. Knows no widget.

A source that was opened as it is keeps its corrections in the state folder; a content file, whose source is found beside it or in
the working folder, has them written into it, as a rebuild would: what a person did to the file stays.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.application import fetch_source
from briefing_tui.builder import Built, NoArticle, SourceError, Tell, assemble, build, correction_of, without_article
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.rebuild.corrections_in_front_matter import MOST, read_corrections, with_corrections
from briefing_tui.library.line_correction_store import corrections_file, remember_corrections
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.document import LineCorrection, LineCorrectionKind, SourceLine
from briefing_tui.text.safety import one_line
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session


class Unexplained(Exception):  # noqa: N818
    """The source's lines can't be shown, or not be set right: why, in a line."""


class Explaining(Struct, frozen=True):
    """A source as it was built, and what a person said of its lines. `path` is the content file that this is written to, `state`
    the folder where it is kept where there is no such file."""

    built: Built
    corrections: tuple[LineCorrection, ...]
    id: str
    path: Path | None
    state: Path | None

    @property
    def rows(self) -> tuple[SourceLine, ...]:
        """The source's lines."""
        return self.built.document.rows

    def said(self, index: int, kind: LineCorrectionKind) -> tuple[LineCorrection, ...]:
        """The corrections, with a row being this. Raises Unexplained where there are too many."""
        if len(self.corrections) >= MOST:
            raise Unexplained(f"{MOST} corrections are the most that are kept")
        return (*self.corrections, correction_of(self.built.as_read.rows, index, kind))

    def corrected(self, corrections: Sequence[LineCorrection], tell: Tell | None = None) -> "Explaining":
        """The source built anew with these corrections. Raises Unexplained where that leaves no article of one that was found."""
        as_read = self.built.as_read
        try:
            built = assemble(as_read, self.id, corrections, tell)
        except SourceError as error:
            if isinstance(error, NoArticle) and not as_read.sections:
                return replace(
                    self, built=without_article(as_read, self.id, corrections, str(error)), corrections=tuple(corrections)
                )
            raise Unexplained(f"{error}: not done") from None
        return replace(self, built=built, corrections=tuple(corrections))

    def keep(self) -> tuple[str, ...]:
        """Keep the corrections: in the content file, rebuilt by them, or in the state folder. Gives what was left as a person had
        it. Raises Unexplained where they can't be kept."""
        if self.path is not None:
            return self._write(self.path)
        if self.state is not None:
            file = corrections_file(self.state, self.built.as_read.source.sha256)
            if not remember_corrections(file, self.corrections):
                raise Unexplained(f"not kept for the next time: {file.parent} can't be written")
        return ()

    def _write(self, path: Path) -> tuple[str, ...]:
        from briefing_tui.builder import merge_rebuilt
        from briefing_tui.contentfile.write.disk import NotWritten, revise

        kept: list[str] = []

        def rebuilt(there: Briefing) -> Briefing:
            if not there.built:
                raise Unexplained(f"{path.name} does not say how it was built, so it can't be rebuilt")
            merged = merge_rebuilt(there, self.built.briefing)
            kept[:] = merged.kept
            return with_corrections(merged.briefing, self.corrections)

        try:
            revise(path, rebuilt)
        except (NotWritten, UnreadableFile) as error:
            raise Unexplained(one_line(str(error))) from None
        except OSError as error:
            raise Unexplained(one_line(f"{path.name} can't be written: {error.strerror or error}")) from None
        return tuple(kept)

    def session(self) -> Session:
        """What was built, opened."""
        session = Session.of(self.built.briefing)
        session.built, session.corrections = self.built, self.corrections
        return session


def explain(document: OpenedFile, session: Session, state: Path | None, tell: Tell | None = None) -> Explaining:
    """The lines of an open briefing's source. Raises Unexplained where the source is not at hand."""
    if session.built is not None:
        return Explaining(session.built, session.corrections, document.id, None, state)
    if document.path is None or session.briefing.source is None:
        raise Unexplained("this briefing does not name the source that it was built from")
    path = document.path
    try:
        data = _bytes_of(session.briefing.source, path)
        corrections = read_corrections(load(path).briefing)
        built = build(data, session.briefing.source.name, id=path.stem, corrections=corrections, tell=tell)
    except (SourceError, UnreadableFile, OSError) as error:
        raise Unexplained(one_line(str(error))) from None
    return Explaining(built, corrections, path.stem, path, None)


def _bytes_of(source: Source, path: Path) -> bytes:
    """The bytes of a content file's source: the file of that name beside it, or in the working folder, if it is the same."""
    name = source.name
    if Path(name).name != name:
        raise Unexplained("this briefing's source is not named as a file is")
    for folder in dict.fromkeys((path.resolve().parent, Path.cwd())):
        if (folder / name).is_file():
            data = fetch_source(folder / name)
            if source.sha256 and sha256(data).hexdigest() != source.sha256:
                raise Unexplained(f"{name} is not as it was when this was built: 'briefing build' brings the file up to date")
            return data
    raise Unexplained(f"the source, {name}, is neither beside the content file nor in the working folder")
