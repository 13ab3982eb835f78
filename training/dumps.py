"""Make dumps of saved pages with the text browsers that are installed.

    python -m training.dumps PAGES DATA

`PAGES` holds saved pages, `ID.html` or `ID.html.gz`. Each kind of dump becomes a folder of `DATA/dumps`: what w3m, lynx, elinks
and links print, at several widths, wrapped and not, with and without lists of links and indents. Text as a graphical browser
copies it has to be put beside them by hand (`innertext`, `innertext_main`).
"""

import argparse
import gzip
import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

COMMANDS = {
    "w3m": ("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "2000"),
    "w3m-72": ("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "72"),
    "lynx": ("lynx", "-dump", "-nolist", "-width=80", "-assume_charset=utf-8", "-display_charset=utf-8"),
    "lynx-links": ("lynx", "-dump", "-width=100", "-assume_charset=utf-8", "-display_charset=utf-8"),
    "lynx-wide": ("lynx", "-dump", "-nolist", "-width=990", "-assume_charset=utf-8", "-display_charset=utf-8"),
    "elinks": ("elinks", "-dump", "-no-references", "-dump-width", "90", "-dump-charset", "UTF-8"),
    "links": ("links", "-dump", "-width", "76", "-codepage", "utf-8"),
}
"""The command that makes each kind of dump; the page's file comes behind it."""
_SECONDS = 60


def make_dumps(pages: Path, data: Path) -> list[str]:
    """Make every dump whose program is installed, and return messages about those that failed."""
    failed = []
    for path in sorted(pages.glob("*.html*")):
        name = path.name.split(".", 1)[0]
        with TemporaryDirectory() as folder:
            page = Path(folder) / f"{name}.html"
            page.write_bytes(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())
            for view, command in COMMANDS.items():
                if which(command[0]):
                    made = subprocess.run([*command, str(page)], capture_output=True, timeout=_SECONDS, check=False)
                    if made.returncode or not made.stdout.strip():
                        failed.append(f"{path}: {view}: {made.stderr.decode(errors='replace').strip()[:200] or 'no text'}")
                        continue
                    out = data / "dumps" / view / f"{name}.txt"
                    out.parent.mkdir(parents=True, exist_ok=True)
                    out.write_bytes(made.stdout)
    return failed


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    if not any(which(command[0]) for command in COMMANDS.values()):
        parser.error("no text browser is installed: install w3m, lynx, elinks or links")
    for message in make_dumps(options.pages, options.data):
        print(message, file=sys.stderr)


if __name__ == "__main__":
    main()
