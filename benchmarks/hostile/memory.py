"""Measure the memory that each reader of input needs, as a multiple of the text.

    python -m benchmarks.hostile.memory [--size 1M] [READER:SHAPE ...]

The readers are `briefing check` (a content file), `build` (plain text, Markdown, HTML) and `import` (notes). Each runs in its own
process; its largest resident set counts, less that for a few words. The bound is TIMES times the size of the text, and PIECE
bytes for each of its pieces (a line, a tag, a note), whose number is limited where they are read. Exit status 1 if a reader needs
more.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.shared import machine
from benchmarks.shared.made_article import size_of

TIMES = 50
"""Bytes allowed for each byte of a text."""
PIECE = 1_500
"""Bytes allowed in addition for each line, tag or note of a text."""
_WORDS = "Maria Ortega, the harbour engineer, said on Tuesday that the quay would be closed until the autumn of year {}. "
_HEAD = {
    "check": "---\nbriefing: 1\ntitle: The harbour\n---\n\n# The harbour\n\n## Article\n\n### Lead\n\n",
    "plain": "The harbour\n\n",
    "markdown": "# The harbour\n\n",
    "html": "<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>",
}
_SHAPES = {
    "equal headings": "## A\n\n", "headings and words": "### A heading\n\nwords here\n\n", "one word a line": "word\n\n",
    "links": "[a](http://x.org/b) ", "unclosed marks": "*a **b _c `d [e ", "a table": "| a | b |\n", "a list": "- a\n",
    "one line": "a ", "quotes": "“Go,” said Ann Li.\n\n",
}  # fmt: skip
_TAGS = {
    "paragraphs": "<p>word</p>", "unclosed paragraphs": "<p>a", "bold": "<b>a</b>", "links": '<a href="b">a</a> ',
    "headings": "<h2>A heading</h2><p>words here</p>", "a table": "<tr><td>a</td><td>b</td></tr>", "lists": "<ul><li>a</ul>",
    "pictures": '<figure><img src="a.jpg"><figcaption>A b. Photo: Ann Li</figcaption></figure>', "boxes": "<div>a</div>",
}  # fmt: skip


def _prose(size: int) -> Iterator[str]:
    """Yield different paragraphs of three sentences."""
    made = number = 0
    while made < size:
        paragraph = "".join(_WORDS.format(3 * number + at) for at in range(3))
        yield paragraph
        made, number = made + len(paragraph), number + 1


def _note(number: int, words: str) -> dict[str, object]:
    return {
        "type": "Annotation",
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        "created": "2026-03-02T10:00:00Z",
        "motivation": "commenting",
        "body": [{"type": "TextualBody", "value": words, "purpose": "commenting"}],
        "target": {
            "source": "https://example.org/a",
            "selector": {"type": "TextQuoteSelector", "exact": "the quay", "prefix": "that ", "suffix": " would"},
        },
    }


def texts(size: int) -> Iterator[tuple[str, str, str]]:
    """Yield texts of about `size` characters: reader, name of the shape, text."""
    for reader, head in _HEAD.items():
        parts = list(_prose(size))
        yield reader, "prose", head + ("".join(f"<p>{part}</p>" for part in parts) if reader == "html" else "\n\n".join(parts))
        opening = list(_prose(1_000))
        before = head + ("".join(f"<p>{part}</p>" for part in opening) if reader == "html" else "\n\n".join(opening) + "\n\n")
        for name, piece in (_TAGS if reader == "html" else _SHAPES).items():
            table = "|---|---|\n" if name == "a table" and reader != "html" else ""
            yield reader, name, before + piece * bool(table) + table + piece * (size // len(piece))
    for name, words in (("notes of a few words", "a"), ("long notes", "words " * 2_000)):
        count = size // len(json.dumps(_note(0, words)))
        yield "import", name, json.dumps([_note(number, words) for number in range(count)])


def pieces(reader: str, text: str) -> int:
    """Count the lines, tags or notes of a text."""
    return text.count('"Annotation"') if reader == "import" else text.count("<") if reader == "html" else text.count("\n")


def peak(reader: str, text: str) -> tuple[float, str]:
    """Return the largest resident set of a reader, in bytes, and its message."""
    with tempfile.TemporaryDirectory() as home:
        kind = {"html": "html", "plain": "txt", "import": "jsonld"}.get(reader, "md")
        file, out = Path(home, f"a.{kind}"), Path(home, "err")
        file.write_text(text, "utf-8")
        words = {"check": ["check"], "import": ["import"]}.get(reader, ["build", "--format", "json", "--from", reader])
        command = [*machine.briefing(), *words, str(file)]
        to = [
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, str(out), os.O_WRONLY | os.O_CREAT, 0o600),
        ]
        _, _, used = os.wait4(os.posix_spawn(command[0], command, machine.fresh_environment(home), file_actions=to), 0)
        message = out.read_text("utf-8", "replace").strip().split("\n")[-1].replace(str(file), "").removeprefix("briefing: : ")
        return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024), message


def allowed(reader: str, text: str) -> int:
    """Return the bytes that a reader may need for a text."""
    return TIMES * len(text.encode()) + PIECE * pieces(reader, text)


def main() -> int:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only readers and shapes whose name contains it")
    options.add_argument("--size", type=size_of, default=1_000_000, help="the text's size (1M)")
    given = options.parse_args()
    least: dict[str, float] = {}
    for reader, shape, text in texts(1_000):
        if shape in ("prose", "notes of a few words"):
            least[reader] = peak(reader, text)[0]
    print(
        "| reader: shape | MB | pieces | needs MB | of its size | of the bound | message |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
    )
    worst = 0.0
    for reader, shape, text in texts(given.size):
        if given.words and not any(word in f"{reader}:{shape}" for word in given.words):
            continue
        needed, message = peak(reader, text)
        needed -= least[reader]
        size, share = len(text.encode()), needed / allowed(reader, text)
        worst = max(worst, share)
        print(f"| {reader}: {shape} | {size / 1e6:.1f} | {pieces(reader, text):,} | {needed / 1e6:.0f} | {needed / size:.1f} × "
              f"| {share:.0%} | {message[:90]} |", flush=True)  # fmt: skip
    print(f"\n{machine.description()}; the largest is {worst:.0%} of the bound ({TIMES} × the text and {PIECE} bytes per piece)")
    return int(worst > 1)


if __name__ == "__main__":
    sys.exit(main())
