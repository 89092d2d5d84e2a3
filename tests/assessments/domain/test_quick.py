"""The quick check: one skill of each domain, then always the question that is expected to narrow most."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain import quick
from assessments.domain.form import QUICK, SCENARIO, SKILL, build
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, Rating, posterior, rating_likelihood, score
from tests.assessments.domain.builders import answers, instrument, item, published, skill


def answered(asked: Instrument, level: int, outcome: str = "right") -> Answers:
    """A quick check walked to its end, with the same level for each skill and the same outcome for each item."""
    keys = {entry.id: entry.key for entry in asked.items}
    given_ = answers()
    while step := build(asked, given_, QUICK).first_open():
        if step.kind == SKILL:
            given_ = Answers({**given_.ratings, step.id: Rating(level)}, {}, given_.scenarios)
        else:
            choice = keys[step.id] if outcome == "right" else "unsure"
            given_ = Answers(given_.ratings, {}, {**given_.scenarios, step.id: choice})
    return given_


def test_twelve_minutes_are_36_questions() -> None:
    assert quick.QUESTIONS == 36


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
def test_the_first_nine_questions_are_one_skill_of_each_domain_the_heaviest_first(level: str) -> None:
    asked = published(level)
    skills = {entry.id: entry for entry in asked.skills}
    first = [skills[step.id] for step in build(asked, answered(asked, 3), QUICK).steps[:9]]
    assert {entry.domain for entry in first} == {domain.id for domain in asked.domains}
    for entry in first:
        assert entry.weight == max(other.weight for other in asked.skills if other.domain == entry.domain)


@pytest.mark.parametrize("outcome", ["right", "unsure"])
@pytest.mark.parametrize("level", range(6))
def test_a_whole_check_has_36_questions_each_once_and_says_what_it_left_out(level: int, outcome: str) -> None:
    asked = published()
    given_ = answered(asked, level, outcome)
    found = build(asked, given_, QUICK)
    assert found.answered() == found.total == len(set(found.steps)) == quick.QUESTIONS
    assert not found.missing
    assert {entry.id for entry in found.left_out.skills} == {entry.id for entry in asked.skills} - set(given_.ratings)
    assert not {entry.id for entry in found.left_out.items} & set(given_.scenarios)


def test_a_check_can_end_once_every_domain_has_a_rating() -> None:
    asked = instrument(skill("a"), skill("b"), skill("c", domain="lead"))
    assert [entry.id for entry in build(asked, answers(), QUICK).missing] == ["a"]
    assert [entry.id for entry in build(asked, answers({"a": 1}), QUICK).missing] == ["c"]
    found = build(asked, answers({"a": 1, "c": 2}), QUICK)
    assert (found.missing, [entry.id for entry in found.left_out.skills]) == ((), ["b"])


def test_a_scenario_is_asked_only_where_its_skill_is_rated_and_the_rating_leaves_doubt() -> None:
    asked = instrument(
        skill("sure", 1, 3),
        skill("doubtful", 4, 3),
        skill("open", 4, 0.01),
        items=(item("s", "sure"), item("d", "doubtful", 4)),
    )
    path = [id for _, id in quick.path(asked, answers({"sure": 5, "doubtful": 3}))]
    assert set(path[:2]) == {"sure", "doubtful"}
    assert path[2] == "d"


def test_an_answer_off_the_path_stays_ahead_of_the_open_question_and_counts() -> None:
    asked = instrument(skill("a"), skill("b"), skill("c", domain="lead"))
    found = build(asked, answers({"b": 2}), QUICK)
    assert [(step.id, step.answered) for step in found.steps] == [("b", True), ("a", False)]
    assert found.answered(SKILL) == 1


def test_the_smallest_instrument_ends_when_everything_is_asked() -> None:
    asked = instrument(skill("a"), items=(item("i", "a"),))
    given_ = answered(asked, 3)
    assert build(asked, given_, QUICK).total == 2
    assert list(given_.ratings) == ["a"]
    assert list(given_.scenarios) == ["i"]


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from([entry.id for entry in published().skills]), st.integers(0, 5), max_size=31))
def test_the_order_of_answers_does_not_matter_and_one_question_is_open(levels: dict[str, int]) -> None:
    found = build(published(), answers(dict(levels)), QUICK)
    assert found == build(published(), answers(dict(reversed(levels.items()))), QUICK)
    assert sum(not step.answered for step in found.steps) <= 1
    assert {step.id for step in found.steps if step.answered} == set(levels)
    assert all(step.answered for step in found.steps[:-1])


@pytest.mark.parametrize("rating", range(6))
def test_after_a_rating_comes_what_a_calculation_of_every_outcome_calls_best(rating: int) -> None:
    asked = instrument(
        skill("a", 4, 5), skill("b", 3, 2), items=(item("low", "a", 2), item("mid", "a", 4), item("high", "a", 5))
    )
    path = quick.path(asked, answers({"a": rating}))

    def left(given_: Answers) -> float:
        return sum(entry.share * entry.variance for entry in score(asked, given_).skills)

    def expected(outcomes: list[tuple[float, Answers]]) -> float:
        assert sum(chance for chance, _ in outcomes) == pytest.approx(1)
        return sum(chance * left(given_) for chance, given_ in outcomes)

    known = posterior([rating_likelihood(rating, 1.0)])
    ways = {
        (SKILL, "b"): [
            (sum(rating_likelihood(other, 1.0)) / 6, answers({"a": rating, "b": other})) for other in range(6)
        ]
    }
    for entry in asked.items:
        right = sum(p * (0.25 + 0.75 / (1 + exp(-1.5 * (theta - entry.level + 0.5)))) for theta, p in enumerate(known))
        ways[SCENARIO, entry.id] = [
            (right, answers({"a": rating}, {}, {entry.id: "B"})),
            (1 - right, answers({"a": rating}, {}, {entry.id: "A"})),
        ]
    assert path == ((SKILL, "a"), min(ways, key=lambda way: expected(ways[way])))
