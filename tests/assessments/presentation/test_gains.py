"""What steps bring: readiness by likely levels, points, and the days on which something of weight is reached."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation import gains
from assessments.presentation.gains import Milestone
from assessments.presentation.steps import Step
from tests.assessments.presentation.builders import INSTRUMENT, MONDAY, change, step

WEEK = timedelta(days=7)
LEVELS = st.fixed_dictionaries({"cds": st.integers(0, 5), "safety": st.integers(0, 5), "budget": st.integers(0, 5)})


def milestones(
    *given_steps: Step, start: float = 50.0, gates: dict[str, str] | None = None
) -> list[tuple[str, date, bool]]:
    found = gains.milestones(INSTRUMENT, given_steps, start, gates or {})
    return [(mark.name, mark.day, mark.reached) for mark in found]


@pytest.mark.parametrize(
    ("levels", "readiness"),
    [
        ({"cds": 0, "safety": 0, "budget": 0}, 0),
        ({"cds": 2, "safety": 2, "budget": 0}, 37.5),
        ({"cds": 4, "safety": 4, "budget": 2}, 100),
        ({"cds": 5, "safety": 5, "budget": 5}, 100),
        ({"cds": 4, "safety": 4, "budget": 1}, 87.5),
    ],
)
def test_readiness_counts_levels_up_to_the_requirement(levels: dict[str, int], readiness: float) -> None:
    assert gains.readiness(INSTRUMENT, levels) == pytest.approx(readiness)


def test_a_skill_without_a_level_is_left_out() -> None:
    assert gains.readiness(INSTRUMENT, {"cds": 2}) == 75
    assert gains.readiness(INSTRUMENT, {}) == 100


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ((), 0),
        ((change("cds", 2, 3),), 12.5),
        ((change("cds", 2, 4), change("safety", 0, 1)), 31.25),
        ((change("budget", 1, 4),), 12.5),
        ((change("budget", 2, 4),), 0),
    ],
)
def test_points_stop_at_the_requirement(changes: tuple[object, ...], points: float) -> None:
    assert gains.points(INSTRUMENT, step(changes=changes)) == pytest.approx(points)


@settings(deadline=None)
@given(LEVELS, st.sampled_from(["cds", "safety", "budget"]), st.integers(0, 5))
def test_a_step_brings_what_it_adds_to_readiness(levels: dict[str, int], skill: str, high: int) -> None:
    low = levels[skill]
    lifted = levels | {skill: max(low, high)}
    brought = gains.points(INSTRUMENT, step(changes=(change(skill, low, max(low, high)),)))
    after = gains.readiness(INSTRUMENT, lifted)
    assert after - gains.readiness(INSTRUMENT, levels) == pytest.approx(brought)
    assert 0 <= after <= 100.0001


def test_without_steps_there_is_no_milestone() -> None:
    assert milestones() == []


def test_the_last_milestone_is_the_end() -> None:
    found = milestones(step("b", MONDAY + 3 * WEEK, weeks=1), step("a", weeks=2))
    assert found == [("Last step ends", date(2027, 1, 31), False)]


def test_the_end_is_reached_once_every_step_is_done() -> None:
    one, other = step("a", done_on=MONDAY), step("b", MONDAY + WEEK)
    assert milestones(one, other)[-1][2] is False
    assert milestones(one, step("b", MONDAY + WEEK, done_on=MONDAY))[-1][2] is True


def test_a_band_is_entered_with_the_step_that_crosses_its_edge() -> None:
    first = step("a", weeks=1, changes=(change("cds", 2, 3),), done_on=MONDAY)
    second = step("b", MONDAY + WEEK, weeks=1, changes=(change("cds", 3, 4),), number=2)
    # 50, then 62.5, then 75: the second step lands exactly on the edge
    assert milestones(first, second) == [
        ("Close to ready, 60", date(2027, 1, 10), True),
        ("Ready, 75", date(2027, 1, 17), False),
        ("Last step ends", date(2027, 1, 17), False),
    ]


def test_a_band_is_reached_only_with_all_that_leads_there() -> None:
    first = step("a", weeks=1, changes=(change("safety", 2, 3),))
    second = step("b", MONDAY + WEEK, weeks=1, changes=(change("cds", 2, 3),), done_on=MONDAY, number=2)
    assert milestones(first, second)[0] == ("Close to ready, 60", date(2027, 1, 17), False)


def test_one_step_can_enter_two_bands() -> None:
    found = milestones(step(weeks=1, changes=(change("cds", 2, 4),)), start=55.0)
    assert [name for name, _, _ in found] == ["Close to ready, 60", "Ready, 75", "Last step ends"]


def test_a_band_entered_before_the_plan_is_no_milestone() -> None:
    assert [name for name, _, _ in milestones(step(changes=(change("cds", 2, 3),)), start=75.0)] == ["Last step ends"]


def test_a_sum_of_floats_does_not_miss_an_edge() -> None:
    found = milestones(step(changes=(change("cds", 2, 3),)), start=62.499999999)
    assert "Ready, 75" in [name for name, _, _ in found]


def test_a_gate_opens_with_the_first_step_that_satisfies_it() -> None:
    late, early = step("late", MONDAY + 4 * WEEK, gates=("board",)), step("early", gates=("board",))
    found = milestones(late, early, gates={"board": "Board certificate", "degree": "Medical degree"})
    assert found[0] == ("Board certificate", date(2027, 1, 17), False)
    assert len(found) == 2


def test_milestones_stand_in_the_order_of_their_day() -> None:
    rows = [
        step(f"s{place}", MONDAY + start * WEEK, weeks=1, changes=(change("safety", place, place + 1),), number=place)
        for place, start in enumerate((5, 1, 3))
    ]
    marks: tuple[Milestone, ...] = gains.milestones(INSTRUMENT, rows, 50.0, {})
    assert [mark.day for mark in marks] == sorted(mark.day for mark in marks)
    # 50 and twice 6.25 passes 60 with the second step to end, in the week of 25 January
    assert marks[0] == Milestone("Close to ready, 60", date(2027, 1, 31), False)
