"""Step 3 takes lists that go together, and own actions that can be planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.builder import actions as forms
from assessments.forms.builder.fields import UNKNOWN
from tests.assessments.forms.builder.filled import OWN, actions_form

WRONG = [
    ("own_name", "", forms.NAME_WRONG),
    ("own_name", "  ", forms.NAME_WRONG),
    ("own_name", "x" * 121, forms.NAME_WRONG),
    ("own_name", "x" * 10**6, forms.NAME_WRONG),
    ("own_name", "Shadow\nour CMIO", forms.NAME_PLAIN),
    ("own_name", "Shadow\x1b[31m", forms.NAME_PLAIN),
    ("own_name", "Shadow\x85us", forms.NAME_PLAIN),
    ("own_hours", "0", forms.OWN_HOURS_WRONG),
    ("own_hours", "0.4", forms.OWN_HOURS_WRONG),
    ("own_hours", "10000", forms.OWN_HOURS_WRONG),
    ("own_hours", "2001", forms.OWN_HOURS_WRONG),
    ("own_hours", "", forms.OWN_HOURS_WRONG),
    ("own_hours", "1e3", forms.OWN_HOURS_WRONG),
    ("own_hours", "٣", forms.OWN_HOURS_WRONG),
    ("own_weeks", "0", forms.OWN_WEEKS_WRONG),
    ("own_weeks", "157", forms.OWN_WEEKS_WRONG),
    ("own_weeks", "2.5", forms.OWN_WEEKS_WRONG),
    ("own_weeks", "", forms.OWN_WEEKS_WRONG),
    ("own_cost", "-1", forms.OWN_COST_WRONG),
    ("own_cost", "10,000,001", forms.OWN_COST_WRONG),
    ("own_skill", "nowhere", UNKNOWN),
]


def shortened(value: str) -> str:
    return ascii(value)[:30]


def test_what_is_not_ticked_is_not_asked_for() -> None:
    form = actions_form()
    assert form.is_valid()
    assert [form.cleaned_data[name] for name in ("done", "pinned", "excluded", "unavailable")] == [[], [], [], []]
    assert form.added is None


def test_no_action_is_both_in_the_plan_and_left_out() -> None:
    form = actions_form({"pinned": ["sql-course", "agile-course"], "excluded": ["agile-course"]})
    assert form.errors == {"pinned": [forms.CONTRADICTION]}
    assert form.picked == {"done": set(), "pinned": {"sql-course", "agile-course"}, "excluded": {"agile-course"}}


@pytest.mark.parametrize("name", ["done", "pinned", "excluded", "unavailable"])
@pytest.mark.parametrize("value", ["nowhere", "SQL-COURSE", "\0", "\ud800", "x" * 10**6, ""], ids=shortened)
def test_what_is_not_on_a_list_is_refused_by_it(name: str, value: str) -> None:
    form = actions_form({name: ["sql-course", value]})
    assert form.errors == {name: [UNKNOWN]}
    assert form[name].value() == ["sql-course", value]


def test_thousands_of_pins_are_refused_or_counted_once() -> None:
    assert actions_form({"pinned": [f"action-{number}" for number in range(5000)]}).errors == {"pinned": [UNKNOWN]}
    repeated = actions_form({"pinned": ["sql-course"] * 5000})
    assert repeated.is_valid()
    assert set(repeated.cleaned_data["pinned"]) == {"sql-course"}


def test_an_own_action_that_is_described_is_added() -> None:
    form = actions_form(OWN | {"own_cost": "$1,200", "own_skill": "cds", "own_hours": " 12.5 "})
    assert form.is_valid()
    assert form.added == {"name": "Shadow our CMIO", "hours": 12.5, "weeks": 4, "cost_usd": 1200, "skill": "cds"}
    free = actions_form(OWN)
    assert free.is_valid()
    assert free.added == {"name": "Shadow our CMIO", "hours": 12.0, "weeks": 4, "cost_usd": 0, "skill": ""}


@pytest.mark.parametrize(("name", "text", "message"), WRONG, ids=shortened)
def test_an_own_action_that_cannot_be_planned_is_refused_at_its_field_and_kept(
    name: str, text: str, message: str
) -> None:
    form = actions_form(OWN | {name: text})
    assert form.errors == {name: [message]}
    assert form[name].value() == text


def test_a_nul_in_a_name_is_refused() -> None:
    assert list(actions_form(OWN | {"own_name": "Shadow\0"}).errors) == ["own_name"]


def test_nothing_described_is_only_wrong_where_adding_was_asked_for() -> None:
    assert actions_form().is_valid()
    assert list(actions_form(asks_own=True).errors) == ["own_name", "own_hours", "own_weeks"]


def test_there_are_twenty_own_actions_at_most() -> None:
    assert actions_form(OWN, own=19).is_valid()
    assert actions_form(OWN, own=20).errors == {"own_name": [forms.TOO_MANY]}
    assert actions_form(own=20).is_valid()


def test_a_plan_that_is_changed_is_not_asked_what_is_done() -> None:
    form = actions_form({"done": ["nowhere"]}, has_done=False)
    assert form.is_valid()
    assert set(form.picked) == {"pinned", "excluded"}


@given(st.text(max_size=200), st.text(max_size=6), st.text(max_size=4), st.text(max_size=12))
def test_whatever_is_added_can_be_planned(name: str, hours: str, weeks: str, cost: str) -> None:
    form = actions_form({"own_name": name, "own_hours": hours, "own_weeks": weeks, "own_cost": cost})
    if form.is_valid() and form.added:
        assert 0 < len(form.added["name"]) <= forms.LONGEST_NAME
        assert 0.5 <= form.added["hours"] <= 2000
        assert 1 <= form.added["weeks"] <= 156
        assert 0 <= form.added["cost_usd"] <= 10_000_000
