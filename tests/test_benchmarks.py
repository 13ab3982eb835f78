"""The benchmarks measure what they say they measure: an article of the size asked for, and a program from its start."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.contentfile.read.reader import read

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def article(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return pytest.importorskip("article")


def test_the_made_up_article_has_the_size_asked_for_and_no_problem(article: Any) -> None:
    sections = article.article(50_000)
    assert 50_000 <= len(article.markdown(sections).encode()) < 55_000
    reading = read(article.content_file(sections), "made-up")
    assert reading.problems == ()
    assert len(reading.briefing.sections) == len(sections) > 3
    assert len(reading.briefing.quotes) == sum(len(section.quotes) for section in sections)
    words = "\n".join(paragraph.text for section in reading.briefing.sections for paragraph in section.paragraphs)
    assert all(part.rstrip(".") in words for quote in reading.briefing.quotes for part in quote.parts)


def test_the_made_up_article_is_always_the_same(article: Any) -> None:
    assert article.content_file(article.article(20_000)) == article.content_file(article.article(20_000))


@pytest.mark.parametrize(("text", "size"), [("100k", 100_000), ("10M", 10_000_000), ("123", 123)])
def test_sizes_are_read_with_their_units(article: Any, text: str, size: int) -> None:
    assert article.size_of(text) == size


@pytest.mark.parametrize("script", ["reader.py", "cli.py", "article.py", "build_errors.py"])
def test_every_benchmark_says_how_it_is_used(script: str) -> None:
    told = subprocess.run([sys.executable, str(BENCHMARKS / script), "--help"], capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stderr
    assert script in told.stdout
