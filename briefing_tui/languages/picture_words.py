"""Hold the words of pictures, their captions and their credits.

They are words of the trade in general, never a page's own name.
"""

import re

from briefing_tui.languages.words import SHARED, all_entries, entries, phrases, words

GALLERY = re.compile(phrases("gallery_lines"))
"""Whole casefolded lines that are a button or a counter of a picture gallery."""

CREDIT_WORDS = "|".join(all_entries("credit_words"))
"""Alternatives of a regular expression: what stands before a picture's credit, as written."""

AGENCIES = entries(SHARED, "agencies") + entries(SHARED, "agencies_in_lines")
"""Picture agencies, libraries and the other words that the credit of any line ends in, as they write themselves."""

CAPTION_AGENCIES = entries(SHARED, "agencies") + entries(SHARED, "agencies_in_captions")
"""The same for a line that is known to be a caption."""

WEAK_AGENCIES = words(SHARED, "agencies_in_articles")
"""Agencies that articles also talk about: they are a credit only where the line ends its sentence, or glues them on."""

CAPTION_HINTS = re.compile(
    rf", (?:{phrases('caption_position_modifiers')} )*+{phrases('caption_positions')}\b(?=[, ])"
    rf"|\({phrases('caption_brackets')}\)"
    rf"|{phrases('caption_phrases', whole_words=True)}",
    re.I,
)
"""What captions say and headings do not."""
