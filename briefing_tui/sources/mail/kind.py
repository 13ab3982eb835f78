"""Read e-mails and mailboxes: recognised by the fields that mail servers write."""

import re
from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_BOX = re.compile(rb"From [^\n]{3,200}\d{4}[^\n]{0,20}\r?\n(?=[\w-]{1,60}:)")
"""The line above each mail of a mailbox."""
_HEAD = re.compile(rb"(?:[\w-]{1,80}+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){2,200}+")
_SENT = re.compile(rb"^(?:received|message-id|return-path|delivered-to|dkim-signature|to|mime-version):", re.I | re.M)
_FIELDS = re.compile(rb"^(?:mime-version|message-id|received|return-path|content-type|dkim-signature):", re.I | re.M)
_WHO = re.compile(rb"^(?:from|sender):", re.I | re.M)
_STORED = re.compile(rb"^(?:snapshot-content-location:|from:[^\n]{0,20}saved by)", re.I | re.M)
"""What programs write that store a page as a mail."""


def _certainty(source: RawSource) -> Certainty:
    start = source.data[:100_000].lstrip(b"\xef\xbb\xbf\r\n")
    box = _BOX.match(start)
    head = _HEAD.match(start[box.end() :] if box else start)
    if head is None or not _WHO.search(head[0]) or _STORED.search(head[0]):
        return Certainty.NONE
    is_sent = _SENT.search(head[0]) is not None and _FIELDS.search(head[0]) is not None
    return Certainty.SURE if box or is_sent else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.mail.reader import read_mail

    return read_mail(source)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.mail.reader import mail_lines

    return mail_lines(source)


KIND = SourceKind(
    "mail", _certainty, _read, _lines, (".eml", ".mbox", ".emlx"), is_text=False, has_parts=True, is_shown_as_is=False
)
