"""Measure whether notes stay on their items in articles with identical items.

    python -m benchmarks.notes.identical_items [--edits 1000] [--seed 1]

In the made-up articles, sections, quotes, captions and actors share their words with others. Each article gets one to four random
edits: an item or its paragraph is deleted or inserted, two of the same words are exchanged, sections are reordered and renamed,
words beside an item, speakers, credits and roles are changed. It is then built again, with new ids, or edited by hand, with the
old ones. A note on every item is located afterwards. The columns are:

- misplaced: notes located on another item than their own, or on one although their own is gone.
- unmoved: notes whose item still has the same words, section, speaker (credit, roles), neighbours and words beside it, with the
  share that was found; edits were elsewhere in the article.
- there: notes whose item still exists in any form, with the share that was found.
- ties: notes located on an item that cannot be told from their own by anything, not counted as misplaced.
- unedited: notes of articles without any edit, with the share that was found.
"""

import argparse
import re
import sys
import time
from dataclasses import dataclass, replace

from benchmarks.notes.alike_items import AlikeArticles, Made, MadeArticle
from benchmarks.notes.figures import LocatedNotes
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.model.note import Kind, Note
from briefing_tui.model.selector import Selector
from briefing_tui.notes.places import NoteLocation, draft_on, locate_note

_KINDS = ("quote", "image", "section", "actor")


@dataclass
class Figures(LocatedNotes):
    """Results of one run of edits."""

    edits: int = 0
    misplaced: int = 0


def notes_on(made: Made, article: PlainArticle) -> list[tuple[int, Note]]:
    """Return a note on every item, with the item's key."""
    briefing = made.briefing
    items: list[tuple[Kind, str]] = [
        *(("quote", quote.id) for quote in briefing.quotes),
        *(("image", image.id) for image in briefing.images),
        *(("section", section.id) for section in briefing.sections),
        *(("actor", actor.id) for actor in briefing.actors),
    ]
    found = []
    for kind, item in items:
        note = draft_on(article, kind, (), item)
        assert note is not None
        found.append((made.keys[item], note))
    return found


def measure(edits: int, seed: int = 1, most: int = 4, is_old: bool = False) -> Figures:
    """Edit `edits` articles and locate the notes on all of their items.

    With `is_old`, notes lack what only newer versions of the program describe.
    """
    figures, articles = Figures(), AlikeArticles(seed)
    for number in range(edits):
        plan = articles.article()
        before = articles.built(plan)
        original = PlainArticle(before.briefing)
        notes = notes_on(before, original)
        if is_old:
            notes = [(key, as_before(note, original)) for key, note in notes]
        count(figures, notes, plan, plan, before, "unedited")
        changed = articles.edited(plan, most)
        after = articles.built(changed, before if number % 2 else None)
        count(figures, notes, plan, changed, after, "there")
        figures.edits += 1
    return figures


def as_before(note: Note, article: PlainArticle) -> Note:
    """Return a note without its surroundings, as older versions wrote it.

    They did not say either whether an actor's or section's words were unique.
    """
    words = note.selector
    unique = words.unique if note.kind in ("quote", "image") else None
    suffix = words.suffix[:64] if note.kind == "section" else words.suffix
    known = Selector(words.exact, words.prefix, suffix, words.position, unique, words.shared, None, article.version)
    return replace(note, selector=known)


def count(
    figures: Figures, notes: list[tuple[int, Note]], plan: MadeArticle, changed: MadeArticle, after: Made, sort: str
) -> None:
    """Locate notes in an article after its edits, and count what became of them."""
    article = PlainArticle(after.briefing)
    old, new = states(plan), states(changed)
    for key, note in notes:
        began = time.process_time()
        found = locate_note(note, article)
        figures.seconds.append(time.process_time() - began)
        at = after.keys[found.item] if isinstance(found, NoteLocation) else None
        sorts = [f"{sort}", f"{sort} {note.kind}"] if key in new else []
        if sort == "there" and key in new and old[key] == new[key]:
            sorts += ["unmoved", f"unmoved {note.kind}"]
        figures.all.update(sorts)
        figures.found.update(sorts if at == key else [])
        if at is not None and at != key:
            is_tie = _is_tie(changed, old, new, key, at)
            figures.ties += is_tie
            figures.misplaced += not is_tie
            if not is_tie:
                states_of = (old[key], new.get(key, ()), new[at])
                figures.examples.append("\n    ".join((f"MISPLACED {note.kind}", *map(_short, states_of))))
        elif at is None and "unmoved" in sorts:
            figures.examples.append(f"LOST {note.kind} {_short(old[key])}")


