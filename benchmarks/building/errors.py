"""Count the errors of `briefing build` by kind, on articles with known answers.

    python -m benchmarks.building.errors DATA [--command 'briefing']

DATA and the rules of what is right are those of `score.py`. The share of missed items is of those expected, the share of wrong
items of those found.
"""

import contextlib
import io
from collections import Counter
from pathlib import Path

from benchmarks.building.score import _EDGE, Json, build_texts, is_same_name, measure_view, read_gold, read_options, views

Counts = Counter[str]


def quote_errors(articles: list[Json], briefings: list[Json]) -> tuple[Counts, int, int]:
    """Count the errors of direct quotations by kind; also return the numbers expected and found."""
    errors: Counts = Counter()
    asked = given = 0
    for article, briefing in zip(articles, briefings, strict=True):
        gold = {text.strip(_EDGE): quote for quote in article["quotes"] for text in quote["text"].split("\n")}
        direct = {text: quote for text, quote in gold.items() if quote["type"] == "direct"}
        found = {
            text.strip(_EDGE): quote
            for quote in briefing.get("quotes", [])
            for part in quote["parts"]
            for text in part["text"].split("\n")
        }
        asked += len(direct)
        given += sum(text in direct or text not in gold for text in found)
        for text, quote in direct.items():
            if text in found:
                errors.update(_speaker_error(quote, found[text]))
            else:
                errors["missed: with other bounds" if _near(text, found) else "missed: not found"] += 1
        for text, quote in found.items():
            if text not in gold:
                kind = "with other bounds" if _near(text, gold) else f"{quote['kind']}, not a quotation"
                errors[f"wrong: {kind}"] += 1
    return errors, asked, given


def _near(text: str, others: dict[str, Json]) -> bool:
    return any(text and other and (text in other or other in text) for other in others)


def _speaker_error(gold: Json, quote: Json) -> list[str]:
    """Return the kind of speaker error, or nothing if the speaker is right."""
    name = quote["speaker_name"] or quote["speaker_text"]
    if is_same_name(name, gold["speaker_forms"]):
        return []
    kinds = {"name": "a name", "pronoun": "a pronoun", "nominal": "a description"}
    meant = kinds.get(gold.get("speaker_kind") or "", "no speaker")
    inference = "left open" if not name else "inferred" if quote["inferred"] else "read from the tag"
    return [f"wrong speaker: the tag has {meant}, ours was {inference}"]


def actor_errors(articles: list[Json], briefings: list[Json]) -> tuple[Counts, int, int]:
    """Count the errors of actors by kind; also return the numbers expected and found."""
    errors: Counts = Counter()
    asked = given = 0
    for article, briefing in zip(articles, briefings, strict=True):
        left = [actor["name"] for actor in briefing.get("actors", [])]
        asked, given = asked + len(article["actors"]), given + len(left)
        for actor in article["actors"]:
            match = next((name for name in left if is_same_name(name, actor["names"])), None)
            if match is not None:
                left.remove(match)
                continue
            weight = (
                "in three summaries or more" if actor["salience"] >= 3 else "in one or two" if actor["salience"] else "in none"
            )
            errors[f"missed: {actor['type']}, {weight}"] += 1
        forms = [name for actor in article["actors"] for name in actor["names"]]
        for name in left:
            errors["wrong: a duplicate" if is_same_name(name, forms) else "wrong: another name"] += 1
    return errors, asked, given


def report(title: str, errors: Counts, asked: int, given: int) -> None:
    """Print one table."""
    print(f"\n{title}: {asked} expected, {given} found\n\n| error | count | share |\n| --- | --- | --- |")
    for kind, count in sorted(errors.items(), key=lambda item: (item[0].partition(":")[0], -item[1])):
        print(f"| {kind} | {count} | {100 * count / max(given if kind.startswith('wrong: ') else asked, 1):.1f} % |")


def report_view(command: str, folder: Path, gold: list[Json], view: str) -> None:
    """Print the missed and the wrong items of each field for a kind of source."""
    with contextlib.redirect_stdout(io.StringIO()):
        tally = measure_view(command, folder, gold, view)
    print(f"\nFrom {view}\n\n| field | missed | share | wrong | share |\n| --- | --- | --- | --- | --- |")
    for what, asked in tally.gold.items():
        missed, wrong = asked - tally.right[what], tally.given[what] - tally.right[what]
        if what != "body" and (missed or wrong):
            shares = f"{100 * missed / max(asked, 1):.1f} % | {wrong} | {100 * wrong / max(tally.given[what], 1):.1f} %"
            print(f"| {what} | {missed} | {shares} |")


def main() -> None:
    """Count the errors on everything that the data folder has."""
    options = read_options(__doc__)
    if quotes := read_gold(options.data / "quotes" / "dev.jsonl"):
        report("Direct quotations", *quote_errors(quotes, build_texts(options.command, quotes)[0]))
    if actors := read_gold(options.data / "actors" / "dev.jsonl"):
        report("Actors", *actor_errors(actors, build_texts(options.command, actors)[0]))
    folder = options.data / "build" / "dev"
    if pages := read_gold(folder / "gold.jsonl"):
        for place, view in views(folder):
            report_view(options.command, place, pages, view)


if __name__ == "__main__":
    main()
