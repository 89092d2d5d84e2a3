"""The shape view draws the rows of the domain table, and nothing where they span no shape."""

import pytest

from assessments.presentation.radar import radar
from assessments.presentation.standing import domain_rows
from tests.assessments.presentation.builders import CATALOGUE, domain, report


def of(*scores: float) -> object:
    rows = [domain("clinical", score, 0.0, 100.0) for score in scores]
    return radar(domain_rows(report(domains=rows), CATALOGUE, ()))


@pytest.mark.parametrize("scores", [(), (50.0,), (50.0, 60.0)])
def test_two_axes_are_no_shape(scores: tuple[float, ...]) -> None:
    assert of(*scores) is None


def test_four_domains_lie_at_the_quarters_of_the_clock() -> None:
    rows = domain_rows(report(domains=[domain(score=value) for value in (0.0, 50.0, 100.0, 100.0)]), CATALOGUE, ())
    found = radar(rows)
    assert found
    assert found.you == "170.0,170.0 235.0,170.0 170.0,300.0 40.0,170.0"
    assert found.required == "170.0,40.0 300.0,170.0 170.0,300.0 40.0,170.0"
    assert [(axis.number, axis.name, axis.score) for axis in found.axes][1:3] == [
        (2, "Clinical work", 50),
        (3, "Clinical work", 100),
    ]
    assert (found.axes[1].x, found.axes[1].y) == (300.0, 170.0)
