"""How far answers lie apart: hand-counted sizes, and what no rule may claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.compare import rules
from careers.presentation.compare.answers import MISSING, Answer
from careers.presentation.compare.rules import Named, Verdict


def number(name: str, amount: float, unit: str = "USD", **given: bool | str) -> Named:
    return name, Answer(f"{amount:g}", amount=amount, unit=unit, **given)  # type: ignore[arg-type]


def asking(name: str, asks: bool | None) -> Named:
    return name, Answer("Text", asks=asks)


def naming(name: str, *names: str) -> Named:
    return name, Answer("Text", names=frozenset(names))


def verdict(found: Verdict | None) -> Verdict:
    assert found
    return found


@pytest.mark.parametrize(
    ("low", "high", "size", "apart"),
    [(100, 100, 0, False), (100, 120, 0.26, False), (100, 125, 0.32, True), (100, 200, 1, True), (100, 900, 1, True)],
)
def test_twice_as_much_is_as_far_apart_as_numbers_get(low: float, high: float, size: float, apart: bool) -> None:
    found = verdict(rules.by_ratio([number("A", low), number("B", high)]))
    assert (found.size, found.is_apart) == (size, apart)


def test_the_sentence_names_all_values_the_highest_first_with_their_doubts() -> None:
    answers = [number("A", 100, is_disputed=True), number("B", 300, is_estimate=True), number("C", 150)]
    found = verdict(rules.by_ratio(answers))
    assert found.sentence == "B 300 (estimate), C 150 and A 100 (disputed): 3 times from lowest to highest."


def test_numbers_that_count_different_things_say_so() -> None:
    alike = [number("A", 1, counts="nurses"), number("B", 3, counts="nurses")]
    unlike = [number("A", 1, counts="nurses"), number("B", 3, counts="doctors")]
    assert "do not count the same" not in verdict(rules.by_ratio(alike)).sentence
    assert verdict(rules.by_ratio(unlike)).sentence.endswith("They do not count the same thing.")


def test_different_units_are_not_compared() -> None:
    assert rules.by_ratio([number("A", 1, "USD"), number("B", 9, "EUR")]) is None


def test_a_number_that_one_guide_lacks_counts_one_half_and_is_said() -> None:
    found = verdict(rules.by_ratio([number("A", 7), ("B", MISSING)]))
    assert found == Verdict(0.5, "A 7. No such figure in the B guide.")


def test_a_lacking_guide_does_not_make_a_big_ratio_smaller() -> None:
    answers = [number("A", 7), ("B", MISSING), number("C", 70), ("D", MISSING)]
    found = verdict(rules.by_ratio(answers))
    assert found.size == 1
    assert found.sentence.endswith("No such figure in the B and D guides.")


def test_nobody_with_a_number_is_nothing() -> None:
    assert rules.by_ratio([("A", MISSING), ("B", MISSING)]) is None


@pytest.mark.parametrize("low", [0, -4])
def test_a_shrinking_number_is_far_from_a_growing_one_without_a_ratio(low: float) -> None:
    found = verdict(rules.by_ratio([number("A", low), number("B", 5)]))
    assert found.size == 1
    assert "times" not in found.sentence


@given(st.lists(st.floats(-1e6, 1e9, allow_nan=False), min_size=2, max_size=3))
def test_a_size_lies_between_nothing_and_one_and_order_does_not_matter(amounts: list[float]) -> None:
    answers = [number(str(place), amount) for place, amount in enumerate(amounts)]
    found = verdict(rules.by_ratio(answers))
    assert 0 <= found.size <= 1
    assert verdict(rules.by_ratio(answers[::-1])).size == found.size


def test_shares_of_a_whole_are_compared_by_points() -> None:
    assert verdict(rules.by_share([number("A", 3), number("B", 22)])).size == 0.19
    assert rules.by_share([number("A", 3), ("B", MISSING)]) is None


def test_a_condition_that_only_some_guides_set_is_as_far_apart_as_it_gets() -> None:
    found = rules.by_condition([asking("A", True), asking("B", False), asking("C", True)])
    assert found == Verdict(1, "The A and C guides ask everybody for one; the B guide does not.")


def test_a_condition_that_all_set_or_none_sets_is_no_difference() -> None:
    everybody = rules.by_condition([asking("A", True), asking("B", True)])
    nobody = rules.by_condition([asking("A", False), asking("B", False)])
    assert everybody == Verdict(0, "All of the guides ask everybody for one.")
    assert nobody == Verdict(0, "None of the guides ask everybody for one.")


def test_a_guide_that_says_nothing_of_a_condition_is_not_compared() -> None:
    assert rules.by_condition([asking("A", True), asking("B", None)]) is None


def test_skills_lie_apart_by_what_not_all_share() -> None:
    found = rules.by_overlap([naming("A", "x", "y", "z"), naming("B", "x", "v")])
    assert found == Verdict(0.75, "1 of 4 skills is in every guide.")


def test_a_guide_without_skills_is_not_compared() -> None:
    assert rules.by_overlap([naming("A", "x"), ("B", MISSING)]) is None


def test_the_longest_statement_of_the_guides_is_told() -> None:
    answers = [("A", Answer("Text", stated="Short.")), ("B", Answer("Text", stated="A longer one."))]
    assert rules.by_statement(answers) == Verdict(1, "A longer one.")
    assert rules.by_statement([("A", Answer("Text"))]) is None


@pytest.mark.parametrize(("names", "said"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
def test_names_are_listed_as_people_say_them(names: list[str], said: str) -> None:
    assert rules.words_of(names) == said
