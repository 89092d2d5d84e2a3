"""What the parts of the profile take: profession, gates, conditions, target."""

from datetime import date
from typing import Any, cast

import pytest
from django.http import QueryDict

from assessments.forms import profile as forms

TODAY = date(2026, 12, 1)
GATE = {"id": "medical_degree", "name": "Medical degree", "how_met": "A degree from an accredited school."}
LEVELS = [("deputy", "Deputy CMIO"), ("cmio", "CMIO")]


def target(**data: str) -> forms.TargetForm:
    return forms.TargetForm(data, levels=LEVELS, today=TODAY)


def conditions(**data: list[str]) -> forms.ConditionsForm:
    sent = QueryDict(mutable=True)
    for name, values in data.items():
        sent.setlist(name, values)
    return forms.ConditionsForm(sent, held=[("bachelors", "Degree")], ruled_out=[("org-sponsor", "Sponsor")])


@pytest.mark.parametrize(
    "form",
    [
        forms.WorkForm({}),
        forms.GatesForm({}, gates=[GATE]),
        conditions(),
        target(),
        forms.TimeForm({}),
    ],
    ids=lambda form: type(form).__name__,
)
def test_nothing_is_required(form: forms.PartForm) -> None:
    assert form.is_valid()
    assert not any(value for value in form.answers.values() if value != {"medical_degree": ""})
    assert "required" not in str(form)


def test_work_takes_what_is_listed() -> None:
    form = forms.WorkForm({"profession": "other-clinician", "country": "CI", "ehr": "none"})
    assert form.is_valid()
    assert form.answers == {"profession": "other-clinician", "country": "CI", "ehr": "none"}


@pytest.mark.parametrize("name", ["profession", "country", "ehr"])
@pytest.mark.parametrize("value", ["surgeon", "us", "\0", "🦉", "x" * 10_000, "Physician"])
def test_work_refuses_what_is_not_listed(name: str, value: str) -> None:
    form = forms.WorkForm({name: value})
    assert form.errors == {name: [forms.CHOOSE_LISTED]}
    assert form[name].value() == value


def test_a_gate_is_asked_with_its_name_and_how_it_is_met() -> None:
    field = forms.GatesForm(gates=[GATE])["gate-medical_degree"]
    assert (field.label, field.help_text) == ("Medical degree", "A degree from an accredited school.")
    choices = dict(cast(Any, field.field).choices)
    assert list(choices.values()) == ["Met", "In progress", "Not met", "Does not apply to me"]


@pytest.mark.parametrize("state", ["met", "in_progress", "not_met", "not_applicable"])
def test_a_gate_takes_its_four_states(state: str) -> None:
    form = forms.GatesForm({"gate-medical_degree": state}, gates=[GATE])
    assert form.is_valid()
    assert form.answers == {"states": {"medical_degree": state}}


@pytest.mark.parametrize("state", ["yes", "MET", "\0", "met "])
def test_a_gate_refuses_other_states_by_name(state: str) -> None:
    form = forms.GatesForm({"gate-medical_degree": state}, gates=[GATE])
    assert form.errors == {"gate-medical_degree": ["Choose how this stands for you: Medical degree"]}


def test_gates_that_were_not_asked_for_are_not_taken() -> None:
    form = forms.GatesForm({"gate-licence": "met"}, gates=[GATE])
    assert form.is_valid()
    assert form.answers == {"states": {"medical_degree": ""}}


def test_conditions_are_held_or_ruled_out() -> None:
    form = conditions(held=["bachelors"], ruled_out=["org-sponsor"])
    assert form.is_valid()
    assert form.answers == {"held": ["bachelors"], "ruled_out": ["org-sponsor"]}


@pytest.mark.parametrize(
    "sent", [{"held": ["org-sponsor"]}, {"ruled_out": ["bachelors"]}, {"held": ["\0", "bachelors"]}]
)
def test_conditions_stay_on_their_side(sent: dict[str, list[str]]) -> None:
    (messages,) = conditions(**sent).errors.values()
    assert messages == [forms.CHOOSE_LISTED]


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026-12-02", date(2026, 12, 2)), (" 2029-12-31 ", date(2029, 12, 31)), ("2028-02-29", date(2028, 2, 29))],
)
def test_a_target_date_is_a_day_ahead(text: str, day: date) -> None:
    form = target(target_level="cmio", target_date=text)
    assert form.is_valid()
    assert form.answers == {"target_level": "cmio", "target_date": day}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-12-01", forms.DATE_PAST),
        ("0001-01-01", forms.DATE_PAST),
        ("2042-01-01", forms.DATE_FAR),
        ("9999-12-31", forms.DATE_FAR),
        ("31/12/2029", forms.DATE_WRONG),
        ("20291231", forms.DATE_WRONG),
        ("2029-W52-1", forms.DATE_WRONG),
        ("2029-02-29", forms.DATE_WRONG),
        ("2029-12-31T00:00", forms.DATE_WRONG),
        ("٢٠٢٩-١٢-٣١", forms.DATE_WRONG),
        ("next year", forms.DATE_WRONG),
    ],
)
def test_another_target_date_is_refused_and_kept(text: str, message: str) -> None:
    form = target(target_date=text)
    assert form.errors == {"target_date": [message]}
    assert form["target_date"].value() == text


def test_a_level_that_is_not_published_is_refused() -> None:
    assert target(target_level="senior").errors == {"target_level": [forms.CHOOSE_LISTED]}


def test_messages_say_what_to_do() -> None:
    said: list[Any] = [value for name, value in vars(forms).items() if name.isupper() and isinstance(value, str)]
    verbs = ("Choose", "Enter", "Block", "Write")
    assert said
    assert all(message.startswith(verbs) and not message.endswith(".") and "!" not in message for message in said)
