"""A made-up article of any size, as plain Markdown or as a content file.


    python -m benchmarks.shared.made_article 1M > article.md
    python -m benchmarks.shared.made_article 1M --content > content.md

The content file has actors, quotes, pictures and sections. The same size always gives the same words. FIRST begins the article's
first paragraph.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

FIRST = "Daybreakword"
TITLE = "The clocks of Umber Hill"

PEOPLE = ("Odile Farrant", "Bastian Kroll", "Yusra Temmen", "Pál Verhoek", "Hanne Lindqvist", "Teodor Askew", "Mirela Sand")
SUBJECTS = (
    "the clockmaker's daughter", "a retired bell founder", "the night porter", "every second apprentice", "the parish council",
    "an inspector of weights", "the widow at number nine", "a school class from Lower Umber", "the pendulum", "the eldest ringer",
)  # fmt: skip
VERBS = (
    "counted", "wound", "oiled", "had long mistrusted", "took apart", "would not sell", "drew from memory", "kept a ledger of",
    "set right", "listened to", "laid a cloth over",
)  # fmt: skip
OBJECTS = (
    "the great escapement", "forty-one brass wheels", "the tower clock", "a box of unlabelled springs", "the noon bell",
    "the *slow* hand", "three **borrowed** weights", "the dial that faces the river", "a [list of repairs](https://clocks.example/list)",
    "what was left of the chain",
)  # fmt: skip
TAILS = (
    "before the frost came", "while the market was being set up", "and told nobody in the street", "as the rules of 1874 require",
    "between two strokes of the quarter", "although the key had been lost for years", "and wrote the difference on the wall",
    "for the price of a loaf", "in a silence that people still talk about",
)  # fmt: skip
SAYINGS = ("said", "recalled", "insisted", "wrote", "admitted")


@dataclass
class Section:
    """A heading with its Markdown blocks.

    `quotes` are those in the blocks, each with its two parts, speaker and verb; `caption` is that of the section's picture.
    """

    heading: str
    blocks: list[str] = field(default_factory=list)
    quotes: list[tuple[str, str, str, str]] = field(default_factory=list)
    caption: str = ""

    @property
    def link(self) -> str:
        """Return a link to the section within the content file."""
        return f"[{self.heading}](#{slug(self.heading)})"


class Author:
    """Writes sentences and blocks; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def clause(self) -> str:
        """Return a subject, verb, object and adverbial, without a full stop."""
        return " ".join(map(self._chance.choice, (SUBJECTS, VERBS, OBJECTS, TAILS)))

    def sentence(self) -> str:
        """Return a sentence of one or two clauses."""
        text = self.clause()
        if self._chance.random() < 0.4:
            text += f", and {self.clause()}"
        return text[0].upper() + text[1:] + "."

    def paragraph(self) -> str:
        """Return a paragraph of three to six sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(3, 6)))

    def bullets(self) -> str:
        """Return a list of four items."""
        return "\n".join(f"- {self.clause()}" for _ in range(4))

    def table(self) -> str:
        """Return a table of four clocks and their errors in seconds."""
        rows = "\n".join(f"| {place} | {self._chance.randint(1, 90)} |" for place in ("Tower", "School", "Mill", "Station"))
        return f"| Clock | Seconds |\n| --- | ---: |\n{rows}"

    def quote(self) -> tuple[str, str, str, str]:
        """Return two sentences of a quote, its speaker and its verb."""
        year = self._chance.randint(1801, 1999)
        first = f"I was told in {year} that {self._chance.choice(SUBJECTS)} never came back for the key"
        second = f"Since then {self._chance.choice(SUBJECTS)} has been late by {self._chance.randint(2, 700)} minutes."
        return first, second, self._chance.choice(PEOPLE), self._chance.choice(SAYINGS)


def article(size: int, seed: int = 1874, quotes: int = 0) -> list[Section]:
    """Return sections whose blocks have `size` bytes in total, or slightly more.

    With `quotes`, they have at least so many; these follow one another in the last section.
    """
    author = Author(seed)
    sections: list[Section] = []
    written = 0
    while written < size:
        section = Section(f"Hour {len(sections)} on the hill" if sections else "Lead")
        sections.append(section)
        for block in _blocks(author, section):
            section.blocks.append(block)
            written += len(block.encode()) + 2
            if written >= size:
                break
    sections[0].blocks[0] = f"{FIRST}. {sections[0].blocks[0]}"
    for _ in range(quotes - sum(len(section.quotes) for section in sections)):
        quote = first, second, speaker, verb = author.quote()
        sections[-1].quotes.append(quote)
        sections[-1].blocks.append(f"“{first},” {verb} {speaker}. “{second}”")
    return sections


def _blocks(author: Author, section: Section) -> Iterator[str]:
    """Yield the blocks of a section and add their quotes and caption to it."""
    yield author.paragraph()
    yield author.paragraph()
    for last in ("", author.bullets(), author.table()):
        quote = first, second, speaker, verb = author.quote()
        section.quotes.append(quote)
        yield f"“{first},” {verb} {speaker}. “{second}”"
        yield author.paragraph()
        yield last or f"> {author.sentence()}"
        yield author.paragraph()
    section.caption = author.sentence()


def slug(heading: str) -> str:
    """Return the id of a heading."""
    return heading.lower().replace(" ", "-")


def markdown(sections: list[Section]) -> str:
    """Return the article as Markdown."""
    return "\n\n".join([f"# {TITLE}", *(block for s in sections for block in (f"## {s.heading}", *s.blocks))]) + "\n"


def content_file(sections: list[Section], actors: int = 0) -> str:
    """Return the article's briefing as a content file, with its full text.

    With `actors`, it has at least so many; those without a quote are not named in the article.
    """
    strangers = ("".join(chr(97 + n // 26**place % 26) for place in range(4)).title() for n in range(actors - len(PEOPLE)))
    people = [*PEOPLE, *(f"Oda {name}" for name in strangers)]
    return "\n\n".join([
        f"---\nbriefing: 1\ntitle: {TITLE}\npublished: 2026-02-11\nlanguage: en\ntags: [fictional]\narticle: full\n---",
        f"# {TITLE}",
        "## Summary",
        "\n".join(f"- What came of the {number}. attempt. ({s.link})" for number, s in enumerate(sections[:8], 1)),
        "## Key actors",
        *(f"### {name}\n\nperson · clock keeper\nAlso: {name.split()[-1]}" for name in people),
        "## Quotes",
        *(_quote_item(*quote, section) for section in sections for quote in section.quotes),
        "## Images",
        *(_image_item(section) for section in sections if section.caption),
        "## Article",
        *(block for s in sections for block in (f"### {s.heading}", *s.blocks)),
    ]) + "\n"  # fmt: skip


def size_of(text: str) -> int:
    """Return the bytes of a size such as 12345, 100k or 1M. Raises ValueError."""
    unit = {"k": 1_000, "M": 1_000_000}.get(text[-1:])
    return int(text[:-1]) * unit if unit else int(text)


def _quote_item(first: str, second: str, speaker: str, verb: str, section: Section) -> str:
    return f"> “{first}”\n>\n> “{second}”\n\n— [{speaker}](#{slug(speaker)}), {verb}, {section.link}"


def _image_item(section: Section) -> str:
    return f"![A clock face seen from the square]()\n\n{section.caption}\n*Hill Archive*, {section.link}"


def main() -> None:
    """Print an article of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=size_of, help="bytes of the article: 100k, 1M, 12345")
    parser.add_argument("--content", action="store_true", help="its content file instead")
    options = parser.parse_args()
    made = article(options.size)
    sys.stdout.write(content_file(made) if options.content else markdown(made))


if __name__ == "__main__":
    main()
