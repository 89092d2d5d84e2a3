"""Two schedules compared: laws that hold for any two, and one pair worked out by hand."""

from datetime import date
from typing import Any

from hypothesis import given

from assessments.domain.following.difference import Pair, difference, outlook
from assessments.domain.following.progress import DONE, SKIPPED, Progress
from tests.assessments.domain.following.schedules import KEYS, TODAY, followed, rows

TOTALS = {"finish": None, "finish_low": None, "finish_high": None, "readiness_then": 70.0, "points_missing": 30.0}
Rows = list[dict[str, Any]]


@given(rows())
def test_a_schedule_does_not_differ_from_itself(schedule: Rows) -> None:
    found = difference(schedule, [dict(row) for row in reversed(schedule)])
    assert found.is_empty
    assert sorted(row["id"] for row in found.same) == sorted(row["id"] for row in schedule)


@given(rows(), rows())
def test_every_action_is_in_exactly_one_group(before: Rows, after: Rows) -> None:
    found = difference(before, after)
    pairs = [pair.after["id"] for pair in (*found.moved, *found.changed)]
    listed = [*pairs, *(row["id"] for row in (*found.added, *found.removed, *found.same))]
    assert sorted(listed) == sorted({row["id"] for row in (*before, *after)})
    assert found.is_empty == (len(found.same) == len(listed))


@given(rows(), rows())
def test_the_other_way_round_it_says_the_opposite(before: Rows, after: Rows) -> None:
    there, back = difference(before, after), difference(after, before)
    assert (there.added, there.removed) == (back.removed, back.added)
    for name in ("moved", "changed"):
        turned = {pair.after["id"]: Pair(pair.after, pair.before) for pair in getattr(there, name)}
        assert turned == {pair.after["id"]: pair for pair in getattr(back, name)}
    assert {row["id"] for row in there.same} == {row["id"] for row in back.same}


@given(rows(), rows())
def test_moved_means_another_week_and_changed_the_same_week_with_another_effort(before: Rows, after: Rows) -> None:
    found = difference(before, after)
    assert all(pair.before["start"] != pair.after["start"] for pair in found.moved)
    for pair in found.changed:
        assert pair.before["start"] == pair.after["start"]
        assert any(pair.before[fact] != pair.after[fact] for fact in ("weeks", "end", "hours", "cost_max_usd"))


@given(rows(), followed)
def test_what_is_left_is_never_more_than_all_and_nothing_once_all_is_over(
    schedule: Rows, progress: dict[str, Progress]
) -> None:
    document = {"actions": schedule, "totals": TOTALS}
    whole, left = outlook(document, {}, ()), outlook(document, progress, ())
    assert 0 <= left.hours_left <= whole.hours_left == sum(row["hours"] for row in schedule)
    assert 0 <= left.cost_left <= whole.cost_left == sum(row["cost_max_usd"] for row in schedule)
    for state in (DONE, SKIPPED):
        over = outlook(document, dict.fromkeys(KEYS, Progress(state=state)), ())
        assert (over.hours_left, over.cost_left) == (0, 0)
    assert outlook(document, {}, KEYS).hours_left == 0


def test_by_hand_an_end_counts_what_was_kept_and_told_spending_what_is_left() -> None:
    def row(key: str, start: str, end: str, hours: float, cost: int) -> dict[str, Any]:
        return {"id": key, "start": start, "end": end, "weeks": 2, "hours": hours, "cost_max_usd": cost}

    kept = [row("running", "2027-06-07", "2027-08-01", 10.0, 300)]
    actions = [row("later", "2027-06-21", "2027-07-04", 6.0, 100)]
    totals = {**TOTALS, "finish": "2027-07-04", "finish_low": "2027-06-27", "finish_high": "2027-08-15"}
    progress = {"running": Progress(state="doing", spent_usd=120).worked(TODAY, 4)}
    found = outlook({"kept": kept, "actions": actions, "totals": totals}, progress, ())
    ends = (found.finish, found.finish_low, found.finish_high)
    assert [end and end.isoformat() for end in ends] == ["2027-08-01", "2027-08-01", "2027-08-15"]
    assert (found.hours_left, found.cost_left) == (12, 280)
    assert outlook({"actions": [], "totals": TOTALS}, {}, ()).finish is None
    for state in (DONE, SKIPPED):
        early = outlook({"kept": kept, "actions": actions, "totals": totals}, {"running": Progress(state=state)}, ())
        assert early.finish == date(2027, 7, 4)
