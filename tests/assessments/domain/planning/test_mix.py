"""What actions win together if time does not matter, as they come and go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.planning.mix import Lift, Mix, climbed, gain_after
from assessments.domain.planning.problem import Job, Problem, pose
from assessments.domain.planning.value import optimistic
from tests.assessments.domain.planning.builders import action, catalogue, gate, read, running, situation, skill

DOCUMENT = catalogue(
    [
        action("low", ("a", 0, 1)),
        action("high", ("a", 1, 4), ("b", 0, 1)),
        action("all", ("a", 0, 4)),
        action("exam"),
        action("exam2", ("b", 0, 2)),
        action("run", ("a", 0, 1)),
    ],
    skills=[skill("a", 4, 80), skill("b", 2, 20)],
    gates=[gate("g", by=["exam", "exam2"]), gate("h", "expected", by=["exam"])],
)
PROBLEM = pose(read(DOCUMENT), situation())


def jobs(names: str, problem: Problem = PROBLEM) -> list[Job]:
    return [problem.jobs[name] for name in names.split()]


@pytest.mark.parametrize(
    ("there", "more", "points"),
    [
        # A step of `a` is worth 20 points, one of `b` 10; the gates are worth 8 and 3.
        ("", "low", 20),
        ("", "high", 10),
        ("low", "high", 70),
        ("high", "low", 80),
        ("low", "all", 60),
        ("all", "low", 0),
        ("", "exam", 11),
        ("exam2", "exam", 3),
        ("exam", "exam2", 20),
        ("", "low high exam", 101),
    ],
)
def test_a_gain_counts_what_more_actions_let_the_others_win(there: str, more: str, points: float) -> None:
    assert Mix(PROBLEM, jobs(there)).gain(jobs(more)) == pytest.approx(points)


def test_what_runs_until_the_target_is_always_there() -> None:
    in_time = pose(read(DOCUMENT), situation(running=(running("run", 0, 1),)))
    too_late = pose(read(DOCUMENT), situation(running=(running("run", 0, 9),)))
    assert (Mix(in_time, []).level("a"), Mix(too_late, []).level("a")) == (1, 0)


def test_a_gain_from_given_levels_asks_only_what_comes_after_them() -> None:
    assert gain_after(PROBLEM, {"a": 1, "b": 1}, {"g"}, jobs("high exam")) == pytest.approx(63)
    assert gain_after(PROBLEM, {"a": 0, "b": 1}, set(), jobs("high exam2")) == pytest.approx(18)


@given(st.lists(st.sampled_from(sorted(PROBLEM.jobs)), unique=True))
def test_a_mix_wins_what_its_actions_win_in_their_best_order(names: list[str]) -> None:
    chosen = jobs(" ".join(names))
    assert Mix(PROBLEM, []).gain(chosen) == pytest.approx(optimistic(PROBLEM, chosen))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5), st.just("x")).filter(lambda lift: lift[0] < lift[1])))
def test_climbing_ends_where_no_lift_begins(lifts: list[Lift]) -> None:
    level = climbed(0, lifts)
    assert not [lift for lift in lifts if lift[0] <= level < lift[1]]
    assert level == 0 or level in {high for _, high, _ in lifts}
