"""Read one page of a web archive."""

import io
from pathlib import Path

from briefing_tui.model.document import Origin
from briefing_tui.sources import MAX_BYTES
from briefing_tui.sources.archives.parts import ArchivePart, PartReader, opened_archive
from briefing_tui.sources.archives.survey import ArchivedPage
from briefing_tui.sources.decode import self_contained
from briefing_tui.sources.errors import Unreadable
from briefing_tui.text.safety import one_line

_BUFFER = 64 * 1024


def read_page(page: ArchivedPage) -> tuple[bytes, Origin]:
    """Return the bytes of a page, unpacked, and what the server said of them.

    A page whose encoding only the server's header tells is given in UTF-8, so that its words can be proved by its bytes alone.
    Otherwise there is at most one byte more than an article may have. Raises OSError, and Unreadable if the page is not in the
    archive or damaged there.
    """
    with opened_archive(Path(page.archive)) as file:
        from fastwarc.warc import ArchiveIterator

        end = file.seek(0, io.SEEK_END)
        reader = io.BufferedReader(PartReader(file, ArchivePart(page.offset, end - page.offset)), _BUFFER)
        try:
            for record in ArchiveIterator(reader, parse_http=True, auto_decode="all", fsspec_args=False):
                data = bytes(record.reader.read(MAX_BYTES + 1))
                origin = Origin(page.url, record.http_content_type or "", record.http_charset or "")
                return self_contained(data, origin.charset) if len(data) <= MAX_BYTES else data, origin
        except (OSError, ValueError) as failure:
            raise Unreadable(one_line(f"the page is damaged in the archive ({failure})")) from None
    raise Unreadable("the page is not in the archive any more; has that changed?")
