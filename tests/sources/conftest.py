"""Share the fictional page among tests of saved pages."""

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.html.reader import read_html
from tests.sources import pages


@pytest.fixture(scope="module")
def page() -> Document:
    """Return the document of the fictional page."""
    return read_html(pages.PAGE, "harbour.html", pages.DIGEST)
