"""The form that starts an attempt: its own id, the one career there is, one of its levels."""

from uuid import UUID

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.attempts import CHOOSE_LEVEL, FORM_USED_UP, StartForm, proof_of

ID = "6e6dc563-0b32-4cb5-95f7-2124b93ed0c9"
LEVELS = {"deputy": "Deputy CMIO", "cmio": "CMIO"}
NO_ID = ["", "1", "x" * 36, ID[:-1], ID + "0", "\0", "\ud800", "🦉", "null", "x" * 10**6]
NO_LEVEL = ["", "senior", "CMIO", "cmio ", "1", "\0", "\ud800", "x" * 10**6]


def form(**changes: str) -> StartForm:
    data = {"id": ID, "career": "the-career", "level": "cmio"} | changes
    return StartForm(data, career=("the-career", "The career"), levels=LEVELS)


def shortened(text: str) -> str:
    return ascii(text)[:12]


@pytest.mark.parametrize("level", ["deputy", "cmio"])
def test_a_level_can_be_started(level: str) -> None:
    filled = form(level=level)
    assert filled.is_valid()
    assert filled.cleaned_data == {"id": UUID(ID), "career": "the-career", "level": level, "form": "", "proof": ""}
    assert (filled.kind, filled.is_proven) == ("full", False)


@pytest.mark.parametrize("level", NO_LEVEL, ids=shortened)
def test_any_other_level_asks_to_choose_one(level: str) -> None:
    filled = form(level=level)
    assert filled.errors == {"level": [CHOOSE_LEVEL]}
    assert filled["level"].value() == level


@pytest.mark.parametrize("id", NO_ID, ids=shortened)
def test_without_its_id_the_form_is_used_up_and_keeps_the_level(id: str) -> None:
    filled = form(id=id)
    assert filled.errors == {"id": [FORM_USED_UP]}
    assert filled["level"].value() == "cmio"


@pytest.mark.parametrize("career", ["", "chief-medical-officer", "the-career ", "\0"], ids=shortened)
def test_another_career_is_not_taken(career: str) -> None:
    assert form(career=career).errors == {"career": [FORM_USED_UP]}


def test_an_empty_form_says_all_that_is_missing() -> None:
    empty = StartForm({}, career=("the-career", "The career"), levels=LEVELS)
    assert empty.errors == {"id": [FORM_USED_UP], "career": [FORM_USED_UP], "level": [CHOOSE_LEVEL]}


def test_repeated_and_unknown_values_change_nothing_else() -> None:
    sent = QueryDict(f"id={ID}&career=the-career&level=deputy&level=cmio&user=7&started_at=2020-01-01&version=1")
    filled = StartForm(sent, career=("the-career", "The career"), levels=LEVELS)
    assert filled.is_valid()
    assert filled.cleaned_data == {"id": UUID(ID), "career": "the-career", "level": "cmio", "form": "", "proof": ""}


def test_only_the_page_drawn_with_an_id_holds_its_proof() -> None:
    for proof, is_proven in ((proof_of(UUID(ID)), True), (proof_of(UUID(int=1)), False), (ID, False)):
        filled = form(proof=proof, form="quick")
        assert filled.is_valid()
        assert (filled.kind, filled.is_proven) == ("quick", is_proven)


def test_another_form_is_not_taken() -> None:
    assert form(form="huge").errors == {"form": [FORM_USED_UP]}


def test_nothing_is_chosen_for_anybody_but_what_they_said_before() -> None:
    fresh = StartForm(career=("the-career", "The career"), levels=LEVELS)
    assert 'checked=""' not in str(fresh["level"])
    known = StartForm(career=("the-career", "The career"), levels=LEVELS, initial={"level": "cmio"})
    assert known["level"].value() == "cmio"


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_text_makes_it_fail(id: str, career: str, level: str) -> None:
    filled = form(id=id, career=career, level=level)
    if filled.is_valid():
        assert isinstance(filled.cleaned_data["id"], UUID)
        assert filled.cleaned_data["level"] in LEVELS
    assert (filled["id"].value(), filled["level"].value()) == (id, level)
