"""A briefing's source with the user's corrections of its lines: found, rebuilt and saved.

The corrections of a source that was opened itself are saved in the state folder. Those of a content file, whose source is found
beside it or in the working folder, are written into it as a rebuild would: what the user edited in the file stays.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.application.opening import fetch_source
from briefing_tui.builder import Built, NoArticle, ReportProgress, SourceError, assemble, build, correction_of, without_article
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.rebuild.corrections_in_front_matter import MOST, read_corrections, with_corrections
from briefing_tui.library.line_correction_store import corrections_file, remember_corrections
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.document import LineCorrection, LineCorrectionKind, SourceLine
from briefing_tui.model.identity import Identity
from briefing_tui.text.safety import one_line
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session


class SourceLinesError(Exception):
    """The source's lines can't be shown or corrected; the message says why, in one line."""


class CorrectedSource(Struct, frozen=True):
    """A source as it is built with the user's corrections of its lines."""

    built: Built
    corrections: tuple[LineCorrection, ...]
    id: str
    path: Path | None
    """The content file that the corrections are written to."""
    state: Path | None
    """The folder where they are saved if there is no such file; None to save nothing."""

    @property
    def lines(self) -> tuple[SourceLine, ...]:
        """The source's lines, each with what it is part of."""
        return self.built.document.rows

    def with_correction(self, index: int, kind: LineCorrectionKind) -> tuple[LineCorrection, ...]:
        """Return the corrections and that of one line. Raises SourceLinesError if there are too many."""
        if len(self.corrections) >= MOST:
            raise SourceLinesError(f"{MOST} corrections are the most that are kept")
        return (*self.corrections, correction_of(self.built.as_read.rows, index, kind))

    def rebuilt(self, corrections: Sequence[LineCorrection], report: ReportProgress | None = None) -> "CorrectedSource":
        """Return the source rebuilt with these corrections; `report` is called with each step.

        Raises SourceLinesError if they leave no article in a source that has one.
        """
        as_read = self.built.as_read
        try:
            built = assemble(as_read, self.id, corrections, report)
        except SourceError as error:
            if isinstance(error, NoArticle) and not as_read.sections:
                return replace(
                    self, built=without_article(as_read, self.id, corrections, str(error)), corrections=tuple(corrections)
                )
            raise SourceLinesError(f"{error}: not done") from None
        return replace(self, built=built, corrections=tuple(corrections))

    def save(self) -> tuple[str, ...]:
        """Save the corrections in the content file, which is rebuilt, or in the state folder.

        Returns what was left as the user had edited it. Raises SourceLinesError if they can't be saved.
        """
        if self.path is not None:
            return self._write(self.path)
        if self.state is not None:
            as_read = self.built.as_read
            file = corrections_file(self.state, as_read.source.sha256)
            who = Identity(Briefing(self.id, source=as_read.source, sections=as_read.sections))
            if not remember_corrections(file, self.corrections, who):
                raise SourceLinesError(f"not kept for the next time: {file.parent} can't be written")
        return ()

    def _write(self, path: Path) -> tuple[str, ...]:
        from briefing_tui.builder import merge_rebuilt
        from briefing_tui.contentfile.write.disk import NotWritten, revise

        kept: list[str] = []

        def merged_with(there: Briefing) -> Briefing:
            if not there.built:
                raise SourceLinesError(f"{path.name} does not say how it was built, so it can't be rebuilt")
            merged = merge_rebuilt(there, self.built.briefing)
            kept[:] = merged.kept
            return with_corrections(merged.briefing, self.corrections)

        try:
            revise(path, merged_with)
        except (NotWritten, UnreadableFile) as error:
            raise SourceLinesError(one_line(str(error))) from None
        except OSError as error:
            raise SourceLinesError(one_line(f"{path.name} can't be written: {error.strerror or error}")) from None
        return tuple(kept)

    def session(self) -> Session:
        """Return the session of the briefing that was built."""
        session = Session.of(self.built.briefing)
        session.built, session.corrections = self.built, self.corrections
        return session


def open_source(file: OpenedFile, session: Session, state: Path | None, report: ReportProgress | None = None) -> CorrectedSource:
    """Return the source of an open briefing.

    Building it calls `report` with each step. Raises SourceLinesError if the source can't be found.
    """
    if session.built is not None:
        return CorrectedSource(session.built, session.corrections, file.id, None, state)
    if file.path is None or session.briefing.source is None:
        raise SourceLinesError("this briefing does not name the source that it was built from")
    path = file.path
    try:
        data = _bytes_of(session.briefing.source, path)
        corrections = read_corrections(load(path).briefing)
        built = build(data, session.briefing.source.name, id=path.stem, corrections=corrections, report=report)
    except (SourceError, UnreadableFile, OSError) as error:
        raise SourceLinesError(one_line(str(error))) from None
    return CorrectedSource(built, corrections, path.stem, path, None)


def _bytes_of(source: Source, path: Path) -> bytes:
    """Return the bytes of a content file's source: the same file beside it or in the working folder."""
    name = source.name
    if Path(name).name != name:
        raise SourceLinesError("this briefing's source is not named as a file is")
    for folder in dict.fromkeys((path.resolve().parent, Path.cwd())):
        if (folder / name).is_file():
            data = fetch_source(folder / name)
            if source.sha256 and sha256(data).hexdigest() != source.sha256:
                why = "is not as it was when this was built: 'briefing build' brings the file up to date"
                raise SourceLinesError(f"{name} {why}")
            return data
    raise SourceLinesError(f"the source, {name}, is neither beside the content file nor in the working folder")
