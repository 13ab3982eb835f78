"""Hold the words of bylines, and of the names in them.

They are compared with casefolded text. They are words of the trade and of web pages in general, never a page's own name.
"""

import re

from briefing_tui.languages.words import SHARED, all_words, phrases, words
from briefing_tui.text.late_pattern import late_pattern

AUTHOR_LABEL = re.compile(
    rf"{phrases('author_labels')}(?:\s*+:\s+|\s+)"
    rf"|{phrases('author_labels_with_colon')}\s*+:\s+"
)
"""Words before an author's name."""

_EDITOR = phrases("editor_labels")
EDITOR_LABEL = late_pattern(rf"(?:{phrases('editor_labels_with_colon')}|{_EDITOR})\s*:\s*|{_EDITOR}\s+")
"""Words before an editor's name."""

ROLES = re.compile(phrases("roles", whole_words=True), re.I)
"""Words behind a name in a byline: what the person does."""

NAME_PARTICLES = words(SHARED, "name_particles")

NOT_NAMES = all_words("not_in_names")
"""Words that a person's name does not hold, and menus and headings do."""

NOTE_VERBS = all_words("author_note_verbs")
"""Verbs with which a note about an author goes on: `A. Name is …`."""
