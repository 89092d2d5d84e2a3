"""The timeline of a plan: bars, marks and ticks in percent of its width."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.following.progress import UNTOUCHED
from assessments.presentation import steps, timeline
from assessments.presentation.steps import Step
from assessments.presentation.timeline import Scale, Timeline
from tests.assessments.presentation.builders import BEFORE, MONDAY, step

WEEK = timedelta(days=7)
ROWS = st.lists(st.tuples(st.integers(0, 700), st.integers(1, 260)), min_size=1, max_size=12)


def draw(*given_steps: Step, today: date = BEFORE, marks: tuple[tuple[str, date, bool], ...] = ()) -> Timeline:
    found = timeline.draw(given_steps, marks, today)
    assert found
    return found


def number(length: str) -> float:
    assert length.endswith("%")
    return float(length[:-1])


def test_a_plan_without_steps_has_no_timeline() -> None:
    assert timeline.draw((), (), BEFORE) is None


def test_bars_lie_where_their_weeks_lie() -> None:
    found = draw(step("a", weeks=1), step("b", MONDAY + WEEK, weeks=3))
    first, second = found.groups[0].bars
    # four weeks in all: the first takes a quarter, the second the rest
    assert (first.x, first.width) == ("0.00%", "25.00%")
    assert (second.x, second.width) == ("25.00%", "75.00%")
    assert first.span == "4 to 10 January 2027"


def test_rows_are_grouped_in_the_order_of_their_first_step() -> None:
    found = draw(step("a", group="Leading"), step("b"), step("c", group="Leading"))
    assert [(group.name, [bar.step.id for bar in group.bars]) for group in found.groups] == [
        ("Leading", ["a", "c"]),
        ("Clinical work", ["b"]),
    ]


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (steps.DONE, "Done"),
        (steps.SKIPPED, "Skipped"),
        (steps.BLOCKED, "Blocked"),
        (steps.LATE, "Late"),
        (steps.DOING, "Under way"),
        (steps.NOW, "To start"),
        (steps.NEXT, "From Jan 27"),
    ],
)
def test_a_bar_says_how_its_step_stands(state: str, status: str) -> None:
    assert draw(step(state=state)).groups[0].bars[0].status == status


def test_hours_that_are_logged_fill_their_share_of_the_bar() -> None:
    half = step("a", state=steps.DOING, progress=UNTOUCHED.worked(MONDAY, 6.0))
    found = draw(half, step("b", MONDAY + 2 * WEEK)).groups[0].bars[0]
    assert (found.width, found.worked, found.status) == ("50.00%", "25.00%", "50% done")
    assert draw(step("a", done_on=MONDAY)).groups[0].bars[0].worked == ""


@pytest.mark.parametrize(
    ("today", "x"),
    [
        (MONDAY - timedelta(days=1), ""),
        (MONDAY, "0.00%"),
        (MONDAY + WEEK, "50.00%"),
        (MONDAY + 2 * WEEK, "100.00%"),
        (MONDAY + 2 * WEEK + timedelta(days=1), ""),
    ],
)
def test_today_is_drawn_only_inside(today: date, x: str) -> None:
    assert draw(step(weeks=2), today=today).today_x == x


@pytest.mark.parametrize(
    ("weeks", "labels"),
    [
        (1, ["Jan 27"]),
        (4, ["Jan 27"]),
        (9, ["Feb 27", "Mar 27"]),
        (40, ["Feb 27", "Mar 27", "Apr 27", "May 27", "Jun 27", "Jul 27", "Aug 27", "Sep 27", "Oct 27"]),
        (52, ["Apr 27", "Jul 27", "Oct 27", "Jan 28"]),
        (156, ["Jul 27", "Jan 28", "Jul 28", "Jan 29", "Jul 29"]),
    ],
)
def test_ticks_stand_at_even_months(weeks: int, labels: list[str]) -> None:
    assert [tick.label for tick in draw(step(weeks=weeks)).ticks] == labels


def test_quarters_are_those_of_the_year_whenever_a_plan_starts() -> None:
    found = draw(step(start=date(2027, 2, 8), weeks=52))
    assert [tick.label for tick in found.ticks] == ["Apr 27", "Jul 27", "Oct 27", "Jan 28"]


def test_a_plan_inside_one_month_has_its_start_on_the_axis() -> None:
    (tick,) = draw(step(weeks=2)).ticks
    assert (tick.x, tick.label) == ("0.00%", "Jan 27")


def test_milestones_stand_on_their_day_and_are_counted() -> None:
    marks = (("Gate", MONDAY + WEEK, True), ("Last step ends", MONDAY + 4 * WEEK - timedelta(days=1), False))
    found = draw(step(weeks=4), marks=marks)
    assert [(mark.name, mark.x) for mark in found.milestones] == [("Gate", "25.00%"), ("Last step ends", "96.43%")]
    assert found.to_reach == 1


@settings(deadline=None)
@given(ROWS, st.integers(-400, 6000))
def test_everything_drawn_lies_inside(rows: list[tuple[int, int]], today: int) -> None:
    given_steps = [step(f"s{place}", MONDAY + start * WEEK, weeks) for place, (start, weeks) in enumerate(rows)]
    marks = tuple((row.id, row.end, False) for row in given_steps)
    found = draw(*given_steps, today=MONDAY + timedelta(days=today), marks=marks)
    places = [tick.x for tick in found.ticks] + [mark.x for mark in found.milestones]
    bars = [bar for group in found.groups for bar in group.bars]
    assert len(bars) == len(rows)
    assert all(0 <= number(place) <= 100 for place in [*places, found.today_x or "0%"])
    assert all(number(bar.x) + number(bar.width) <= 100.01 for bar in bars)
    assert all(number(bar.width) > 0 for bar in bars)


@settings(deadline=None)
@given(ROWS)
def test_the_axis_is_never_crowded_and_never_bare(rows: list[tuple[int, int]]) -> None:
    found = draw(*(step(f"s{place}", MONDAY + start * WEEK, weeks) for place, (start, weeks) in enumerate(rows)))
    assert 1 <= len(found.ticks) <= timeline.MOST_TICKS
    places = [number(tick.x) for tick in found.ticks]
    assert places == sorted(places)


@settings(deadline=None)
@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(60, 5400))
def test_ticks_are_first_days_of_months_at_even_distances(first: date, days: int) -> None:
    found = Scale(first, first + timedelta(days=days)).ticks()
    assert all(day.day == 1 for day in found)
    apart = {(later.year - day.year) * 12 + later.month - day.month for day, later in pairwise(found)}
    assert len(apart) <= 1


def test_a_share_of_nothing_is_nothing() -> None:
    assert timeline.percent(3, 0) == "0.00%"
    assert (timeline.percent(-1, 4), timeline.percent(5, 4)) == ("0.00%", "100.00%")
