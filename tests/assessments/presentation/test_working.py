"""The working of a score: the printed numbers add up, and lead back to the printed score and range."""

import pytest

from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, score
from assessments.presentation.working import Working, working
from tests.assessments.domain.builders import answers, instrument, published, skill
from tests.assessments.presentation.realistic import ratings

REAL = Answers(ratings(published()), {"cds": 4}, {"cds-silent-run": "B", "ehr-one-slow-clinic": "unsure"})


def of(on: Instrument, given_answers: Answers, unrated: str = "") -> Working:
    return working(on, score(on, given_answers), unrated.split())


def test_the_columns_add_up_to_the_score_to_its_shortfall_and_to_100() -> None:
    found, overall = of(published(), REAL), score(published(), REAL).overall
    brings, lacks = ([float(getattr(line, name)) for line in found.lines] for name in ("brings", "lacks"))
    assert sum(brings) == pytest.approx(overall.score, abs=31 * 0.0005)
    assert sum(brings) + sum(lacks) == pytest.approx(100, abs=62 * 0.0005)
    assert float(found.sums.brings) == pytest.approx(overall.score, abs=0.0005)
    assert found.sums.total == "100.000"
    assert sum(float(line.weight) for line in found.lines) == float(found.sums.weight)


def test_the_range_follows_from_the_printed_variances() -> None:
    found, overall = of(published(), REAL), score(published(), REAL).overall
    part = sum(float(line.part) for line in found.lines)
    assert part == pytest.approx(float(found.sums.part), abs=31 * 0.00005)
    spread = float(found.sums.sds) * part**0.5
    assert (overall.score - spread, overall.score + spread) == pytest.approx((overall.low, overall.high), abs=0.002)
    assert (found.sums.low, found.sums.high) == (f"{overall.low:.2f}", f"{overall.high:.2f}")


def test_one_line_by_hand() -> None:
    # A requirement of 1 reached by every level but 0: attainment is 1 less the chance of level 0, a sixth.
    found = of(instrument(skill("a", 1, 3), skill("b", 1, 1)), answers(), "b")
    first, second = found.lines
    assert (first.weight, first.attainment, first.brings, first.lacks) == ("3", "0.8333", "62.500", "12.500")
    assert (first.variance, first.part) == ("0.1389", "781.2500")
    assert (first.asked, second.asked) == (True, False)


def test_domains_are_the_same_formulas_over_their_own_skills() -> None:
    found = of(instrument(skill("a", 1, 3), skill("b", 2, 1, "lead")), answers({"a": 5}))
    assert [(line.weight, line.answered, bool(line.score)) for line in found.domains] == [
        ("3", "1 of 1", True),
        ("1", "0 of 1", False),
    ]
    assert float(found.domains[0].score) == pytest.approx(100 * float(found.domains[0].weighted) / 3, abs=0.05)
