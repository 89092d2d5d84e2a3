"""What a plan tells beside its dates: what has to be arranged, and how far it may fall short of the best."""

from hypothesis import given, settings

from tests.assessments.domain.planning.builders import Case, action, catalogue, condition, planned, situation
from tests.assessments.domain.planning.cases import cases
from tests.assessments.domain.planning.replay import Replay


def test_each_action_names_what_has_to_be_arranged() -> None:
    document = catalogue(
        [action("x", ("a", 0, 2), conditions=["office"]), action("y", ("b", 0, 2))],
        conditions=[condition("office", "organization")],
    )
    case = planned(document, situation())
    assert {row["id"]: row["arrange"] for row in case.plan["actions"]} == {"x": ["Condition office"], "y": []}


@settings(max_examples=30, deadline=None)
@given(cases(least=6, most=12, longest=5, weeks=14))
def test_a_plan_says_by_how_much_it_may_fall_short_and_nothing_where_it_is_optimal(case: Case) -> None:
    within = case.plan["solver"]["within_percent"]
    if case.plan["status"] == "infeasible":
        return
    most = Replay(case.document, case.level, case.situation, []).missing - case.plan["bound_points_missing"]
    short = case.missing - case.plan["bound_points_missing"]
    assert (within == 0) is (case.plan["status"] == "optimal")
    assert 100 * short <= within * most + 0.6 * (case.plan["status"] == "optimal") + 1e-6
