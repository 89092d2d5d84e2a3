"""Whatever is sent to the builder, it answers at the field and keeps all that was typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.forms import plans as forms
from assessments.forms.amounts import BUDGET_WRONG, TEXT_TOO_LONG
from tests.assessments.forms.filled import ACTIONS, plan_form

HOSTILE = ["", " ", "\ud800", "🦉", "-1", "1_000", "1e9", "NaN", "inf", "٣", "３", "0x10", "½", "<b>", "9" * 10**6]
NO_HOURS = ["0", "0.4", "80.1", "81", "4,5", "4.", ".5", "4.125", "+4", "4 h", "1e1", *HOSTILE]
NO_BUDGET = ["10000001", "10,000,001", "5,00", "5.00", "5k", "€5", "$", ",500", "1,00,000", *HOSTILE]
NO_DAY = ["7 December 2026", "2026-1-5", "20261207", "2026-02-30", "2026-13-01", "2026-12-07T00:00", "2026-W50-1"]


def shortened(text: str) -> str:
    return ascii(text)[:14]


@pytest.mark.parametrize(
    ("text", "hours"), [("0.5", 0.5), (" 4.25 ", 4.25), ("007", 7.0), ("80", 80.0), ("80.00", 80.0)]
)
def test_hours_are_taken_to_two_places(text: str, hours: float) -> None:
    form = plan_form(hours_per_week=text)
    assert form.is_valid()
    assert form.given.hours_per_week == hours


@pytest.mark.parametrize("text", NO_HOURS, ids=shortened)
def test_other_hours_are_refused_and_kept(text: str) -> None:
    form = plan_form(hours_per_week=text)
    assert form.errors == {"hours_per_week": [forms.HOURS_WRONG]}
    assert form["hours_per_week"].value() == text


@pytest.mark.parametrize(("text", "usd"), [("0", 0), ("5,000", 5000), ("$ 750", 750), ("10,000,000", 10_000_000)])
def test_money_is_whole_dollars(text: str, usd: int) -> None:
    form = plan_form(budget_usd=text)
    assert form.is_valid()
    assert form.given.budget_usd == usd


@pytest.mark.parametrize("text", NO_BUDGET, ids=shortened)
def test_other_money_is_refused_and_kept(text: str) -> None:
    form = plan_form(budget_usd=text)
    assert form.errors == {"budget_usd": [BUDGET_WRONG]}
    assert form["budget_usd"].value() == text


@pytest.mark.parametrize("name", ["start", "target"])
@pytest.mark.parametrize("text", [*NO_DAY, "٢٠٢٩-١٢-٣١", "2026-12-07\0", *HOSTILE], ids=shortened)
def test_what_is_no_day_is_refused_and_kept(name: str, text: str) -> None:
    form = plan_form(**{name: text})
    assert form.errors == {name: [{"start": forms.START_WRONG, "target": forms.TARGET_WRONG}[name]]}
    assert form[name].value() == text


@pytest.mark.parametrize("name", ["hours_per_week", "budget_usd", "blocked_weeks"])
def test_a_nul_is_refused_at_its_field_and_kept(name: str) -> None:
    form = plan_form(**{name: "5\0"})
    assert list(form.errors) == [name]
    assert form[name].value() == "5\0"


@pytest.mark.parametrize("name", ["done", "pinned", "excluded", "unavailable"])
@pytest.mark.parametrize("value", ["nowhere", "SQL-COURSE", "\0", "\ud800", "x" * 10**6, ""], ids=shortened)
def test_what_is_not_on_a_list_is_refused_by_it(name: str, value: str) -> None:
    form = plan_form(**{name: ["sql-course", value]})
    assert form.errors == {name: [forms.UNKNOWN]}
    assert form[name].value() == ["sql-course", value]


def test_thousands_of_pins_are_refused_or_counted_once() -> None:
    assert plan_form(pinned=[f"action-{number}" for number in range(5000)]).errors == {"pinned": [forms.UNKNOWN]}
    repeated = plan_form(pinned=["sql-course"] * 5000)
    assert repeated.is_valid()
    assert repeated.given.pinned == {"sql-course"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("next week", "Write ‘next week’ as a date such as 2027-07-05, or as 2027-07-05 to 2027-07-18"),
        ("2027-07-18 to 2027-07-05", "‘2027-07-18 to 2027-07-05’ ends before it starts"),
        ("2027-02-30", "‘2027-02-30’ is not a date of this century"),
        ("2027-07-05\n" * 101, "Enter at most 100 lines of weeks"),
        ("2027-07-05 " * 500, TEXT_TOO_LONG),
        ("x" * 10**6, TEXT_TOO_LONG),
    ],
    ids=shortened,
)
def test_weeks_that_cannot_be_read_are_named_and_kept(text: str, said: str) -> None:
    form = plan_form(blocked_weeks=text)
    assert form.errors == {"blocked_weeks": [said]}
    assert form["blocked_weeks"].value() == text


def test_the_last_of_repeated_values_and_no_unknown_one_counts() -> None:
    form = plan_form(hours_per_week=["1", "7"], user=["2"], result=["9"], running=["sql-course"], open_to=list(ACTIONS))
    assert form.is_valid()
    assert (form.given.hours_per_week, form.given.running, form.given.open_to) == (7.0, (), frozenset())


days = st.dates(date(1990, 1, 1), date(2110, 1, 1)).map(date.isoformat)


@settings(max_examples=200, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            "start": days | st.text(max_size=12),
            "target": days | st.text(max_size=12),
            "hours_per_week": st.decimals(-1, 90, places=2).map(str) | st.text(max_size=8),
            "budget_usd": st.integers(-1, 10**8).map(str) | st.text(max_size=8),
            "blocked_weeks": days | st.text(max_size=40),
            "pinned": st.lists(st.sampled_from(ACTIONS) | st.text(max_size=5), max_size=3),
            "move-target-search": st.sampled_from(["yes", "no"]) | st.text(max_size=5),
        }
    )
)
def test_whatever_is_valid_can_be_planned(sent: dict[str, str | list[str]]) -> None:
    form = plan_form(**sent)
    for name, value in sent.items():
        assert form[name].value() == value
    if form.is_valid():
        request = form.given
        assert date(2000, 1, 1) <= request.start < request.target < date(2100, 1, 1)
        assert 0.5 <= request.hours_per_week <= 80
        assert 0 <= request.budget_usd <= 10_000_000
        assert all(day.weekday() == 0 for day in request.blocked_weeks)
        assert request.pinned <= set(ACTIONS)
