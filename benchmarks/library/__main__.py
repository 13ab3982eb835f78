"""Check drafts, people and same words across articles, and write what was found for scoring.

    python -m benchmarks.library ARTICLES [--drafts DRAFTS] OUT

The articles (a folder of text files or saved pages) are built into a library in OUT/library, each under its file's name, and
indexed. OUT/drafts.jsonl has a line for each draft, OUT/people.json who is who, OUT/same_words.jsonl groups of quotes; they are
made by the code of `briefing verify`, `briefing actors` and `briefing quotes --like`.
"""

import argparse
import json
import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from briefing_tui.builder import NoArticle, build
from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.people.directory import LibraryPeople
from briefing_tui.library.people.dossier import names_by_article
from briefing_tui.library.people.people_file import read_people_file
from briefing_tui.verification.checker import Finding, check_draft
from briefing_tui.verification.drafts.reading import read_draft
from briefing_tui.verification.library_shelf import LibraryArticles
from briefing_tui.verification.same_words import same_words_of_all
from briefing_tui.verification.shelf import Shelf


def main() -> None:
    """Read the command line, build, check and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="folder of articles")
    parser.add_argument("out", type=Path, help="folder for the results")
    parser.add_argument("--drafts", type=Path, help="folder of drafts")
    options = parser.parse_args()
    library = options.out / "library"
    shutil.rmtree(library, ignore_errors=True)
    library.mkdir(parents=True)
    started = time.perf_counter()
    count = build_library(options.articles, library)
    print(f"{count} articles built in {time.perf_counter() - started:.1f} s")
    with open_index(library, options.out / "cache") as index:
        index.refresh()
        write_people(index, library, options.out / "people.json")
        write_same_words(index, options.out / "same_words.jsonl")
        if options.drafts:
            write_drafts(LibraryArticles(index), options.drafts, options.out / "drafts.jsonl")


def build_library(articles: Path, library: Path) -> int:
    """Build every article of a folder into a content file; return how many."""
    files = sorted(path for path in articles.iterdir() if path.is_file())
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        return sum(pool.map(_build, files, [library] * len(files), chunksize=8))


def _build(path: Path, library: Path) -> bool:
    try:
        briefing = build(path, id=path.stem).briefing
    except NoArticle as error:
        print(f"{path.name}: {error}")
        return False
    (library / f"{path.stem}.md").write_text(write(briefing), "utf-8")
    return True


def write_people(index: LibraryIndex, library: Path, out: Path) -> None:
    """Write each person with the articles, and the names as these have them."""
    ids = {article.num: article.id for article in index.articles()}
    people = [
        {"name": actor.name, "mentions": [[ids[article], name] for article, name in names_by_article(index, actor)]}
        for actor in LibraryPeople(index, read_people_file(library)).everybody()
        if actor.kind == "person"
    ]
    out.write_text(json.dumps({"people": people}, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(people)} people")


def write_same_words(index: LibraryIndex, out: Path) -> None:
    """Write the groups of quotes that are one utterance, as one line of JSON."""
    started = time.perf_counter()
    ids = {article.num: article.id for article in index.articles()}
    groups = [[[ids[quote.article], words] for quote, words in group] for group in same_words_of_all(index)]
    out.write_text(json.dumps({"groups": groups}, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(groups)} utterances in several articles, in {time.perf_counter() - started:.1f} s")


def write_drafts(shelf: Shelf, drafts: Path, out: Path) -> None:
    """Check every draft of a folder and write a line of JSON for each."""
    started = time.perf_counter()
    count = 0
    with out.open("w", encoding="utf-8") as file:
        for path in sorted(drafts.iterdir()):
            draft = read_draft(path.read_bytes(), path.name)
            found = list(map(_quotation, check_draft(draft, shelf)))
            count += len(found)
            file.write(json.dumps({"id": path.stem, "quotes": found}, ensure_ascii=False) + "\n")
    print(f"{count} quotations checked in {time.perf_counter() - started:.1f} s")


def _quotation(finding: Finding) -> dict[str, object]:
    quotation, evidence = finding.quotation, finding.evidence
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "status": finding.status,
        "article": evidence[0].article.id if evidence else None,
        "words": " … ".join(one.words for one in evidence) or None,
        "speaker": evidence[0].speakers[0] if evidence and evidence[0].speakers else None,
    }


if __name__ == "__main__":
    main()
