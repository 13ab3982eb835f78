"""Test that each line in `examples/` is read as described below it.

`examples.py` explains the lines; `pytest -n0 --update-golden` rewrites them.
"""

from pathlib import Path

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.html.reader import read_html
from briefing_tui.sources.markdown.reader import read_markdown
from briefing_tui.sources.plain.reader import read_plain
from tests.blocks import write_block
from tests.sources import dumps, pages
from tests.sources.examples import Example, Read, examples, found

FOLDER = Path(__file__).parent / "examples"
PLAIN = "\n".join(
    [
        "{above}", "", dumps.TITLE, "", "{head}", "", dumps.PARAGRAPHS[0], "", dumps.PARAGRAPHS[1], "", "{body}", "",
        dumps.PARAGRAPHS[2], "", dumps.BELOW[0], "", dumps.BELOW[1], "", "{end}", "",
    ]
)  # fmt: skip
PAGE = f"""<html lang="en"><head>{{meta}}</head><body><main><article>{{above}}<h1>{dumps.TITLE}</h1>{{head}}
<p>{dumps.PARAGRAPHS[0]}</p><p>{dumps.PARAGRAPHS[1]}</p>{{body}}<p>{dumps.PARAGRAPHS[2]}</p>
<p>{dumps.BELOW[0]}</p><p>{dumps.BELOW[1]}</p>{{end}}</article></main></body></html>"""


def plain(text: str) -> Document:
    return read_plain(text, "ferry.txt", pages.DIGEST)


def html(text: str) -> Document:
    return read_html(text, "ferry.html", pages.DIGEST)


MARKDOWN = f"""{{meta}}

{{above}}

# {dumps.TITLE}

{{head}}

{dumps.PARAGRAPHS[0]}

{dumps.PARAGRAPHS[1]}

{{body}}

{dumps.PARAGRAPHS[2]}

{dumps.BELOW[0]}

{dumps.BELOW[1]}

{{end}}
"""


def markdown(text: str) -> Document:
    return read_markdown(text.lstrip("\n"), "ferry.md", pages.DIGEST)


KINDS: dict[str, tuple[str, Read]] = {"plain": (PLAIN, plain), "html": (PAGE, html), "markdown": (MARKDOWN, markdown)}


@pytest.mark.parametrize(
    "example", [one for kind in KINDS for one in examples(FOLDER / f"{kind}.txt")], ids=lambda example: example.name
)
def test_a_line_is_taken_for_what_is_written_below_it(example: Example, request: pytest.FixtureRequest) -> None:
    changed = found(example, *KINDS[example.path.stem])
    if request.config.getoption("--update-golden"):
        put = [line for line in example.block if not line.startswith(("= ", "≠ "))]
        write_block(example.path, example.block, [*put, *changed])
    else:
        assert changed == example.expected
