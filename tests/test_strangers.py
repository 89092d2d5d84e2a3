"""What belongs to somebody else answers, byte for byte, like what never existed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.test import Client

from assessments.models import Attempt, Plan
from assessments.models.attempts import AttemptQuerySet
from assessments.models.calculations import CalculationQuerySet
from assessments.models.evidence import EvidenceQuerySet
from assessments.models.plans import PlanQuerySet
from assessments.models.results import ResultQuerySet
from tests.full_account import Account, Owned, full_account, owned
from tests.tables import changed, fingerprints

pytestmark = pytest.mark.django_db
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
FORM = "application/x-www-form-urlencoded"
SENT = "level=5&answer=A&done=sql-course&hours_per_week=1&budget_usd=1&start=2026-12-07&target=2027-01-31"

FOLLOWING = {"plan", "plan_progress", "plan_step", "plan_undo", "rate_again"}
"""How a plan is followed."""

CHANGING = {"plan_revise", "plan_replan", "plan_proposal", "plan_revisions"}
"""How a plan is planned again."""

CALCULATED = {"calculation", "calculation_changes"}
"""What is being worked out."""

SHARING = {"plan_share", "plan_notes", "plan_note_delete"}
"""Whom a plan is shown to, and what is said about it."""

LEAVING = {"plan_ics", "plan_pdf", "plan_csv", "plan_json", "plan_calendar"}
"""How a plan is taken along."""


@pytest.fixture
def account(alice: User) -> Account:
    return full_account(alice)


def answer(client: Client, method: str, path: str, **headers: str) -> tuple[Any, ...]:
    response = client.generic(method, path, SENT, content_type=FORM, headers=headers)
    return response.status_code, response.content, sorted(response.items())


def told_apart(client: Client, account: Account, **headers: str) -> list[tuple[str, Owned]]:
    """The addresses at which somebody can tell the account's own things from things that never existed."""
    return [
        (method, entry)
        for entry in owned(account)
        for method in METHODS
        if answer(client, method, entry.path, **headers) != answer(client, method, entry.missing, **headers)
    ]


def test_every_private_address_is_among_them(account: Account) -> None:
    names = {entry.name for entry in owned(account)}
    pages = {"attempt", "check", "result", "scenario", "question", "plan_new"}
    pages |= {"working", "gap", "result_pdf", "result_json", "mentor"}
    pages |= {"evidence_entry", "evidence_file", "evidence_delete"}
    pages |= FOLLOWING | CHANGING | CALCULATED | LEAVING | SHARING
    assert names == pages


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_a_stranger_cannot_tell_what_is_there(as_charlie: Client, account: Account, headers: dict[str, str]) -> None:
    before = fingerprints()
    assert told_apart(as_charlie, account, **headers) == []
    reads = [answer(as_charlie, method, entry.path)[0] for entry in owned(account) for method in ("GET", "POST")]
    assert set(reads) == {404}
    assert changed(before) == []


def test_a_stranger_with_an_account_of_their_own_cannot_tell_either(
    as_charlie: Client, charlie: User, account: Account
) -> None:
    full_account(charlie)
    before = fingerprints()
    assert told_apart(as_charlie, account) == []
    assert changed(before) == []


@pytest.mark.parametrize("method", METHODS)
def test_nobody_who_is_signed_out_can_tell_what_is_there(client: Client, account: Account, method: str) -> None:
    for entry in owned(account):
        there, missing = (client.generic(method, path) for path in (entry.path, entry.missing))
        assert (there.status_code, missing.status_code) == (302, 302)
        assert there["Location"].startswith("/accounts/login/?next=")
        assert len(there["Location"]) == len(missing["Location"])


def test_the_owner_gets_an_answer_at_each_of_them(as_alice: Client, account: Account) -> None:
    for entry in owned(account):
        statuses = {as_alice.generic(method, entry.path).status_code for method in ("GET", "POST")}
        assert any(status < 400 for status in statuses), entry
        assert 404 not in statuses, entry


def all_rows(rows: Callable[..., QuerySet[Any]]) -> Callable[..., QuerySet[Any]]:
    """A filter that forgot whose the rows are."""

    def for_user(self: Any, user: User) -> QuerySet[Any]:
        owners = User.objects.exclude(pk=user.pk)
        found = rows(self, owners[0])
        for owner in owners[1:]:
            found |= rows(self, owner)
        return found

    return for_user


# What the harness itself finds is the same on every database.
@pytest.mark.one_database
@pytest.mark.parametrize(
    ("forgetful", "found"),
    [
        (
            AttemptQuerySet,
            {
                *("attempt", "check", "result", "working", "gap", "result_pdf", "result_json", "scenario", "question"),
                "mentor",
            },
        ),
        (PlanQuerySet, FOLLOWING | CHANGING | LEAVING | SHARING),
        (CalculationQuerySet, CALCULATED),
        (ResultQuerySet, {"plan_new"}),
        (EvidenceQuerySet, {"evidence_entry", "evidence_file", "evidence_delete"}),
    ],
)
def test_a_view_that_forgets_whose_it_is_would_be_found(
    as_charlie: Client, account: Account, monkeypatch: pytest.MonkeyPatch, forgetful: type[Any], found: set[str]
) -> None:
    monkeypatch.setattr(forgetful, "for_user", all_rows(forgetful.for_user))
    assert {entry.name for _, entry in told_apart(as_charlie, account)} == found


def test_ids_are_not_counted_up(account: Account) -> None:
    ids = [attempt.pk for attempt in Attempt.objects.all()] + [plan.pk for plan in Plan.objects.all()]
    assert {id.version for id in ids} == {4}
