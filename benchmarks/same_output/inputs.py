"""The inputs to record outputs for: content files, texts of the tests, benchmark data.

A part is a set of inputs, by name; each input is a file name with its bytes.
"""

import ast
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent
TESTS = "tests"
NOTES = "notes"

_HELPERS = ("tests.sources.pages", "tests.sources.dumps", "tests.ui.contents")
"""Modules of the tests that assemble texts in their strings and functions."""
_SHORTEST = 120
"""A literal of several lines in a test is a text from this number of characters on."""

Inputs = Iterator[tuple[str, bytes]]


def parts(data: Path | None) -> dict[str, Callable[[], Inputs]]:
    """Return a function for each part that yields its inputs, in the order of recording.

    Prints the names of parts that are skipped because their folder is missing.
    """
    found: dict[str, Callable[[], Inputs]] = {TESTS: of_tests, NOTES: lambda: iter(content_files())}
    if data is None:
        print("without --data DATA there are only the parts 'tests' and 'notes'")
        return found
    for file in (data / "quotes" / "dev.jsonl", data / "quotes" / "de_dev.jsonl", data / "actors" / "dev.jsonl"):
        _add(found, f"articles-{file.parent.name}-{file.stem}", file, _of_articles)
    _add(found, "field", data / "field" / "cases", _of_files)
    for folder in (data / "build" / "dev", data / "build" / "dev" / "de", data / "build" / "more"):
        name = "-".join(folder.relative_to(data / "build").parts)
        _add(found, f"{name}-pages", folder / "pages", _of_files)
        for view in ("innertext", "innertext_main", "w3m", "lynx"):
            _add(found, f"{name}-{view}", folder / "dumps" / view, _of_files)
    return found


def _add(found: dict[str, Callable[[], Inputs]], name: str, place: Path, read: Callable[[Path], Inputs]) -> None:
    if place.exists():
        found[name] = lambda: read(place)
    else:
        print(f"{place}: missing, {name} is skipped")


def each(inputs: Inputs, step: int) -> Inputs:
    """Yield every `step`-th input, beginning with the first."""
    yield from islice(inputs, 0, None, step)


def _of_files(folder: Path) -> Inputs:
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.endswith(".expect.json"):
            is_packed = file.suffix == ".gz"
            yield file.name.removesuffix(".gz"), gzip.decompress(file.read_bytes()) if is_packed else file.read_bytes()


def _of_articles(file: Path) -> Inputs:
    """Yield the texts of a file with one article per line (`id`, `text`)."""
    for line in file.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield f"{article['id']}.txt", article["text"].encode("utf-8", "replace")


def content_files() -> list[tuple[str, bytes]]:
    """Return the shipped briefings and the content files of the tests."""
    files = [*sorted((ROOT / "content").glob("*.md")), *sorted((ROOT / "tests" / "fixtures").glob("*.md"))]
    return [(file.name, file.read_bytes()) for file in files]


def of_tests() -> Inputs:
    """Yield content files, the literals of all tests, and the texts that helpers assemble.

    The name of a text is made from its bytes.
    """
    yield from content_files()
    seen: set[bytes] = set()
    for name, data in _named([*_literals(), *_made()]):
        if data not in seen:
            seen.add(data)
            yield name, data


def of_helpers() -> Inputs:
    """Yield the pages, dumps and content files that helpers of the tests assemble."""
    yield from _named(_made())


def _named(texts: Iterable[str]) -> Inputs:
    for text in texts:
        data = text.encode("utf-8", "replace")
        yield f"{sha256(data).hexdigest()[:12]}{_ending(text)}", data


def _literals() -> Iterator[str]:
    for file in sorted((ROOT / "tests").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        # A docstring is the value of an expression statement; it is about the test and is no input.
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose and _is_text(node.value):
                yield node.value


def _is_text(text: str) -> bool:
    return len(text) >= _SHORTEST and "\n" in text


def _made() -> Iterator[str]:
    for name in _HELPERS:
        try:
            module = import_module(name)
        except ImportError as error:
            print(f"{name}: can't be imported, its texts are skipped ({error})")
            continue
        yield from (text for text in _texts_of(module) if _is_text(text))


def _texts_of(module: ModuleType) -> Iterator[str]:
    for value in vars(module).values():
        if isinstance(value, str):
            yield value
        elif callable(value) and getattr(value, "__module__", "") == module.__name__:
            try:
                text = value()
            except TypeError:  # The function needs arguments.
                continue
            if isinstance(text, str):
                yield text


def _ending(text: str) -> str:
    start = text.lstrip()
    if start.startswith("<"):
        return ".html"
    return ".md" if start.startswith(("---\n", "# ", "## ")) else ".txt"
