"""The server of the tests of fetching."""

from collections.abc import Iterator

import pytest

from tests.fetching.server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on this machine."""
    with Server() as running:
        yield running
