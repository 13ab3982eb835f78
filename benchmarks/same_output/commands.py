"""The commands whose outputs are recorded: on an article, a folder, a store of notes."""

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.same_output.inputs import Inputs
from benchmarks.same_output.recording import ALL, Program, Record

PANES = ("summary", "actors", "quotes", "images", "article")
FORMATS = ("markdown", "org", "html", "text", "csv", "jsonl", "jsonld")
KINDS = ("paragraph", "selection", "quote", "actor", "image", "section", "briefing")
COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple")
TAGS = ("money", "Geld/über", "to check", "海")
BODIES = (
    "",
    "Who paid for it? Ask the board.",
    "# No heading\n\n* no list\n> no quote [no link](http://example.org)\n<!-- no comment -->",
    "=1+1",
    "Über die Brücke — „nicht gefragt“\n\nzweiter Absatz",
    "港口的第二个码头 😀",
)

Json = dict[str, Any]


def record_articles(program: Program, inputs: Inputs, is_thorough: bool) -> None:
    """Record the program's output for each input and for all together.

    `is_thorough` records every way to show them.
    """
    names = []
    for name, data in inputs:
        names.append(name)
        (program.folder / name).write_bytes(data)
        program.keep_input(name, sha256(data).hexdigest())
        _record_article(program, name, is_thorough)
    program.run("list", "list", "out", source=ALL)
    program.run("list", "list", "out", "--format", "json", source=ALL)
    program.run("check", "check", "out", source=ALL)
    if is_thorough:
        for name in names:
            _record_source(program, name)


def record_batches(program: Program, inputs: Inputs) -> None:
    """Record the commands that build many sources, and the resulting library."""
    names = []
    for name, data in inputs:
        names.append(name)
        (program.folder / "sources").mkdir(exist_ok=True)
        (program.folder / "sources" / name).write_bytes(data)
    program.run("build many", "build", "--format", "json", "--jobs", "1", "sources")
    program.run("build many", "build", "--format", "json", "--jobs", "2", *(f"sources/{name}" for name in names), "absent.txt")
    program.run("build many", "build", "-o", "many/", "--jobs", "1", "sources")
    program.keep_folder("build many", "many")
    program.run("build many", "build", "-o", "many/", "sources")
    program.run("add", "add", "--jobs", "1", "sources")
    program.keep_folder("add", "library")
    program.run("list", "list")
    program.run("list", "list", "--format", "json")


def _record_article(program: Program, name: str, is_thorough: bool) -> None:
    made = f"out/{name}.md"
    (program.folder / "out").mkdir(exist_ok=True)
    program.run("build --format json", "build", "--format", "json", name, source=name)
    program.run("build -o", "build", name, "-o", made, source=name)
    if is_thorough:
        program.run("build --explain", "build", "--explain", name, source=name)
    if program.keep_file("build -o", made, source=name):
        program.run("check --source", "check", made, "--source", name, source=name)
        _record_shown(program, made, name, is_thorough)
        if is_thorough:
            _record_edited(program, name, made)


def _record_source(program: Program, name: str) -> None:
    """Record what `check` and `show` print for an input that was not built before."""
    program.run("check", "check", name, source=name)
    text = (program.folder / name).read_bytes().decode("utf-8", "surrogateescape")
    program.run("show -", "show", "-", source=name, given=text)
    program.run("build -", "build", "-", source=name, given=text)
    _record_shown(program, name, name, is_thorough=name.endswith(".md"))


def _record_shown(program: Program, what: str, source: str, is_thorough: bool) -> None:
    program.run("show", "show", what, source=source)
    shown = program.run("show --format json", "show", what, "--format", "json", source=source)
    if not is_thorough:
        return
    program.run("show --format markdown", "show", what, "--format", "markdown", source=source)
    program.run("show --width", "show", what, "--width", "32", source=source)
    for pane in PANES:
        program.run("show --pane", "show", what, "--pane", pane, source=source)
    program.run("show --pane, markdown", "show", what, "--pane", "quotes", "--format", "markdown", source=source)
    program.run("show --pane, markdown", "show", what, "--pane", "article", "--format", "markdown", source=source)
    program.run("show --pane, json", "show", what, "--pane", "actors", "--format", "json", source=source)
    briefing = _briefing_of(shown)
    speakers = [quote.get("speaker_text") for quote in briefing.get("quotes", [])]
    for speaker in dict.fromkeys([*speakers[:3], "she"]):
        if speaker:
            program.run("show --speaker", "show", what, "--speaker", speaker, source=source)
    for item in _items(briefing):
        program.run("show #ITEM", "show", f"{what}#{item}", source=source)
    for item in _items(briefing)[:3]:
        program.run("show #ITEM", "show", f"{what}#{item}", "--format", "markdown", source=source)
        program.run("show #ITEM", "show", f"{what}#{item}", "--format", "json", source=source)


