"""A draft is improved: what is worth more comes first, and no level is given up for it."""

from hypothesis import given, settings

from assessments.domain.planning.drafting import draft
from assessments.domain.planning.improving import improved
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.timetable import Slot, Timetable
from assessments.domain.planning.value import gains, levels, value
from tests.assessments.domain.planning.builders import Case, Row, action, catalogue, read, situation
from tests.assessments.domain.planning.cases import cases


def posed(*actions: Row) -> Problem:
    """The problem of somebody with two hours in each of eight weeks."""
    return pose(read(catalogue(list(actions))), situation())


def one_after_another(problem: Problem, *ids: str) -> Timetable:
    """A timetable of actions of one week each in that order."""
    table = Timetable(problem)
    for week, id in enumerate(ids):
        table.place(Slot(problem.jobs[id], week, week + 1))
    return table


def test_what_is_worth_more_comes_first() -> None:
    problem = posed(action("little", ("a", 0, 1)), action("much", ("b", 0, 2)))
    best = improved(one_after_another(problem, "little", "much"), frozenset())
    assert {id: slot.start for id, slot in best.slots.items()} == {"much": 0, "little": 1}


def test_what_no_longer_brings_anything_goes_but_not_a_pin() -> None:
    problem = posed(action("low", ("a", 0, 1)), action("all", ("a", 0, 2)))
    table = one_after_another(problem, "low", "all")
    assert improved(table, frozenset()).slots.keys() == {"all"}
    assert improved(table, frozenset({"low"})).slots.keys() == {"low", "all"}


@settings(max_examples=40, deadline=None)
@given(cases(least=7, most=12, longest=5, weeks=14))
def test_improving_gives_up_no_level_and_is_never_worse(case: Case) -> None:
    problem = pose(read(case.document), case.situation)
    table = draft(problem).table
    if table:
        best = improved(table, problem.pinned)
        before, after = levels(problem, gains(table)), levels(problem, gains(best))
        assert all(after[skill] >= level for skill, level in before.items())
        assert value(best) <= value(table)
        assert problem.pinned <= best.slots.keys()
