"""When a plan ends: as planned, and at the low and the high estimate of hours at the planned weekly hours."""

from typing import Any

import pytest

from tests.assessments.domain.planning.builders import Case, Row, action, catalogue, monday, planned, situation, sunday


def case(*actions: Row, weeks: int = 12, **given: Any) -> Case:
    return planned(catalogue(list(actions)), situation({"a": 0, "b": 0}, weeks, **given))


def finishes(case: Case) -> tuple[str, str, str]:
    totals = case.plan["totals"]
    return totals["finish_low"], totals["finish"], totals["finish_high"]


def on(*weeks: int) -> tuple[str, ...]:
    """The last days of weeks, as they are written."""
    return tuple(sunday(week).isoformat() for week in weeks)


@pytest.mark.parametrize(
    ("hours", "weeks", "ends"),
    [
        # Two hours a week: the likely hours take half of low and high together.
        ((4, 8), (3, 3), (1, 2, 3)),
        ((6, 6), (3, 3), (2, 2, 2)),
        ((1, 11), (3, 3), (0, 2, 5)),
        ((0, 4), (1, 1), (0, 0, 1)),
        # A week that is begun counts whole.
        ((5, 7), (3, 3), (2, 2, 3)),
    ],
)
def test_an_action_alone_ends_with_its_hours(
    hours: tuple[float, float], weeks: tuple[int, int], ends: tuple[int, int, int]
) -> None:
    assert finishes(case(action("x", ("a", 0, 2), hours=hours, weeks=weeks))) == on(*ends)


def test_one_that_follows_is_pushed_by_the_one_before_it() -> None:
    first = action("first", ("a", 0, 1), hours=(2, 6), weeks=(2, 2))
    second = action("second", ("a", 1, 2), hours=(2, 6), weeks=(2, 2), needs=["first"])
    assert finishes(case(first, second)) == on(1, 3, 5)


def test_blocked_weeks_stay_free_at_the_high_estimate() -> None:
    row = action("x", ("a", 0, 2), hours=(2, 6), weeks=(2, 2))
    assert finishes(case(row, blocked_weeks={monday(2)})) == on(0, 1, 3)


def test_paid_time_takes_the_weeks_that_it_takes() -> None:
    assert finishes(case(action("x", ("a", 0, 2), hours=(2, 60), weeks=(4, 4), paid=True))) == on(3, 3, 3)


def test_the_high_estimate_may_end_after_the_target_date() -> None:
    assert finishes(case(action("x", ("a", 0, 2), hours=(2, 6), weeks=(2, 2)), weeks=2)) == on(0, 1, 2)


def test_a_missed_window_is_waited_for_until_the_next_year() -> None:
    row = action("x", ("a", 0, 2), hours=(2, 6), weeks=(2, 2), windows=[("01-17", "01-17")], on="end")
    # 17 January 2027 is the Sunday of the second week; the next year in which it is one is 2038.
    assert finishes(case(row))[1:] == (sunday(1).isoformat(), "2038-01-17")


def test_an_empty_plan_ends_never() -> None:
    assert case(weeks=3).plan["totals"] == {
        "hours": 0,
        "cost_max_usd": 0,
        "finish": None,
        "finish_low": None,
        "finish_high": None,
        "points_missing": 100.0,
        "readiness_then": 0.0,
    }
