"""Every command writes only words and line ends to a terminal.

This holds for any article, note, file name and argument.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from briefing_tui.notes.store import NoteStore
from tests.hostile import pack
from tests.hostile.attacks import as_bytes, attacks
from tests.hostile.ecma48 import Token, controls
from tests.hostile.onterminal import on_terminal

LINE_END = [Token("C0", "\r"), Token("C0", "\n")]
"""The line end that a terminal driver makes, the only control characters of any command."""

PROGRESS = Token("CSI", "\x1b[K")
"""The sequence by which `build` of many files erases its progress line."""

FORMATS = ("markdown", "org", "html", "text", "csv", "jsonl", "jsonld")


def odd(written: bytes) -> list[Token]:
    """Return the control functions that are not line ends."""
    return [token for token in controls(written) if token not in LINE_END]


def drawn(folder: Path) -> list[list[str]]:
    """Return command lines that show everything in a folder of content files."""
    names = [str(path) for path in sorted(folder.iterdir())]
    return [
        *(["show", name] for name in names),
        ["show", f"{folder}/file-0.md", "--pane", "quotes", "--width", "30"],
        ["list", str(folder)],
    ]


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return pack.shelve(tmp_path_factory.mktemp("shelves"))


def test_there_are_at_least_300_attacks() -> None:
    assert len(set(attacks())) >= 300
    assert max(Counter(attacks()).values()) == 1


def test_content_files_are_shown_with_the_control_functions_of_their_harmless_twins(
    shelves: tuple[Path, Path], tmp_path: Path
) -> None:
    hostile, twins = (on_terminal(drawn(folder), tmp_path, columns=4000) for folder in shelves)
    for run, (seen, status), (wanted, _) in zip(drawn(shelves[0]), hostile, twins, strict=True):
        assert odd(seen) == [], run
        assert status == 0, run
        assert controls(_data(seen)) == controls(_data(wanted)), run


def _data(seen: bytes) -> bytes:
    """Return the output without messages, which are lines of their own."""
    return b"".join(line for line in seen.splitlines(keepends=True) if not line.startswith(b"briefing: "))


def test_parts_and_other_forms_of_content_files_are_words(shelves: tuple[Path, Path], tmp_path: Path) -> None:
    big = str(shelves[0] / "file-0.md")
    runs = [["show", str(path), "--format", "json"] for path in sorted(shelves[0].iterdir())]
    runs += [["show", big, "--pane", "article", "--format", "markdown"], ["show", big, "--speaker", "a1z"]]
    runs += [["list", str(shelves[0]), "--format", "json"]]
    for run, (seen, status) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) == [], run
        assert status == 0, run


def test_every_attack_is_shown_as_words(shelves: tuple[Path, Path], tmp_path: Path) -> None:
    ((shown, _),) = on_terminal([["show", str(shelves[0] / "file-0.md"), "--width", "1000"]], tmp_path)
    text = shown.decode()
    for number, _ in enumerate(attacks()):
        assert text.count(f"a{number}z") >= 5, attacks()[number]


def test_content_files_are_shown_as_written_and_checked_in_words(shelves: tuple[Path, Path], tmp_path: Path) -> None:
    names = sorted(map(str, shelves[0].iterdir()))
    runs = [*(["show", name, "--format", "markdown"] for name in names), ["check", str(shelves[0])]]
    runs += [["check", str(shelves[0]), "--source", str(shelves[0])]]
    for run, (seen, _) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) in ([], [Token("C0", "\t")]), run


def test_articles_are_built_and_explained_in_words(tmp_path: Path) -> None:
    made = [str(path) for path in pack.sources(tmp_path)]
    runs = [["build", name, *more] for name in made for more in ([], ["--explain"], ["--format", "json"])]
    runs += [["show", name] for name in made]
    for run, (seen, status) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) == [], run
        assert status == 0, run
        assert b"a3z" in seen, run


@pytest.fixture
def home(isolation: Path) -> Path:
    return isolation


def test_notes_are_listed_and_exported_in_words(shelves: tuple[Path, Path], tmp_path: Path, home: Path) -> None:
    (home / "library").symlink_to(shelves[0])
    with NoteStore() as store:
        store.import_notes(pack.notes())
    runs = [["notes"], ["notes", "--format", "json"], ["notes", "doctor"], *(["export", "--format", name] for name in FORMATS)]
    runs += [["export", "file-0", "--format", "newsarticle"]]
    for run, (seen, status) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) == [], run
        assert status == 0, run
        assert b"a3z" in seen or "doctor" in run, run


def test_arguments_are_told_in_words(tmp_path: Path) -> None:
    forms = (
        ["show", "{}"], ["show", "harbour.md#{}"], ["check", "{}"], ["list", "{}"], ["build", "{}"], ["read", "{}"], ["{}"], ["notes", "{}"],
        ["show", "x", "--width", "{}"], ["show", "x", "--pane", "{}"], ["export", "--format", "{}"], ["import", "{}.json"],
        ["check", ".", "--source", "{}"], ["notes", "--tag", "{}"], ["show", ".", "--{}"], ["build", "x", "--jobs", "{}"],
        ["export", "--kind", "{}"],
    )  # fmt: skip
    runs = [
        [word.replace("{}", os.fsdecode(as_bytes(attack))) for word in forms[at % len(forms)]]
        for at, attack in enumerate(attacks())
    ]
    for run, (seen, status) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) == [], run
        assert seen.count(b"\r\n") in (1, 2), run
        assert status in (1, 2), run
        assert b"internal error" not in seen, run


def test_names_of_files_are_told_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    names = [as_bytes(attack.replace("/", "_")[:100] + ".md") for attack in attacks() if "\0" not in attack][::2]
    for name in names:
        (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_text("# T\n\n## Article\n\nWords of the article.\n")
    shown = [os.fsdecode(name) for name in names]
    json_lists = [["list", "shelf", "--format", "json"]]
    runs = [["list", "shelf"], ["check", "shelf"], ["build", "shelf", "--format", "json"], ["build", "shelf", "-o", "made"]]
    runs += [["show", f"shelf/{name}"] for name in shown]
    runs += [["show", f"shelf/{name}", "--format", "json"] for name in shown[::20]]
    runs += [["show", f"shelf/{name}#none"] for name in shown[::20]]
    runs += [["import", f"shelf/{name}"] for name in shown[::5]]
    runs += [["export", "-o", f"shelf/{name}/"] for name in shown[::5]]
    for run, (seen, _) in zip(json_lists + runs, on_terminal(json_lists + runs, tmp_path, columns=4000), strict=True):
        assert [token for token in odd(seen) if run[0] != "build" or token != PROGRESS] == [], run
        if run in json_lists:
            listed = {entry["file"] for entry in json.loads(_data(seen))}
            assert listed == {f"shelf/{name}" for name in shown}


def test_files_for_import_are_told_in_words(tmp_path: Path) -> None:
    every = attacks()[::2]
    files = []
    for number, attack in enumerate(every):
        path = tmp_path / f"notes-{number}.json"
        data = [attack, {"type": attack}, {"id": attack, "type": "Annotation", "target": attack}, {"rows": [{"text": attack}]}][
            number % 4
        ]
        path.write_bytes(as_bytes(json.dumps(data)) if number % 3 else as_bytes(f'{{"{attack}'))
        files.append(path)
    for number, attack in enumerate(every[::7]):
        path = tmp_path / f"notes-{number}.md"
        path.write_bytes(as_bytes(f"# Notes\n\n<!-- briefing:note {attack} -->\n{attack}\n<!-- /briefing:note -->\n"))
        files.append(path)
    runs = [["import", path.name] for path in files] + [["notes"]]
    for run, (seen, _) in zip(runs, on_terminal(runs, tmp_path), strict=True):
        assert odd(seen) == [], run
        assert b"internal error" not in seen, run


def test_an_environment_is_told_in_words(tmp_path: Path) -> None:
    for attack in ("\x1b]0;x\x07", "\x9b2J", "\u202e"):
        env = {"BRIEFING_NOTES": str(tmp_path / attack / "n.db"), "BRIEFING_LIBRARY": str(tmp_path / attack), "TERM": "dumb"}
        runs = [["notes", "doctor"], ["notes"], ["export"], ["list"], ["read", "the-harbour-that-would-not-settle"]]
        for run, (seen, _) in zip(runs, on_terminal(runs, tmp_path, env=env), strict=True):
            assert odd(seen) == [], run


def test_quotes_with_what_was_made_harmless_in_them_are_still_proved(tmp_path: Path) -> None:
    from hashlib import sha256

    every = attacks()
    source = as_bytes("".join(f"She said “before {attack} after” to the crew.\n\n" for attack in every))
    (tmp_path / "source.txt").write_bytes(source)
    lines = [
        "---",
        "briefing: 1",
        "title: T",
        f"source: {{name: source.txt, sha256: {sha256(source).hexdigest()}}}",
        "---",
        "",
        "# T",
        "",
    ]
    lines += ["## Quotes", ""]
    whole = [attack for attack in every if "\r" not in attack and "\\" not in attack and "&" not in attack and "_" not in attack]
    for attack in whole:
        lines += [f"> “before {attack} after”", "", "— a clerk, said", ""]
    lines += ["## Article", "", "Nothing of it.", ""]
    (tmp_path / "file.md").write_bytes(as_bytes("\n".join(lines).replace("article", "article")))
    ((seen, _),) = on_terminal([["check", "file.md", "--source", "."]], tmp_path)
    lost = [line for line in seen.decode().splitlines() if "the quote" in line]
    assert lost == []
    assert len(whole) > 300
