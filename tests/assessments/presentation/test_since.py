"""What has come of a plan: figures from the rows that are shown, chance called chance, and what is not known said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from assessments.domain.following.progress import DONE, Logged, Progress
from assessments.models import Plan, Rerating, Result
from assessments.presentation.since import Since, ago, told
from assessments.services.reratings import Standing
from tests.assessments.presentation.builders import BEFORE, MONDAY, lift, plan, planned, report, saved, scored

PLAN = Plan(pk=UUID(int=1), created_at=datetime(2027, 1, 4, 9, tzinfo=UTC))
TODAY = MONDAY + timedelta(weeks=10)
ROWS = (planned("course", develops=[lift("cds", 2, 3)]), planned("duty", develops=[lift("budget", 0, 2)]))
FIRST = report(55, 50, 60, skills=[scored("cds"), scored("safety", status="unsure"), scored("budget", status="met")])


def result(pk: int, frozen: dict[str, Any], on: date = BEFORE, **document: Any) -> Result:
    created = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return Result(pk=pk, document={"report": frozen} | document, created_at=created)


def rated(*skills: str, on: date = TODAY) -> dict[str, Rerating]:
    at = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return {skill: Rerating(skill=skill, level=4, saved_at=at) for skill in skills}


def since(
    now: dict[str, Any] | None = FIRST,
    *,
    again: dict[str, Rerating] | None = None,
    then: Result | None = None,
    last: Result | None = None,
    later: tuple[str, ...] = (),
    progress: dict[str, Progress] | None = None,
) -> Since:
    first = then or result(1, FIRST)
    found = Standing(first, last or first, again or {}, frozenset(later), now)
    shown = replace(saved(plan(*ROWS)), progress=progress or {})
    return told(PLAN, shown, found, TODAY)


def finished(action: str, on: date = TODAY, hours: float = 12.5) -> dict[str, Progress]:
    return {action: Progress(state=DONE, started=on, ended=on, logged=(Logged(on, hours),))}


def names(lines: Any) -> list[str]:
    return [line.name for line in lines]


def test_with_nothing_done_and_nothing_rated_it_says_so() -> None:
    found = since()
    assert (found.started, found.ago, found.done, found.hours) == (
        "4 January 2027",
        "10 weeks ago",
        "0 of 2 steps",
        "0 hours",
    )
    assert found.sentence == "Readiness stands at 55 as in your result, likely between 50 and 60"
    assert found.until == "It does not change until you rate a skill again or retake the assessment."
    assert [(row.when, row.score, row.low, row.high) for row in found.history.rows] == [
        ("Result of 30 December 2026", 55, 50, 60)
    ]
    assert (found.gaps_closed, found.waiting, found.again, found.partial, found.later) == (0, (), "", "", "")
    assert names(found.others) == ["CDS design", "Budgets"]
    assert found.news == "Since you started, 10 weeks ago: 0 of 2 steps done and 0 hours logged."


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        ((56, 62, 68), "Up 7 since 30 December 2026. The two ranges overlap, so this may be chance."),
        ((61, 66, 71), "Up 11 since 30 December 2026. The two ranges do not overlap, so this is a real change."),
        ((40, 44, 49), "Down 11 since 30 December 2026. The two ranges do not overlap, so this is a real change."),
        ((50, 55, 60), "No change since 30 December 2026."),
    ],
)
def test_a_new_rating_is_set_beside_the_result_and_chance_is_called_chance(
    now: tuple[float, float, float], sentence: str
) -> None:
    found = since(report(now[1], now[0], now[2], skills=FIRST["skills"]), again=rated("cds", "safety"))
    assert (found.sentence, found.until, found.again) == (sentence, "", "Two skills rated again")
    assert [(row.when, row.score) for row in found.history.rows] == [
        ("Result of 30 December 2026", 55),
        ("Now", now[1]),
    ]


def test_gaps_closed_are_named_apart_from_what_is_only_likely() -> None:
    skills = [scored("cds", status="met", likely=4), scored("safety", status="unsure", likely=4)]
    skills += [scored("budget", status="unsure", likely=1)]
    found = since(report(60, 54, 66, skills=skills), again=rated("cds", "safety", "budget"))
    assert (names(found.closed), names(found.reached), names(found.fallen)) == (
        ["CDS design"],
        ["Safety reviews"],
        ["Budgets"],
    )
    assert found.gaps_closed == 1
    assert found.news == (
        "Since you started, 10 weeks ago: 0 of 2 steps done, 0 hours logged and one gap closed. "
        "With three skills rated again, readiness is 60, likely between 54 and 66; in your result it was 55."
    )


def test_what_a_finished_step_was_to_lift_waits_to_be_rated() -> None:
    found = since(progress=finished("course"))
    assert (found.done, found.hours) == ("1 of 2 steps", "12.5 hours")
    assert [(line.name, line.url) for line in found.waiting] == [("CDS design", f"/plans/{PLAN.pk}/skills/cds/")]
    assert names(found.others) == ["Budgets"]
    assert since(FIRST, again=rated("cds"), progress=finished("course")).waiting == ()
    assert names(since(FIRST, again=rated("cds", on=MONDAY), progress=finished("course")).waiting) == ["CDS design"]


def test_a_retake_is_what_stands_now_and_leaves_nothing_waiting() -> None:
    newer = result(2, report(70, 64, 76, skills=FIRST["skills"]), on=TODAY)
    found = since(newer.document["report"], last=newer, progress=finished("course"))
    assert found.sentence == "Up 15 since 30 December 2026. The two ranges do not overlap, so this is a real change."
    assert [row.when for row in found.history.rows] == ["Result of 30 December 2026", "Result of 15 March 2027"]
    assert (found.waiting, found.until) == ((), "")


def test_after_a_retake_a_new_rating_makes_a_third_row() -> None:
    newer = result(2, report(70, 64, 76, skills=FIRST["skills"]), on=TODAY)
    found = since(report(71, 65, 77, skills=FIRST["skills"]), last=newer, again=rated("cds"))
    assert [row.score for row in found.history.rows] == [55, 70, 71]


def test_a_quick_check_has_no_complete_readiness_and_hides_no_gap_that_nobody_knew() -> None:
    quick = result(1, FIRST, form="quick", left_out={"skills": ["cds", "safety"], "items": []})
    skills = [scored("cds", status="met", likely=5), scored("safety"), scored("budget", status="met")]
    found = since(report(58, 45, 71, skills=skills), then=quick, again=rated("cds"))
    assert found.partial.startswith("One skill is not rated, because this was a quick check: readiness is not complete")
    assert (found.closed, found.gaps_closed) == ((), 0)
    assert all(row.is_quick for row in found.history.rows)


def test_a_skill_of_a_later_version_is_said_not_to_count() -> None:
    found = since(FIRST, again=rated("later_one"), later=("later_one",))
    assert found.later.startswith("Not counted here, because your result comes from an earlier version: later_one")
    assert (found.again, len(found.history.rows)) == ("", 1)


def test_where_scoring_changed_no_new_figure_is_shown() -> None:
    found = since(None, again=rated("cds"))
    assert found.sentence.startswith("Readiness is computed in another way since your result")
    assert found.until == "Retake the assessment to see how far you have come."
    assert [row.score for row in found.history.rows] == [55]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "one day ago"), (13, "13 days ago"), (14, "two weeks ago"), (70, "10 weeks ago")],
)
def test_time_is_told_in_days_and_then_in_weeks(days: int, said: str) -> None:
    assert ago(days) == said
