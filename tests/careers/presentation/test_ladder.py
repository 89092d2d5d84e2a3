"""A career finds itself on its own ladder."""

import pytest

from careers.presentation.ladder import own_level
from tests.careers.presentation.builders import career, level


@pytest.mark.parametrize(
    ("title", "abbreviation", "levels", "own"),
    [
        ("Chief Medical Information Officer", "CMIO", ["Deputy CMIO", "CMIO", "Senior CMIO"], "CMIO"),
        ("Chief Medical Officer", "CMO", ["Medical director", "Hospital CMO", "System CMO"], "Hospital CMO"),
        ("Clinical Informatics Analyst", None, ["Junior analyst", "Analyst", "Senior analyst"], "Analyst"),
    ],
)
def test_a_career_knows_its_own_rung(title: str, abbreviation: str | None, levels: list[str], own: str) -> None:
    found = own_level(career(title, abbreviation, *map(level, levels)))
    assert found
    assert found["title"] == own


def test_a_ladder_without_the_career_has_no_rung_of_its_own() -> None:
    assert own_level(career("Pilot", None, level("Captain"))) is None