def _record_edited(program: Program, name: str, made: str) -> None:
    """Record a rebuild onto the built content file, and onto a heavily edited one."""
    program.run("build -o, again", "build", name, "-o", made, source=name)
    edited = f"edited-{name}.md"
    head, _, body = (program.folder / made).read_bytes().decode("utf-8").partition("\n---\n")
    lines = [line for number, line in enumerate(body.split("\n")) if number % 9 != 7]
    lines = [line.replace("e", "é", 1) if number % 7 == 3 else line for number, line in enumerate(lines)]
    (program.folder / edited).write_bytes("\n".join([head, "---", *lines]).encode())
    program.run("check", "check", edited, source=name)
    program.run("show --format json", "show", edited, "--format", "json", source=name)
    program.run("build -o, onto an edited file", "build", name, "-o", edited, source=name)
    program.keep_file("build -o, onto an edited file", edited, source=name)


def _briefing_of(shown: Record) -> Json:
    with suppress(ValueError):
        found = json.loads(shown.stdout)
        return found if isinstance(found, dict) else {}
    return {}


def _items(briefing: Json) -> list[str]:
    """Return the ids of the first items of each kind."""
    kinds = ("quotes", "actors", "images", "sections")
    return [item["id"] for kind in kinds for item in briefing.get(kind, [])[:4] if item.get("id")]


def record_notes(program: Program, inputs: Inputs) -> None:
    """Record the note commands on a library of the inputs with every kind of note."""
    library = program.folder / "library"
    library.mkdir()
    briefings = {}
    for name, data in inputs:
        (library / name).write_bytes(data)
        program.keep_input(name, sha256(data).hexdigest())
        briefings[Path(name).stem] = _briefing_of(program.run("show ID", "show", Path(name).stem, "--format", "json"))
    program.run("notes", "notes")
    items = [item for id_, briefing in briefings.items() for item in _annotations(id_, briefing)]
    annotations = program.folder / "annotations.json"
    annotations.write_text(json.dumps(items, ensure_ascii=False, indent=1), encoding="utf-8")
    program.run("import", "import", "annotations.json")
    program.run("import", "import", "annotations.json")
    _record_listed(program, {id_: _note_id(id_, 3) for id_ in briefings})
    _record_exports(program, list(briefings))
    _record_imports(program, items)
    program.run("export, onto edited files", "export", "--format", "markdown", "-o", "exported/markdown/")
    for form in ("markdown", "org", "html", "csv"):
        for file in sorted((program.folder / "exported" / form).glob("*")):
            with file.open("a", encoding="utf-8") as end:
                end.write("\nWritten by hand.\n")
        program.run("export, onto edited files", "export", "--format", form, "-o", f"exported/{form}/")
        program.keep_folder("export, onto edited files", f"exported/{form}")


def _annotations(id_: str, briefing: Json) -> Iterator[Json]:
    """Yield W3C Web Annotations on a briefing.

    They are on words of its paragraphs, on every kind of item, and on words that it lacks.
    """
    paragraphs = [
        (section.get("heading") or "", paragraph["text"])
        for section in briefing.get("sections", [])
        for paragraph in section.get("paragraphs", [])
    ][:8]
    places: list[tuple[Json, str, str]] = [({"kind": "briefing"}, "", "")]
    for heading, text in paragraphs:
        places.append(({"kind": "paragraph", "section": heading}, text, ""))
        words = text.split(" ")
        places.append(({"kind": "selection", "section": heading}, " ".join(words[2:7]), " ".join(words[:2]) + " "))
    for kind, key, field in (("quote", "quotes", "parts"), ("actor", "actors", "name"), ("image", "images", "caption")):
        for item in briefing.get(key, [])[:4]:
            words = item.get(field) or ""
            text = "\n".join(part["text"] for part in words) if isinstance(words, list) else words
            known = {"kind": kind, "item": item.get("id") or "", "attribution": item.get("speaker_text") or ""}
            places.append(({key: value for key, value in known.items() if value}, text, ""))
    places.extend(
        ({"kind": "section", "item": section.get("id") or ""}, section.get("heading") or "", "")
        for section in briefing.get("sections", [])[:2]
    )
    places.append(({"kind": "selection"}, "words that are nowhere in the article", ""))
    for number, (known, exact, prefix) in enumerate(places):
        yield _annotation(id_, number, known, exact, prefix)


def _note_id(id_: str, number: int) -> str:
    return f"n-{sha256(id_.encode()).hexdigest()[:6]}-{number}"


def _annotation(id_: str, number: int, known: Json, exact: str, prefix: str) -> Json:
    colour = COLOURS[number % len(COLOURS)] if number % 3 else None
    body = BODIES[number % len(BODIES)]
    bodies = [{"type": "TextualBody", "value": body, "purpose": "commenting"}] if body else []
    tags = [tag for place, tag in enumerate(TAGS) if (number + place) % 5 == 0]
    return {
        "id": f"urn:x-briefing:{id_}:{_note_id(id_, number)}",
        "type": "Annotation",
        "created": f"2026-01-{number % 28 + 1:02}T10:11:{number % 60:02}.000Z",
        "modified": f"2026-02-{27 - number % 27:02}T09:08:{number % 60:02}.000Z",
        "body": [*bodies, *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags)],
        "target": {
            "source": f"urn:x-briefing:{id_}",
            "selector": [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix}],
            **({"styleClass": colour} if colour else {}),
        },
        "briefing:note": {"briefing": id_, **known},
    }


