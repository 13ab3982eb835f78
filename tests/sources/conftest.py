"""What the tests of saved pages share."""

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.html.reader import read_html
from tests.sources import pages


@pytest.fixture(scope="module")
def page() -> Document:
    """The fictional page, read."""
    return read_html(pages.PAGE, "harbour.html", pages.DIGEST)
