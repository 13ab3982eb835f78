"""Hold the words of pictures, their captions and their credits.

They are words of the trade in general, never a page's own name.
"""

import re

from briefing_tui.languages.words import all_entries, phrases
from briefing_tui.text.late_pattern import late_pattern

GALLERY = late_pattern(phrases("gallery_lines"))
"""Whole casefolded lines that are a button or a counter of a picture gallery."""

CREDIT_WORDS = "|".join(all_entries("credit_words"))
"""Alternatives of a regular expression: words before a picture's credit, as written."""

CAPTION_HINTS = late_pattern(
    rf", (?:{phrases('caption_position_modifiers')} )*+{phrases('caption_positions')}\b(?=[, ])"
    rf"|\({phrases('caption_brackets')}\)"
    rf"|{phrases('caption_phrases', whole_words=True)}",
    re.I,
)
"""What captions say and headings do not."""
