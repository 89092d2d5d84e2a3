"""A plan is never worse than the greedy one, nor than any part of itself."""

from hypothesis import event, given, settings

from tests.assessments.domain.planning.builders import Case, action, catalogue, planned, situation
from tests.assessments.domain.planning.cases import cases
from tests.assessments.domain.planning.greedy_rule import greedy_rows
from tests.assessments.domain.planning.laws import broken_in_time
from tests.assessments.domain.planning.replay import Replay


def missing_with(case: Case) -> float:
    """Points that the greedy plan leaves missing."""
    return Replay(case.document, case.level, case.situation, greedy_rows(case)).missing


@settings(max_examples=30, deadline=None)
@given(cases(least=4, most=9, longest=4, weeks=10))
def test_the_greedy_plan_is_lawful_and_never_better(case: Case) -> None:
    alone = case.again(pinned=frozenset())
    rows = greedy_rows(alone)
    event(f"{len(rows)} actions")
    assert broken_in_time(alone.spoiled(actions=rows)) == []
    assert alone.missing <= missing_with(alone) + 0.0051


def test_a_plan_leaves_what_is_greedy_for_what_is_better() -> None:
    document = catalogue(
        [
            action("quick", ("a", 0, 1), hours=(1, 1)),
            action("whole", ("a", 0, 2), ("b", 0, 2), hours=(5, 5)),
        ]
    )
    case = planned(document, situation(weeks=1, hours_per_week=5))
    assert missing_with(case) == 75
    assert (case.chosen, case.missing) == (["whole"], 0)


def test_what_came_too_early_to_lift_does_not_hide_what_still_can() -> None:
    """`early` would reach the top from level 1 but has to come first, when the level is 0."""
    late = [action(f"late{place}", ("b", 1, 2), needs=["rise"], paid=True) for place in range(6)]
    document = catalogue(
        [
            action("early", ("a", 1, 2), paid=True),
            action("rise", ("a", 0, 1), needs=["early"], paid=True),
            action("top", ("a", 1, 2), paid=True),
            *late,
        ]
    )
    case = planned(document, situation())
    assert case.chosen == ["early", "rise", "top"]
    assert case.missing == 50
