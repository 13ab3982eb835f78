"""German articles of many kinds have the quotes, speakers and actors that their authors meant.

Each file has an article and, below a line `---`, what is true of it: `beginning => speaker` for every quotation that somebody
said (`|` separates speakers of whom each is right, `?` is anybody), `actors:` whom it names, `key:` who has to be among the first
five. What a line with `~` says is not found yet, or is found though nobody said it.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_tui.builder import build
from briefing_tui.model.briefing import Briefing
from briefing_tui.text.slugs import slug

FOLDER = Path(__file__).parents[1] / "fixtures" / "german" / "kinds"
FILES = sorted(FOLDER.glob("*.txt"))
MOST_MISSED = 2
"""The most actors of an article that may be missed."""
FIRST = 5


class Truth(NamedTuple):
    """The speakers of an article's quotations, by their beginnings, and its actors."""

    said: dict[str, list[str]]
    unsure: list[str]
    actors: list[str]
    key: list[str]


@pytest.fixture(scope="module", params=FILES, ids=lambda file: str(file.stem))
def article(request: pytest.FixtureRequest) -> tuple[Briefing, Truth]:
    """Return the briefing of an article, and what is true of it."""
    text, _, below = request.param.read_text(encoding="utf-8").partition("\n---\n")
    truth = Truth({}, [], [], [])
    for line in below.splitlines():
        if line.startswith("~ "):
            truth.unsure.append(line[2:].partition(" => ")[0])
        elif " => " in line:
            words, speakers = line.split(" => ")
            truth.said[words] = speakers.split("|")
        elif line.startswith(("actors: ", "key: ")):
            kind, names = line.split(": ", 1)
            getattr(truth, kind).extend(names.split("; "))
    return build(text.encode(), "article.txt").briefing, truth


def _is(found: str, meant: str) -> bool:
    """Return whether one wording of a name has all words of the other."""
    first, second = (sorted(word[:4] for word in slug(name).split("-")) for name in (found, meant))
    return set(first) <= set(second) or set(second) <= set(first)


def test_every_quotation_has_the_speaker_who_is_meant(article: tuple[Briefing, Truth]) -> None:
    briefing, truth = article
    parts = [(part, quote.speaker_name or "") for quote in briefing.quotes for part in quote.parts]
    rest = list(parts)
    for words, speakers in truth.said.items():
        found = next((pair for pair in rest if pair[0].startswith(words)), None)
        assert found is not None, words
        rest.remove(found)
        assert "?" in speakers or any(_is(found[1], speaker) for speaker in speakers), found

    assert [part for part, _ in rest if not part.startswith(tuple(truth.unsure or ["~"]))] == []


def test_the_people_and_organisations_are_found_and_the_key_ones_come_first(article: tuple[Briefing, Truth]) -> None:
    briefing, truth = article
    actors = [actor.name for actor in briefing.actors]
    missed = [name for name in truth.actors if not any(_is(actor, name) for actor in actors)]

    assert len(missed) <= MOST_MISSED, missed
    assert all(any(_is(actor, name) for actor in actors) for name in truth.key)
    first = [name for name in truth.key if any(_is(actor, name) for actor in actors[:FIRST])]
    assert len(first) >= len(truth.key) - 1
