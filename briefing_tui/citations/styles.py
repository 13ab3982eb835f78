"""The table of citation styles.

To add a style, add its row and a module `<id>.py` here (with `_` for `-`) with a function `cite`, which makes the text of a
`Cited`; an empty text if the article lacks what the style is about. The setting, `briefing show --cite` and its help, and the
reader's commands follow from the row. The modules are imported when something is cited.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_tui.citations.cited import Cited

CITATION_STYLES = {
    "plain": "plain text",
    "markdown": "Markdown",
    "bibtex": "BibTeX",
    "csl-json": "CSL-JSON",
    "ris": "RIS",
    "link": "a web link",
}
"""The name of each style, by its id, as messages say it: "copied as BibTeX"."""


def cite(style: str, cited: "Cited") -> str:
    """Return a citation in the style of that id.

    It is an empty text if the article lacks what the style is about.
    """
    text: str = import_module(f"briefing_tui.citations.{style.replace('-', '_')}").cite(cited)
    return text
