"""The questions of an attempt: skills by domain, then scenarios for the heaviest skills and for high ratings."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.form import HEAVIEST, SCENARIO, SKILL, Step, build, scenarios, skills_in_order
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, Rating
from tests.assessments.domain.builders import answers, instrument, item, published, skill

MIXED = instrument(
    skill("a", domain="clinical"),
    skill("b", domain="lead"),
    skill("c", domain="clinical"),
    items=(item("of-a", "a"), item("of-b", "b")),
)
NOTHING = answers()


def ids(steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in steps]


def many(**heavy: float) -> Instrument:
    """An instrument of many skills with one item each, all of equal weight but for those named."""
    names = [f"s{place:02}" for place in range(HEAVIEST + 3)]
    skills = [skill(name, weight=heavy.get(name, 1)) for name in names]
    return instrument(*skills, items=tuple(item(f"i-{name}", name) for name in names))


def test_skills_come_domain_by_domain_then_scenarios_in_the_same_order() -> None:
    found = build(MIXED, NOTHING)
    assert [(step.kind, step.id) for step in found.steps] == [
        (SKILL, "a"),
        (SKILL, "c"),
        (SKILL, "b"),
        (SCENARIO, "of-a"),
        (SCENARIO, "of-b"),
    ]
    assert [entry.id for entry in found.skills] == ["a", "c", "b"]
    assert [entry.id for entry in found.items] == ["of-a", "of-b"]


def test_what_is_answered_is_known_by_kind() -> None:
    found = build(MIXED, answers({"a": 0, "b": 5}, {"c": 3}, {"of-b": "unsure"}))
    assert [step.answered for step in found.steps] == [True, False, True, False, True]
    assert (found.answered(SKILL), found.answered(SCENARIO)) == (2, 1)
    assert [entry.id for entry in found.open_skills] == ["c"]


def test_the_first_open_question_is_where_an_attempt_is_resumed() -> None:
    assert build(MIXED, NOTHING).first_open() == Step(SKILL, "a", answered=False)
    assert build(MIXED, answers({"a": 1, "c": 1, "b": 1})).first_open() == Step(SCENARIO, "of-a", answered=False)
    assert build(MIXED, answers({"a": 1, "c": 1, "b": 1}, {}, {"of-a": "A", "of-b": "B"})).first_open() is None


def test_the_next_open_question_lies_behind_and_what_was_passed_over_is_not_next() -> None:
    found = build(MIXED, answers({"c": 2}))
    assert found.next_open(SKILL, "a") == Step(SKILL, "b", answered=False)
    assert found.next_open(SKILL, "b") == Step(SCENARIO, "of-a", answered=False)
    assert found.next_open(SCENARIO, "of-b") is None


def test_the_question_before_may_be_answered_and_the_first_has_none() -> None:
    found = build(MIXED, answers({"c": 2}))
    assert found.before(SKILL, "b") == Step(SKILL, "c", answered=True)
    assert found.before(SCENARIO, "of-a") == Step(SKILL, "b", answered=False)
    assert found.before(SKILL, "a") is None


@pytest.mark.parametrize(("kind", "id"), [(SKILL, "of-a"), (SCENARIO, "a"), (SKILL, "z")])
def test_a_question_that_is_not_asked_has_no_place(kind: str, id: str) -> None:
    with pytest.raises(StopIteration):
        build(MIXED, NOTHING).before(kind, id)


def test_the_twenty_heaviest_skills_get_a_scenario_ties_in_the_order_of_the_instrument() -> None:
    found = scenarios(many(s22=9, s05=0.5), NOTHING)
    assert [entry.skill for entry in found] == [f"s{place:02}" for place in [*range(5), *range(6, 20), 22]]
    assert len(found) == HEAVIEST


@pytest.mark.parametrize(("level", "is_asked"), [(3, False), (4, True), (5, True)])
def test_a_high_rating_adds_a_scenario(level: int, is_asked: bool) -> None:
    found = scenarios(many(), answers({"s22": level}))
    assert (found[-1].skill == "s22") is is_asked
    assert len(found) == HEAVIEST + is_asked


def test_what_was_answered_stays_after_the_rating_went_down_again() -> None:
    assert scenarios(many(), answers({"s22": 2}, {}, {"i-s22": "unsure"}))[-1].id == "i-s22"


def test_all_items_of_a_skill_are_asked_the_easier_ones_first() -> None:
    items = tuple(item(f"i{place}", "a", level) for place, level in enumerate((4, 2, 3, 2)))
    assert [entry.id for entry in scenarios(instrument(skill("a"), items=items), NOTHING)] == ["i1", "i3", "i2", "i0"]


def test_a_skill_without_items_is_passed_over() -> None:
    assert [entry.skill for entry in scenarios(MIXED, answers({"c": 5}))] == ["a", "b"]


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
def test_the_published_instrument_asks_31_skills_and_all_scenarios_of_20(level: str) -> None:
    found = build(published(level), NOTHING)
    heaviest = {entry.skill for entry in found.items}
    assert len(found.skills) == 31
    assert len(heaviest) == HEAVIEST
    assert set(found.items) == {entry for entry in published(level).items if entry.skill in heaviest}
    assert found.total == len(found.steps) == 31 + len(found.items)
    domains = [entry.domain for entry in skills_in_order(published(level))]
    assert list(dict.fromkeys(domains)) == [domain.id for domain in published(level).domains]
    assert sum(one != other for one, other in pairwise(domains)) == 8


def test_a_full_form_says_what_it_misses_and_what_it_left_out() -> None:
    found = build(MIXED, answers({"a": 1}, {}, {"of-b": "A"}))
    assert [entry.id for entry in found.missing] == [entry.id for entry in found.left_out.skills] == ["c", "b"]
    assert [entry.id for entry in found.left_out.items] == ["of-a"]


def given_answers() -> st.SearchStrategy[Answers]:
    skills = st.sampled_from([entry.id for entry in published().skills])
    items = st.sampled_from([entry.id for entry in published().items])
    return st.builds(
        Answers,
        st.dictionaries(skills, st.builds(Rating, st.integers(0, 5)), max_size=31),
        st.just({}),
        st.dictionaries(items, st.sampled_from(["A", "B", "unsure"]), max_size=6),
    )


@settings(max_examples=60, deadline=None)
@given(before=given_answers(), data=st.data())
def test_answering_a_question_never_takes_one_away(before: Answers, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(build(published(), before).steps))
    if step.kind == SKILL and step.id in before.ratings:
        return
    rated = {step.id: Rating(data.draw(st.integers(0, 5)))} if step.kind == SKILL else {}
    chosen = {} if step.kind == SKILL else {step.id: "unsure"}
    after = Answers({**before.ratings, **rated}, {}, {**before.scenarios, **chosen})
    found = build(published(), after)
    assert set(ids(build(published(), before).steps)) <= set(ids(found.steps))
    assert next(entry.answered for entry in found.steps if (entry.kind, entry.id) == (step.kind, step.id))


@settings(max_examples=60, deadline=None)
@given(given_answers())
def test_going_from_open_question_to_open_question_meets_each_once(given_: Answers) -> None:
    found = build(published(), given_)
    met, step = list[Step](), found.first_open()
    while step:
        met.append(step)
        step = found.next_open(step.kind, step.id)
    assert met == [entry for entry in found.steps if not entry.answered]
    assert len(met) + found.answered(SKILL) + found.answered(SCENARIO) == len(found.steps)
