"""Read the article of a mail.

It is in the mail's page, or in its text if there is no page. What the page itself says of title and day goes first, as in a saved
page; the fields of the mail say what is missing. A mail that was passed on is read as if it had come from its author.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle, SourceError, Unreadable
from briefing_tui.sources.mail.forwarded import bare_subject, is_passed_on, take_forwarded
from briefing_tui.sources.mail.messages import MAX_MAILS, Mail, read_message, split_mailbox
from briefing_tui.sources.registry import MAX_LINES, RawSource
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.text.safety import harmless

_FEW_WORDS = 60
"""The fewest words of a mail that carries others and is an article itself."""


def read_mail(source: RawSource) -> Document:
    """Read the article of a mail, or of one mail of a mailbox.

    That is the chosen one, or the first that holds an article.

    Raises:
        NoArticle: it holds none.
        Unreadable: the chosen mail does not exist.
    """
    mails = split_mailbox(source.data)
    if source.part:
        if not source.part.isdigit() or not 1 <= int(source.part) <= len(mails):
            raise Unreadable(f"a mailbox of {len(mails):,} mails; choose one with '--from mail:NUMBER'")
        return _read_first([mails[int(source.part) - 1]], source)
    document = _read_first(mails, source)
    if len(mails) == 1:
        return document
    most = f"{len(mails):,} mails" if len(mails) < MAX_MAILS else f"{MAX_MAILS:,} mails or more"
    note = f"a mailbox of {most}: the first with an article was read; '--from mail:NUMBER' reads another"
    return replace(document, notes=(*document.notes, note))


def mail_lines(source: RawSource) -> list[tuple[int, str]]:
    """Return the lines of every mail."""
    from briefing_tui.sources.html.reader import read_blocks

    lines: list[tuple[int, str]] = []
    for data in split_mailbox(source.data):
        for mail in _unpacked(read_message(data)):
            lines.append((0, mail.subject))
            if mail.page:
                lines += [(block.line, block.text) for block in read_blocks(mail.page)]
            lines += [(number, line) for number, line in enumerate(harmless(mail.text).split("\n"), 1) if line.strip()]
            if len(lines) > MAX_LINES:
                return lines
    return lines


def _read_first(mails: list[bytes], source: RawSource) -> Document:
    """Return the article of the first mail that holds one. Raises the error of the first mail if none does."""
    first: SourceError | None = None
    for data in mails:
        for mail in _unpacked(read_message(data)):
            try:
                return _read(mail, source)
            except SourceError as error:
                first = first or error
    raise first or NoArticle("the mail has no words")


def _unpacked(mail: Mail) -> Iterator[Mail]:
    """Yield a mail and those that it carries; these come first if it says little itself."""
    says_little = len((mail.text or mail.page).split()) < _FEW_WORDS
    if not (mail.inner and says_little):
        yield mail
    for inner in mail.inner:
        yield from _unpacked(inner)
    if mail.inner and says_little:
        yield mail


def _read(mail: Mail, source: RawSource) -> Document:
    if not mail.page.strip():
        return _read_text(mail, source)
    from briefing_tui.sources.html.reader import read_html

    try:
        page, head = take_forwarded(mail.page)
        document = read_html(page, source.name, source.sha256)
    except NoArticle:
        if not mail.text.strip():
            raise
        return _read_text(mail, source)
    passed_on = head is not None or is_passed_on(mail.subject)
    subject = bare_subject(head.subject if head and head.subject else mail.subject)
    return replace(
        document,
        title=document.title or subject or None,
        published=document.published or (head.day if head else None) or (None if passed_on else mail.day),
        publisher=document.publisher or ((head.sender if head else "" if passed_on else mail.sender) or None),
    )


def _read_text(mail: Mail, source: RawSource) -> Document:
    """Read a mail's text below its fields, as if it had been copied with them."""
    from briefing_tui.sources.plain.reader import read_plain

    if not mail.text.strip():
        raise NoArticle("the mail has no words")
    if mail.text.count("\n") > MAX_LINES:
        raise Unreadable(f"it has more than {MAX_LINES:,} lines: give a file with the article alone")
    fields = {"From": mail.sender, "To": mail.to, "Date": mail.day or "", "Subject": mail.subject}
    head = "\n".join(f"{name}: {value}" for name, value in fields.items() if value)
    document = read_plain(harmless(f"{head}\n\n{mail.text}"), source.name, source.sha256)
    authors = document.authors
    if not authors and not is_passed_on(mail.subject) and (found := read_byline(f"By {mail.sender}")):
        authors = found.names
    return replace(document, title=document.title or bare_subject(mail.subject) or None, authors=authors)
