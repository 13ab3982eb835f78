"""Measure `briefing build` on articles with known answers: one table per kind of source.

    python -m benchmarks.building.score DATA [--command 'briefing']

DATA is a folder with any of these files; missing ones are named and skipped:

    quotes/dev.jsonl   one line per article: {"id", "text", "quotes": [{"text", "type": "direct"|"partial"|"ignore", "words",
                       "speaker", "speaker_forms"}]}
    actors/dev.jsonl   {"id", "text", "actors": [{"type", "names", "salience"}]}; measures the summary points as well
    build/dev/gold.jsonl, build/dev/pages/ID.html.gz, build/dev/dumps/KIND/ID.txt
                       {"id", "title", "title_alt", "lead", "authors", "published", "blocks": [[kind, text]], "neutral",
                       "images": [{"caption", "credit": [name]}], "views": {view: [parts that it lacks]}}

One process of the command builds all articles of a table, so its start is shared. The words of a quote are right when they are
equal, apart from quotation marks and full stops at their ends. A speaker is right when its words contain, or are contained in,
those of one of the known names. A paragraph, heading, title, lead, caption or credit is right when its letters and digits are
equal: a caption that lacks a word is wrong. The body is measured by its runs of four words.
"""

import argparse
import gzip
import json
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

from benchmarks.building.summary_points import count_points

Json = dict[str, Any]
_EDGE = " \t\r\n\u00a0“”\"„«»‘’'`‹›.,;:!?…-–—"
_NO_WORD = re.compile(r"[\W_]+")
_LONG_PART = 4
_KEY_SALIENCE = 3
_FIRST = 5
_RUN = 4


class Tally:
    """Counts of right, expected and found items by kind.

    `only` limits the printed rows to the kinds named; empty prints all.
    """

    def __init__(self, only: frozenset[str] = frozenset()) -> None:
        self.only = only
        self.right: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.given: Counter[str] = Counter()

    def match(self, what: str, gold: Iterable[str], given: Iterable[str], neutral: Iterable[str] = ()) -> None:
        """Compare two bags of strings and count.

        A found string that is not expected is an error, unless it is `neutral`.
        """
        asked, had, free = Counter(filter(None, gold)), Counter(filter(None, given)), set(neutral)
        right = (asked & had).total()
        self.right[what] += right
        self.gold[what] += asked.total()
        self.given[what] += right + sum(count for key, count in (had - asked).items() if key not in free)

    def rows(self) -> Iterator[str]:
        """Yield a table row for each kind: precision, recall, F1, number expected."""
        for what, gold in self.gold.items():
            if self.only and what not in self.only:
                continue
            right, given = self.right[what], self.given[what]
            precision, recall = right / max(given, 1), right / max(gold, 1)
            f1 = 2 * right / max(given + gold, 1)
            yield f"| {what} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {gold} |"


def key(text: str | None) -> str:
    """Return the letters and digits of a text, case folded, to compare spellings."""
    return _NO_WORD.sub("", normalize("NFKC", text or "")).casefold()


