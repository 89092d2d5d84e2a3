"""What the pairs say: a ratio from steady rounds only, and nothing where the machine was too restless."""

import pytest

from benchmarks.pairs import ROUNDS, Cost, Round, TooNoisy, cpu, rate, ratio, steady, typical


def measured(anchor: tuple[float, float], ours: tuple[float, float]) -> Round:
    """A round with these costs, the same for CPU and time."""
    return Round(
        (Cost(anchor[0], anchor[0]), Cost(anchor[1], anchor[1])), (Cost(ours[0], ours[0]), Cost(ours[1], ours[1]))
    )


STEADY = measured((1.0, 1.0), (0.5, 0.7))
RESTLESS = measured((1.0, 1.2), (9.0, 9.0))


def test_the_ratio_is_ours_over_anchor() -> None:
    assert ratio([STEADY] * ROUNDS, cpu).median == pytest.approx(0.6)
    assert ratio([STEADY] * ROUNDS, rate).median == pytest.approx((1 / 0.5 + 1 / 0.7) / 2)


def test_a_restless_round_is_thrown_away() -> None:
    found = ratio([STEADY] * ROUNDS + [RESTLESS] * 5, cpu)
    assert (found.counted, found.tried) == (ROUNDS, ROUNDS + 5)
    assert found.most == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("second", "counts"), [(0.95, False), (0.953, True), (1.05, True), (1.053, False), (1.3, False)]
)
def test_the_anchor_has_to_stay_equal_to_itself(second: float, counts: bool) -> None:
    assert bool(steady([measured((1.0, second), (1.0, 1.0))], cpu)) == counts


def test_too_few_steady_rounds_say_nothing() -> None:
    with pytest.raises(TooNoisy, match=f"{ROUNDS - 1} of {ROUNDS + 4} rounds count"):
        ratio([STEADY] * (ROUNDS - 1) + [RESTLESS] * 5, cpu)


def test_a_slower_twin_is_told_from_a_faster_one() -> None:
    slower = measured((1.0, 1.0), (1.3, 1.3))
    assert ratio([slower] * ROUNDS, cpu).median > 1.2
    assert ratio([slower] * ROUNDS, rate).median < 0.8


def test_the_typical_cost_of_each_is_a_median() -> None:
    assert typical([STEADY, STEADY, RESTLESS], cpu) == (1.0, 0.7)
