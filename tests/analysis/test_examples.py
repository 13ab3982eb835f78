"""Every small article in `examples/` yields what is written below it: actors, quotes and points, and the steps before them.

The files are changed by hand when a rule changes; `examples.py` explains their lines.
"""

from pathlib import Path

import pytest

from tests.analysis.examples import Example, described, examples, meant, nominated, phrased

FOLDER = Path(__file__).parent / "examples"
STEPS = {"phrases": phrased, "mentions": meant, "candidates": nominated}
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize(
    ("step", "example"),
    [pytest.param(path.stem, one, id=one.name) for path in FILES for one in examples(path)],
)
def test_an_article_yields_what_is_written_below_it(step: str, example: Example) -> None:
    assert STEPS.get(step, described)(example.document) == example.expected