def runs(texts: Iterable[str]) -> list[str]:
    """Return every run of four words of the texts; a shorter text is one run."""
    found = []
    for text in texts:
        words = re.findall(r"\w+", normalize("NFKC", text).casefold())
        found += [" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]
    return found


def built(command: str, files: list[Path]) -> tuple[list[Json], float]:
    """Build files with the command; return the briefings and the seconds it took.

    Exits if the output is not one line per file.
    """
    started = time.perf_counter()
    # A single file is printed on many lines, so it is passed twice.
    names = [str(file) for file in (files if len(files) > 1 else files * 2)]
    done = subprocess.run(
        [*shlex.split(command), "build", "--format", "json", *names], stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    elapsed = time.perf_counter() - started
    lines = [line for line in done.stdout.split("\n") if line][: len(files)]
    if len(lines) != len(files):
        sys.exit(f"{len(files)} files in, {len(lines)} lines out (exit status {done.returncode})")
    return [json.loads(line) for line in lines], elapsed


def report(title: str, tally: Tally, articles: int, failed: int, seconds: float) -> None:
    """Print one table."""
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    each = 1000 * seconds / max(articles, 1)
    print(f"\n{title}: {articles} articles, {failed} failed, {each:.1f} ms each, {largest:.0f} MiB peak so far\n")
    print("| what | precision | recall | F1 | expected |\n| --- | --- | --- | --- | --- |")
    print("\n".join(tally.rows()))


def read_gold(path: Path) -> list[Json]:
    """Return the articles of a file with known answers; none if it is missing."""
    if not path.exists():
        print(f"{path}: missing, skipped", file=sys.stderr)
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def build_texts(command: str, articles: list[Json]) -> tuple[list[Json], float]:
    """Build articles that contain their text; return briefings and seconds."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number:04}.txt") for number in range(len(articles))]
        for file, article in zip(files, articles, strict=True):
            file.write_text(article["text"], encoding="utf-8")
        return built(command, files)


def is_same_name(name: str | None, forms: Iterable[str | None]) -> bool:
    """Return whether a name includes a form, or a form the name, by words.

    No name equals no form.
    """
    known = [form for form in forms if form]
    if not name or not known:
        return not name and not known
    words = _words(name)
    return any(words <= other or other <= words for other in map(_words, known) if words and other)


def _words(name: str) -> set[str]:
    head = re.split(r",| of | for ", name)[0].replace("’s", "").replace("'s", "")
    return set(re.findall(r"[\w’'-]+", head.casefold())) - {"the", "a", "mr", "ms", "mrs", "dr"}


def measure_quotes(command: str, articles: list[Json]) -> None:
    """Measure quotations by their words, and by words and speaker."""
    briefings, seconds = build_texts(command, articles)
    for view in ("direct", "long"):
        tally = Tally()
        for article, briefing in zip(articles, briefings, strict=True):
            _match_quotes(tally, article["quotes"], briefing.get("quotes", []), view)
        report(f"Quotes, {view}", tally, len(articles), sum("error" in one for one in briefings), seconds)


def _match_quotes(tally: Tally, gold: list[Json], quotes: list[Json], view: str) -> None:
    wanted: dict[str, Json] = {}
    free: set[str] = set()
    for quote in gold:
        asked = quote["type"] == "direct" or (view == "long" and quote["type"] == "partial" and quote["words"] >= _LONG_PART)
        for part in quote["text"].split("\n"):
            text = part.strip(_EDGE)
            if asked:
                wanted[text] = quote
            else:
                free.add(text)
    found = {text.strip(_EDGE): quote for quote in quotes for part in quote["parts"] for text in part["text"].split("\n")}
    tally.match("words", wanted, found, free)
    joint = [
        text
        for text, quote in found.items()
        if text not in wanted or is_same_name(quote["speaker_name"] or quote["speaker_text"], wanted[text]["speaker_forms"])
    ]
    wrong = [f"{text}\0" for text in found if text not in joint]
    tally.match("words and speaker", wanted, [*joint, *wrong], free)


def measure_actors(command: str, articles: list[Json]) -> None:
    """Measure actors, key actors among the first five, and summary points."""
    briefings, seconds = build_texts(command, articles)
    tally = Tally()
    for article, briefing in zip(articles, briefings, strict=True):
        left = list(enumerate(actor["name"] for actor in briefing.get("actors", [])))
        tally.given["actors"] += len(left)
        for actor in article["actors"]:
            place = next((item for item in left if is_same_name(item[1], actor["names"])), None)
            tally.gold["actors"] += 1
            tally.right["actors"] += place is not None
            if place is not None:
                left.remove(place)
            if actor["salience"] >= _KEY_SALIENCE:
                early = place is not None and place[0] < _FIRST
                tally.gold["key actors among the first five"] += 1
                tally.given["key actors among the first five"] += 1
                tally.right["key actors among the first five"] += early
    report("Actors", tally, len(articles), sum("error" in one for one in briefings), seconds)
    print("\nSummary points, the same articles:\n\n| what | count |\n| --- | --- |")
    print("\n".join(f"| {what} | {count} |" for what, count in count_points(articles, briefings).items()))


def measure_view(command: str, folder: Path, gold: list[Json], view: str) -> Tally:
    """Measure the briefings built from a folder of saved pages or dumps.

    For pages, also measures the text that trafilatura extracts.
    """
    by_id = {file.name.partition(".")[0]: file for file in sorted(folder.iterdir()) if file.is_file()}
    pages = [page for page in gold if view in page["views"] and page["id"] in by_id]
    with tempfile.TemporaryDirectory() as temp:
        files = [_unpacked(by_id[page["id"]], Path(temp)) for page in pages]
        briefings, seconds = built(command, files) if files else ([], 0.0)
        peers = [_by_trafilatura(file) for file in files] if view == "page" else []
    tally = Tally()
    for page, briefing in zip(pages, briefings, strict=True):
        _match_page(tally, page, set(page["views"][view]), briefing)
    report(f"From {view}", tally, len(pages), sum("error" in one for one in briefings), seconds)
    if peers:
        peer = Tally(only=frozenset(("body", "paragraphs", "headings")))
        for page, made in zip(pages, peers, strict=True):
            _match_page(peer, page, set(page["views"][view]), made)
        print("\ntrafilatura, the same pages in the same run:\n\n| what | precision | recall | F1 | expected |")
        print("| --- | --- | --- | --- | --- |\n" + "\n".join(peer.rows()))
    return tally


def _by_trafilatura(file: Path) -> Json:
    """Return the sections that trafilatura finds in a page."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(file.read_bytes(), include_comments=False, with_metadata=False)
    body = getattr(found, "body", None)
    sections: list[Json] = [{"heading": None, "paragraphs": []}]
    for element in () if body is None else body.iter("p", "head", "item", "quote", "code", "cell"):
        text = " ".join("".join(element.itertext()).split())
        if element.tag == "head":
            sections.append({"heading": text, "paragraphs": []})
        elif text and element.getparent().tag not in ("quote", "item", "cell"):
            sections[-1]["paragraphs"].append({"text": text})
    return {"sections": sections}


def _unpacked(file: Path, folder: Path) -> Path:
    if file.suffix != ".gz":
        return file
    target = folder / file.stem
    target.write_bytes(gzip.decompress(file.read_bytes()))
    return target


def _match_page(tally: Tally, page: Json, missing: set[str], made: Json) -> None:
    blocks = [(kind, key(text), f"block:{index}" in missing) for index, (kind, text) in enumerate(page["blocks"])]
    free = {text for _, text, lost in blocks if lost} | {key(text) for text in [*page.get("neutral", []), *page["lead"]]}
    sections = made.get("sections", [])
    found = [paragraph["text"] for section in sections for paragraph in section["paragraphs"]]
    kept = [text for (kind, text), (_, _, lost) in zip(page["blocks"], blocks, strict=True) if kind == "paragraph" and not lost]
    others = [text for (kind, text), (_, _, lost) in zip(page["blocks"], blocks, strict=True) if kind == "heading" or lost]
    tally.match("body", runs(kept), runs(found), runs([*others, *page.get("neutral", []), *page["lead"]]))
    for kind, given in (
        ("paragraph", [key(text) for text in found]),
        ("heading", [key(section["heading"]) for section in sections]),
    ):
        tally.match(f"{kind}s", [text for one, text, lost in blocks if one == kind and not lost], given, free)
    titles = {key(title) for title in [page["title"], *page.get("title_alt", [])]}
    if page["title"] and "title" not in missing:
        title = key(made.get("title"))
        tally.match("title", [title if title in titles else key(page["title"])], [title])
    if page["lead"] and "lead" not in missing:
        tally.match("lead", [key(" ".join(page["lead"]))], [key(made.get("lead"))])
    if page["authors"] and not any(name.startswith("author") for name in missing):
        tally.match("authors", map(key, page["authors"]), map(key, made.get("authors", [])))
    if page["published"] and "published" not in missing:
        tally.match("date", [page["published"][:10]], [(made.get("published") or "")[:10]])
    if page.get("images") and not any(name.startswith(("image", "caption", "credit")) for name in missing):
        images = made.get("images", [])
        tally.match("captions", {key(one["caption"]) for one in page["images"]}, {key(one["caption"]) for one in images})
        named = {key("".join(one["credit"] or ())) for one in page["images"]}
        tally.match("credits", named, {key(one["credit"]) for one in images})


def read_options(description: str | None) -> argparse.Namespace:
    """Return the data folder and the command to run."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--command", default=f"{sys.executable} -m briefing_tui", help="command to run (default: this package)")
    return parser.parse_args()


def views(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the folders of pages and of each kind of dump, with their names."""
    dumps = sorted(path for path in (folder / "dumps").glob("*") if path.is_dir())
    for place, view in [(folder / "pages", "page"), *((path, path.name) for path in dumps)]:
        if place.is_dir():
            yield place, view


def main() -> None:
    """Measure everything that the data folder has."""
    options = read_options(__doc__)
    if quotes := read_gold(options.data / "quotes" / "dev.jsonl"):
        measure_quotes(options.command, quotes)
    if actors := read_gold(options.data / "actors" / "dev.jsonl"):
        measure_actors(options.command, actors)
    folder = options.data / "build" / "dev"
    if pages := read_gold(folder / "gold.jsonl"):
        for place, view in views(folder):
            measure_view(options.command, place, pages, view)


if __name__ == "__main__":
    main()
