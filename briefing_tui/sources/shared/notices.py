"""Recognise the notice of a page that asks for something before it shows its article."""

import re

WALL = re.compile(
    r"\b(?:log ?in|sign ?in|subscribe|register|create (?:an|your) account|already a (?:subscriber|member)|enable javascript"
    r"|cookies?|not a robot|captcha|access denied"
    r"|page not found|anmelden|registrieren|abonnieren|einwilligung|datenschutz\w*)\b",
    re.I,
)
LITTLE = 220
"""The fewest letters of a text that is an article by its length alone."""
ASKS = re.compile(r"\b(?:please|you|your|to (?:read|continue|view|see|access))\b", re.I)
"""Words with which such a notice addresses the visitor."""
