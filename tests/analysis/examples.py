"""Small made-up articles, each with the expected actors, roles, quotes, speakers and points.

A file of examples has blocks separated by a blank line. A block has the article's paragraphs, one per line (a line that begins
with `title:`, `lead:`, `author:`, `publisher:`, `language:`, `heading:` or `>` is one of those), then lines that begin with `=`:

    = person Maria Ortega (female): Mayor Ortega | Ortega; roles: mayor
    = “The quay is cracked” direct, Ortega → Maria Ortega, said
    = point: The quay is cracked, the board of Portolan said on Monday.

These are an actor's kind, name and gender, every mention with its title, and the roles; a quote's words (of all its parts), its
kind, the speaker in the article's words and by name, the speech verb, and `inferred` where no speech tag names the speaker.

Three more files show earlier steps. `phrases` has the phrases of a sentence with their kinds, its speech tags and its subject;
`mentions` has the person meant by every phrase, and the facts about everyone with a name; `candidates` has the runs of
capitalised words that may be names, with the evidence of their own words and of those around them for each kind.

    = noun The harbour board / verb said (say) / punctuation : / quote “The quay is cracked.”
    = tag: said by The harbour board
    = she → Maria Ortega; the quay → the quay
    = Maria Ortega: person, she, engineer, met 2, named 3 times
    = person Mayor, Maria Ortega, opens; own words: person 6; around: person 9, organization 1
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.analysis import actors
from briefing_tui.analysis.en.grammar.chunker import Chunker
from briefing_tui.analysis.en.grammar.clauses import find_clause_subject, skip_group
from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.grammar.sentence_groups import group_into_sentences
from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.en.names.kind_evidence import weigh_context, weigh_own_words
from briefing_tui.analysis.en.names.runs import find_runs
from briefing_tui.analysis.en.names.splitting import Candidate, split_run
from briefing_tui.analysis.en.speakers.mentions import read_sentence
from briefing_tui.analysis.en.speakers.references import ReferentTracker
from briefing_tui.analysis.en.speakers.referents import Referent
from briefing_tui.analysis.en.speakers.speech_tags import SpeechTag, find_tags
from briefing_tui.analysis.points import summarise
from briefing_tui.analysis.quotes import FoundQuote, find_quotes
from briefing_tui.analysis.shared.quote_marks import find_quotations
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document
from tests.blocks import blocks


class Example(NamedTuple):
    """An article, the block of lines it was read from, and the expected lines."""

    path: Path
    block: list[str]
    document: Document
    expected: list[str]

    @property
    def name(self) -> str:
        """Return the file's name and the article's first words."""
        return f"{self.path.stem}: {self.block[0][:60]}"


def examples(path: Path) -> Iterator[Example]:
    """Yield the examples of a file."""
    for block in blocks(path):
        if not block[0].startswith("#"):
            expected = [line[2:] for line in block if line.startswith("= ")]
            yield Example(path, block, article([line for line in block if not line.startswith("= ")]), expected)


def article(lines: list[str]) -> Document:
    """Return the article of the lines of a block."""
    about: dict[str, str] = {}
    paragraphs: list[list[Paragraph]] = [[]]
    headings: list[str | None] = [None]
    for line in lines:
        key, _, rest = line.partition(": ")
        if key in ("title", "lead", "author", "publisher", "language"):
            about[key] = rest
        elif key == "heading":
            headings.append(rest)
            paragraphs.append([])
        else:
            quoted = line.startswith("> ")
            paragraphs[-1].append(Paragraph(line.removeprefix("> "), "quote" if quoted else "paragraph"))
    sections = tuple(
        Section(f"s{number}", heading, tuple(texts))
        for number, (heading, texts) in enumerate(zip(headings, paragraphs, strict=True))
    )
    authors = (about["author"],) if "author" in about else ()
    return Document(
        Source("made-up.txt"),
        title=about.get("title"),
        lead=about.get("lead"),
        authors=authors,
        publisher=about.get("publisher"),
        language=about.get("language"),
        sections=sections,
    )


def described(document: Document) -> list[str]:
    """Return lines that describe the analysis of an article.

    Actors come first, the most important first, then quotes in order, then points.
    """
    names = {name.name: name for name in actors.find_names(document)}
    quotes = find_quotes(document, names.values())
    lines = []
    found = actors.find_actors(document, quotes)
    for actor in found:
        name = names[actor.name]
        gender = f" ({name.gender})" if name.gender else ""
        mentions = " | ".join(f"{mention.title} {mention.text}".strip() for mention in name.mentions)
        roles = f"; roles: {', '.join(actor.roles)}" if actor.roles else ""
        lines.append(f"{name.kind} {name.name}{gender}: {mentions}{roles}")
    lines += [_quote(quote) for quote in quotes]
    return lines + [f"point: {point.text}" for point in summarise(document, found)]


def phrased(document: Document) -> list[str]:
    """Return lines that describe the phrases and speech tags of an article's sentences."""
    lines = []
    for text in _texts(document):
        quotes = list(enumerate(find_quotations([text])))
        for items in group_into_sentences(Chunker(text, quotes).phrases(), [text[slice(*quoted.inner)] for _, quoted in quotes]):
            lines.append(" / ".join(_phrase(item) for item in items))
            lines += [f"tag: {_tag(items, tag)}" for tag in find_tags(items)]
            subject = find_clause_subject(items, 0, len(items))
            lines += [f"subject: {_group(items, subject)}"] if subject is not None else []
    return lines


