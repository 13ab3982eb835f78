"""Keep the turns of an interview or transcript in its text, however short they are."""

import re

from briefing_tui.sources.plain.line_roles import LineRole
from briefing_tui.sources.plain.lines import Line

_LABEL = re.compile(r"((?:[^\W\d_a-zß-ÿ][\w.’'-]{0,30} ){0,4}[^\W\d_a-zß-ÿ][\w.’'-]{0,30}) ?: (?=\S)")
_FEWEST, _MOST_SPEAKERS = 4, 8
"""The fewest turns of an interview, and the most names before them; two turns have one name on average."""
_SHARE = 0.4
"""The least share of the text's lines that are turns."""


def keep_turns(lines: list[Line], roles: dict[int, LineRole]) -> None:
    """Make paragraphs of lines that begin with a speaker's name, if many do.

    Args:
        lines: the lines of the text.
        roles: the roles of the body's lines by index, which are changed.
    """
    named = {index: match[1] for index in roles if (match := _LABEL.match(lines[index].text)) is not None}
    speakers = set(named.values())
    kept = sum(role.kind != "dropped" for role in roles.values())
    if len(named) < max(_FEWEST, _SHARE * kept) or len(speakers) > min(_MOST_SPEAKERS, len(named) * 0.8):
        return
    for index in named:
        if roles[index].kind in ("heading", "dropped"):
            roles[index] = LineRole("paragraph")
