"""Step 1 takes dates in order that leave a week to work in, and says at each field what would work."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.forms.amounts import TEXT_TOO_LONG
from assessments.forms.builder import dates as forms
from tests.assessments.forms.builder.filled import TODAY, dates_form

HOSTILE = ["", " ", "\ud800", "🦉", "-1", "1_000", "NaN", "٣", "<b>", "9" * 10**6]
NO_DAY = ["7 December 2026", "2026-1-5", "20261207", "2026-02-30", "2026-13-01", "2026-12-07T00:00", "2026-W50-1"]


def shortened(text: str) -> str:
    return ascii(text)[:14]


def test_right_dates_are_taken() -> None:
    form = dates_form()
    assert form.is_valid()
    assert form.cleaned_data == {
        "start": date(2026, 12, 7),
        "target": date(2029, 12, 31),
        "blocked_weeks": [date(2027, 7, 5), date(2027, 7, 12)],
    }
    assert form.begins == date(2026, 12, 7)


def test_a_plan_that_is_changed_begins_with_the_next_monday_and_has_no_start_to_enter() -> None:
    form = dates_form(has_start=False, start="x")
    assert form.is_valid()
    assert "start" not in form.fields
    assert form.begins == date(2026, 12, 7)
    assert dates_form(has_start=False, target="2026-12-09").errors == {
        "target": [forms.TARGET_SHORT.format("2026-12-13")]
    }


@pytest.mark.parametrize(
    ("start", "target", "field", "message"),
    [
        ("2026-12-07", "2026-12-07", "target", forms.TARGET_EARLY.format("2029-12-06")),
        ("2026-12-07", "2026-12-06", "target", forms.TARGET_EARLY.format("2029-12-06")),
        ("2026-12-07", "2026-12-01", "target", forms.TARGET_PAST.format("2029-11-30")),
        ("2026-12-07", "2025-12-31", "target", forms.TARGET_PAST.format("2029-11-30")),
        ("2026-12-07", "2026-12-12", "target", forms.TARGET_SHORT.format("2026-12-13")),
        ("2026-12-08", "2026-12-19", "target", forms.TARGET_SHORT.format("2026-12-20")),
        ("2026-12-07", "2041-12-19", "target", forms.TARGET_FAR.format("2041-12-18")),
        ("2026-12-07", "2099-12-31", "target", forms.TARGET_FAR.format("2041-12-18")),
        ("2027-07-05", "2027-07-18", "blocked_weeks", forms.ALL_BLOCKED),
        ("1999-12-31", "2029-12-31", "start", forms.START_WRONG),
        ("2026-11-29", "2029-12-31", "start", forms.START_PAST.format("2026-12-07")),
        ("2026-12-07", "2100-01-01", "target", forms.TARGET_WRONG),
        ("0001-01-01", "9999-12-31", "start", forms.START_WRONG),
    ],
)
def test_dates_that_leave_no_week_are_refused_where_it_shows(start: str, target: str, field: str, message: str) -> None:
    form = dates_form(start=start, target=target)
    assert form.errors[field] == [message]
    assert (form["start"].value(), form["target"].value()) == (start, target)


@pytest.mark.parametrize(
    ("start", "target"),
    [
        ("2026-11-30", "2026-12-06"),
        ("2026-12-07", "2026-12-13"),
        ("2026-12-08", "2026-12-20"),
        ("2026-12-07", "2041-12-18"),
        ("2027-07-05", "2027-07-25"),
    ],
)
def test_one_whole_open_week_is_enough(start: str, target: str) -> None:
    assert dates_form(start=start, target=target).is_valid()


@pytest.mark.parametrize("name", ["start", "target"])
@pytest.mark.parametrize("text", [*NO_DAY, "٢٠٢٩-١٢-٣١", "2026-12-07\0", *HOSTILE], ids=shortened)
def test_what_is_no_day_is_refused_and_kept(name: str, text: str) -> None:
    form = dates_form({name: text})
    assert form.errors == {name: [{"start": forms.START_WRONG, "target": forms.TARGET_WRONG}[name]]}
    assert form[name].value() == text


def test_weeks_that_cannot_be_read_do_not_hide_what_is_wrong_with_the_dates() -> None:
    form = dates_form(target="2026-12-06", blocked_weeks="next week")
    assert form.errors["target"] == [forms.TARGET_EARLY.format("2029-12-06")]
    assert "next week" in form.errors["blocked_weeks"][0]


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
    form = dates_form(blocked_weeks=text)
    assert form.errors == {"blocked_weeks": [said]}
    assert form["blocked_weeks"].value() == text


def test_messages_say_what_to_do() -> None:
    said = [value for name, value in vars(forms).items() if name.isupper() and isinstance(value, str)]
    assert len(said) >= 7
    assert all(not message.endswith(".") and "!" not in message and "Please" not in message for message in said)


days = st.dates(date(1990, 1, 1), date(2110, 1, 1)).map(date.isoformat)


@settings(max_examples=200, deadline=None)
@given(days | st.text(max_size=12), days | st.text(max_size=12), days | st.text(max_size=40))
def test_whatever_is_valid_can_be_planned(start: str, target: str, blocked: str) -> None:
    form = dates_form(start=start, target=target, blocked_weeks=blocked)
    assert [form[name].value() for name in ("start", "target", "blocked_weeks")] == [start, target, blocked]
    if form.is_valid():
        given = form.cleaned_data
        assert TODAY - timedelta(days=7) < given["start"] < given["target"] < date(2100, 1, 1)
        assert all(day.weekday() == 0 for day in given["blocked_weeks"])


@given(st.dates(TODAY, date(2030, 1, 1)), st.integers(-40, 6000))
def test_what_an_error_says_would_work_does(start: date, length: int) -> None:
    form = dates_form(start=start.isoformat(), target=(start + timedelta(days=length)).isoformat(), blocked_weeks="")
    if not form.is_valid():
        message = str(form.errors["target"][0])
        named = message.split()[-3] if message.endswith("or later") else message.split()[-1]
        assert dates_form(start=start.isoformat(), target=named, blocked_weeks="").is_valid(), message
