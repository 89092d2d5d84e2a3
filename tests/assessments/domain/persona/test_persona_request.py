"""What a persona gives to a plan: dates in order, hours and money in bounds, actions that exist."""

from datetime import date

import pytest

from assessments.domain.persona import PersonaError, read, situation
from assessments.domain.scoring import score
from assessments.domain.situation import Running
from tests.assessments.domain.builders import persona, published
from tests.assessments.domain.persona.mistakes import MISSING, accepted, refused


def test_a_right_plan_is_read_field_by_field() -> None:
    plan = read(persona(), published()).plan
    assert plan is not None
    assert (plan.start, plan.target) == (date(2026, 12, 7), date(2029, 12, 31))
    assert (plan.hours_per_week, plan.budget_usd) == (6.0, 15000)
    assert plan.blocked_weeks == {date(2027, 7, 5)}
    assert plan.open_to == {"target-search"}
    assert (plan.done, plan.pinned, plan.excluded) == (frozenset(), frozenset(), frozenset())
    assert plan.running == (Running("sql-course", date(2026, 11, 30), 6),)


@pytest.mark.parametrize("name", ["start", "target", "hours_per_week", "budget_usd"])
def test_it_says_what_is_missing(name: str) -> None:
    assert str(refused(f"plan.{name}", MISSING)) == f"plan.{name}: is missing"


@pytest.mark.parametrize("name", ["id", "start", "weeks"])
def test_it_says_what_a_running_action_lacks(name: str) -> None:
    assert str(refused(f"plan.running.0.{name}", MISSING)) == f"plan.running[0].{name}: is missing"


@pytest.mark.parametrize("name", ["blocked_weeks", "open_to", "done", "pinned", "excluded", "running"])
def test_lists_may_be_left_out_but_are_lists(name: str) -> None:
    plan = accepted(f"plan.{name}", MISSING).plan
    assert not getattr(plan, name)
    wrong: tuple[object, ...] = (None, "sql-course", {}, 3)
    for value in wrong:
        error = refused(f"plan.{name}", value)
        assert error.field == f"plan.{name}"
        assert "list" in error.reason


@pytest.mark.parametrize(
    "value",
    [
        *("2026-13-01", "2026-02-30", "1999-12-31", "2100-01-01", "2026-W49-1", "20261207", "2026-12-7", " 2026-12-07"),
        *("٢٠٢٦-12-07", "2026-12-07T00:00", "tomorrow", "", 20261207, None, True, ["2026-12-07"]),
    ],
)
def test_it_refuses_what_is_no_date_of_this_century(value: object) -> None:
    for path in ("plan.start", "plan.target", "plan.running.0.start"):
        error = refused(path, value)
        assert error.field == path.replace(".0", "[0]")
        assert "is not a date such as 2026-12-07" in error.reason
    assert refused("plan.blocked_weeks", ["2027-01-01", value]).field == "plan.blocked_weeks[1]"


def test_a_target_before_the_start_is_refused() -> None:
    error = refused("plan.target", "2026-12-06")
    assert str(error) == "plan.target: 2026-12-06 is before the start, 2026-12-07"


def test_a_plan_runs_at_most_fifteen_years() -> None:
    assert accepted("plan.target", "2041-12-07").plan is not None
    assert refused("plan.target", "2042-01-01").field == "plan.target"


@pytest.mark.parametrize("value", [0, -1, 100.5, 10**17, "6", True, None, [6], float("nan"), float("inf")])
def test_it_refuses_hours_a_week_of(value: object) -> None:
    error = refused("plan.hours_per_week", value)
    assert error.field == "plan.hours_per_week"
    assert "above 0 and up to 100" in error.reason


@pytest.mark.parametrize("value", [0.25, 1, 37.5, 100])
def test_it_takes_hours_a_week_of(value: float) -> None:
    plan = accepted("plan.hours_per_week", value).plan
    assert plan is not None
    assert plan.hours_per_week == value


