"""One skill down to its answers: each printed likelihood, their product, and the sentences that use them."""

from math import exp, prod

import pytest

from assessments.domain.instrument import Item
from assessments.domain.scoring import Answers, Rating, observations, score
from assessments.presentation.computed import Computed, computed
from tests.assessments.domain.builders import instrument, item, skill
from tests.assessments.presentation.builders import CATALOGUE

ALERT: Item = item("alert", "cds", 3, "ABC")
ON = instrument(skill("cds", 4, 2), skill("safety", 4, 2), items=(ALERT,))


def of(rating: Rating | None = None, mentor: int | None = None, choice: str = "") -> Computed:
    given = Answers(
        {"cds": rating} if rating else {},
        {} if mentor is None else {"cds": mentor},
        {"alert": choice} if choice else {},
    )
    found = score(ON, given).skills[0]
    return computed(ON.skills[0], observations(ON, given)["cds"], rating, found, CATALOGUE)


@pytest.mark.parametrize(
    ("rating", "why"),
    [
        (Rating(3), "σ = 1, without an example"),
        (Rating(3, evidence=True), "σ = 0.6, with an example or evidence"),
        (Rating(3, low_confidence=True), "σ = 1.25: 1 without an example, times 1.25 because you were not sure"),
        (Rating(3, True, True), "σ = 0.75: 0.6 with an example or evidence, times 1.25 because you were not sure"),
    ],
)
def test_a_rating_says_its_sigma_and_why(rating: Rating, why: str) -> None:
    (row,) = of(rating).rows
    assert (row.name, row.why) == ("Your rating, 3", why)


def test_likelihoods_are_those_of_the_formulas() -> None:
    own, mentor, scene = of(Rating(2), 4, "B").rows
    normal = [exp(-((2 - t) ** 2) / 2) / sum(exp(-((r - t) ** 2) / 2) for r in range(6)) for t in range(6)]
    assert [float(value) for value in own.values] == pytest.approx(normal, abs=0.00005)
    assert (mentor.name, mentor.why) == ("Your mentor’s rating, 4", "σ = 0.7, for a mentor")
    right = [1 / 3 + 2 / 3 / (1 + exp(-1.5 * (t - 3 + 0.5))) for t in range(6)]
    assert (scene.name, scene.why) == ("Scenario at level 3", "right; 3 options")
    assert [float(value) for value in scene.values] == pytest.approx(right, abs=0.00005)


def test_the_last_rows_are_the_product_and_its_share() -> None:
    found = of(Rating(2), 4, "unsure")
    columns = zip(*([float(value) for value in row.values] for row in found.rows), strict=True)
    product = [prod(column) for column in columns]
    assert [float(value) for value in found.product] == pytest.approx(product, abs=0.0002)
    assert [float(value) for value in found.posterior] == pytest.approx([p / sum(product) for p in product], abs=0.002)
    assert sum(float(value) for value in found.posterior) == pytest.approx(1, abs=0.0004)


def test_the_sentences_carry_the_numbers_of_the_score() -> None:
    found, line = of(Rating(2)), score(ON, Answers({"cds": Rating(2)}, {}, {})).skills[0]
    level, spread, chance, attained, lost = found.steps
    assert level.startswith("Likely level: 2 (supervised)")
    assert spread.startswith(f"Range: {line.low} to {line.high},")
    assert chance.startswith(f"Chance to meet level 4 or more: {line.meets:.4f}.")
    assert attained.endswith(f"is {line.attainment:.4f}.")
    assert lost.endswith(f"(1 − {line.attainment:.4f}) = {line.points_lost:.2f}.")
    assert "100 × 0.5000" in lost


def test_without_an_answer_every_level_counts_alike() -> None:
    found = of()
    assert found.rows == ()
    assert set(found.product) == {"1.000000"}
    assert set(found.posterior) == {"0.1667"}
