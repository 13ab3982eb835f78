"""Exports of hostile notes, opened in the programs that users will open them in.

What they show must be what was written.

Run: python -m tests.real_programs [--pictures FOLDER]

Programs that are not installed are reported as skipped. Needs any of emacs, pandoc, chromium and soffice. The two that start
  quickly, pandoc and emacs, are tested as well (`tests/export/test_real_programs.py`).
"""

import argparse
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.formats import named
from briefing_tui.model.briefing import Briefing, Paragraph, Section, Source
from briefing_tui.model.note import Note
from briefing_tui.model.selector import Selector
from briefing_tui.text.safety import harmless, one_line
from tests.library.helpers import MARKUP, STAMP

_PLANES = "".join(chr(plane * 0x10000 + 0x1041) for plane in range(17)) + "\U000e0041"
_EXTRA = (
    "* star",
    "** TODO star",
    "#+INCLUDE: /etc/passwd",
    "]] out [[",
    "</blockquote><b>",
    "<2026-03-02 Mon>",
    "~~~",
    "x^2_{3}",
    _PLANES,
)
_ODD_SIGNS = re.compile("[\\s\u200b\u200e\u200f\ufeff\u2060\u00ad]+")


def hostile_notes() -> tuple[Note, ...]:
    """Return notes with every line that some format interprets.

    The line is in the quoted words, the section, the speaker and, twice, the text.
    """
    lines = [*dict.fromkeys((*MARKUP.split("\n"), *_EXTRA))]
    return tuple(
        Note(
            f"n-{number}a", "harbour", "selection", "", Selector(harmless(line), position=number), one_line(line),
            one_line(line), harmless(f"{line}\nplain {number}\n\n{line}"), "yellow", ("to ask", "מים"), STAMP, STAMP, 1,
        )
        for number, line in enumerate(lines)
    )  # fmt: skip


def exported(form: str, notes: tuple[Note, ...]) -> str:
    """Return what the program writes for the notes in a format."""
    sections = (Section("lead", None, (Paragraph("Words."),)),)
    briefing = Briefing("harbour", title="The *harbour* <b>", source=Source("h.txt", "https://example.org/h"), sections=sections)
    return "".join(named(form).write([Bundle("harbour", notes, briefing)]))


def squeezed(text: str) -> str:
    """Return the text without white space and invisible characters.

    Dots and dashes are those that pandoc writes in Org.
    """
    plain = _ODD_SIGNS.sub("", text)
    return plain.replace("---", "—").replace("--", "–").replace("...", "…")


def _ran(*command: str, given: str | None = None) -> str:
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", timeout=180, check=False)
    if done.returncode:
        raise AssertionError(f"{command[0]} failed: {done.stderr[-400:]}")
    return done.stdout


_PARSE_ORG = r"""
(require 'org) (require 'org-element) (require 'json)
(set-language-environment "UTF-8") (setq coding-system-for-read 'utf-8 org-inhibit-startup t)
(find-file (car command-line-args-left)) (org-mode)
(let* ((tree (org-element-parse-buffer)) (notes nil))
  (org-element-map tree 'headline
    (lambda (head)
      (when (= 3 (org-element-property :level head))
        (let ((types nil) (text "") (quotes 0))
          (org-element-map (cons 'org-data (cons nil (org-element-contents head))) org-element-all-elements
            (lambda (one)
              (push (symbol-name (org-element-type one)) types)
              (when (eq 'quote-block (org-element-type one)) (setq quotes (1+ quotes)))
              (when (eq 'paragraph (org-element-type one))
                (setq text (concat text
                  (buffer-substring-no-properties (org-element-property :begin one) (org-element-property :end one)))))))
          (org-element-map (cons (org-element-property :title head) (org-element-contents head)) org-element-all-objects
            (lambda (one)
              (unless (and (eq 'link (org-element-type one)) (string-prefix-p "http" (org-element-property :type one)))
                (push (symbol-name (org-element-type one)) types))))
          (push (list (cons 'id (org-element-property :ID head)) (cons 'tags (vconcat (org-element-property :tags head)))
                      (cons 'quotes quotes) (cons 'types (vconcat (delete-dups types))) (cons 'text text)) notes)))))
  (set-buffer-file-coding-system 'utf-8)
  (let ((coding-system-for-write 'utf-8))
    (with-temp-file (cadr command-line-args-left) (insert (json-encode (vconcat (nreverse notes)))))))
(kill-emacs 0)
"""
_ORG_TYPES = {"section", "property-drawer", "node-property", "quote-block", "paragraph", "comment"}


