"""Write a made-up library of content files of realistic shape.


    python -m benchmarks.library.generate 5000 FOLDER

Each briefing has about 6 kB with 8 quotes and 12 actors. Words, speakers and publishers are drawn by Zipf's law, so that a few
are in nearly every article and most in a few. The same number always gives the same files; files that exist are left as they are.
"""

import argparse
import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

COMMON = """the of and to in a that it was for on with as at by from had not but were this which have be an or one they are who
said his her will when there so more no if out up into them about then some could time these two may other its than first been
would new after also did many before must through back years where much your way well down should because each just those people
how too little state good very make world still own see men work long get here between both life being under never day same
another know while last might us great old year off come since against go came right used take three harbour quay"""
"""The words of the highest ranks; the others are made up."""
WORDS, PEOPLE, GROUPS, PUBLISHERS = 30_000, 20_000, 4_000, 60
FIRST_DAY, DAYS = date(2010, 1, 1), 6_000
_ONSETS = ("b", "bl", "br", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "kr", "l", "m", "n", "p", "pl", "pr", "r", "s",
           "sk", "st", "t", "tr", "v", "w", "z")  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "ou")
_CODAS = ("", "", "", "n", "r", "l", "s", "t", "nd", "rk", "m")
_ROLES = ("harbour engineer", "minister", "spokeswoman", "chair of the survey", "witness", "clerk", "historian", "pilot")
_VERBS = ("said", "says", "told reporters", "wrote", "added", "recalled")


class Ranked:
    """Things drawn by Zipf's law, the first most often."""

    def __init__(self, things: Sequence[str], flatness: float = 1.0) -> None:
        """Take the things, the most frequent first.

        A higher `flatness` makes the first ones less frequent.
        """
        self.things = things
        self._sums = list(accumulate(1 / (rank + flatness) for rank in range(len(things))))

    def draw(self, chance: random.Random) -> str:
        """Return one of the things."""
        return self.things[bisect(self._sums, chance.random() * self._sums[-1], hi=len(self.things) - 1)]


class LibraryAuthor:
    """Writes the briefings of a library; the same seed gives the same ones."""

    def __init__(self, seed: int = 1874) -> None:
        """Make the words and names that articles are made of."""
        self._chance = random.Random(seed)
        made = {self._word(self._chance.randint(1, 3)) for _ in range(WORDS * 2)} - set(COMMON.split())
        self.words = Ranked([*COMMON.split(), *sorted(made, key=len)[:WORDS]], 2.0)
        firsts = [self._word(2).title() for _ in range(600)]
        lasts = [self._word(self._chance.randint(1, 3)).title() for _ in range(6_000)]
        people = dict.fromkeys(f"{self._chance.choice(firsts)} {self._chance.choice(lasts)}" for _ in range(PEOPLE))
        self.people = Ranked(list(people), 20.0)
        kinds = ("Council", "Office", "Union", "Company", "Institute")
        groups = dict.fromkeys(f"{self._word(2).title()} {self._chance.choice(kinds)}" for _ in range(GROUPS))
        self.groups = Ranked(list(groups), 20.0)
        self.publishers = Ranked([f"The {self._word(2).title()} Courier" for _ in range(PUBLISHERS)], 3.0)

    def _word(self, syllables: int) -> str:
        pick = self._chance.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(syllables))

    def sentence(self, length: int) -> str:
        """Return a sentence of about so many words."""
        count = max(3, round(self._chance.gauss(length, length / 4)))
        text = " ".join(self.words.draw(self._chance) for _ in range(count))
        return text[0].upper() + text[1:] + "."

    def briefing(self, number: int) -> str:
        """Return the content file of one briefing."""
        chance = self._chance = random.Random(f"1874 {number}")
        people = list(dict.fromkeys(self.people.draw(chance) for _ in range(30)))[:8]
        groups = list(dict.fromkeys(self.groups.draw(chance) for _ in range(30)))[:4]
        quotes = [(self.sentence(18), people[min(int(chance.expovariate(0.7)), len(people) - 1)]) for _ in range(8)]
        title = self.sentence(8).rstrip(".")
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        headings = ["Lead", *(self.sentence(3).rstrip(".") for _ in range(2))]
        sections = [self._section(quotes[at * 3 : at * 3 + 3]) for at in range(3)]
        front = f"briefing: 1\ntitle: {title}\npublished: {day}\npublisher: {self.publishers.draw(chance)}\narticle: full"
        parts = [f"---\n{front}\n---", f"# {title}", "## Summary"]
        parts.append("\n".join(f"- {self.sentence(12)} ([{heading}](#{_slug(heading)}))" for heading in headings))
        parts += [
            "## Key actors",
            *(f"### {name}\n\nperson · {chance.choice(_ROLES)}\nAlso: {name.split()[-1]}" for name in people),
        ]
        parts += [f"### {name}\n\norganization" for name in groups]
        parts.append("## Quotes")
        for at, (words, name) in enumerate(quotes):
            link = f"[{headings[at // 3]}](#{_slug(headings[at // 3])})"
            parts.append(f'> “{words}”\n\n— [{name}](#{_slug(name)} "{name.split()[-1]}"), said, {link}\n<!-- id: q-{at} -->')
        parts += ["## Images", f"![]()\n\n{self.sentence(12)}\n*{chance.choice(people)}*\n<!-- id: image-1 -->", "## Article"]
        for heading, blocks in zip(headings, sections, strict=True):
            parts += [f"### {heading}", *blocks]
        return "\n\n".join(parts) + "\n"

    def _section(self, quotes: list[tuple[str, str]]) -> list[str]:
        blocks = [" ".join(self.sentence(15) for _ in range(6))]
        for words, name in quotes:
            blocks.append(f"“{words}” {self._chance.choice(_VERBS)} {name.split()[-1]}. {self.sentence(12)}")
        return blocks


def _slug(heading: str) -> str:
    return heading.lower().replace(" ", "-")


def write_library(folder: Path, count: int) -> None:
    """Write so many briefings into a folder; files that are there already are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    author = LibraryAuthor()
    for number in range(count):
        path = folder / f"briefing-{number:06}.md"
        if not path.exists():
            path.write_text(author.briefing(number), encoding="utf-8")


def main() -> None:
    """Write the library that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="number of briefings")
    parser.add_argument("folder", type=Path, help="the folder for them")
    options = parser.parse_args()
    write_library(options.folder, options.count)


if __name__ == "__main__":
    main()
