"""On the real catalogue: what a plan's page says adds up to the totals of its document, on every day of its life."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assessments.presentation import gains, plan
from assessments.presentation.plan import Page
from assessments.presentation.terms import whole
from tests.assessments.presentation.builders import done_on
from tests.assessments.presentation.realistic import saved

DAYS = [date(2026, 12, 1), date(2026, 12, 7), date(2027, 7, 8), date(2028, 12, 31), date(2029, 6, 1)]


def page(day: date = DAYS[0]) -> Page:
    return plan.page(saved(), day)


def totals() -> dict[str, Any]:
    found: dict[str, Any] = saved().document["totals"]
    return found


def test_hours_and_money_of_the_steps_are_the_totals() -> None:
    found = page()
    assert len(found.steps) > 5
    assert sum(step.hours for step in found.steps) == pytest.approx(totals()["hours"])
    assert sum(step.cost for step in found.steps) == totals()["cost_max_usd"]
    assert found.strip.spent == "$0"


def test_own_hours_are_the_hours_that_nobody_pays_for() -> None:
    found = page()
    paid = sum(step.hours for step in found.steps if step.paid)
    own = totals()["hours"] - paid
    assert 0 < own < totals()["hours"]
    assert float(found.strip.own_hours.removesuffix(" hours").replace(",", "")) == own


def test_the_last_step_ends_on_the_finish() -> None:
    found = page()
    assert max(step.end for step in found.steps).isoformat() == totals()["finish"]
    assert (found.milestones[-1].name, found.milestones[-1].day.isoformat()) == ("Last step ends", totals()["finish"])


def test_what_the_steps_bring_leads_from_now_to_then() -> None:
    brought = sum(gains.points(saved().instrument, step) for step in page().steps)
    now = gains.readiness(saved().instrument, saved().request["levels"])
    assert now + brought == pytest.approx(totals()["readiness_then"], abs=0.01)
    assert plan.now_and_then(saved()) == plan.before_and_then(saved()) == (whole(now), whole(now + brought))
    assert f"{whole(now)} now, {whole(now + brought)} at the target date" in page().outlook


def test_the_title_says_ready_where_the_milestones_do() -> None:
    found = page()
    names = [mark.name for mark in found.milestones]
    assert found.title.startswith("Ready ") == ("Ready, 75" in names) == (plan.now_and_then(saved())[1] >= 75)


def test_open_skills_are_what_is_missing_then() -> None:
    open_points = sum(gap.points for gap in page().open_skills)
    assert open_points == pytest.approx(100 - totals()["readiness_then"], abs=0.01 * len(page().open_skills))
    assert [gap.points for gap in page().open_skills] == sorted(
        (gap.points for gap in page().open_skills), reverse=True
    )


def test_open_skills_and_gates_together_are_the_points_missing() -> None:
    found = page()
    open_gates = sum(gate.points for gate in found.gates if not gate.opened)
    missing = sum(gap.points for gap in found.open_skills) + open_gates
    assert missing == pytest.approx(totals()["points_missing"], abs=0.01 * len(found.open_skills))


def test_the_title_of_the_timeline_counts_the_rows_of_the_chart() -> None:
    found = page()
    assert found.timeline
    bars = [bar for group in found.timeline.groups for bar in group.bars]
    assert len(bars) == len(found.steps)
    assert found.timeline_title.startswith(f"{len(bars)} steps from December 2026 to ")


@pytest.mark.parametrize("day", DAYS)
def test_marks_of_the_timeline_are_the_milestones(day: date) -> None:
    found = page(day)
    assert found.timeline
    marks = [(mark.name, mark.day) for mark in found.timeline.milestones]
    assert marks == [(mark.name, mark.day) for mark in found.milestones]
    assert found.timeline.to_reach == len(marks)
    assert (found.strip.next_name, found.strip.next_day != "") == (marks[0][0], True)


@pytest.mark.parametrize("day", DAYS)
def test_every_step_is_planned_under_way_or_late(day: date) -> None:
    for step in page(day).steps:
        expected = "next" if step.start > day else "now" if step.end >= day else "late"
        assert step.state == expected


def test_no_week_asks_for_more_than_the_hours_given() -> None:
    found = page().steps
    for number in range(108):
        monday = date(2026, 12, 7) + timedelta(days=7 * number)
        running = [step for step in found if step.start <= monday <= step.end]
        assert sum(step.own_hours_a_week for step in running) <= saved().request["hours_per_week"] + 1e-6


def test_the_blocked_week_asks_for_nothing() -> None:
    assert page(date(2027, 7, 8)).week.about == "5 to 11 July 2027 · blocked"
    assert page(date(2027, 7, 15)).week.about.startswith("12 to 18 July 2027 · ")


def test_ticking_everything_leaves_nothing_to_do() -> None:
    progress = {row["id"]: done_on(date(2027, 1, 4)) for row in saved().document["actions"]}
    found = plan.page(replace(saved(), progress=progress), DAYS[-1])
    assert (found.strip.hours_width, found.strip.next_name) == ("100.00%", "")
    assert found.strip.own_hours == f"{found.strip.own_hours_done} hours"
    assert found.week.empty == "Nothing is left to do in this plan."


def test_every_sentence_ends_and_none_shouts() -> None:
    found = page()
    reasons = [f"{gap.binding} {gap.would_need}".strip() for gap in found.open_skills]
    lines = [found.limits, found.outlook, found.certainty, *reasons, *(gate.text for gate in found.gates)]
    lines += [step.why for step in found.steps] + [row.why for row in found.left_out]
    assert all(line.endswith(".") for line in lines)
    assert not any("!" in line or "  " in line for line in lines)
