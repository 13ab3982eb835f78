"""Print saved pages to PDF with headless Chromium, in one or more columns.

    python -m benchmarks.documents.printing PAGES OUT [--columns 2] [--every 5] [--chromium chromium]

PAGES is a folder of `ID.html.gz`; OUT gets `ID.pdf` for each. Scripts do not run, and nothing is fetched: what a page looks like
is up to the styles that it has in itself. Chromium prints its own running head (day and title) and foot (address and page).
A PDF that exists is not printed again.
"""

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_HEAD = re.compile(rb"<head[^>]*>", re.I)
_POLICY = b"""<meta http-equiv="Content-Security-Policy" content="script-src 'none'; connect-src 'none'; frame-src 'none'">"""
_COLUMNS = """<style>@media print {{
html, body {{ display: block !important; width: auto !important }}
html, body, body * {{ height: auto !important; max-height: none !important; overflow: visible !important;
  position: static !important; max-width: 100% !important; min-width: 0 !important }}
body {{ column-count: {} !important; column-gap: 8mm !important }}
}}</style>"""
"""Columns for the whole page: boxes of a fixed width would lie over the next column, and those of a fixed height end the text."""
_SECONDS = 60


def printable(markup: bytes, columns: int) -> bytes:
    """Return a page that runs no scripts, and is set in columns."""
    styles = _COLUMNS.format(columns).encode() if columns > 1 else b""
    head = _HEAD.search(markup)
    at = head.end() if head else 0
    return markup[:at] + _POLICY + markup[at:] + styles


def print_page(markup: bytes, target: Path, columns: int, chromium: str) -> bool:
    """Print a page; return whether a PDF was made."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_bytes(printable(markup, columns))
        command = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return False
    return target.exists()


def main() -> None:
    """Print the pages of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--columns", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="print only every Nth page")
    parser.add_argument("--only", type=Path, help="a file of page ids, one a line")
    parser.add_argument("--chromium", default="chromium")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = set(options.only.read_text(encoding="utf-8").split()) if options.only else None
    pages = [page for page in sorted(options.pages.glob("*.html.gz")) if wanted is None or page.name[:-8] in wanted]
    for page in pages[:: options.every]:
        target = options.out.resolve() / f"{page.name[:-8]}.pdf"
        if not target.exists() and not print_page(gzip.decompress(page.read_bytes()), target, options.columns, options.chromium):
            print(f"{page.name}: not printed", file=sys.stderr)


if __name__ == "__main__":
    main()
