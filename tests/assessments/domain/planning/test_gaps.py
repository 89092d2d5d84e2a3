"""What binds a gap: each word by the smallest case that it is true of, and the order in which they are looked for."""

from typing import Any

import pytest

from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    condition,
    monday,
    planned,
    running,
    situation,
    skill,
)

SKILLS = [skill("a", 2, 100)]
OWN, OFFICE = condition("own"), condition("office", "organization")


def left(actions: list[Row], weeks: int = 4, skills: list[Row] | None = None, **given: Any) -> Case:
    """The plan of somebody at level 0 in `a`."""
    document = catalogue(actions, skills=skills or SKILLS, conditions=[OWN, OFFICE])
    return planned(document, situation({"a": 0}, weeks, **given))


def binding(case: Case) -> str:
    (gap,) = case.plan["unmet"]
    return str(gap["binding"])


@pytest.mark.parametrize(
    ("actions", "given", "word"),
    [
        ([], {}, "no action exists"),
        ([action("x", ("a", 0, 1))], {}, "no action exists"),
        ([action("x", ("a", 1, 2))], {}, "no action exists"),
        ([action("x", ("a", 0, 2), hours=(200, 200))], {}, "no action exists"),
        ([action("x", ("a", 0, 2), conditions=["own"])], {}, "condition"),
        ([action("x", ("a", 0, 2), conditions=["office"])], {"unavailable": {"office"}}, "condition"),
        ([action("x", ("a", 0, 2))], {"excluded": {"x"}}, "condition"),
        ([action("x", ("a", 0, 2), big=True)], {}, "a big move not opened"),
        ([action("x", ("a", 0, 2), hours=(3, 3))], {}, "hours"),
        ([action("x", ("a", 0, 2), cost=1)], {}, "money"),
        ([action("x", ("a", 0, 2), weeks=(5, 5))], {}, "date"),
        ([action("x", ("a", 0, 1), weeks=(2, 2)), action("y", ("a", 1, 2), weeks=(3, 3))], {}, "date"),
        ([action("x", ("a", 0, 2), windows=[("06-01", "06-30")])], {}, "date"),
        ([action("x", ("a", 0, 2), weeks=(1, 8), hours=(10, 10))], {}, "hours"),
        ([action("x", ("a", 0, 2), conditions=["own"], cost=1)], {}, "condition"),
        ([action("x", ("a", 0, 2), cost=1, hours=(9, 9))], {}, "hours"),
        ([action("x", ("a", 0, 2), cost=1, weeks=(9, 9))], {}, "money"),
    ],
)
def test_a_gap_is_bound_by_the_first_limit_that_keeps_it_open(
    actions: list[Row], given: dict[str, Any], word: str
) -> None:
    case = left(actions, **given)
    assert case.chosen in ([], ["x"])
    assert binding(case) == word


def test_better_uses_of_the_hours_bind_where_it_could_have_been_closed_instead() -> None:
    document = catalogue(
        [action("x", ("a", 0, 2), hours=(8, 8), weeks=(4, 4)), action("y", ("b", 0, 2), hours=(8, 8), weeks=(4, 4))],
        skills=[skill("a", 2, 40), skill("b", 2, 60)],
    )
    case = planned(document, situation(weeks=4))
    assert (case.chosen, binding(case)) == (["y"], "better uses of the hours")


def test_money_binds_where_other_actions_have_spent_it_and_hours_are_left() -> None:
    document = catalogue([action("x", ("a", 0, 2), cost=100), action("y", ("b", 0, 2), cost=100)])
    case = planned(document, situation(weeks=4, budget_usd=150))
    assert (len(case.chosen), binding(case)) == (1, "money")


def test_what_runs_already_counts_as_a_way_to_close_it() -> None:
    actions = [action("x", ("a", 0, 1)), action("y", ("a", 1, 2), cost=1)]
    assert binding(left(actions, running=(running("x", 0, 1),))) == "money"


def test_a_gap_says_what_was_reached_and_what_is_missing() -> None:
    case = left([action("x", ("a", 0, 1))], skills=[skill("a", 4, 80), skill("z", 3, 20)])
    assert case.plan["unmet"] == [
        {
            "skill": "a",
            "reached": 1,
            "required": 4,
            "points": 60.0,
            "binding": "no action exists",
            "would_need": None,
        }
    ]


def test_the_dearest_gap_comes_first_and_equal_ones_by_name() -> None:
    skills = [skill("c", 2, 30), skill("b", 2, 30), skill("a", 2, 40)]
    case = planned(catalogue([], skills=skills), situation({"a": 1, "b": 0, "c": 0}))
    assert [(gap["skill"], gap["points"]) for gap in case.plan["unmet"]] == [("b", 30), ("c", 30), ("a", 20)]


def test_a_skill_that_nobody_rated_is_left_out_and_not_a_gap() -> None:
    case = left([], skills=[skill("a", 2, 50), skill("z", 2, 50)])
    assert [gap["skill"] for gap in case.plan["unmet"]] == ["a"]
    assert case.plan["left_out"] == [{"id": "z", "why": "is not rated, so no action is planned for it"}]


def test_without_a_gap_there_is_nothing_to_say() -> None:
    case = left([action("x", ("a", 0, 2))], blocked_weeks={monday(1)})
    assert case.plan["unmet"] == []
