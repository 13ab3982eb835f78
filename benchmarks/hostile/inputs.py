"""Hostile texts of any size for each reader of input.

They repeat one thing many times, or have too much of something that a page or a file of notes can have.
"""

import json
from collections.abc import Callable, Iterator

RUNS = {
    "straight quotes": '"', "opening quotes": "“", "quotes in words": '"a ', "quoted words": '"a" ',
    "single quotes": "'a ", "apostrophes": "’", "opened, never closed": "“Aa bb ",
    "quotes and speakers": '“Go,” said Ann Li. ', "spaces": " ", "spaced": "a          ", "parentheses": "(",
    "closed parentheses": ")", "in and out": "() ", "brackets": "[", "links": "[a](b) ", "open links": "[a](",
    "pictures": "![a](b)\n", "open pictures": "![", "stars": "*", "starred": "*a ", "strong": "**a",
    "mixed marks": "*a _b ", "underscores": "_a ", "ticks": "`", "ticked": "`a ``b ", "titles": "Mr. ",
    "initials": "A. B. C. ", "names": "Ann Li and ", "surnames": "Ann Li, ", "capitals": "A",
    "capital words": "Ab ", "one word": "a", "digits": "1", "dates": "3 May 2021 ", "times": "10:30 ",
    "stops": ".", "sentences": "Aa bb. ", "questions": "Who? ", "commas": "a, ", "dashes": "– ",
    "hyphens": "a-", "slashes": "a/", "copyright": "© ", "labels": "Photo: ", "agencies": "AP Photo/",
    "bylines": "By Ann Li\n", "by": "by ", "colons": "a: ", "bars": "a | ", "table rows": "| a | b |\n",
    "short lines": "a b\n", "lines": "Aa bb cc.\n", "blank lines": "a\n\n", "headings": "# A\n\n",
    "paragraphs": "The quay is shut, said Ann Li.\n\n", "nested quotes": ">", "lists": "- a\n",
    "deeper lists": "  - a\n", "numbers": "1. a\n", "ampersands": "&amp;", "entities": "&#x", "escapes": "\\",
    "pointed": "<", "autolinks": "<a:", "tags in text": "<b>", "tag ends": "</b>", "comments": "<!--",
    "declarations": "<!", "instructions": "<?", "marks on letters": "e\u0301\u0301", "wide": "漢",
    "emoji": "👩‍🚀", "hyphened lines": "foo-\n", "references": "[a]: b\n", "footnotes": "[1] ",
    "images": "Image: Ann Li/AP\n", "speech": "he said, she said, ", "transcript": "ANN LI: go.\n",
    "accents": "é", "said": 'said "', "links in links": "[a[b](c)", "quotes per line": '"A b c.\n',
    "emphasised": "_*", "tabs": "\t", "tildes": "~~~\n", "setext": "a\n=\n", "single marks both ways": "%'a ",
    "marks both ways": '%"a ', "prepositions in quotes": '"By', "empty quoted lines": ">\n", "soft hyphens": "a&shy;",
    "signs apart": "→ ", "many signs": "%&!§",
    "brackets and stars": "[" + "*" * 59, "brackets in prose": "%*** ===( «- - Reuters\n>  of=== [ ",
}  # fmt: skip
"""What an input repeats.

A list, table or quote past 20,000 lines is shown as written. Of empty quoted lines 100 kB are past that and 10 kB are not: there
the Markdown source takes two and a half times as long at a step, and in proportion on both sides of it.
"""
TAGS = {
    "open b": "<b>", "open b with words": "<b>a ", "open div": "<div>", "open p": "<p>a",
    "open span": "<span>a", "open table": "<table><tr><td>", "open li": "<ul><li>a",
    "links": '<a href="x">a</a> ', "link lists": '<ul><li><a href="x">A b c d e</a></li></ul>',
    "pictures": '<img src="a.jpg" alt="b">',
    "figures": '<figure><img src="a.jpg"><figcaption>A b. Photo: Ann Li</figcaption></figure>',
    "figures never closed": "<figure><img src='a.jpg'>a",
    "paragraphs": "<p>The quay is shut, said Ann Li, and nobody knows why it moved.</p>",
    "headings": "<h2>A heading</h2>", "breaks": "a<br>", "hidden": "<p hidden>a</p>",
    "classed": '<div class="related share">a</div>', "scripts": "<script>a</script>",
    "data": '<script type="application/ld+json">{"a": 1}</script>', "times": '<time datetime="2021">a</time>',
    "bylines": '<span class="byline">By Ann Li</span>', "cells": "<tr><td>a</td><td>b</td></tr>",
    "quotes": "<blockquote>a", "items": "<ol><li>a</li></ol>", "pre": "<pre>a\n</pre>",
    "formatting": "<i><b></i></b>", "meta": '<meta name="author" content="Ann Li">', "entities": "&nbsp;",
    "buttons": "<button>a", "cdata": "<![CDATA[", "spaces in tags": "<p ",
}  # fmt: skip
"""Parts of a page that are repeated."""

