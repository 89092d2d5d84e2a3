"""Estimates carry the error that chance leaves, also where what belongs to one person hangs together."""

from random import Random
from statistics import stdev

import pytest

from assessments.domain.simulation.estimates import Estimate, average, ratio


def test_a_share_has_the_error_of_a_coin() -> None:
    found = average([1.0] * 80 + [0.0] * 20)
    assert found.value == 0.8
    assert found.error == pytest.approx((0.8 * 0.2 / 100) ** 0.5)


def test_nothing_counted_is_nothing_found() -> None:
    assert ratio([]) == ratio([(0, 0)]) == Estimate(0.0, 0.0)


def test_answers_of_one_person_do_not_count_as_many() -> None:
    alone = ratio([(1, 1), (0, 1)] * 50)
    together = ratio([(10, 10), (0, 10)] * 5)
    assert alone.value == together.value == 0.5
    assert together.error == pytest.approx(alone.error * 10**0.5)


def test_the_error_is_how_far_repeated_samples_lie_apart() -> None:
    chance = Random(2)

    def sample() -> Estimate:
        sizes = [chance.randrange(1, 9) for _ in range(60)]
        return ratio((sum(chance.random() < 0.3 for _ in range(size)), size) for size in sizes)

    samples = [sample() for _ in range(300)]
    assert stdev(one.value for one in samples) == pytest.approx(sum(one.error for one in samples) / 300, rel=0.15)
