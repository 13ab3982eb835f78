"""Every small article in `examples/` yields the actors, roles, quotes, speakers and points that are written below it.

The files are changed by hand when a rule changes; `examples.py` explains their lines.
"""

from pathlib import Path

import pytest

from tests.analysis.examples import Example, described, examples

FILES = sorted((Path(__file__).parent / "examples").glob("*.txt"))


@pytest.mark.parametrize("example", [one for path in FILES for one in examples(path)], ids=lambda example: example.place)
def test_an_article_yields_the_actors_quotes_and_points_written_below_it(example: Example) -> None:
    assert described(example.document) == example.expected
