"""Every plan holds every law, whatever the catalogue and whoever plans with it."""

from random import Random

from hypothesis import event, given, settings

from tests.assessments.domain.planning.builders import Case
from tests.assessments.domain.planning.cases import case, cases
from tests.assessments.domain.planning.laws import broken


@settings(max_examples=120, deadline=None)
@given(cases())
def test_a_plan_of_a_few_actions_breaks_no_law(case: Case) -> None:
    event(f"{case.plan['status']}, {len(case.chosen)} actions")
    assert broken(case) == []


@settings(max_examples=60, deadline=None)
@given(cases(least=8, most=14, longest=5, weeks=16))
def test_a_plan_of_many_actions_breaks_no_law(case: Case) -> None:
    event(f"{case.plan['status']}, {len(case.chosen)} actions")
    assert broken(case) == []


def test_what_began_before_the_plan_lifts_by_the_levels_of_that_day() -> None:
    """One of two running actions began before the other one, which it needs, had ended: so it lifts nothing."""
    assert broken(case(Random(45852285), 2, 6, 3, 7)) == []
