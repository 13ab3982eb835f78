"""Recognise the notice of a page that asks for something before it shows its article."""

import re

from briefing_tui.languages.words import phrases
from briefing_tui.text.late_pattern import late_pattern

WALL = late_pattern(phrases("wall_words", whole_words=True), re.I)
LITTLE = 220
"""The fewest letters of a text that is an article by its length alone."""
ASKS = re.compile(phrases("wall_requests", whole_words=True), re.I)
"""Words with which such a notice addresses the visitor."""
