"""A change that came too late: what was sent, and how its page and the plan now show the same steps."""

from datetime import date

from assessments.domain.following.progress import UNTOUCHED, Progress, plain
from assessments.models import Revision, Schedule
from assessments.presentation import stale
from tests.assessments.presentation.builders import MONDAY, done_on, plan, planned

NAMES = {"course": "CDS course", "review": "Review board"}


def revision(number: int, progress: dict[str, Progress] | None = None, *rows: dict[str, object]) -> Revision:
    schedule = Schedule(document=plan(*(rows or (planned("course"),))), request={})
    return Revision(number=number, schedule=schedule, progress=plain(progress or {}))


def test_ticks_are_said_by_the_names_of_their_steps() -> None:
    sent = {"before": ["review", "gone"], "done": ["course", "gone", "unknown"]}
    found = stale.page(sent, revision(1), revision(2), NAMES)
    assert found.sent == (("Mark as done", "CDS course"), ("Mark as not done", "Review board"))


def test_every_field_is_there_to_be_copied_and_plumbing_is_not() -> None:
    sent = {"csrfmiddlewaretoken": ["t"], "seen": ["1"], "page": ["p"], "do": ["state"]}
    sent |= {"state-state": ["blocked"], "state-reason": ["No access\nyet"], "unheard": ["of", ""]}
    found = stale.page(sent, revision(1), revision(2), NAMES)
    assert found.sent == (("How far you are", "Blocked"), ("Reason", "No access\nyet"), ("unheard", "of"))
    again = [("do", "state"), ("state-state", "blocked"), ("state-reason", "No access\nyet"), ("unheard", "of")]
    assert found.again == (*again, ("unheard", ""))


def test_a_restoring_that_came_too_late_is_said_in_words() -> None:
    assert stale.page({"number": ["1"]}, revision(2), revision(3), NAMES).sent == (("Revision to restore", "1"),)


def test_differences_say_how_each_step_stood_and_stands() -> None:
    told = UNTOUCHED.worked(MONDAY, 2.0).turned("blocked", MONDAY, "No access")
    now = revision(3, {"course": told}, planned("course"), planned("review", date(2027, 2, 1)))
    found = stale.page({}, revision(1), now, NAMES)
    assert [(row.name, row.seen, row.now) for row in found.differences] == [
        (
            "CDS course",
            "Not started, 4 to 17 January 2027",
            "Blocked, No access, 2 hours logged, 4 to 17 January 2027",
        ),
        ("Review board", "Not in the plan", "Not started, 1 to 14 February 2027"),
    ]


def test_a_plan_that_changed_all_over_is_cut_short() -> None:
    rows = [planned(f"a{place}") for place in range(20)]
    after = revision(2, dict.fromkeys((str(row["id"]) for row in rows), done_on(MONDAY)), *rows)
    found = stale.page({}, revision(1, {}, *rows), after, {})
    assert (len(found.differences), found.more) == (stale.MOST_ROWS, 20 - stale.MOST_ROWS)
