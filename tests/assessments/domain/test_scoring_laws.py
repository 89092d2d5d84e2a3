"""The laws of the readiness model hold for whatever is answered."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.domain.instrument import Item
from assessments.domain.scoring import Answers, Rating, Readiness, combined, score, skill_score
from tests.assessments.domain.builders import instrument, item, published, skill

SKILLS = (skill("a", 1, 1), skill("b", 3, 2), skill("c", 4, 3.5, "lead"), skill("d", 5, 0.25, "lead"))
ITEMS = (item("a1", "a", 1), item("b1", "b", 3), item("b2", "b", 5, "AB"), item("d1", "d", 4))
SMALL = instrument(*SKILLS, items=ITEMS)
NAMES = [skill.id for skill in SKILLS]
TOLERANCE = 1e-9

ratings = st.builds(Rating, st.integers(0, 5), st.booleans(), st.booleans())
some_answers = st.builds(
    Answers,
    st.dictionaries(st.sampled_from(NAMES), ratings),
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 5)),
    st.dictionaries(st.sampled_from([item.id for item in ITEMS]), st.sampled_from(["A", "B", "unsure"])),
)


def readiness_of(answers: Answers) -> float:
    return score(SMALL, answers).overall.score


@given(some_answers, st.sampled_from(NAMES), ratings, st.integers(0, 4))
def test_raising_a_rating_never_lowers_readiness(answers: Answers, name: str, rating: Rating, level: int) -> None:
    lower = replace(answers, ratings={**answers.ratings, name: replace(rating, level=level)})
    higher = replace(answers, ratings={**answers.ratings, name: replace(rating, level=level + 1)})
    assert readiness_of(higher) > readiness_of(lower) - TOLERANCE


@given(some_answers, st.sampled_from(NAMES), st.integers(0, 4))
def test_a_higher_rating_by_a_mentor_never_lowers_readiness(answers: Answers, name: str, level: int) -> None:
    lower = replace(answers, mentor_ratings={**answers.mentor_ratings, name: level})
    higher = replace(answers, mentor_ratings={**answers.mentor_ratings, name: level + 1})
    assert readiness_of(higher) > readiness_of(lower) - TOLERANCE


@given(some_answers, st.sampled_from(ITEMS), st.sampled_from(["A", "unsure"]))
def test_turning_a_wrong_answer_right_never_lowers_readiness(answers: Answers, chosen: Item, other: str) -> None:
    name = chosen.id
    wrong = replace(answers, scenarios={**answers.scenarios, name: other})
    right = replace(answers, scenarios={**answers.scenarios, name: "B"})
    assert readiness_of(right) > readiness_of(wrong) - TOLERANCE


def test_one_level_more_and_one_right_answer_do_raise_it() -> None:
    answers = Answers({"c": Rating(2)}, {}, {"b1": "A"})
    assert readiness_of(replace(answers, ratings={"c": Rating(3)})) > readiness_of(answers) + 1
    assert readiness_of(replace(answers, scenarios={"b1": "B"})) > readiness_of(answers) + 1


@given(some_answers)
def test_the_order_of_answers_does_not_matter(answers: Answers) -> None:
    backwards = Answers(
        dict(reversed(list(answers.ratings.items()))),
        dict(reversed(list(answers.mentor_ratings.items()))),
        dict(reversed(list(answers.scenarios.items()))),
    )
    assert score(SMALL, backwards) == score(SMALL, answers)


@given(some_answers)
def test_every_figure_lies_in_its_bounds(answers: Answers) -> None:
    found = score(SMALL, answers)
    for each in (found.overall, *(domain.score for domain in found.domains if domain.score)):
        assert 0 <= each.low <= each.score <= each.high <= 100
    for one in found.skills:
        assert 0 <= one.low <= one.likely <= one.high <= 5
        assert -TOLERANCE <= one.mean <= 5 + TOLERANCE
        assert 0 <= one.meets <= 1
        assert 0 <= one.points_lost <= 100 * one.share


@given(some_answers)
def test_points_lost_add_up_to_what_is_missing(answers: Answers) -> None:
    found = score(SMALL, answers)
    assert sum(skill.points_lost for skill in found.skills) == pytest.approx(100 - found.overall.score, abs=1e-9)


@given(some_answers)
def test_gaps_are_all_skills_by_points_and_levers_the_first_of_them(answers: Answers) -> None:
    found = score(SMALL, answers)
    lost = [gap.points_lost for gap in found.gaps]
    assert lost == sorted(lost, reverse=True)
    assert {gap.id for gap in found.gaps} == set(NAMES)
    assert [lever.skill for lever in found.levers] == [gap.id for gap in found.gaps[:3] if gap.points_lost > 0.005]


@given(some_answers, st.sampled_from(NAMES))
def test_closing_a_gap_with_certainty_adds_its_points(answers: Answers, name: str) -> None:
    found = score(SMALL, answers)
    gap = next(gap for gap in found.skills if gap.id == name)
    closed = tuple(one if one is not gap else replace(one, attainment=1.0, variance=0.0) for one in found.skills)
    assert combined(closed).score == pytest.approx(found.overall.score + gap.points_lost)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4)), min_size=1, max_size=6))
def test_meeting_everything_with_certainty_gives_a_hundred(asked: list[tuple[int, int]]) -> None:
    certain = [
        skill_score(skill(f"s{place}", required), at_level(min(5, required + above)), 1 / len(asked))
        for place, (required, above) in enumerate(asked)
    ]
    assert combined(certain).score == pytest.approx(100, abs=1e-9)
    assert combined(certain).low == pytest.approx(100, abs=1e-9)
    assert {one.status for one in certain} == {"met"}
    assert [one.points_lost for one in certain] == [0] * len(certain)


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
def test_the_best_answers_come_close_to_a_hundred_and_never_pass_it(level: str) -> None:
    found = best(level, 5)
    assert 90 < found.overall.score <= 100
    assert all(skill.points_lost >= 0 for skill in found.skills)
    assert all(skill.meets <= 1 for skill in found.skills)


def test_the_worst_answers_come_close_to_nothing() -> None:
    assert 0 <= best("senior", 0).overall.score < 10


@given(some_answers, st.sampled_from(NAMES))
def test_a_rated_skill_says_met_unsure_or_gap_by_its_chance(answers: Answers, name: str) -> None:
    assume(name in answers.ratings)
    one = next(one for one in score(SMALL, answers).skills if one.id == name)
    assert one.status == ("met" if one.meets >= 0.8 else "gap" if one.meets <= 0.2 else "unsure")


def at_level(level: int) -> tuple[float, ...]:
    return tuple(float(theta == level) for theta in range(6))


def best(level: str, rating: int) -> Readiness:
    wanted = published(level)
    return score(
        wanted,
        Answers(
            {skill.id: Rating(rating, evidence=True) for skill in wanted.skills},
            {skill.id: rating for skill in wanted.skills},
            {item.id: item.key if rating else "unsure" for item in wanted.items},
        ),
    )
