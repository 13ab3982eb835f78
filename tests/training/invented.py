"""Invent a small data set: pages of invented publishers, with gold."""

import json
from pathlib import Path
from typing import Any

_PLACES = ("Skerrow", "Aldmouth", "Portolan", "Vennick", "Harrowby", "Tolsta", "Ermine", "Callow")
_THINGS = ("ferry", "bridge", "library", "harbour", "school", "mill", "market", "road")
_HEADINGS = ("Who pays for it", "A plan from the county", "What the drivers say", "The winter is near")


PUBLISHERS = 12


def make_data(folder: Path) -> Path:
    """Write a page for each publisher, and return the folder."""
    gold = []
    for number in range(PUBLISHERS):
        page = f"page-{number}"
        gold.append(_gold(page, number))
        for view in ("innertext", "innertext_main", "w3m", "lynx"):
            path = folder / "dumps" / view / f"{page}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_dump(gold[-1], number, with_menu=view != "innertext_main"), encoding="utf-8")
    (folder / "gold.jsonl").write_text("".join(json.dumps(each) + "\n" for each in gold), encoding="utf-8")
    return folder


def rare_word(number: int) -> str:
    """Return a word that only one publisher uses."""
    return "zq" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _gold(page: str, number: int) -> dict[str, Any]:
    place, thing = _PLACES[number % len(_PLACES)], _THINGS[number // 2 % len(_THINGS)]
    blocks = []
    for part in range(3):
        blocks += [
            [
                "paragraph",
                f"In year {part}{at} the people of {place} asked again for the {thing}, and the county told them that it "
                f"would think about the {thing} before the end of the winter of {number}, when the road is open.",
            ]
            for at in range(2)
        ]
        blocks.append(["heading", f"{_HEADINGS[(part + number) % len(_HEADINGS)]} in {place}"])
    return {
        "id": page,
        "publisher": f"publisher-{number}.example",
        "title": f"The {thing} of {place} that never came back",
        "title_alt": [],
        "lead": [f"The county of {place} has no money for the {thing}."],
        "authors": ["Ines Calder"],
        "published": "2026-03-02",
        "published_at": "2026-03-02",
        "blocks": blocks[:-1],
        "images": [{"caption": f"The {thing} at {place} on Monday, {rare_word(number)}", "credit": ["Oona Reed"]}],
        "views": {view: [] for view in ("innertext", "innertext_main", "w3m", "lynx")},
    }


def _dump(gold: dict[str, Any], number: int, *, with_menu: bool) -> str:
    image = gold["images"][0]
    lines = ["Home", "News", rare_word(number), "Sign in", ""] if with_menu else []
    lines += [gold["title"], "", gold["lead"][0], "", "By Ines Calder", "2 March 2026", ""]
    lines += [image["caption"], f"Photo: {image['credit'][0]}", ""]
    for _, text in gold["blocks"]:
        lines += [text, ""]
    if with_menu:
        lines += ["Most read", "The mill that was sold twice", "Five boats and one harbour", "", "Sign up for our newsletter"]
    return "\n".join(lines) + "\n"