def _is_tie(changed: MadeArticle, old: "dict[int, State]", new: "dict[int, State]", key: int, at: int) -> bool:
    """Return whether the article looks just as if the item at `at` were the note's.

    That is so if it has come in its place with all that belongs to it; if the two are quotes in adjacent paragraphs of the same
    words, one of them inserted; and if an actor was deleted and another of the same name and roles inserted.
    """
    if (
        old[key] == new[at]
        or (old[key][:5] == new[at][:5] and old[key][0] in ("quote", "image"))
        or _is_beside_its_like(changed, key, at)
    ):
        return True
    actors = [(actor.name, actor.roles) for actor in changed.actors]
    names = [state[1] for state in old.values() if state[0] == "actor"]
    about: object = old[key][1]
    is_only = names.count(about) == [*actors].count(about) == 1  # type: ignore[arg-type]
    return old[key][0] == "actor" and key not in new and new[at][1] == about and is_only


def _is_beside_its_like(changed: MadeArticle, key: int, at: int) -> bool:
    paragraphs = changed.paragraphs()
    where = {one.quote.key: number for number, one in enumerate(paragraphs) if one.quote}
    first, last = sorted((where.get(key, -9), where.get(at, -9)))
    return first >= 0 and len({paragraph.text for paragraph in paragraphs[first : last + 1]}) == 1


State = tuple[object, ...]


def _short(state: State) -> str:
    """Return a state on one line, its long texts cut in the middle."""
    return re.sub(r"'([^']{20})[^']{30,}([^']{20})'", r"'\1…\2'", repr(state))


def states(plan: MadeArticle) -> dict[int, State]:
    """Return all that tells each item from others: words, properties, neighbours, words beside it."""
    found: dict[int, State] = {}
    names = {actor.key: (actor.name, actor.roles) for actor in plan.actors}
    paragraphs = [(section, paragraph) for section in plan.sections for paragraph in section.paragraphs]
    texts = ["", *(plan.shown(one) for _, one in paragraphs), ""]
    heading_order = ["", *(section.heading for section in plan.sections), ""]
    for at, (section, paragraph) in enumerate(paragraphs):
        beside = tuple(texts[at : at + 3])
        around = (section.heading, beside, [image.caption for image in paragraph.images])
        if paragraph.quote and paragraph.quote.key not in plan.unlisted:
            found[paragraph.quote.key] = ("quote", paragraph.quote.words, names.get(paragraph.quote.speaker or 0), *around)
        for number, image in enumerate(paragraph.images):
            found[image.key] = ("image", image.caption, (image.credit, image.url, number), *around)
    for at, section in enumerate(plan.sections):
        begins = [plan.shown(paragraph) for paragraph in section.paragraphs[:2]]
        found[section.key] = ("section", heading_order[at : at + 3], begins)
    around_actors = ["", *(names[actor.key] for actor in plan.actors), ""]
    for at, actor in enumerate(plan.actors):
        found[actor.key] = ("actor", names[actor.key], around_actors[at : at + 3])
    for state, neighbours in _item_neighbours(plan):
        found[state] = (*found[state], neighbours)
    return found


def _item_neighbours(plan: MadeArticle) -> list[tuple[int, tuple[str, str]]]:
    quotes, images = plan.quotes(), plan.images()
    lists = [[(one.key, one.words) for one in quotes], [(one.key, one.caption) for one in images]]
    found = []
    for things in lists:
        words = ["", *(word for _, word in things), ""]
        found += [(key, (words[at], words[at + 2])) for at, (key, _) in enumerate(things)]
    return found


def _row(name: str, figures: Figures) -> str:
    def share(sort: str) -> str:
        return f"{sort} {100 * figures.share(sort):.2f} % of {figures.all[sort]}"

    seconds = sorted(figures.seconds)
    lines = [
        f"{name}: edits {figures.edits}  misplaced {figures.misplaced}  ties {figures.ties}",
        f"    {share('unedited')}  {share('unmoved')}  {share('there')}",
        f"    median {seconds[len(seconds) // 2] * 1000:.2f} ms  slowest {seconds[-1] * 1000:.0f} ms",
        *(f"    {kind:>8}  {share(f'unmoved {kind}')}  {share(f'there {kind}')}" for kind in _KINDS),
    ]
    return "\n".join(lines)


def main() -> None:
    """Print the figures, and how many of each kind of item were found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=1000, help="articles, each edited once (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    parser.add_argument("--examples", type=int, default=0, help="misplaced or lost notes to show")
    options = parser.parse_args()
    for name, is_old in (("notes of today", False), ("notes of older versions", True)):
        figures = measure(options.edits, options.seed, is_old=is_old)
        sys.stdout.write(_row(name, figures) + "\n")
        for example in sorted(figures.examples, reverse=True)[: options.examples]:
            sys.stdout.write(f"  {example}\n")


if __name__ == "__main__":
    main()
