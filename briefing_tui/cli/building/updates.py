"""Bring a content file up to date with a fresh build of its source."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.cli.building.jobs import Task
from briefing_tui.cli.outcome import Failure

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing


def with_corrections(task: Task, path: Path) -> Task:
    """Return the task with the line corrections in the content file that it updates."""
    from briefing_tui.contentfile.read.reader import load
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import read_corrections

    return replace(task, corrections=read_corrections(load(path).briefing)) if path.is_file() else task


def merge_into(path: Path, text: str) -> list[str]:
    """Merge the text of a fresh build into the content file on disk; return messages.

    Raises Failure if that is not a content file, UnreadableFile and OSError.
    """
    from briefing_tui.builder import merge_rebuilt
    from briefing_tui.contentfile.detect import is_content_file
    from briefing_tui.contentfile.read.file_input import load_bytes
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.contentfile.write.disk import revise

    if not is_content_file(load_bytes(path)):
        raise Failure(f"{path}: exists already and is no content file; give another name")
    new = read(text, path.stem).briefing

    def merged(old: "Briefing") -> "Briefing":
        return merge_rebuilt(old, new).briefing

    revised = revise(path, merged)
    result = "nothing to change" if revised.old == revised.new else "rebuilt"
    return [*(f"{path}: {line}" for line in merge_rebuilt(revised.old, new).kept), f"{path}: {result}"]
