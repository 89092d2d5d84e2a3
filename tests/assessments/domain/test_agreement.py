"""A frozen report agrees with its answers until a figure, a level or a standing would be another."""

from copy import deepcopy
from typing import Any

import pytest

from assessments.domain import scoring
from assessments.domain.agreement import agrees
from assessments.domain.report import readiness_report
from tests.assessments.domain.builders import answers, instrument, skill

SMALL = instrument(skill("a", 3), skill("b", 4, domain="lead"))


def report(level: int = 2) -> dict[str, Any]:
    return readiness_report(SMALL, scoring.score(SMALL, answers({"a": level})), ())


def test_the_same_answers_agree_whatever_became_of_gates() -> None:
    assert agrees(report(), report() | {"gates": [{"id": "degree"}], "levers": []})


@pytest.mark.parametrize(
    ("part", "key", "by", "same"),
    [
        ("skills", "points_lost", 0.01, True),
        ("skills", "points_lost", 0.02, False),
        ("skills", "likely", 1, False),
        ("domains", "answered", 1, False),
        ("domains", "score", 0.5, False),
    ],
)
def test_only_the_last_place_may_differ(part: str, key: str, by: float, same: bool) -> None:
    other = deepcopy(report())
    other[part][0][key] += by
    assert agrees(report(), other) is same


def test_other_answers_another_shape_and_a_missing_score_do_not_agree() -> None:
    assert not agrees(report(), report(3))
    without = deepcopy(report())
    without["domains"][0]["score"] = None
    assert not agrees(report(), without)
    assert not agrees(report(), report() | {"skills": report()["skills"][:1]})
