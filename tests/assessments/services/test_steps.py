"""Writes on one step: what each keeps, what it says, and what is too much."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User

from assessments.domain.following.progress import Progress
from assessments.models import Plan, Revision
from assessments.services import steps
from tests.assessments.runs import ACTION, NOW, drawn, edit

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 8)


@pytest.fixture
def plan(alice: User) -> Plan:
    """A plan of one action."""
    return Plan.objects.whole().get(pk=drawn(alice, ACTION).pk)


def current(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def progress(plan: Plan) -> Progress:
    return current(plan).following[ACTION]


def said(plan: Plan) -> str:
    """The words of the last change with the name of the step taken out."""
    start, _, rest = current(plan).words.partition("“")
    return f"{start.strip()}{rest.partition('”')[2]}".strip()


def log(plan: Plan, hours: float, day: date = DAY) -> None:
    steps.log_hours(plan=plan, edit=edit(plan), action=ACTION, day=day, hours=hours)


@pytest.mark.parametrize(
    ("state", "reason", "words"),
    [
        ("doing", "", "under way"),
        ("blocked", "No access yet", "blocked: No access yet"),
        ("done", "", "done"),
        ("skipped", "No time", "skipped: No time"),
    ],
)
def test_a_state_is_kept_and_said(plan: Plan, state: str, reason: str, words: str) -> None:
    steps.set_state(plan=plan, edit=edit(plan), action=ACTION, state=state, reason=reason)
    assert (progress(plan).state, progress(plan).reason, said(plan)) == (state, reason, words)


def test_a_long_reason_is_kept_whole_and_cut_only_in_the_words(plan: Plan) -> None:
    steps.set_state(plan=plan, edit=edit(plan), action=ACTION, state="blocked", reason="x" * 300)
    assert progress(plan).reason == "x" * 300
    assert len(current(plan).words) <= 400


def test_hours_add_up_and_start_the_step(plan: Plan) -> None:
    log(plan, 1)
    assert said(plan) == "Logged 1 hour on"
    log(plan, 2.5, DAY - timedelta(days=1))
    assert said(plan) == "Logged 2.5 hours on"
    assert (progress(plan).state, progress(plan).started, progress(plan).hours) == ("doing", DAY, 3.5)


def test_a_day_takes_no_more_than_24_hours_whoever_counts_at_the_same_time(plan: Plan) -> None:
    log(plan, 20)
    with pytest.raises(steps.TooManyHours) as refused:
        log(plan, 4.25)
    assert (refused.value.there, progress(plan).hours) == (20, 20)
    log(plan, 24, DAY + timedelta(days=1))
    assert progress(plan).hours == 44


def test_a_step_has_so_many_entries_and_no_more(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "MOST_ENTRIES", 2)
    log(plan, 1)
    log(plan, 1)
    with pytest.raises(steps.TooManyEntries):
        log(plan, 1)
    assert current(plan).number == 3


def test_one_of_two_equal_entries_is_taken_away(plan: Plan) -> None:
    log(plan, 2)
    log(plan, 2)
    steps.drop_hours(plan=plan, edit=edit(plan), action=ACTION, day=DAY, hours=2)
    assert (progress(plan).hours, said(plan)) == (2, "Removed 2 hours from")
    before = current(plan).number
    steps.drop_hours(plan=plan, edit=edit(plan), action=ACTION, day=DAY, hours=7)
    assert current(plan).number == before


@pytest.mark.parametrize(("spent", "words"), [(0, "$0"), (1250, "$1,250")])
def test_money_is_kept_and_said(plan: Plan, spent: int, words: str) -> None:
    steps.set_spent(plan=plan, edit=edit(plan), action=ACTION, spent_usd=spent)
    assert (progress(plan).spent_usd, said(plan)) == (spent, f"Money spent on: {words}")
    steps.set_spent(plan=plan, edit=edit(plan), action=ACTION, spent_usd=None)
    assert current(plan).progress == {}


def test_the_moment_of_the_change_is_the_day_of_the_state(plan: Plan) -> None:
    steps.set_state(plan=plan, edit=edit(plan, NOW + timedelta(days=3)), action=ACTION, state="done", reason="")
    assert progress(plan).ended == (NOW + timedelta(days=3)).date()
