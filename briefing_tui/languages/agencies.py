"""Hold the names of agencies, which credits and bylines end in."""

import re

from briefing_tui.languages.words import SHARED, entries, words

AGENCIES = entries(SHARED, "agencies") + entries(SHARED, "agencies_in_lines")
"""Picture agencies, libraries and the other words that the credit of any line ends in, as they write themselves."""

CAPTION_AGENCIES = entries(SHARED, "agencies") + entries(SHARED, "agencies_in_captions")
"""The same for a line that is known to be a caption."""

WEAK_AGENCIES = words(SHARED, "agencies_in_articles")
"""Agencies that articles also talk about: they are a credit only where the line ends its sentence, or glues them on."""

_WIRE_AGENCIES = entries(SHARED, "wire_agencies")
WIRES = frozenset(name for name in _WIRE_AGENCIES if " " not in name)
"""News agencies that write articles and have a name of one word."""

LONG_WIRES = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _WIRE_AGENCIES if " " in name))
"""The names of the others."""
