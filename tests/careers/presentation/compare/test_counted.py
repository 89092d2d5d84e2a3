"""Answers that are counted from a guide's rows."""

from typing import Any

import pytest

from careers.presentation.compare import counted
from careers.presentation.compare.answers import MISSING
from tests.careers.presentation import builders
from tests.careers.presentation.compare.guides import guide, numbers, texts


def path(low: int, high: int | None) -> dict[str, Any]:
    level = {"id": "pilot", "title": "Pilot", "min_years": low, "max_years": high, "experience_total": "Some years"}
    return builders.section("path", "career_path", levels=[level], pivots=[], lead="Counted.", sources=["survey"])


def routes(*prices: tuple[int | None, int | None]) -> dict[str, Any]:
    rows = [
        {"name": f"Route {place}", "cost_low_usd": low, "cost_high_usd": high}
        for place, (low, high) in enumerate(prices)
    ]
    return builders.section("routes", "education_routes", routes=rows, sources=["survey"])


@pytest.mark.parametrize(
    ("low", "high", "value", "amount"), [(4, 8, "4 to 8 years", 6), (4, None, "4 years or more", 4)]
)
def test_years_of_its_own_rung_with_what_they_count(low: int, high: int | None, value: str, amount: float) -> None:
    answer = counted.years(guide(path(low, high)))
    assert (answer.value, answer.amount, answer.unit) == (value, amount, "years")
    assert texts(answer) == ["Pilot: Some years.", "Counted."]
    assert numbers(answer.marks) == [1]


def test_the_cost_of_study_runs_from_the_cheapest_price_to_the_dearest() -> None:
    answer = counted.cost(guide(routes((2_000, 10_000), (None, None), (None, 70_000), (30_000, None))))
    assert answer.value == "$2,000 to $70,000"
    assert answer.amount == 36_000
    assert texts(answer) == ["3 of 4 routes with a price: Route 0; Route 2; Route 3."]


def test_routes_without_any_price_are_no_answer() -> None:
    assert counted.cost(guide(routes((None, None)))) is MISSING


def test_steps_are_counted_and_told_with_their_durations() -> None:
    steps = [{"title": "Learn", "duration_text": "2 years"}, {"title": "Apply", "duration_text": "a month"}]
    answer = counted.steps(guide(builders.section("how", "how_to_become", steps=steps)))
    assert (answer.value, answer.amount) == ("2 steps", 2)
    assert texts(answer) == ["Learn: 2 years; Apply: a month."]


def test_only_dated_figures_from_enough_replies_count_as_measured() -> None:
    figures = [
        builders.figure("a"),
        builders.figure("b", year=None),
        builders.figure("c", sample_size=29),
        builders.figure("d", estimate=True),
    ]
    answer = counted.evidence(guide(figures=figures))
    assert (answer.value, answer.amount) == ("1 of 4 figures", 25)
    assert "1 source. Reviewed 23 November 2026." in texts(answer)


@pytest.mark.parametrize("ask", [counted.years, counted.cost, counted.steps, counted.evidence])
def test_a_guide_without_the_rows_has_no_answer(ask: Any) -> None:
    assert ask(guide()) is MISSING
