"""What planning again takes over: done and running work, what it cost, and the levels that were reached."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED, UNTOUCHED, Progress
from assessments.domain.following.replanning import Carried, Rated, carried, levels
from tests.assessments.domain.following.schedules import BLOCKED as BLOCKED_WEEKS
from tests.assessments.domain.following.schedules import KEYS, TODAY, followed, rows

MONDAY = date(2027, 6, 14)
WEEK = timedelta(weeks=1)
Rows = list[dict[str, Any]]
PLACED = st.sets(st.sampled_from(KEYS))


def row(key: str = "a", start: date = MONDAY, weeks: int = 2, **given: Any) -> dict[str, Any]:
    """Five hours a week, 100 USD."""
    end = start + weeks * WEEK - timedelta(days=1)
    found = {"id": key, "start": start.isoformat(), "end": end.isoformat(), "weeks": weeks, "hours": 5.0 * weeks}
    return found | {"hours_per_week": 5.0, "cost_max_usd": 100, "develops": []} | given


def carry(
    *given: dict[str, Any],
    progress: dict[str, Progress] | None = None,
    placed: Collection[str] = (),
    paid: Collection[str] = (),
    blocked: Collection[date] = (),
    on: date = TODAY,
) -> Carried:
    return carried(given, progress or {}, placed, paid, blocked, on)


def span(found: Carried) -> tuple[str, str, int]:
    (only,) = found.rows
    assert (found.running[0].start.isoformat(), found.running[0].weeks) == (only["start"], only["weeks"])
    return only["start"], only["end"], only["weeks"]


@given(rows(), followed, PLACED, BLOCKED_WEEKS)
def test_done_and_running_stay_and_nothing_else_but_what_was_placed(
    schedule: Rows, progress: dict[str, Progress], placed: set[str], blocked: set[date]
) -> None:
    found = carried(schedule, progress, placed, (), blocked, TODAY)
    states = {entry["id"]: progress.get(entry["id"], UNTOUCHED).state for entry in schedule}
    settled = {key for key, state in states.items() if state in {DONE, DOING, BLOCKED}}
    later = {entry["id"] for entry in schedule if entry["id"] in placed and entry["start"] >= "2027-06-14"}
    open_ones = {key for key, state in states.items() if state == NOT_STARTED}
    assert found.keys == settled | (later & open_ones)
    assert {running.action for running in found.running} == found.keys - found.done
    assert found.done == {key for key, entry in progress.items() if entry.state == DONE}


@given(rows(), followed, BLOCKED_WEEKS)
def test_done_work_never_moves_and_running_work_never_ends_in_the_past(
    schedule: Rows, progress: dict[str, Progress], blocked: set[date]
) -> None:
    before = {entry["id"]: entry for entry in schedule}
    for entry in carried(schedule, progress, (), (), blocked, TODAY).rows:
        if progress[entry["id"]].state == DONE:
            assert entry == before[entry["id"]]
        else:
            assert date.fromisoformat(entry["end"]) >= TODAY
            assert entry["weeks"] >= before[entry["id"]]["weeks"]
            assert date.fromisoformat(entry["start"]) not in blocked


@given(rows(), followed, PLACED, BLOCKED_WEEKS, st.integers(0, 4))
def test_carrying_what_was_carried_changes_nothing_within_the_week(
    schedule: Rows, progress: dict[str, Progress], placed: set[str], blocked: set[date], days: int
) -> None:
    once = carried(schedule, progress, placed, (), blocked, TODAY)
    again = carried(once.rows, progress, placed, (), blocked, TODAY + timedelta(days=days))
    assert again == once


@given(rows(), followed, BLOCKED_WEEKS)
def test_a_running_row_lies_in_its_open_weeks(
    schedule: Rows, progress: dict[str, Progress], blocked: set[date]
) -> None:
    for entry in carried(schedule, progress, (), (), blocked, TODAY).rows:
        if progress[entry["id"]].state != DONE:
            start, end = date.fromisoformat(entry["start"]), date.fromisoformat(entry["end"])
            mondays = [start + place * WEEK for place in range((end - start).days // 7 + 1)]
            assert sum(monday not in blocked for monday in mondays) == entry["weeks"]
            assert (start.weekday(), end.weekday()) == (0, 6)


@pytest.mark.parametrize("started", [MONDAY - 3 * WEEK, MONDAY - WEEK, MONDAY])
def test_what_was_begun_early_or_late_runs_from_the_week_in_which_it_was_begun(started: date) -> None:
    doing = UNTOUCHED.turned(DOING, started + timedelta(days=3))
    planned = row(start=MONDAY - WEEK, weeks=6)
    assert span(carry(planned, progress={"a": doing})) == (
        started.isoformat(), (started + 6 * WEEK - timedelta(days=1)).isoformat(), 6
    )  # fmt: skip


def test_what_was_begun_in_a_blocked_week_runs_from_the_next_open_one() -> None:
    doing = UNTOUCHED.turned(DOING, MONDAY)
    found = span(carry(row(), progress={"a": doing}, blocked=[MONDAY, MONDAY + 2 * WEEK]))
    assert found == ("2027-06-21", "2027-07-11", 2)


@pytest.mark.parametrize(
    ("hours", "end", "weeks"),
    [(0, "2027-06-27", 4), (4, "2027-06-27", 4), (5, "2027-06-20", 3), (9, "2027-06-20", 3), (30, "2027-06-20", 3)],
)
def test_what_is_overdue_gets_as_many_weeks_as_its_open_hours_take(hours: float, end: str, weeks: int) -> None:
    begun = UNTOUCHED.turned(DOING, MONDAY - 2 * WEEK)
    progress = replace(begun.worked(MONDAY - WEEK, hours), state=BLOCKED, reason="No data") if hours else begun
    assert span(carry(row(start=MONDAY - 2 * WEEK), progress={"a": progress})) == ("2027-05-31", end, weeks)


def test_blocked_weeks_are_none_of_the_weeks_that_passed() -> None:
    begun = UNTOUCHED.turned(DOING, MONDAY - 4 * WEEK)
    blocked = [MONDAY - 3 * WEEK, MONDAY]
    found = carry(row(start=MONDAY - 4 * WEEK), progress={"a": begun}, blocked=blocked)
    assert span(found) == ("2027-05-17", "2027-07-04", 5)


def test_in_paid_time_nobody_logs_hours_so_what_is_overdue_gets_one_week() -> None:
    begun = UNTOUCHED.turned(DOING, MONDAY - 60 * WEEK)
    post = row(start=MONDAY - 60 * WEEK, weeks=52, hours=1600.0)
    assert span(carry(post, progress={"a": begun}, paid=["a"]))[1:] == ("2027-06-20", 61)
    assert span(carry(post, progress={"a": begun}))[2] == 60 + 52


def test_what_asks_for_no_hours_gets_one_week() -> None:
    begun = UNTOUCHED.turned(DOING, MONDAY - 9 * WEEK)
    found = carry(row(start=MONDAY - 9 * WEEK, hours=0.0), progress={"a": begun})
    assert span(found)[1:] == ("2027-06-20", 10)
    assert found.rows[0]["hours_per_week"] == 0


def test_a_placed_action_whose_week_has_passed_is_planned_like_any_other() -> None:
    rows = [row("a", MONDAY - WEEK), row("b", MONDAY), row("c", MONDAY + WEEK)]
    assert carry(*rows, placed=["a", "b", "c"]).keys == {"b", "c"}


@pytest.mark.parametrize(
    ("state", "spent", "cost"),
    [
        (NOT_STARTED, None, 0), (NOT_STARTED, 40, 0), (SKIPPED, None, 0), (SKIPPED, 40, 40),
        (DOING, None, 100), (DOING, 40, 100), (DOING, 250, 250), (DONE, None, 100), (DONE, 0, 0), (DONE, 250, 250),
    ],
)  # fmt: skip
def test_money_is_what_was_spent_on_what_is_over_and_at_least_the_high_estimate_of_what_is_not(
    state: str, spent: int | None, cost: int
) -> None:
    progress = replace(UNTOUCHED.turned(state, MONDAY), spent_usd=spent)
    assert carry(row(), progress={"a": progress}).cost_usd == cost


def lift(low: int, high: int) -> list[dict[str, Any]]:
    return [{"skill": "cds", "from": low, "to": high}]


@pytest.mark.parametrize(
    ("again", "level"),
    [
        (None, 3),
        (Rated(1, MONDAY + WEEK), 1),
        (Rated(1, MONDAY), 1),
        (Rated(2, MONDAY - WEEK), 3),
        (Rated(4, MONDAY - WEEK), 4),
        (Rated(0, MONDAY - WEEK), 0),
    ],
)
def test_a_lift_counts_until_the_skill_is_rated_again(again: Rated | None, level: int) -> None:
    done = {"a": UNTOUCHED.turned(DONE, MONDAY)}
    assert levels({"cds": 2}, [row(develops=lift(2, 3))], done, {"cds": again} if again else {}) == {"cds": level}


def test_lifts_follow_each_other_in_the_order_in_which_they_were_done() -> None:
    rows = [row("a", develops=lift(3, 4)), row("b", develops=lift(2, 3)), row("c", develops=lift(4, 5))]
    done = {key: UNTOUCHED.turned(DONE, MONDAY + place * WEEK) for place, key in enumerate("ba")}
    assert levels({"cds": 2, "ethics": 1}, rows, done, {}) == {"cds": 4, "ethics": 1}


def test_a_skill_that_was_not_rated_before_is_planned_for_once_it_is() -> None:
    assert levels({"cds": 2}, [], {}, {"ethics": Rated(3, MONDAY)}) == {"cds": 2, "ethics": 3}


@given(st.dictionaries(st.sampled_from("xyz"), st.integers(0, 5)), rows(), followed)
def test_without_done_actions_levels_are_those_that_were_rated(
    rated: dict[str, int], schedule: Rows, progress: dict[str, Progress]
) -> None:
    open_ones = {key: entry for key, entry in progress.items() if entry.state != DONE}
    assert levels(rated, [entry | {"develops": lift(0, 5)} for entry in schedule], open_ones, {}) == rated