def _filters() -> Iterator[tuple[str, ...]]:
    yield from (("--kind", kind) for kind in KINDS)
    yield from (("--pane", pane) for pane in PANES[1:])
    yield from (("--colour", colour) for colour in COLOURS[:3])
    yield from (("--tag", tag) for tag in TAGS)
    yield from (("--text", words) for words in ("quay", "the", "brück", "码头", "zeppelin", "who paid", "."))
    yield ("--tag", TAGS[0], "--kind", "paragraph", "--text", "a")


def _record_listed(program: Program, notes: dict[str, str]) -> None:
    """Record the lists of notes; `notes` has one note's id for each briefing."""
    for order in ("place", "time", "newest"):
        program.run("notes", "notes", "--order", order)
        program.run("notes --format json", "notes", "--order", order, "--format", "json")
    for asked in _filters():
        program.run("notes, filtered", "notes", *asked)
        program.run("notes, filtered", "notes", "--format", "json", *asked)
    for briefing, note in notes.items():
        program.run("notes ID", "notes", briefing)
        program.run("notes ID", "notes", f"library/{briefing}.md", "--order", "newest")
        program.run("notes ID", "notes", f"{briefing}#{note}")
        for form in ("text", "markdown", "json"):
            program.run("show #NOTE", "show", f"{briefing}#{note}", "--format", form)
    program.run("notes ID", "notes", "nowhere")
    program.run("notes doctor", "notes", "doctor")


def _record_exports(program: Program, briefings: list[str]) -> None:
    for form in FORMATS:
        program.run("export", "export", "--format", form)
        program.run("export", "export", briefings[0], "--format", form, "--tag", TAGS[0])
        program.run("export -o", "export", "--format", form, "-o", f"all-{form}")
        program.keep_file("export -o", f"all-{form}")
        for _ in range(2):
            program.run("export -o", "export", "--format", form, "-o", f"exported/{form}/")
        program.keep_folder("export -o", f"exported/{form}")
    for asked in _filters():
        program.run("export, filtered", "export", "--format", "text", *asked)
    for briefing in briefings:
        program.run("export newsarticle", "export", briefing, "--format", "newsarticle")
        program.run("export newsarticle", "export", f"library/{briefing}.md", "--format", "newsarticle")
    program.run("export", "export", "--format", "nothing")
    program.run("export", "export", "nowhere")


def _record_imports(program: Program, items: list[Json]) -> None:
    """Record imports into empty stores.

    The files are exports, an edited one, one in Hypothesis's format, and broken ones.
    """
    (program.folder / "exported" / "jsonld" / "all.jsonld").write_bytes((program.folder / "all-jsonld").read_bytes())
    files = [file for form in ("jsonld", "markdown") for file in sorted((program.folder / "exported" / form).glob("*"))]
    text = (program.folder / "annotations.json").read_text(encoding="utf-8")
    rows = [
        {
            "id": f"hyp{number}",
            "created": item["created"],
            "updated": item["modified"],
            "uri": "https://example.org/harbour",
            "text": BODIES[number % len(BODIES)],
            "tags": [TAGS[number % len(TAGS)]],
            "target": [{"source": "https://example.org/harbour", "selector": item["target"]["selector"]}],
        }
        for number, item in enumerate(items[:20])
    ]
    made = {
        "hypothesis.json": json.dumps({"total": len(rows), "rows": rows}, ensure_ascii=False),
        "timeless.json": json.dumps({"target": "https://example.org/harbour", "bodyValue": "No time, no id."}),
        "torn.json": text[: len(text) // 2],
        "wrong.json": text.replace('"target": {', '"aim": {', 5),
        "kind.json": text.replace('"kind": "paragraph"', '"kind": "parable"', 1),
        "edited.md": files[-1].read_text(encoding="utf-8").replace("Who paid", "Who has paid"),
        "older.json": text.replace("2026-02-", "2025-02-").replace("Who paid", "Who really paid"),
    }
    for name, content in made.items():
        (program.folder / name).write_text(content, encoding="utf-8")
    for number, file in enumerate([*files, *(program.folder / name for name in made)]):
        store = {"BRIEFING_NOTES": str(program.folder / f"store{number}" / "notes.db")}
        program.run("import", "import", str(file.relative_to(program.folder)), environment=store)
        program.run("import", "notes", "--format", "json", environment=store)
    program.run("import", "import", "older.json")
    program.run("import", "import", "edited.md")
    program.run("import", "notes", "--format", "json")