def _group(items: Sequence[Phrase], at: int) -> str:
    return " ".join(item.text for item in items[at : skip_group(items, at)])


def meant(document: Document) -> list[str]:
    """Return lines with the person meant by every phrase, then facts about everyone named."""
    tracker = ReferentTracker()
    tracker.add_names(find_names(document))
    known: dict[str, Referent] = {}
    lines = []
    paragraphs = [(text, list(enumerate(find_quotations([text])))) for text in _texts(document)]
    phrases = [Chunker(text, quotes).phrases() for text, quotes in paragraphs]
    for phrase in (phrase for found in phrases for phrase in found if phrase.name):
        tracker.add_full_name(phrase)
    for number, (text, quotes) in enumerate(paragraphs):
        for items in group_into_sentences(phrases[number], [text[slice(*quoted.inner)] for _, quoted in quotes]):
            tracker.start_sentence(number)
            referents = read_sentence(tracker, items, find_tags(items))
            if referents:
                lines.append("; ".join(f"{items[at].text} → {referent.display_name}" for at, referent in referents.items()))
            known |= {referent.name: referent for referent in referents.values() if referent.name}
    return [*lines, *(_figure(referent) for referent in known.values())]


def _figure(referent: Referent) -> str:
    kinds = [name for name in ("person", "group", "place") if getattr(referent, name)]
    details = [*kinds, referent.gender, *sorted(referent.roles), f"met {referent.full_mentions}", f"named {referent.count} times"]
    return f"{referent.name}: {', '.join(filter(None, details))}"


def _phrase(item: Phrase) -> str:
    name = f"{item.title}, {item.name}" if item.title and item.name else item.name
    details = [
        item.lemma,
        name if name != item.text else "",
        f"of {item.owner}" if item.owner else "",
        "plural" if item.plural else "",
    ]
    shown = "; ".join(detail for detail in details if detail)
    return f"{item.kind} {item.text}{f' ({shown})' if shown else ''}"


def _tag(items: Sequence[Phrase], tag: SpeechTag) -> str:
    words = " ".join(item.text for item in items[tag.subject : max(tag.subject + 1, tag.last)]) if tag.subject >= 0 else "nobody"
    return f"{items[tag.verb].text} by {'the owner of ' if tag.owner else ''}{words}"


def nominated(document: Document) -> list[str]:
    """Return lines that describe candidates for names and the evidence for their kinds."""
    lower = frozenset(word.strip(".,;:") for text in _texts(document) for word in text.split() if word.islower())
    return [
        _candidate(text, candidate, lower)
        for text in _texts(document)
        for words in find_runs(text)
        for candidate in split_run(text, words)
    ]


def _candidate(text: str, candidate: Candidate, lower: frozenset[str]) -> str:
    flags = [name for name in ("opens", "the", "named_the", "bracketed") if getattr(candidate, name)]
    words = ", ".join(filter(None, (candidate.title, text[candidate.start : candidate.end], *flags)))
    own, around = weigh_own_words(candidate, lower), weigh_context(text, candidate)
    return f"{candidate.kind} {words}; own words: {_points(own)}; around: {_points(around)}"


def _points(points: dict[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in points.items() if count) or "nothing"


def _texts(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def _quote(quote: FoundQuote) -> str:
    words = " … ".join(part.text for part in quote.parts)
    if quote.speaker_text is None:
        return f"“{words}” {quote.kind}, nobody"
    who = quote.speaker_text if quote.speaker_name == quote.speaker_text else f"{quote.speaker_text} → {quote.speaker_name}"
    verb = f", {quote.verb}" if quote.verb else ""
    return f"“{words}” {quote.kind}, {who}{verb}{', inferred' if quote.inferred else ''}"
