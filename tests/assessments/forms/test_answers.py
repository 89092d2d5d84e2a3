"""The forms of one question: plain digits and listed options only, whatever else is sent, and nothing typed is lost."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.answers import CHOOSE_STATEMENT, CHOOSE_STEP, EXAMPLE_TOO_LONG, ChoiceForm, RatingForm

NO_LEVEL = ["", " ", "6", "-1", "03", "3.0", "1e0", "1_0", "+3", "٣", "３", "NaN", "three", "\0", "\ud800", "9" * 10**6]
NO_OPTION = ["", "a", "E", "A ", "AB", "Unsure", "\0", "\ud800", "🦉", "A" * 10**6]


def rating(**data: str) -> RatingForm:
    return RatingForm(data)


def choice(answer: str | None = None) -> ChoiceForm:
    return ChoiceForm({} if answer is None else {"answer": answer}, options="ABCD")


@pytest.mark.parametrize("level", range(6))
def test_a_rating_is_a_level_from_0_to_5(level: int) -> None:
    form = rating(level=str(level))
    assert form.is_valid()
    assert form.cleaned_data == {"level": level, "low_confidence": False, "evidence": ""}


@pytest.mark.parametrize("level", NO_LEVEL, ids=lambda text: ascii(text)[:12])
def test_anything_else_asks_for_a_statement_and_is_kept(level: str) -> None:
    form = rating(level=level, evidence="Led the clean-up", low_confidence="on")
    assert form.errors == {"level": [CHOOSE_STATEMENT]}
    assert (form["level"].value(), form["evidence"].value()) == (level, "Led the clean-up")
    assert form["low_confidence"].value() is True


def test_without_a_level_the_form_asks_for_one() -> None:
    assert rating().errors == {"level": [CHOOSE_STATEMENT]}
    assert rating().chosen == ""


def test_what_was_saved_is_chosen_and_nothing_else() -> None:
    assert [RatingForm(initial={"level": level}).chosen for level in (0, 5)] == ["0", "5"]
    assert RatingForm().chosen == ""
    assert ChoiceForm(options="ABCD", initial={"answer": "unsure"}).chosen == "unsure"
    assert ChoiceForm(options="ABCD").chosen == ""


def test_an_example_has_at_most_500_characters() -> None:
    form = rating(level="3", evidence="é" * 500)
    assert form.is_valid()
    assert form.cleaned_data["evidence"] == "é" * 500


@pytest.mark.parametrize("length", [501, 10**6])
def test_a_longer_example_is_refused_and_kept(length: int) -> None:
    form = rating(level="3", evidence="x" * length)
    assert form.errors == {"evidence": [EXAMPLE_TOO_LONG]}
    assert form["evidence"].value() == "x" * length


def test_a_line_break_counts_once_as_it_did_in_the_browser() -> None:
    form = rating(level="3", evidence="x\r\n" * 166 + "xx")
    assert form.is_valid()
    assert form.cleaned_data["evidence"] == "x\n" * 166 + "xx"
    assert rating(level="3", evidence="x\r\n" * 250 + "x").errors == {"evidence": [EXAMPLE_TOO_LONG]}


def test_an_example_with_a_nul_is_refused_at_its_field() -> None:
    assert list(rating(level="3", evidence="a\0b").errors) == ["evidence"]


def test_space_around_an_example_is_dropped() -> None:
    form = rating(level="3", evidence=" \n Led it \t")
    assert form.is_valid()
    assert form.cleaned_data["evidence"] == "Led it"


def test_repeated_and_unknown_values_change_nothing_else() -> None:
    form = RatingForm(QueryDict("level=1&level=4&attempt=7&user=2&saved_at=x&skill=ethics"))
    assert form.is_valid()
    assert form.cleaned_data == {"level": 4, "low_confidence": False, "evidence": ""}


@pytest.mark.parametrize("answer", ["A", "B", "C", "D", "unsure"])
def test_a_choice_is_an_option_or_unsure(answer: str) -> None:
    form = choice(answer)
    assert form.is_valid()
    assert form.cleaned_data == {"answer": answer}


@pytest.mark.parametrize("answer", NO_OPTION, ids=lambda text: ascii(text)[:12])
def test_any_other_choice_asks_for_an_answer_and_is_kept(answer: str) -> None:
    form = choice(answer)
    assert form.errors == {"answer": [CHOOSE_STEP]}
    assert form.chosen == answer


@pytest.mark.parametrize(
    ("data", "nothing"),
    [
        ({}, True),
        ({"level": "", "evidence": " \n", "low_confidence": "on"}, True),
        ({"level": "0"}, False),
        ({"level": "nonsense"}, False),
        ({"evidence": "Led it"}, False),
    ],
)
def test_a_form_says_nothing_where_nothing_could_be_lost(data: dict[str, str], nothing: bool) -> None:
    assert RatingForm(data).says_nothing is nothing


def test_a_scenario_says_nothing_without_a_choice() -> None:
    assert choice().says_nothing
    assert choice("").says_nothing
    assert not choice("nonsense").says_nothing


@given(st.text(max_size=30), st.text(max_size=600), st.text(max_size=5))
def test_no_text_makes_a_rating_fail(level: str, evidence: str, sure: str) -> None:
    form = rating(level=level, evidence=evidence, low_confidence=sure)
    if form.is_valid():
        assert form.cleaned_data["level"] in range(6)
        assert len(form.cleaned_data["evidence"]) <= 500
    assert form["evidence"].value() == evidence
    assert set(form.errors) <= {"level", "evidence"}


@given(st.text(max_size=30))
def test_no_text_makes_a_choice_fail(answer: str) -> None:
    assert choice(answer).is_valid() is (answer in {"A", "B", "C", "D", "unsure"})
