"""Test that small sources are read as a careful editor would."""

import pytest

from tests.field.cases import Case, cases, failures


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.kind} {case.name}")
def test_a_source_of_a_kind_that_people_bring_is_read_as_an_editor_would(case: Case) -> None:
    assert failures(case) == []
