"""Readiness as worked out on paper: every figure below can be checked with a pocket calculator."""

import pytest

from assessments.domain.scoring import Rating, rating_likelihood, score, sigma_of
from tests.assessments.domain.builders import answers, instrument, item, skill

CLOSE = 2e-5

# exp(-d²/2) for d = 0 to 5:          1, .606531, .135335, .011109, .000335, .000004
# sums over ratings for θ = 0, 1, 2:  1.753314, 2.359841, 2.494841 and mirrored for 5, 4, 3
RATED_3 = (
    0.011109 / 1.753314,
    0.135335 / 2.359841,
    0.606531 / 2.494841,
    1.000000 / 2.494841,
    0.606531 / 2.359841,
    0.135335 / 1.753314,
)
# 1/(1+exp(-1.5(θ-2.5))) for an item that probes level 3
KNOWN_AT_3 = (0.022977, 0.095349, 0.320821, 0.679179, 0.904651, 0.977023)
THREE = (0.006082, 0.055046, 0.233352, 0.384731, 0.246701, 0.074089)
"""RATED_3 divided by its sum, 1.041836."""


def normalised(*values: float) -> list[float]:
    return [value / sum(values) for value in values]


def attained_of_4(probabilities: list[float]) -> float:
    none, one, two, three, four, five = probabilities
    return 100 * (0 * none + 0.25 * one + 0.5 * two + 0.75 * three + four + five)


def test_a_rating_of_three_spreads_over_its_neighbors() -> None:
    assert rating_likelihood(3, 1.0) == pytest.approx(RATED_3, abs=CLOSE)
    assert normalised(*RATED_3) == pytest.approx(THREE, abs=CLOSE)


def test_one_skill_rated_three_of_four() -> None:
    found = score(instrument(skill(required=4)), answers({"cds": 3}))
    only = found.skills[0]
    # .25·.055046 + .5·.233352 + .75·.384731 + .246701 + .074089 = .739776
    assert found.overall.score == pytest.approx(73.9776, abs=0.002)
    assert only.mean == pytest.approx(3.0332, abs=0.0002)
    assert only.meets == pytest.approx(0.246701 + 0.074089, abs=CLOSE)
    assert only.points_lost == pytest.approx(100 - 73.9776, abs=0.002)
    assert (only.likely, only.low, only.high, only.required, only.status) == (3, 2, 4, 4, "unsure")


def test_its_range_is_1_2816_standard_deviations_to_each_side_cut_at_100() -> None:
    found = score(instrument(skill(required=4)), answers({"cds": 3}))
    # .0625·.055046 + .25·.233352 + .5625·.384731 + .320790 = .598979; less .739776² = .051710; its root is .227400
    assert found.overall.low == pytest.approx(73.9776 - 128.16 * 0.227400, abs=0.01)
    assert found.overall.high == 100


def test_nothing_answered_leaves_every_level_equally_likely() -> None:
    found = score(instrument(skill(required=5)), answers())
    # (0 + 1 + 2 + 3 + 4 + 5) / 6 / 5 = .5
    assert found.overall.score == pytest.approx(50)
    assert found.skills[0].meets == pytest.approx(1 / 6)
    # the variance of 0..5 is 35/12, so that of a fifth of it is 35/300, and its root .341565
    assert found.overall.high - found.overall.low == pytest.approx(2 * 128.16 * 0.341565, abs=0.01)


@pytest.mark.parametrize(
    ("choice", "likelihood"),
    [
        ("B", [0.25 + 0.75 * known for known in KNOWN_AT_3]),
        ("A", [0.75 * (1 - known) for known in KNOWN_AT_3]),
        ("unsure", [1 - known for known in KNOWN_AT_3]),
    ],
)
def test_an_item_of_four_options_right_wrong_and_unsure(choice: str, likelihood: list[float]) -> None:
    found = score(instrument(skill(required=4), items=(item(level=3, key="B"),)), answers(scenarios={"i1": choice}))
    assert found.overall.score == pytest.approx(attained_of_4(normalised(*likelihood)), abs=0.002)


def test_an_item_of_two_options_is_easier_to_guess() -> None:
    two = instrument(skill(required=4), items=(item(level=3, options="AB", key="B"),))
    likelihood = [0.5 + 0.5 * known for known in KNOWN_AT_3]
    expected = attained_of_4(normalised(*likelihood))
    assert score(two, answers(scenarios={"i1": "B"})).overall.score == pytest.approx(expected, abs=0.002)


def test_rating_mentor_and_two_items_multiply() -> None:
    both = instrument(skill(required=4), items=(item("i1"), item("i2")))
    found = score(both, answers({"cds": 3}, {"cds": 3}, {"i1": "B", "i2": "unsure"}))
    # exp(-d²/.98): 1, .360448, .016880, .000103; sums for θ = 0, 1, 2: 1.377431, 1.737879, 1.754759
    mentor = (
        0.000103 / 1.377431,
        0.016880 / 1.737879,
        0.360448 / 1.754759,
        1.000000 / 1.754759,
        0.360448 / 1.737879,
        0.016880 / 1.377431,
    )
    product = [
        rated * seen * (0.25 + 0.75 * known) * (1 - known)
        for rated, seen, known in zip(RATED_3, mentor, KNOWN_AT_3, strict=True)
    ]
    assert found.overall.score == pytest.approx(attained_of_4(normalised(*product)), abs=0.005)


@pytest.mark.parametrize(
    ("rating", "sigma"),
    [
        (Rating(3), 1.0),
        (Rating(3, evidence=True), 0.6),
        (Rating(3, low_confidence=True), 1.25),
        (Rating(3, low_confidence=True, evidence=True), 0.75),
    ],
)
def test_evidence_narrows_and_doubt_widens_a_rating(rating: Rating, sigma: float) -> None:
    assert sigma_of(rating) == pytest.approx(sigma)
    found = score(instrument(skill(required=4)), answers({"cds": rating}))
    expected = attained_of_4(normalised(*rating_likelihood(3, sigma)))
    assert found.overall.score == pytest.approx(expected)


def test_weights_share_out_readiness_and_its_range() -> None:
    found = score(instrument(skill("a", 5, 1), skill("b", 4, 3)), answers({"b": 3}))
    # a quarter of 50 and three quarters of 73.9776; sd² = (.25·.341565)² + (.75·.227400)², its root .190725
    assert found.overall.score == pytest.approx(0.25 * 50 + 0.75 * 73.9776, abs=0.002)
    assert found.overall.low == pytest.approx(67.9832 - 128.16 * 0.190725, abs=0.01)
    assert found.overall.high == pytest.approx(67.9832 + 128.16 * 0.190725, abs=0.01)
    assert [lost.points_lost for lost in found.skills] == pytest.approx([12.5, 75 * 0.260224], abs=0.002)
