"""Take mails apart with the standard library: their fields, and the parts that hold words.

Attachments are cut out of the bytes before these are parsed, so that they cost no memory.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from msgspec import Struct

from briefing_tui.sources.decode import decode
from briefing_tui.sources.errors import Unreadable
from briefing_tui.text.safety import one_line

MAX_MAILS = 2_000
"""The most mails of a mailbox that are looked at."""
_MAX_PARTS = 500
_DEEPEST = 20
_BOX = re.compile(rb"^From [^\n]{3,200}\d{4}[^\n]{0,20}\r?\n(?=[\w-]{1,60}:)", re.M)
_ATTACHED = re.compile(rb"(?<=\n)(?:[A-Za-z0-9+/]{40,1000}+=*+\r?\n){800,}+")
"""The lines of an attachment of some size in base64."""
_LENGTH = re.compile(rb"\d{1,12}\s*\n")
"""The first line of Apple's mails: how many bytes follow."""
_HEAD_REACH = 3_000
_TEXT_TYPE = re.compile(rb"content-type:\s*text/", re.I)
_PART_HEAD = re.compile(rb"\n--[^\n]{1,80}\r?\n")
_MAX_TEXT = 12 * 1024 * 1024
"""The most bytes of a part's words."""


class Mail(Struct):
    """A mail: its fields, and its words as a page and as text.

    `day` is when it was sent. `inner` are the mails that it carries.
    """

    subject: str = ""
    sender: str = ""
    to: str = ""
    date: str = ""
    day: str | None = None
    page: str = ""
    text: str = ""
    inner: "tuple[Mail, ...]" = ()


def split_mailbox(data: bytes) -> list[bytes]:
    """Return the bytes of each mail of a mailbox; of a single mail its own. At most `MAX_MAILS` are returned."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if (length := _LENGTH.match(data)) is not None:
        data = data[length.end() :]
    if not _BOX.match(data):
        return [data]
    starts: list[tuple[int, int]] = []
    for found in _BOX.finditer(data):
        starts.append(found.span())
        if len(starts) > MAX_MAILS:
            break
    ends = [start for start, _ in starts[1:]] + [len(data)]
    return [data[start:end].replace(b"\n>From ", b"\nFrom ") for (_, start), end in zip(starts, ends, strict=True)][:MAX_MAILS]


def read_message(data: bytes) -> Mail:
    """Return a mail. Never raises for what is in it, but for encodings that hold no text."""
    return _mail(message_from_bytes(without_attachments(data), policy=policy.compat32), 0)


def without_attachments(data: bytes) -> bytes:
    """Return the bytes of a mail without attachments of some size; parts with words stay."""
    out: list[bytes] = []
    at = 0
    for found in _ATTACHED.finditer(data):
        above = data[max(at, found.start() - _HEAD_REACH) : found.start()]
        heads = list(_PART_HEAD.finditer(above))
        head = above[heads[-1].end() :] if heads else above
        if not _TEXT_TYPE.search(head) or found.end() - found.start() > 2 * _MAX_TEXT:
            out.append(data[at : found.start()])
            at = found.end()
    return b"".join((*out, data[at:])) if out else data


def _mail(message: "Message[str, str]", depth: int) -> Mail:
    mail = Mail(
        subject=_field(message, "Subject"),
        sender=_name(_field(message, "From")),
        to=_field(message, "To"),
        date=_field(message, "Date"),
    )
    mail.day = _day(mail.date)
    inner: list[Mail] = []
    for part in _parts(message, depth):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            carried = part.get_payload()
            if isinstance(carried, list) and carried and isinstance(carried[0], Message) and depth < _DEEPEST:
                inner.append(_mail(carried[0], depth + 1))
        elif kind == "text/html" and not mail.page:
            mail.page = _words(part)
        elif kind == "text/plain" and not mail.text:
            mail.text = _flowing(part, _words(part))
    mail.inner = tuple(inner)
    return mail


def _parts(message: "Message[str, str]", depth: int) -> "Iterator[Message[str, str]]":
    """Yield the parts of a mail that may hold words, not those of mails that it carries."""
    todo: list[tuple[Message[str, str], int]] = [(message, depth)]
    for _ in range(_MAX_PARTS):
        if not todo:
            return
        part, level = todo.pop()
        if part.get_content_type() == "message/rfc822":
            yield part
        elif part.is_multipart():
            payload = part.get_payload()
            if isinstance(payload, list) and level < _DEEPEST:
                todo.extend((each, level + 1) for each in reversed(payload) if isinstance(each, Message))
        elif part.get_content_disposition() != "attachment":
            yield part


def _words(part: "Message[str, str]") -> str:
    """Return the words of a part; empty if they are in no encoding that is known."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip() or len(payload) > _MAX_TEXT:
        return ""
    try:
        return decode(payload, _charset(part))
    except Unreadable:
        return ""


def _charset(part: "Message[str, str]") -> str:
    declared = part.get_param("charset")
    name = declared[2] if isinstance(declared, tuple) else declared
    return name.strip("'\" ") if isinstance(name, str) else ""


def _flowing(part: "Message[str, str]", text: str) -> str:
    """Return text whose lines flow (RFC 3676) with its paragraphs joined; other text as it is."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    out: list[str] = []
    flows = False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.removeprefix(" ")
        if flows and out:
            out[-1] += bare
        else:
            out.append(bare)
        flows = bare.endswith(" ") and bare != "-- " and not bare.startswith(">")
    return "\n".join(out)


def _field(message: "Message[str, str]", name: str) -> str:
    value = message.get(name)
    if value is None:
        return ""
    try:
        return one_line(str(make_header(decode_header(str(value)[:4000]))))
    except (LookupError, ValueError, MessageError):
        return one_line(str(value)[:4000])


def _name(sender: str) -> str:
    """Return the name of who sent a mail; empty if there is only an address."""
    name = parseaddr(sender)[0] or sender.partition("<")[0]
    return name.strip(" \"'") if "@" not in name else ""


def _day(date: str) -> str | None:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
