"""The changes that move readiness most, each drawn on top of the one before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation.levers import LeverRow, lever_rows
from assessments.presentation.standing import skill_rows
from tests.assessments.presentation.builders import CATALOGUE, report, scored


def levers(score: float, *points: float) -> tuple[LeverRow, ...]:
    ids = ("cds", "safety", "budget")[: len(points)]
    rows = [scored(id, lost) for id, lost in zip(ids, points, strict=True)]
    moved = [{"skill": id, "points": lost} for id, lost in zip(ids, points, strict=True)]
    found = report(score, skills=rows, levers=moved)
    return lever_rows(found, skill_rows(found, CATALOGUE))


def test_each_change_starts_where_the_one_before_ended() -> None:
    found = levers(56.36, 4.31, 2.65, 2.54)
    assert [lever.skill.name for lever in found] == ["CDS design", "Safety reviews", "Budgets"]
    # 56.36, 60.67, 63.32, 65.86
    assert [lever.after for lever in found] == [61, 63, 66]
    assert [lever.before_length for lever in found] == ["56.36%", "60.67%", "63.32%"]
    assert [lever.adds_length for lever in found] == ["4.31%", "2.65%", "2.54%"]


def test_the_points_are_those_of_the_skill_rows() -> None:
    assert [lever.skill.points_text for lever in levers(56.36, 4.31, 2.0)] == ["4.3", "2"]


def test_without_levers_there_is_no_row() -> None:
    assert levers(100.0) == ()


def test_rounded_points_never_lead_beyond_100() -> None:
    (found,) = levers(99.7, 0.31)
    assert (found.after, found.adds_length) == (100, "0.30%")


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 50).map(lambda value: round(value, 2)), min_size=1, max_size=3))
def test_the_bars_stay_in_the_plot_and_rise(points: list[float]) -> None:
    score = max(0.0, round(100 - sum(points), 2))
    found = levers(score, *points)
    for lever in found:
        assert float(lever.before_length[:-1]) + float(lever.adds_length[:-1]) <= 100.01
    shown = [lever.after for lever in found]
    assert shown == sorted(shown)
    assert shown[-1] <= 100


def test_a_skill_that_nobody_rated_gives_way_to_one_that_somebody_did() -> None:
    rows = [scored("cds", 6), scored("safety", 5), scored("budget", 4)]
    found = report(50.0, skills=rows, levers=[{"skill": "cds", "points": 6}, {"skill": "safety", "points": 5}])
    given_rows = skill_rows(found, CATALOGUE, {"cds"})
    assert [lever.skill.id for lever in lever_rows(found, given_rows)] == ["safety", "budget"]
