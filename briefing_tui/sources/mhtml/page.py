"""Take the page out of an MHTML file."""

from email import message_from_bytes, policy

from briefing_tui.sources.decode import decode
from briefing_tui.sources.errors import NoArticle


def page_of(data: bytes) -> str:
    """Return the markup of the file's page: its first part that is HTML.

    Raises:
        NoArticle: no part is HTML.
        Unreadable: the part's bytes are not text.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(payload := part.get_payload(decode=True), bytes):
            return decode(payload)
    raise NoArticle("the file holds no page")
