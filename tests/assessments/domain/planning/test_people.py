"""Plans with the published catalogue: lawful for very different people, and near what is possible at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessments.domain.planning.problem import pose
from assessments.domain.planning.solving import solve
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import gains, levels
from tests.assessments.domain.planning.builders import Case, Row, read
from tests.assessments.domain.planning.laws import broken
from tests.assessments.domain.planning.people import MOVES, PEOPLE, plan_of
from tests.assessments.domain.planning.replay import Replay

everybody = pytest.mark.parametrize("name", PEOPLE)


def replay(case: Case, chosen: Any = None) -> Replay:
    rows = case.plan["actions"] if chosen is None else chosen
    return Replay(case.document, case.level, case.situation, rows)


def planned_again(case: Case, present: Sequence[Row] = (), **changes: Any) -> Timetable:
    """The timetable of another plan, without the search for what would close its gaps."""
    table = solve(pose(read(case.document, case.level), replace(case.situation, **changes)), present).table
    assert table
    return table


@everybody
def test_the_plan_breaks_no_law(name: str) -> None:
    assert broken(plan_of(name)) == []


@everybody
def test_the_plan_wins_at_least_95_percent_of_what_any_plan_could_win(name: str) -> None:
    case = plan_of(name)
    before = replay(case, []).missing
    assert before - case.missing >= 0.95 * (before - case.plan["bound_points_missing"]) - 0.01


@everybody
def test_planning_again_gives_the_same(name: str) -> None:
    case = plan_of(name)
    table = planned_again(case, case.plan["actions"])
    mondays = table.problem.calendar.mondays
    rows = {(id, mondays[slot.start].isoformat(), slot.weeks) for id, slot in table.slots.items()}
    assert rows == {(row["id"], row["start"], row["weeks"]) for row in case.plan["actions"]}


@everybody
def test_every_action_says_why_it_is_there_and_why_then(name: str) -> None:
    for row in plan_of(name).plan["actions"]:
        sentences = row["why"].removesuffix(".").split(". ")
        assert len(sentences) >= 2, row
        assert sentences[0].startswith(("Lifts ", "Opens the gate ", "Has to come before ", "Is there because "))
        assert sentences[1].startswith(("It can start at once", "It starts as soon as ", "Its weeks follow "))


def test_a_nurse_without_money_spends_none_and_uses_what_time_there_is() -> None:
    case = plan_of("a nurse with two hours a week and no money")
    assert case.plan["totals"]["cost_max_usd"] == 0
    own = replay(case).own_hours
    assert 0.75 * 2 * 160 <= own <= 2 * 160


def test_who_has_arrived_keeps_only_what_opens_gates() -> None:
    case = plan_of("somebody who has arrived")
    assert (case.plan["status"], case.plan["unmet"]) == ("optimal", [])
    assert case.plan["totals"]["readiness_then"] == 100
    assert case.chosen
    assert all(row["satisfies"] and not row["develops"] for row in case.plan["actions"])


def test_time_and_money_close_most_of_what_can_be_closed() -> None:
    case = plan_of("a physician with time and money")
    before = 100 - replay(case, []).missing_on_skills
    assert before < 55 < 85 < case.plan["totals"]["readiness_then"]


def test_work_pauses_in_every_third_week_and_goes_on_after_it() -> None:
    case = plan_of("somebody whose every third week is blocked")
    rows = case.plan["actions"]
    spans = [(date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days // 7 + 1 for row in rows]
    assert any(span > row["weeks"] for span, row in zip(spans, rows, strict=True))


def test_what_runs_is_settled_and_what_is_pinned_is_there() -> None:
    case = plan_of("a pharmacist in the middle of it")
    assert "exec-sponsor" in case.chosen
    assert not {"sql-course", "journal-club", "amia-membership", "himss-conf"} & set(case.chosen)
    gains = {gain.action for gain in replay(case, []).gains}
    assert gains <= {"sql-course", "journal-club"}


def test_three_months_are_not_overdrawn() -> None:
    case = plan_of("somebody with three months")
    assert case.chosen
    assert all(row["end"] <= "2027-03-07" for row in case.plan["actions"])
    assert all(row["weeks"] <= 13 for row in case.plan["actions"])


def test_moves_are_made_only_by_who_is_open_to_them() -> None:
    movers = [name for name in PEOPLE if MOVES & set(plan_of(name).chosen)]
    assert movers == ["somebody open to every move"]


def test_half_of_the_skills_are_left_out_and_listed() -> None:
    case = plan_of("somebody who rated half of the skills")
    assert len(case.plan["left_out"]) == 16
    assert {lift["skill"] for row in case.plan["actions"] for lift in row["develops"]} <= set(case.situation.levels)


def test_a_figure_of_a_change_holds_when_it_is_planned_again() -> None:
    case = plan_of("somebody who rated half of the skills")
    before = replay(case).levels
    wanted = {(name, value) for gap in case.plan["unmet"] for name, value in (gap["would_need"] or {}).items()}
    assert {name for name, _ in wanted} >= {"hours_per_week", "target"}
    for name, value in sorted(wanted, key=str):
        change: dict[str, Any] = {name: date.fromisoformat(value) if name == "target" else value}
        table = planned_again(case, **change)
        after = levels(table.problem, gains(table))
        gaps = [gap for gap in case.plan["unmet"] if (gap["would_need"] or {}).get(name) == value]
        assert all(after[gap["skill"]] >= gap["required"] for gap in gaps)
        assert all(after[skill] >= level for skill, level in before.items())
