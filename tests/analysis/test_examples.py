"""Every small article in `examples/` is analysed as described below it.

`examples.py` explains the lines; `pytest -n0 --update-golden` rewrites them.
"""

from pathlib import Path

import pytest

from tests.analysis.examples import Example, described, examples, meant, nominated, phrased
from tests.blocks import write_block

FOLDER = Path(__file__).parent / "examples"
STEPS = {"phrases": phrased, "mentions": meant, "candidates": nominated}
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("example", [one for path in FILES for one in examples(path)], ids=lambda example: example.name)
def test_an_article_yields_what_is_written_below_it(example: Example, request: pytest.FixtureRequest) -> None:
    found = STEPS.get(example.path.stem, described)(example.document)
    if request.config.getoption("--update-golden"):
        article = [line for line in example.block if not line.startswith("= ")]
        write_block(example.path, example.block, [*article, *(f"= {line}" for line in found)])
    else:
        assert found == example.expected