DATA = json.dumps(
    {"briefing": "x", "kind": "selection", "selector": {"exact": "the quay"}}
    | dict.fromkeys(("created", "modified"), "2026-03-02T10:11:12.000Z")
)
"""The data in the comment before a note."""


def repeated(run: str, size: int) -> str:
    """Repeat a run of text, as often as fits in a length.

    The last copy is not cut, because half of one could mean something else.
    """
    return run * max(1, size // len(run))


def _paragraphs(run: str, size: int) -> str:
    """Repeat a run in paragraphs of 200 characters."""
    return repeated(repeated(run, 200).strip() + "\n\n", size)


def note(number: int, text: str = "", data: str = DATA) -> str:
    """Return a note in our Markdown."""
    return f"<!-- briefing:note n-{number} 00000000 {data} -->\n\n{text}\n\n<!-- /briefing:note n-{number} -->\n"


def part(number: int) -> str:
    """Return a note in our present Markdown."""
    return f'^n-{number}\n\ntext\n\n[a](briefing://x/n-{number} "012345-6789ab") · quote · a\n\n'


def annotation(number: int, **parts: object) -> dict[str, object]:
    """Return a W3C annotation."""
    words = {"type": "TextQuoteSelector", "exact": "the quay"}
    return {"id": f"urn:{number}", "target": {"source": "https://a.b/c", "selector": [words]}, "body": "b", **parts}


def _list(size: int, made: Callable[[int], object]) -> str:
    """Return a JSON list of different items, of about that many characters."""
    length = len(json.dumps(made(1000))) + 2
    return json.dumps([made(number) for number in range(size // length + 1)])


FILES: dict[str, dict[str, Callable[[int], str]]] = {
    "notes file": {
        "many notes": lambda size: "".join(map(note, range(size // len(note(1000))))),
        "blank lines before": lambda size: "\n" * size + note(1),
        "never closed": lambda size: repeated("<!-- briefing:note a 00000000 -->\n", size),
        "openings in a line": lambda size: repeated("<!-- briefing:note a 00000000", size),
        "a long id": lambda size: f"<!-- briefing:note {'a' * size} 00000000 -->\n",
        "many hashes": lambda size: f"<!-- briefing:note {'00000000 ' * (size // 9)} -->\n",
        "deep data": lambda size: note(1, data="[" * size),
        "spaces for data": lambda size: note(1, data=" " * size),
        "many keys": lambda size: note(1, data=json.dumps({f"k{number}": 0 for number in range(size // 12)})),
        "many tags": lambda size: note(1, data=f'{DATA[:-1]}, "tags": {_list(size, "t{}".format)}}}'),
        "many ends of the words": lambda size: note(1, "^n-1\n" * (size // 5)),
        "empty quoted lines": lambda size: note(1, ">\n" * (size // 2)),
        "empty lines": lambda size: note(1, "\n" * size),
        "many last lines": lambda size: note(1, "— a\n" * (size // 5)),
        "many parts": lambda size: "".join(map(part, range(size // len(part(1000))))),
        "one part many times": lambda size: repeated(part(1), size),
        "block ids alone": lambda size: "".join(f"^n-{number}\n" for number in range(size // 9)),
        "one block id many times": lambda size: repeated("^n-1\n", size) + part(1),
        "links alone": lambda size: repeated(part(1).split("\n", 2)[2], size),
        "text without a link": lambda size: "^n-23456789ab\n" + repeated("> a\n\n", size),
        "empty lines in a part": lambda size: part(1).replace("text", "\n" * size),
        "a long line in a part": lambda size: part(1).replace("text", "\\" * size),
        "brackets of a link": lambda size: repeated("[a](briefing://a", size) + "\n" + repeated("[", size) + part(1),
        "details of a part": lambda size: part(1).rstrip("\n") + repeated(" · a", size) + "\n",
        "many tags in a line": lambda size: part(1).replace("text", repeated("#ab ", size)),
        "many quoted lines": lambda size: repeated("> a\n>\n", size) + "\n" + part(1),
    },
    "annotations file": {
        "many": lambda size: _list(size, annotation),
        "one and the same": lambda size: _list(size, lambda _: annotation(1)),
        "without ids": lambda size: _list(size, lambda _: annotation(1, id="")),
        "replies": lambda size: _list(size, lambda number: annotation(number, target="x", references=["urn:0"])),
        "the last broken": lambda size: _list(size, annotation)[:-1] + ", 3]",
        "many tags": lambda size: json.dumps([annotation(1, tags=json.loads(_list(size, "t{}".format)))]),
        "many bodies": lambda size: json.dumps([annotation(1, body=["b"] * (size // 5))]),
        "many words": lambda size: json.dumps(
            [annotation(1, target={"selector": [{"type": "TextQuoteSelector"}] * (size // 31)})]
        ),
        "many references": lambda size: json.dumps([annotation(1, references=["a"] * (size // 5))]),
        "many keys": lambda size: json.dumps([annotation(1, **{f"k{number}": 0 for number in range(size // 12)})]),
        "a long id": lambda size: json.dumps([annotation(1, id="%41/" * (size // 4))]),
        "a long time": lambda size: json.dumps([annotation(1, created="2" * size)]),
        "a long name of a briefing": lambda size: json.dumps(
            [{"target": "x", "briefing:note": {"briefing": "a " * (size // 2)}}]
        ),
        "a long number": lambda size: f'[{{"target": "x", "a": {"9" * size}}}]',
        "long numbers": lambda size: f'[{{"target": "x", "a": [{", ".join(["9" * 4000] * (size // 4000 + 1))}]}}]',
        "deep lists": lambda size: "[" * size,
        "deep mappings": lambda size: '{"a":' * (size // 5),
        "blank lines": lambda size: "\n" * size + "[3]",
        "escapes": lambda size: "".join(('[{"target": "x", "body": "', "\\ud800" * (size // 6), '"}]')),
        "a text never closed": lambda size: '["' + "\\\\" * (size // 2),
    },
}
"""Inputs that only a file of notes can have."""


def inputs(reader: str, size: int) -> Iterator[tuple[str, str]]:
    """Yield hostile texts of about `size` characters, with their names."""
    if reader in FILES:
        yield from ((name, made(size)) for name, made in FILES[reader].items())
        return
    for name, run in RUNS.items():
        yield name, repeated(run, size)
        if "\n" not in run:
            yield f"{name}, in paragraphs", _paragraphs(run, size)
    if reader == "html":
        yield from _pages(size)


def _pages(size: int) -> Iterator[tuple[str, str]]:
    """Yield inputs that only a page can have."""
    for name, run in TAGS.items():
        yield f"<{name}>", repeated(run, size)
    for name, run in (("attribute", "a"), ("class", "ad "), ("style", "a:b;"), ("spaced class", " "), ("address", "/a")):
        value = repeated(run, size)
        key = {"spaced class": "class", "address": "href"}.get(name, name)
        yield f"<a long {name}>", f'<p {key}="{value}">A paragraph of words.</p>'
    line = "The quay is shut, said Ann Li, and <b>nobody</b> knows why it moved <i>at all</i>, or when it will open.<br>"
    yield "<marks and breaks>", "<div>" + line * (size // len(line))
    yield "<a long alt>", f'<img src="a.jpg" alt="{"a " * (size // 2)}">'
    yield "<a long script of data>", f'<script type="application/ld+json">{"[" * size}</script>'
    yield "<a long data of spaces>", f'<script type="application/ld+json">{" " * size}x</script>'
    yield "<many attributes>", "<p " + " ".join(f"a{number}=1" for number in range(size // 8)) + ">a</p>"
    yield "<a long byline>", f'<span class="byline">By {"Ann Li, " * (size // 8)}</span>'
    yield "<a long author>", f'<meta name="author" content="{"Ann  " * (size // 5)}">'
    yield "<a long title>", f"<h1>{'A – ' * (size // 4)}</h1>"
    yield "<a long caption>", f"<figure><img src='a.jpg'><figcaption>{'Photo (' * (size // 7)}</figcaption></figure>"
    yield "<a wide data>", f'<script type="application/ld+json">[{"[]," * (size // 3)}[]]</script>'
