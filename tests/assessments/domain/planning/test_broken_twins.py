"""The checker catches every law: a lawful plan, and twins that each break one."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    condition,
    gate,
    monday,
    planned,
    running,
    situation,
    skill,
    sunday,
)
from tests.assessments.domain.planning.laws import LAWS, broken

DOCUMENT = catalogue(
    [
        action("base", ("a", 0, 1), weeks=(2, 3), hours=(4, 4), cost=100),
        action("top", ("a", 1, 2), needs=["base"]),
        action("post", ("b", 0, 1), weeks=(2, 2), paid=True, big=True),
        action("chief", ("b", 1, 2), weeks=(2, 2), paid=True, big=True),
        action("exam", cost=200, conditions=["earned", "office"], windows=[("03-01", "03-14")], on="end"),
        action("course", ("c", 0, 1), weeks=(3, 3), hours=(3, 3)),
        action("extra", ("a", 0, 2), paid=True, conditions=["office"]),
        action("idle", paid=True),
        action("worked", paid=True),
    ],
    skills=[skill("a", 2, 40), skill("b", 3, 36), skill("c", 2, 14), skill("d", 2, 10)],
    conditions=[condition("earned", by=["base"]), condition("office", "organization")],
    gates=[gate("must", by=["exam"]), gate("years", by=["worked"], years=5)],
)
LAWFUL = planned(
    DOCUMENT,
    situation(
        {"a": 0, "b": 0, "c": 0},
        12,
        hours_per_week=3,
        budget_usd=300,
        blocked_weeks={monday(4)},
        open_to={"post", "chief"},
        running=(running("course", -1, 3),),
        pinned={"post"},
        excluded={"extra"},
    ),
)
Spoil = Callable[[Case], Case]


def row_of(case: Case, id: str, start: int, weeks: int, last: int | None = None) -> Row:
    """A row of an action moved to other weeks; the last one tells that blocked weeks lie in between."""
    source = next((row for row in case.plan["actions"] if row["id"] == id), None)
    figures = {"hours": 2, "hours_per_week": 2, "cost_max_usd": 0, "develops": [], "satisfies": [], "why": "-"}
    days = {"start": monday(start).isoformat(), "end": sunday(last or start + weeks - 1).isoformat()}
    return {**figures, **(source or {}), "id": id, **days, "weeks": weeks}


def moved(id: str, start: int, weeks: int, last: int | None = None) -> Spoil:
    """The plan with an action in other weeks, which it joins where it was not there."""
    return lambda case: case.spoiled(
        actions=[*(row for row in case.plan["actions"] if row["id"] != id), row_of(case, id, start, weeks, last)]
    )


def without(id: str) -> Spoil:
    """The plan without an action."""
    return lambda case: case.spoiled(actions=[row for row in case.plan["actions"] if row["id"] != id])


def stated(id: str, **changes: Any) -> Spoil:
    """The plan with other figures for an action."""
    return lambda case: case.spoiled(
        actions=[{**row, **changes} if row["id"] == id else row for row in case.plan["actions"]]
    )


def in_total(**changes: Any) -> Spoil:
    """The plan with other totals."""
    return lambda case: case.spoiled(totals={**case.plan["totals"], **changes})


def of_gaps(change: Callable[[list[Row]], list[Row]]) -> Spoil:
    """The plan with other gaps."""
    return lambda case: case.spoiled(unmet=change(case.plan["unmet"]))


def for_another(**changes: Any) -> Spoil:
    """The same plan for somebody else."""
    return lambda case: Case(case.document, case.level, case.again(**changes).situation, case.plan)


TWINS: list[tuple[str, Spoil]] = [
    ("whole_weeks", stated("top", start=monday(2).replace(day=20).isoformat())),
    ("whole_weeks", stated("post", end=sunday(1).replace(day=16).isoformat())),
    ("whole_weeks", moved("post", 11, 2)),
    ("whole_weeks", moved("post", -1, 2)),
    ("whole_weeks", moved("post", 3, 1, last=4)),
    ("whole_weeks", stated("post", weeks=3)),
    ("length", moved("base", 2, 1)),
    ("length", moved("base", 2, 4, last=6)),
    ("hours", moved("top", 0, 1)),
    ("hours", for_another(hours_per_week=1.9)),
    ("money", for_another(budget_usd=299)),
    ("big_moves", moved("chief", 1, 2)),
    ("big_moves", for_another(open_to=frozenset({"post"}))),
    ("big_moves", for_another(running=(running("chief", 1, 2),))),
    ("choice", without("post")),
    ("choice", moved("extra", 0, 1)),
    ("choice", moved("course", 6, 3)),
    ("choice", for_another(done=frozenset({"base"}))),
    ("choice", lambda case: case.spoiled(actions=[*case.plan["actions"], row_of(case, "post", 8, 2)])),
    ("order", moved("top", 1, 1)),
    ("order", without("base")),
    ("conditions", moved("exam", 0, 1)),
    ("conditions", for_another(unavailable=frozenset({"office"}))),
    ("windows", moved("exam", 10, 1)),
    ("develops", stated("base", develops=[])),
    ("develops", stated("chief", develops=[{"skill": "b", "from": 1, "to": 3}])),
    ("develops", moved("top", 1, 1)),
    ("figures", stated("base", hours=5)),
    ("figures", stated("base", hours_per_week=1.5)),
    ("figures", stated("exam", cost_max_usd=100)),
    ("figures", stated("exam", satisfies=[])),
    ("figures", stated("exam", why="")),
    ("points", in_total(points_missing=0)),
    ("points", in_total(readiness_then=100)),
    ("points", without("exam")),
    ("totals", in_total(hours=1)),
    ("totals", in_total(cost_max_usd=0)),
    ("totals", in_total(finish=sunday(11).isoformat())),
    ("totals", in_total(finish_high=sunday(0).isoformat())),
    ("unmet", of_gaps(lambda gaps: gaps[1:])),
    ("unmet", of_gaps(lambda gaps: [*gaps, {**gaps[0], "skill": "a"}])),
    ("unmet", of_gaps(lambda gaps: gaps[::-1])),
    ("unmet", of_gaps(lambda gaps: [{**gaps[0], "reached": 0}, *gaps[1:]])),
    ("unmet", of_gaps(lambda gaps: [{**gaps[0], "points": 11}, *gaps[1:]])),
    ("unmet", of_gaps(lambda gaps: [{**gaps[0], "binding": "fate"}, *gaps[1:]])),
    ("left_out", lambda case: case.spoiled(left_out=[])),
    ("bound", lambda case: case.spoiled(bound_points_missing=case.missing + 1)),
    ("bound", lambda case: case.spoiled(status="feasible")),
    ("bound", lambda case: case.spoiled(bound_points_missing=0)),
    ("lean", moved("idle", 0, 1)),
]


def test_the_plan_that_they_are_twins_of_is_lawful() -> None:
    assert broken(LAWFUL) == []
    assert set(LAWFUL.chosen) == {"base", "top", "post", "chief", "exam"}
    assert [gap["skill"] for gap in LAWFUL.plan["unmet"]] == ["b", "c"]


@pytest.mark.parametrize(("law", "spoil"), TWINS)
def test_a_twin_that_breaks_a_law_is_caught(law: str, spoil: Spoil) -> None:
    assert law in {fault.split(":")[0] for fault in broken(spoil(LAWFUL))}


def test_every_law_has_a_twin() -> None:
    assert {law for law, _ in TWINS} == {law.__name__ for law in LAWS}


@pytest.mark.parametrize(
    "left_out", [[], [{"id": "post", "why": "is tired"}], [{"id": "idle", "why": "is pinned, but"}]]
)
def test_a_plan_that_cannot_be_has_to_name_a_pin(left_out: list[Row]) -> None:
    assert broken(LAWFUL.spoiled(status="infeasible", actions=[], left_out=left_out))


def test_a_plan_that_cannot_be_plans_nothing() -> None:
    named = [{"id": "post", "why": "is pinned, but the hours do not reach"}]
    assert broken(LAWFUL.spoiled(status="infeasible", actions=[], left_out=named)) == []
    assert broken(LAWFUL.spoiled(status="infeasible", left_out=named)) == [
        "names_a_pin: there are actions all the same"
    ]