def check_org_in_emacs(notes: tuple[Note, ...]) -> None:
    """Check the Org export with Org's own parser.

    It must find a headline and a quote for each note, no markup in them, and every word.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, script, out = Path(folder, "n.org"), Path(folder, "parse.el"), Path(folder, "out.json")
        source.write_text(exported("org", notes), encoding="utf-8")
        script.write_text(_PARSE_ORG, encoding="utf-8")
        _ran("emacs", "-Q", "--batch", "-l", str(script), str(source), str(out))
        found = json.loads(out.read_text(encoding="utf-8"))
    assert [one["id"] for one in found] == [note.id for note in notes]
    for one, note in zip(found, notes, strict=True):
        assert set(one["types"]) <= _ORG_TYPES, (note.words, one["types"])
        assert one["quotes"] == 1, note.words
        assert len(one["tags"]) == len(note.tags), (note.words, one["tags"])
        text = squeezed(one["text"])
        assert squeezed(note.words) in text, note.words
        assert squeezed(note.body) in text, (note.body, one["text"])


def _pandoc(text: str, reader: str) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = json.loads(_ran("pandoc", "-f", reader, "-t", "json", given=text))["blocks"]
    return blocks


def _words_of(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_words_of, node))
    if not isinstance(node, dict):
        return ""
    kind, inside = node.get("t"), node.get("c", [])
    if kind == "Str":
        return str(inside)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return str(inside[1]) if kind in ("Code", "RawInline", "RawBlock", "CodeBlock", "Math") else _words_of(inside)


def _kinds(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _kinds(one)
    elif isinstance(node, dict):
        yield str(node.get("t"))
        yield from _kinds(node.get("c"))


_PLAIN_KINDS = {"Header", "Para", "BlockQuote", "Str", "Space", "SoftBreak", "LineBreak", "None", "Span", "RawBlock", "SmallCaps"}


def check_org_in_pandoc(notes: tuple[Note, ...]) -> None:
    """Check with pandoc: a heading and a quote per note, no markup, every word."""
    blocks = _pandoc(exported("org", notes), "org")
    assert sum(block["t"] == "Header" and block["c"][0] == 3 for block in blocks) == len(notes)
    assert sum(block["t"] == "BlockQuote" for block in blocks) == len(notes)
    assert set(_kinds(blocks)) <= _PLAIN_KINDS | {"Link"}, set(_kinds(blocks)) - _PLAIN_KINDS
    assert all(node["c"][2][0].startswith("http") for node in _walk(blocks) if node.get("t") == "Link")
    _all_there(notes, _words_of(blocks))


def check_markdown_in_pandoc(notes: tuple[Note, ...]) -> None:
    """Check that pandoc's CommonMark, which reads as GitHub and Obsidian do, finds every word.

    No note may make a link, picture or HTML.
    """
    text = exported("markdown", notes)
    blocks = _pandoc(text, "commonmark+yaml_metadata_block")
    _all_there(notes, _words_of(blocks))
    assert not {"Image", "Strong", "Emph"} & set(_kinds([block for block in blocks if block["t"] == "Para"])), "marked up"
    raw = [node for node in _walk(blocks) if node.get("t") in ("RawBlock", "RawInline")]
    assert all(re.fullmatch(r"\s*<!-- /?briefing:[^<>]*-->\s*", node["c"][1]) for node in raw), raw
    assert sum(block["t"] == "BlockQuote" for block in blocks) == len(notes)


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for one in node:
            yield from _walk(one)
    elif isinstance(node, dict):
        yield node
        yield from _walk(node.get("c"))


def _all_there(notes: tuple[Note, ...], text: str) -> None:
    """Return every note's words and text, one after the other."""
    plain, at = squeezed(text), 0
    for note in notes:
        for part in (note.words, note.body):
            found = plain.find(squeezed(part), at)
            assert found >= 0, (note.id, part, plain[at : at + 300])
            at = found


def check_csv_in_libreoffice(notes: tuple[Note, ...]) -> None:
    """Check that LibreOffice reads a line per note, runs nothing, and keeps every cell."""
    text = exported("csv", notes)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "notes.csv")
        source.write_text(text, encoding="utf-8", newline="")
        options = [f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fods", "--outdir", folder]
        _ran("soffice", *options, "--infilter=CSV:44,34,76,1,,0,false,true,false", str(source))
        sheet = Path(folder, "notes.fods").read_text(encoding="utf-8")
        assert "table:formula" not in sheet
        back = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", f"{folder}/back"]
        _ran("soffice", *options[:2], *back, str(Path(folder, "notes.fods")))
        rows = list(csv.reader(io.StringIO(Path(folder, "back", "notes.csv").read_text(encoding="utf-8-sig"))))
    mine = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == len(mine) == len(notes) + 1
    for row, own in zip(rows, mine, strict=True):
        assert [squeezed(cell).removeprefix("'") for cell in row[:5]] == [squeezed(cell).removeprefix("'") for cell in own[:5]], (
            row,
            own,
        )


def check_html_in_chromium(notes: tuple[Note, ...], pictures: Path | None = None) -> None:
    """Check that Chromium shows every note, and runs and fetches nothing."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "notes.html")
        page.write_text(exported("html", notes), encoding="utf-8")
        common = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}/profile",
        ]  # fmt: skip
        dom = _ran(*common, "--dump-dom", page.as_uri())
        if pictures:
            _ran(*common, f"--screenshot={pictures / 'notes.png'}", "--window-size=800,2400", page.as_uri())
    from tests.export.test_formats import Page

    shown = Page()
    shown.feed(dom)
    assert shown.tags.count("article") == shown.tags.count("blockquote") == len(notes)
    assert not {"script", "img", "b", "iframe"} & set(shown.tags)
    _all_there(notes, shown.text)


CHECKS: dict[str, list[Callable[[tuple[Note, ...]], None]]] = {
    "emacs": [check_org_in_emacs],
    "pandoc": [check_org_in_pandoc, check_markdown_in_pandoc],
    "soffice": [check_csv_in_libreoffice],
    "chromium": [check_html_in_chromium],
}


def main() -> int:
    """Check with every installed program; return 1 if one shows anything different."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, help="a folder for what Chromium shows")
    options = parser.parse_args()
    failed = False
    for program, checks in CHECKS.items():
        if shutil.which(program) is None:
            sys.stdout.write(f"skipped  {program} is not installed\n")
            continue
        for check in checks:
            try:
                check(hostile_notes())
                said = "ok     "
            except AssertionError as wrong:
                failed, said = True, f"FAILED   {wrong}\n      in"
            sys.stdout.write(f"{said}  {check.__name__.removeprefix('check_').replace('_', ' ')}\n")
    if options.pictures and shutil.which("chromium"):
        options.pictures.mkdir(parents=True, exist_ok=True)
        check_html_in_chromium(hostile_notes(), options.pictures)
    return failed


if __name__ == "__main__":
    sys.exit(main())
