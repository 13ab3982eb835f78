"""Write a dossier to a file."""

import json

from briefing_tui.library.people.dossier import Dossier
from briefing_tui.ui.dialogs.new_file import write_new


def write_dossier(name: str, dossier: Dossier) -> str:
    """Write a dossier in the format that the file's ending names.

    Returns what is wrong, or nothing.
    """
    from briefing_tui.export.dossiers import as_csv, as_json, as_markdown

    return write_new(
        name,
        {
            ".md": lambda: list(as_markdown([dossier])),
            ".json": lambda: [json.dumps(as_json(dossier), ensure_ascii=False, indent=2) + "\n"],
            ".csv": lambda: list(as_csv([dossier])),
        },
    )
