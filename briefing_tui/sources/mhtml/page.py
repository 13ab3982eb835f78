"""Take the page out of an MHTML file."""

from email import message_from_bytes, policy

from briefing_tui.sources.decode import decode
from briefing_tui.sources.errors import NoArticle
from briefing_tui.text.safety import one_line

_MOST_PARTS = 5_000


def page_of(data: bytes) -> tuple[str, str | None]:
    """Return the markup of the file's page, and its address.

    The page is the part with the address that the file names, else its first part that is HTML.

    Raises:
        NoArticle: no part is HTML.
        Unreadable: the part's bytes are not text.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    named = one_line(str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or ""))
    first: tuple[bytes, str, str] | None = None
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS or part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        if isinstance(payload := part.get_payload(decode=True), bytes):
            address = one_line(str(part.get("Content-Location") or ""))
            charset = part.get_param("charset")
            found = (payload, charset if isinstance(charset, str) else "", address)
            if first is None or (address and address == named):
                first = found
            if not named or address == named:
                break
    if first is None:
        raise NoArticle("the file holds no page")
    address = named or first[2]
    return decode(first[0], first[1]), address if address.startswith(("http://", "https://")) else None
