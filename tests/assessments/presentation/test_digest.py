"""The words of a digest, for weeks of every kind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessments.domain.following.progress import BLOCKED, DONE, SKIPPED, Progress
from assessments.presentation.digest import Letter, letter, new_notes
from tests.assessments.presentation import realistic

SAVED = realistic.saved()
FIRST = date.fromisoformat(min(row["start"] for row in SAVED.rows))
LAST = date.fromisoformat(max(row["end"] for row in SAVED.rows))


def with_states(state: str, *actions: str) -> Letter:
    progress = {action: Progress(state, "a secret reason", ended=FIRST) for action in actions}
    return letter(replace(SAVED, progress=progress), FIRST)


def running() -> list[str]:
    return [row["id"] for row in SAVED.rows if row["start"] <= FIRST.isoformat() <= row["end"]]


def test_what_runs_is_listed_with_its_hours() -> None:
    found = letter(SAVED, FIRST)
    assert len(found.items) == len(running())
    assert found.subject == f"This week: {found.heading[:1].lower()}{found.heading[1:].replace(' this week', '')}"
    assert found.is_active


def test_what_is_done_or_skipped_is_not_listed_and_what_is_blocked_says_so() -> None:
    first = running()[0]
    assert len(with_states(DONE, first).items) == len(with_states(SKIPPED, first).items) == len(running()) - 1
    blocked = with_states(BLOCKED, first)
    assert [item.note for item in blocked.items if item.note.endswith(", blocked")]
    assert "secret" not in repr(blocked)


@pytest.mark.parametrize("state", [DONE, SKIPPED])
def test_a_plan_that_is_over_has_no_letter(state: str) -> None:
    assert not with_states(state, *(row["id"] for row in SAVED.rows)).is_active


def test_before_the_start_it_says_what_comes_first_however_far_it_is() -> None:
    early = letter(SAVED, FIRST - timedelta(weeks=30))
    assert (early.heading, early.subject) == ("Nothing is planned this week", "This week: nothing is planned")
    assert early.items == ()
    assert [entry.day for entry in early.coming] == [FIRST]
    assert early.coming[0].text.startswith("“")


def test_after_the_end_all_that_is_left_is_late_and_first() -> None:
    late = letter(SAVED, LAST + timedelta(days=3))
    assert len(late.items) == len(SAVED.rows)
    assert all(item.is_late and "was due" in item.note for item in late.items)
    assert " steps are late." in late.about
    assert "The last step is planned to end" not in late.about
    assert "," not in late.heading


def test_late_ones_stand_before_the_others() -> None:
    for week in range((LAST - FIRST).days // 7):
        order = [item.is_late for item in letter(SAVED, FIRST + timedelta(weeks=week)).items]
        assert order == sorted(order, reverse=True)


def test_what_comes_is_in_order_and_at_most_three_starts() -> None:
    for week in range((LAST - FIRST).days // 7):
        coming = letter(SAVED, FIRST + timedelta(weeks=week)).coming
        assert list(coming) == sorted(coming, key=lambda entry: entry.day)
        assert sum(entry.text.startswith("“") for entry in coming) <= 3


def test_blocked_weeks_are_told_ahead_and_while_they_last() -> None:
    blocked = replace(SAVED, request={**SAVED.request, "blocked_weeks": ["2027-07-05", "2027-07-12"]})
    expected = ("5 to 18 July 2027", "you blocked these weeks.")
    for day, is_told in ((date(2027, 5, 20), False), (date(2027, 6, 10), True), (date(2027, 7, 14), True)):
        told = [(entry.when, entry.text) for entry in letter(blocked, day).coming]
        assert (expected in told) == is_told, day


def test_notes_are_counted_and_dated() -> None:
    assert new_notes([]) == ("", "")
    assert new_notes([FIRST]) == ("One new note", "Your mentor wrote on 7 December 2026.")
    two = new_notes([FIRST, FIRST - timedelta(days=2)])
    assert two == ("Two new notes", "The last one by a mentor is of 7 December 2026.")
