"""The word for a range is its width against the bands, and what would narrow it is computed."""

from typing import Any

import pytest

from assessments.domain.narrowing import EXAMPLE, Further, Way
from assessments.domain.scoring import MENTOR, RATING, SCENARIO
from assessments.domain.scoring.combining import Score
from assessments.presentation.sureness import Sureness, sureness
from tests.assessments.presentation.builders import CATALOGUE

READINESS: dict[str, Any] = {"score": 62.0, "low": 57.0, "high": 67.0}


def way(kind: str, low: float, high: float, skills: str = "cds safety") -> Way:
    """A way that leads to this range."""
    steps = tuple(Further(kind, skill, "", 0.5, 0.1, 0.5) for skill in skills.split())
    return Way(kind, steps, Score(62.0, low, high))


def of(*ways: Way, **readiness: float) -> Sureness:
    return sureness(READINESS | readiness, ways, CATALOGUE)


@pytest.mark.parametrize(
    ("width", "word", "tag"),
    [
        (7.49, "High confidence", "good"),
        (7.5, "Medium confidence", "you"),
        (14.99, "Medium confidence", "you"),
        (15.0, "Low confidence", ""),
    ],
)
def test_the_word_is_the_width_beside_a_band(width: float, word: str, tag: str) -> None:
    found = of(low=0.0, high=width)
    assert (found.word, found.tag) == (word, tag)


@pytest.mark.parametrize(
    ("kind", "skills", "sentence"),
    [
        (
            EXAMPLE,
            "cds safety",
            "Examples for these two skills would narrow the range, now 57 to 67, to about 58 to 66",
        ),
        (EXAMPLE, "cds", "An example for this skill would narrow the range, now 57 to 67, to about 58 to 66"),
        (SCENARIO, "cds", "One more scenario on this skill would narrow the range, now 57 to 67, to about 58 to 66"),
        (MENTOR, "cds", "A mentor’s rating of this skill would narrow the range, now 57 to 67, to about 58 to 66"),
        (RATING, "cds budget", "Ratings of these two skills would narrow the range, now 57 to 67, to about 58 to 66"),
    ],
)
def test_a_way_says_from_where_to_where(kind: str, skills: str, sentence: str) -> None:
    (found,) = of(way(kind, 58.2, 65.9, skills)).ways
    assert found.sentence == sentence
    assert found.skills == tuple((key, CATALOGUE.skills[key]["name"]) for key in skills.split())
    assert (found.after, found.narrower) == ("58 to 66", "2.3 points")


def test_a_range_that_reads_the_same_is_told_by_its_points() -> None:
    (found,) = of(way(EXAMPLE, 57.2, 66.8)).ways
    assert found.sentence == "Examples for these two skills would narrow the range by 0.4 points"


def test_what_nobody_would_see_is_left_out_and_the_order_stays() -> None:
    found = of(way(MENTOR, 58, 66), way(SCENARIO, 57.5, 66.5), way(EXAMPLE, 57.01, 66.99)).ways
    assert [one.kind for one in found] == [MENTOR, SCENARIO]
