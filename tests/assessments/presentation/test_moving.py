"""Weeks to move a step to, and the laws that are in the way, in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.following import placing
from assessments.domain.following.placing import Fault
from assessments.presentation import moving

MONDAY = date(2027, 1, 4)
MONDAYS = [MONDAY + timedelta(weeks=week) for week in range(200)]
NAMES, SKILLS = {"course": "CDS course"}, {"cds": "CDS design"}


@given(st.integers(0, 200), st.integers(0, 199))
def test_a_year_is_offered_by_the_week_and_the_rest_by_the_month(count: int, place: int) -> None:
    chosen = MONDAYS[place]
    months = moving.choices(MONDAYS[:count], chosen)
    offered = [date.fromisoformat(value) for _, weeks in months for value, _ in weeks]
    assert offered == sorted(set(offered))
    assert set(offered) <= set(MONDAYS[:count])
    assert set(MONDAYS[:count][:53]) <= set(offered)
    assert (chosen in offered) or chosen not in MONDAYS[:count]
    assert {(day.year, day.month) for day in MONDAYS[:count]} == {(day.year, day.month) for day in offered}
    assert len(offered) <= 53 + 12 * 4 + 1


def test_weeks_are_read_as_days_in_their_month() -> None:
    assert moving.choices(MONDAYS[3:5], None) == [
        ("January 2027", [("2027-01-25", "25 to 31 January 2027")]),
        ("February 2027", [("2027-02-01", "1 to 7 February 2027")]),
    ]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault(placing.PAST, MONDAY), "The week of 4 January 2027 is over."),
        (Fault(placing.BLOCKED, MONDAY), "You blocked the week of 4 January 2027."),
        (Fault(placing.TARGET, MONDAY), "It would end on 4 January 2027, after your target date."),
        (
            Fault(placing.WINDOW, MONDAY),
            "4 January 2027 lies outside the yearly dates on which it is offered.",
        ),
        (
            Fault(placing.HOURS, MONDAY, needed=8.5, there=5),
            "The week of 4 January 2027 would ask for 8.5 hours, and you can give 5.",
        ),
        (
            Fault(placing.NEEDS, MONDAY, "course"),
            "“CDS course” has to be done first, and it ends on 4 January 2027.",
        ),
        (
            Fault(placing.NEEDS, None, "course"),
            "“CDS course” has to be done first, and it is not in the plan.",
        ),
        (
            Fault(placing.FOLLOWER, MONDAY, "course"),
            "“CDS course” needs it done first, and starts on 4 January 2027.",
        ),
        (
            Fault(placing.OVERLAP, MONDAY, "course"),
            "“CDS course” is a paid post that runs in the week of 4 January 2027, and the two cannot overlap.",
        ),
        (
            Fault(placing.LIFT, None, "course", "cds", 3, 1),
            "“CDS course” would no longer lift CDS design to 3, because of the level at which it would start.",
        ),
    ],
)
def test_each_law_is_a_sentence_with_its_figures(fault: Fault, sentence: str) -> None:
    assert moving.reasons([fault], NAMES, SKILLS) == [sentence]


def test_every_law_has_its_sentence() -> None:
    laws = {"past", "blocked", "target", "window", "hours", "needs", "follower", "overlap", "lift"}
    assert laws == set(moving.SENTENCES)


def test_planning_again_has_to_help_with_every_law() -> None:
    yes, no = Fault(placing.HOURS, can_replan=True), Fault(placing.TARGET)
    assert moving.can_replan([yes, yes])
    assert not moving.can_replan([yes, no])
