"""What the builder takes: dates in order, hours and money as planning counts them, actions that go together."""

from datetime import date
from uuid import UUID

import pytest

from assessments.domain.persona.request import PlanRequest
from assessments.forms import plans as forms
from assessments.forms.amounts import BUDGET_WRONG
from assessments.forms.plans import PlanForm
from tests.assessments.forms.filled import ACTIONS, CONDITIONS, ID, MOVES, plan_form


def test_a_full_form_is_a_request() -> None:
    form = plan_form(
        unavailable=["data-access"],
        done=["sql-course"],
        pinned=["agile-course", "target-search", "agile-course"],
        excluded=["ms-informatics-online"],
        **{"move-target-search": "yes", "move-ms-informatics-online": "no"},
    )
    assert form.is_valid()
    assert form.given == PlanRequest(
        start=date(2026, 12, 7),
        target=date(2029, 12, 31),
        hours_per_week=6.0,
        budget_usd=15000,
        blocked_weeks=frozenset({date(2027, 7, 5), date(2027, 7, 12)}),
        open_to=frozenset({"target-search"}),
        done=frozenset({"sql-course"}),
        pinned=frozenset({"agile-course", "target-search"}),
        excluded=frozenset({"ms-informatics-online"}),
        running=(),
    )
    assert form.cleaned_data["unavailable"] == ["data-access"]
    assert form.cleaned_data["id"] == UUID(ID)


def test_what_is_not_ticked_is_not_asked_for() -> None:
    form = plan_form(blocked_weeks="")
    assert form.is_valid()
    request = form.given
    nothing: frozenset[str] = frozenset()
    assert (request.open_to, request.done, request.pinned, request.excluded) == (nothing,) * 4
    assert request.blocked_weeks == frozenset()
    assert form.cleaned_data["unavailable"] == []


@pytest.mark.parametrize("id", ["", "x", ID[:-1], "\0", "\ud800", "🦉", "x" * 10**6], ids=lambda text: ascii(text)[:12])
def test_an_id_that_nobody_could_mend_is_replaced(id: str) -> None:
    form, again = plan_form(id=id), plan_form(id=id)
    assert form.is_valid()
    assert again.is_valid()
    assert isinstance(form.cleaned_data["id"], UUID)
    assert form.cleaned_data["id"] != again.cleaned_data["id"]


def test_an_empty_form_says_what_is_missing() -> None:
    form = PlanForm({}, actions=ACTIONS, moves=MOVES, conditions=CONDITIONS)
    assert form.errors == {
        "start": [forms.START_WRONG],
        "target": [forms.TARGET_WRONG],
        "hours_per_week": [forms.HOURS_WRONG],
        "budget_usd": [BUDGET_WRONG],
    }


@pytest.mark.parametrize(
    ("start", "target", "field", "message"),
    [
        ("2026-12-07", "2026-12-07", "target", forms.TARGET_EARLY),
        ("2026-12-07", "2026-12-06", "target", forms.TARGET_EARLY),
        ("2026-12-07", "2026-12-12", "target", forms.TARGET_SHORT),
        ("2026-12-08", "2026-12-19", "target", forms.TARGET_SHORT),
        ("2026-12-07", "2041-12-19", "target", forms.TARGET_FAR),
        ("2026-12-07", "2099-12-31", "target", forms.TARGET_FAR),
        ("2027-07-05", "2027-07-18", "blocked_weeks", forms.ALL_BLOCKED),
        ("1999-12-31", "2029-12-31", "start", forms.START_WRONG),
        ("2026-12-07", "2100-01-01", "target", forms.TARGET_WRONG),
        ("0001-01-01", "9999-12-31", "start", forms.START_WRONG),
    ],
)
def test_dates_that_leave_no_week_are_refused_where_it_shows(start: str, target: str, field: str, message: str) -> None:
    form = plan_form(start=start, target=target)
    assert form.errors[field] == [message]
    assert (form["start"].value(), form["target"].value()) == (start, target)


@pytest.mark.parametrize(
    ("start", "target"),
    [
        ("2026-12-07", "2026-12-13"),
        ("2026-12-08", "2026-12-20"),
        ("2026-12-07", "2041-12-18"),
        ("2027-07-05", "2027-07-25"),
    ],
)
def test_one_whole_open_week_is_enough(start: str, target: str) -> None:
    assert plan_form(start=start, target=target).is_valid()


def test_weeks_that_cannot_be_read_do_not_hide_what_is_wrong_with_the_dates() -> None:
    form = plan_form(target="2026-12-01", blocked_weeks="next week")
    assert form.errors["target"] == [forms.TARGET_EARLY]
    assert "next week" in form.errors["blocked_weeks"][0]


def test_no_action_is_both_in_the_plan_and_left_out() -> None:
    form = plan_form(pinned=["sql-course", "agile-course"], excluded=["agile-course"])
    assert form.errors == {"pinned": [forms.CONTRADICTION]}
    assert form.picked == {"done": set(), "pinned": {"sql-course", "agile-course"}, "excluded": {"agile-course"}}


def test_moves_are_closed_until_somebody_opens_them() -> None:
    fresh = PlanForm(actions=ACTIONS, moves=MOVES, conditions=CONDITIONS)
    assert [fresh[f"move-{move}"].value() for move in MOVES] == ["no", "no"]
    sent = plan_form(**{"move-target-search": "yes"})
    assert sent.is_valid()
    assert sent.given.open_to == {"target-search"}


def test_an_answer_on_a_move_is_yes_or_no() -> None:
    form = plan_form(**{"move-target-search": "maybe"})
    assert form.errors == {"move-target-search": [forms.YES_OR_NO]}


def test_a_move_that_was_not_offered_stays_closed() -> None:
    form = plan_form(**{"move-sql-course": "yes"})
    assert form.is_valid()
    assert form.given.open_to == frozenset()


def test_messages_say_what_to_do() -> None:
    said = [value for name, value in vars(forms).items() if name.isupper() and isinstance(value, str)]
    assert len(said) >= 10
    assert all(not message.endswith(".") and "!" not in message and "Please" not in message for message in said)
