"""How far somebody is with an action: it is read as it was written, and hours add up whatever happens to it."""

import json
from datetime import date, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.following import progress as following
from assessments.domain.following.progress import (
    BLOCKED,
    DOING,
    DONE,
    NOT_STARTED,
    SKIPPED,
    STATES,
    UNTOUCHED,
    WITH_REASON,
    Logged,
    Progress,
)

DAY = date(2027, 6, 14)
LATER = date(2027, 8, 2)
DAYS = st.integers(-400, 400).map(lambda days: DAY + timedelta(days=days))
HOURS = st.floats(0.01, 24, allow_nan=False)
WORDS = st.text(max_size=30)
TURNS = st.lists(st.tuples(st.sampled_from(STATES), DAYS, WORDS))
ANY = st.builds(
    Progress,
    state=st.sampled_from(STATES),
    reason=WORDS,
    started=st.none() | DAYS,
    ended=st.none() | DAYS,
    logged=st.lists(st.builds(Logged, DAYS, HOURS)).map(tuple),
    spent_usd=st.none() | st.integers(0, 10**6),
)


def as_kept(progress: dict[str, Progress]) -> object:
    return json.loads(json.dumps(following.plain(progress)))


@given(st.dictionaries(WORDS, ANY))
def test_progress_is_read_as_it_was_written(progress: dict[str, Progress]) -> None:
    kept = as_kept(progress)
    assert isinstance(kept, dict)
    assert following.read(kept) == {key: entry for key, entry in progress.items() if entry != UNTOUCHED}
    assert list(kept) == sorted(kept)


@given(ANY, st.lists(st.tuples(DAYS, HOURS)))
def test_hours_add_up_in_whichever_order_they_are_logged(entry: Progress, worked: list[tuple[date, float]]) -> None:
    one, other = entry, entry
    for day, hours in worked:
        one = one.worked(day, hours)
    for day, hours in reversed(worked):
        other = other.worked(day, hours)
    assert isclose(one.hours, entry.hours + sum(hours for _, hours in worked), abs_tol=1e-9)
    assert one.hours == other.hours
    assert [row.day for row in one.logged] == sorted(row.day for row in one.logged) or not worked


@given(ANY, TURNS)
def test_turning_keeps_the_hours_and_the_money(entry: Progress, turns: list[tuple[str, date, str]]) -> None:
    now = entry
    for state, day, reason in turns:
        now = now.turned(state, day, reason)
        assert (now.state, now.reason) == (state, reason if state in WITH_REASON else "")
        assert (now.ended is not None) == (state == DONE)
        assert state != NOT_STARTED or now.started is None
        assert state not in {DOING, BLOCKED, DONE} or now.started is not None
    assert (now.logged, now.spent_usd) == (entry.logged, entry.spent_usd)


@given(ANY, st.sampled_from(STATES), DAYS, WORDS)
def test_saying_the_same_again_changes_nothing(entry: Progress, state: str, day: date, reason: str) -> None:
    once = entry.turned(state, day, reason)
    assert once.turned(state, LATER + timedelta(days=500), reason) == once


def test_an_action_keeps_the_day_on_which_it_was_begun_until_it_is_not_started() -> None:
    begun = UNTOUCHED.turned(DOING, DAY)
    assert begun.turned(BLOCKED, LATER, "No data yet").turned(DONE, LATER).started == DAY
    assert begun.turned(SKIPPED, LATER, "Not for me").started == DAY
    assert begun.turned(NOT_STARTED, LATER).turned(DOING, LATER).started == LATER
    assert UNTOUCHED.turned(SKIPPED, DAY, "Not for me").started is None


@pytest.mark.parametrize(("before", "after"), [*((state, DOING) for state in (NOT_STARTED, SKIPPED, DOING))])
def test_work_starts_what_was_not_started(before: str, after: str) -> None:
    assert UNTOUCHED.turned(before, DAY).worked(LATER, 1.5).state == after


@pytest.mark.parametrize("state", [BLOCKED, DONE])
def test_hours_written_down_afterwards_leave_the_state(state: str) -> None:
    entry = UNTOUCHED.turned(state, DAY, "Waiting for the board")
    assert entry.worked(LATER, 1.5) == Progress(state, entry.reason, entry.started, entry.ended, (Logged(LATER, 1.5),))


def test_what_runs_is_under_way_or_blocked() -> None:
    assert {state for state in STATES if UNTOUCHED.turned(state, DAY).is_running} == {DOING, BLOCKED}
