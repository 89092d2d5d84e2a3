"""What would close a gap: planning again with it does close the gap, and loses none of the levels."""

from datetime import date
from typing import Any

import pytest
from hypothesis import event, given, settings

from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    gate,
    planned,
    situation,
    skill,
)
from tests.assessments.domain.planning.cases import cases
from tests.assessments.domain.planning.replay import Replay

SKILLS = [skill("a", 2, 100)]


def would_need(actions: list[Row], **given: Any) -> Any:
    """What somebody at level 0 in `a` would need, who has two hours in each of four weeks and no money."""
    case = planned(catalogue(actions, skills=SKILLS), situation({"a": 0}, 4, **given))
    (gap,) = case.plan["unmet"]
    return gap["would_need"]


def levels(case: Case) -> dict[str, int]:
    return Replay(case.document, case.level, case.situation, case.plan["actions"]).levels


def closes_what_it_says(case: Case) -> None:
    before, again = levels(case), dict[tuple[str, Any], dict[str, int]]()
    for gap in case.plan["unmet"]:
        for name, value in (gap["would_need"] or {}).items():
            if (name, value) not in again:
                change: dict[str, Any] = {name: date.fromisoformat(value) if name == "target" else value}
                again[name, value] = levels(case.again(**change))
            after = again[name, value]
            assert after[gap["skill"]] >= gap["required"]
            assert all(after[skill] >= level for skill, level in before.items())


@settings(max_examples=60, deadline=None)
@given(cases(most=9))
def test_planning_again_with_it_closes_the_gap_and_loses_no_level(case: Case) -> None:
    event(f"{sum(bool(gap['would_need']) for gap in case.plan['unmet'])} gaps with a figure")
    closes_what_it_says(case)


@settings(max_examples=40, deadline=None)
@given(cases(most=9))
def test_it_lies_on_its_grid_and_above_what_is_given(case: Case) -> None:
    for gap in case.plan["unmet"]:
        needs = gap["would_need"] or {}
        hours, money, target = needs.get("hours_per_week"), needs.get("budget_usd"), needs.get("target")
        assert hours is None or (hours % 0.5 == 0 and hours > case.situation.hours_per_week)
        assert money is None or (money % 100 == 0 and money > case.situation.budget_usd)
        assert target is None or date.fromisoformat(target) > case.situation.target


@pytest.mark.parametrize(
    ("actions", "given", "needed"),
    [
        ([action("x", ("a", 0, 2), hours=(3, 3))], {}, {"hours_per_week": 3.0}),
        ([action("x", ("a", 0, 2), hours=(3.2, 3.2))], {}, {"hours_per_week": 3.5}),
        ([action("x", ("a", 0, 2), hours=(3, 3))], {"hours_per_week": 2.2}, {"hours_per_week": 3.0}),
        ([action("x", ("a", 0, 2), hours=(59.8, 59.8))], {}, {"hours_per_week": 60.0}),
        ([action("x", ("a", 0, 2), hours=(61, 61))], {}, None),
        ([action("x", ("a", 0, 2), cost=301)], {}, {"budget_usd": 400}),
        ([action("x", ("a", 0, 2), cost=300)], {"budget_usd": 250}, {"budget_usd": 300}),
        # From 4 January on, five weeks end on 7 February, nine on 7 March.
        ([action("x", ("a", 0, 2), weeks=(5, 5))], {}, {"target": "2027-02-28"}),
        ([action("x", ("a", 0, 2), weeks=(9, 9))], {}, {"target": "2027-03-31"}),
        ([action("x", ("a", 0, 2), weeks=(1, 8), hours=(10, 10))], {}, {"hours_per_week": 2.5, "target": "2027-02-28"}),
        ([action("x", ("a", 0, 2), weeks=(5, 5))], {"target": date(2027, 2, 2)}, {"target": "2027-02-28"}),
        ([action("x", ("a", 0, 2), weeks=(2, 2))], {"target": date(2027, 1, 12)}, {"target": "2027-01-31"}),
        ([action("x", ("a", 0, 2), hours=(3, 3), cost=1)], {}, None),
        ([action("x", ("a", 0, 2), big=True)], {}, None),
        ([action("x", ("a", 0, 1), cost=100), action("y", ("a", 1, 2), cost=100)], {}, {"budget_usd": 200}),
    ],
)
def test_it_is_the_smallest_on_the_grid(actions: list[Row], given: dict[str, Any], needed: Any) -> None:
    assert would_need(actions, **given) == needed


def test_no_figure_is_given_at_which_the_plan_would_do_something_else() -> None:
    """Six hours would do for `x`, but then the exam is worth more; ten do for both."""
    document = catalogue(
        [
            action("x", ("a", 0, 2), hours=(4, 4)),
            action("exam", hours=(4, 4)),
            action("base", ("b", 0, 2), hours=(2, 2)),
        ],
        skills=[skill("a", 2, 5), skill("b", 2, 95)],
        gates=[gate("must", by=["exam"])],
    )
    case = planned(document, situation(weeks=1))
    assert case.chosen == ["base"]
    closes_what_it_says(case)
    (gap,) = case.plan["unmet"]
    assert gap["would_need"] == {"hours_per_week": 10.0}


def test_a_figure_that_does_not_hold_is_caught() -> None:
    document = catalogue([action("x", ("a", 0, 2), hours=(3, 3))], skills=SKILLS)
    case = planned(document, situation({"a": 0}, 4))
    (gap,) = case.plan["unmet"]
    twin = case.spoiled(unmet=[{**gap, "would_need": {"hours_per_week": 2.5}}])
    with pytest.raises(AssertionError):
        closes_what_it_says(twin)
