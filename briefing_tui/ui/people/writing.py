"""Write a dossier to a file."""

import json
from pathlib import Path

from briefing_tui.file_io import write_atomically
from briefing_tui.library.people.dossier import Dossier


def write_dossier(name: str, dossier: Dossier) -> str:
    """Write a dossier in the format that the file's ending names.

    Returns what is wrong, or nothing.
    """
    from briefing_tui.export.dossiers import as_csv, as_json, as_markdown

    path = Path(name.strip()).expanduser()
    ending = path.suffix.lower()
    if ending not in (".md", ".json", ".csv"):
        return "The name must end in .md, .json or .csv."
    if path.exists():
        return f"{path.name} is there already; choose another name."
    if ending == ".json":
        pieces = [json.dumps(as_json(dossier), ensure_ascii=False, indent=2) + "\n"]
    else:
        pieces = list(as_markdown([dossier]) if ending == ".md" else as_csv([dossier]))
    try:
        write_atomically(path, pieces)
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    return ""
