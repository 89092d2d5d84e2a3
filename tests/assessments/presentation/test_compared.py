"""The calibration in words: a finding, what it rests on, and no blame."""

import pytest

from assessments.domain.calibration import Calibration
from assessments.presentation.calibration import compared
from tests.assessments.presentation.builders import CATALOGUE


@pytest.mark.parametrize(
    ("right", "finding"),
    [
        (3, "Your scenario answers are lower than your ratings"),
        (4, "Your scenario answers fit your ratings"),
        (7, "Your scenario answers fit your ratings"),
        (8, "Your scenario answers are higher than your ratings"),
    ],
)
def test_the_finding_holds_only_beyond_the_range(right: int, finding: str) -> None:
    found = compared(Calibration(10, right, 5.5, 4, 7), {}, (), CATALOGUE)
    assert found.finding == finding
    said = f"You got {right} of 10 scenarios right; of 10 people who truly are at the levels you chose, 8 would get"
    assert found.text.startswith(f"{said} between 4 and 7 right. ")


def test_a_range_of_one_number_is_said_once() -> None:
    assert "8 would get 5 right." in compared(Calibration(5, 5, 5, 5, 5), {}, (), CATALOGUE).text


def test_too_few_say_nothing_but_name_what_went_wrong() -> None:
    found = compared(None, {}, ("cds",), CATALOGUE)
    assert found.finding == "Too few scenarios were answered to compare them with your ratings"
    assert found.above == (("cds", "CDS design"),)


def test_each_domain_has_its_row() -> None:
    (row,) = compared(None, {"clinical": Calibration(6, 1, 3, 2, 4)}, (), CATALOGUE).rows
    assert (row.name, row.right, row.usual, row.verdict) == (
        "Clinical work",
        "1 of 6",
        "2 to 4",
        "Lower than your ratings",
    )
