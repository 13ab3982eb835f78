"""Copy saved pages as other programs keep them: mails, web archives, zip files.

    python -m benchmarks.documents.copies PAGES OUT [--every 5]

PAGES is a folder of `ID.html.gz`; OUT gets a folder for each form, and one of the pages themselves (`page`), to compare with.
"""

import argparse
import gzip
import io
import plistlib
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

_HEAD = re.compile(r"<head[^>]*>", re.I)
_ADDRESS = "https://courier.example/story"
_PIXEL = "data:image/gif;base64," + "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw" * 40


def _mail(page: str) -> bytes:
    """Return a newsletter whose page is the saved one, as a mail program stores it."""
    message = EmailMessage()
    message["Subject"], message["Date"] = "This week's letter", "Mon, 02 Mar 2026 07:00:00 +0000"
    message["From"], message["To"] = "The letter <letter@courier.example>", "reader@example.org"
    message["Message-ID"] = "<1@courier.example>"
    message.set_content("This mail has a page: open it in a browser.")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.add_attachment(bytes(200_000), maintype="application", subtype="octet-stream", filename="chart.bin")
    return message.as_bytes()


def _mhtml(page: str) -> bytes:
    """Return a page as Chromium saves it in one file."""
    message = MIMEMultipart("related")
    message["From"], message["Subject"] = "<Saved by Blink>", "A page"
    message["Snapshot-Content-Location"] = _ADDRESS
    part = MIMEText(page, "html", "utf-8")
    part["Content-Location"] = _ADDRESS
    message.attach(part)
    message.attach(MIMEText("body { color: black }", "css"))
    return message.as_bytes()


def _single_file(page: str) -> bytes:
    """Return a page as SingleFile saves it: with its address, styles and pictures."""
    note = f"<!--\n Page saved with SingleFile \n url: {_ADDRESS} \n saved date: Mon Mar 02 2026\n-->"
    head = _HEAD.search(page)
    at = head.end() if head else 0
    added = f"{note}<style>.sf-hidden{{display:none!important}} body{{background:url({_PIXEL})}}</style>"
    return (page[:at] + added + page[at:]).encode("utf-8", "replace")


def _web_archive(page: str) -> bytes:
    """Return a page as Safari saves it."""
    main = {
        "WebResourceData": page.encode("utf-8", "replace"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": _ADDRESS,
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


def _zip(page: str) -> bytes:
    """Return a zip file with a page and its folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("story_files/frame.html", "<html><body><p>An advertisement.</p></body></html>")
        file.writestr("story.html", page.encode("utf-8", "replace"))
    return out.getvalue()


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "page": ("html", lambda page: page.encode("utf-8", "replace")),
    "mail": ("eml", _mail),
    "mhtml": ("mhtml", _mhtml),
    "singlefile": ("html", _single_file),
    "webarchive": ("webarchive", _web_archive),
    "zip": ("zip", _zip),
}


def main() -> None:
    """Make the copies of the pages of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--every", type=int, default=1, help="copy only every Nth page")
    options = parser.parse_args()
    for file in sorted(options.pages.glob("*.html.gz"))[:: options.every]:
        page = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        for form, (suffix, make) in FORMS.items():
            folder = options.out / form
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{file.name[:-8]}.{suffix}").write_bytes(make(page))


if __name__ == "__main__":
    main()
