"""Make a web archive of saved pages, and of what else crawlers store.

    python -m benchmarks.sources.made_warc DATA pages.warc.gz [--pages 640] [--others]

DATA is a folder with saved pages (`*.html.gz`, in it or below). If there are fewer than asked for, they are used again with other
addresses and a comment in them. With `--others` there are also, for every five pages: a redirect, a missing page, a picture, a
request, a page that was seen before and not stored again, a duplicate of an address and day, and a list of links.
"""

import argparse
import gzip
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count, islice
from pathlib import Path

DAY = "2026-03-02"


def record(
    url: str,
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media: str = "text/html",
    head: Sequence[str] = (),
    date: str = f"{DAY}T10:00:00Z",
) -> bytes:
    """Return a record of a WARC file, uncompressed.

    Args:
        url: the address.
        body: the answer without its head.
        kind: the record's type: response, resource, request, revisit.
        status: status and reason of the answer.
        media: its content type.
        head: further lines of its head.
        date: when it was fetched.
    """
    answer = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *head, "", ""]).encode()
    content = body if kind == "resource" else answer + body
    own = [f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"WARC-Date: {date}", f"Content-Length: {len(content)}"]
    own.append(f"Content-Type: {media if kind == 'resource' else 'application/http; msgtype=response'}")
    return "\r\n".join(["WARC/1.1", *own, "", ""]).encode() + content + b"\r\n\r\n"


def packed(records: Sequence[bytes]) -> bytes:
    """Return a WARC file whose records are compressed one by one."""
    return b"".join(gzip.compress(one, 6, mtime=0) for one in records)


def saved_pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield addresses with pages, without end.

    After those of a folder, the same come with other addresses.
    """
    files = sorted(folder.rglob("*.html.gz"))
    for turn in count():
        for file in files:
            page = gzip.decompress(file.read_bytes())
            name = file.name.removesuffix(".html.gz").lower().replace("_", "-")
            yield f"https://{turn}.example/{name}", page + f"<!-- {turn} -->".encode() if turn else page


def others(number: int, url: str, page: bytes) -> list[bytes]:
    """Return what a crawler stores beside a page."""
    links = "".join(f'<li><a href="/{at}">{escape(f"The story number {at} of this week")}</a></li>' for at in range(60))
    return [
        record(f"https://example.org/old/{number}", b"", status="301 Moved", head=[f"Location: {url}"]),
        record(f"https://example.org/gone/{number}", page, status="404 Not Found"),
        record(f"https://example.org/{number}.png", b"\x89PNG" * 2000, media="image/png"),
        record(url, b"", kind="request"),
        record(url, b"", kind="revisit"),
        record(f"{url}?utm_source=feed", page),
        record(f"https://example.org/list/{number}", f"<html><body><ul>{links}</ul></body></html>".encode()),
    ]


def make(folder: Path, pages: int, with_others: bool) -> Iterator[bytes]:
    """Yield the records of an archive."""
    for number, (url, page) in enumerate(islice(saved_pages(folder), pages)):
        yield record(url, page)
        if with_others and number % 5 == 0:
            yield from others(number, url, page)


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--pages", type=int, default=640)
    parser.add_argument("--others", action="store_true")
    options = parser.parse_args()
    with options.output.open("wb") as file:
        for one in make(options.data, options.pages, options.others):
            file.write(packed([one]) if options.output.suffix == ".gz" else one)


if __name__ == "__main__":
    main()