@pytest.mark.parametrize("value", [-1, -15000, 10_000_001, 10**17, 99.5, "15000", False, None])
def test_it_refuses_a_budget_of(value: object) -> None:
    error = refused("plan.budget_usd", value)
    assert error.field == "plan.budget_usd"
    assert "from 0 to 10000000" in error.reason


@pytest.mark.parametrize("value", [0, 10_000_000])
def test_it_takes_a_budget_of(value: int) -> None:
    plan = accepted("plan.budget_usd", value).plan
    assert plan is not None
    assert plan.budget_usd == value


@pytest.mark.parametrize("name", ["open_to", "done", "pinned", "excluded"])
def test_actions_have_to_exist(name: str) -> None:
    error = refused(f"plan.{name}", ["sql-course", "time-travel"])
    assert error.field == f"plan.{name}[1]"
    assert "'time-travel' is not an action" in error.reason
    plan = accepted(f"plan.{name}", ["target-search"]).plan
    assert getattr(plan, name) == {"target-search"}


def test_no_action_is_both_pinned_and_excluded() -> None:
    data = persona()
    data["plan"] |= {"pinned": ["target-search"], "excluded": ["target-search"]}
    with pytest.raises(PersonaError, match=r"^plan\.pinned: 'target-search' is excluded"):
        read(data, published())


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("id", "time-travel", "not an action"),
        ("start", "2026-12-01", "2026-12-01 is not a Monday"),
        ("weeks", 0, "from 1 to 520"),
        ("weeks", 521, "from 1 to 520"),
        ("weeks", 6.0, "from 1 to 520"),
    ],
)
def test_a_running_action_is_one_that_started_on_a_monday_for_some_weeks(name: str, value: object, word: str) -> None:
    error = refused(f"plan.running.0.{name}", value)
    assert error.field == f"plan.running[0].{name}"
    assert word in error.reason


@pytest.mark.parametrize("weeks", [1, 520])
def test_it_may_run_from_one_to_520_weeks(weeks: int) -> None:
    plan = accepted("plan.running.0.weeks", weeks).plan
    assert plan is not None
    assert plan.running[0].weeks == weeks


def test_an_action_runs_once_and_is_not_done_as_well() -> None:
    twice = persona()["plan"]["running"] * 2
    assert refused("plan.running", twice).field == "plan.running[1].id"
    assert refused("plan.done", ["sql-course"]).field == "plan.running[0].id"


def test_lists_end_somewhere() -> None:
    assert accepted("plan.blocked_weeks", ["2027-01-04"] * 600).plan is not None
    assert refused("plan.blocked_weeks", ["2027-01-04"] * 5000).field == "plan.blocked_weeks"
    assert refused("plan.running", [{}] * 5000).field == "plan.running"
    assert refused("plan.done", ["sql-course"] * 5000).field == "plan.done"


def test_planning_starts_from_the_likely_levels_of_rated_skills() -> None:
    instrument = published()
    found = read(persona(), instrument)
    readiness = score(instrument, found.answers)
    start = situation(found, readiness)
    likely = {skill.id: skill.likely for skill in readiness.skills}
    assert start.levels == {"cds": likely["cds"], "ethics": likely["ethics"]}
    assert found.plan is not None
    for name in (*("start", "target", "hours_per_week", "budget_usd", "blocked_weeks"), "open_to", "done", "running"):
        assert getattr(start, name) == getattr(found.plan, name)
    for name in ("profession", "gates", "conditions", "unavailable"):
        assert getattr(start, name) == getattr(found, name)


def test_pins_and_exclusions_reach_planning() -> None:
    data = persona()
    data["plan"] |= {"pinned": ["target-search"], "excluded": ["ci-fellowship"]}
    found = read(data, published())
    start = situation(found, score(published(), found.answers))
    assert start.pinned == {"target-search"}
    assert start.excluded == {"ci-fellowship"}


def test_without_a_plan_there_is_nothing_to_start_from() -> None:
    found = accepted("plan", MISSING)
    with pytest.raises(PersonaError, match=r"^plan: is missing; ") as caught:
        situation(found, score(published(), found.answers))
    assert caught.value.field == "plan"
