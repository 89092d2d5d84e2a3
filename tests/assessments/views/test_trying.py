"""Trying without an account: a browser keeps its own attempt, signing up or in claims it, nobody else gets in."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Rating
from assessments.services import answers, attempts, tries
from tests import journeys, markup
from tests.accounts.steps import code_in_mail, sign_in, sign_up
from tests.addresses import NOBODYS

pytestmark = pytest.mark.django_db
PATH = "/assessments/"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)


def begun(client: Client, **changes: str) -> Attempt:
    """An attempt started and answered once in this browser."""
    form = markup.typed(markup.read(client.get(PATH)).one("form")) | {"level": "cmio"} | changes
    answer = client.post(PATH, form)
    attempt = Attempt.objects.latest("started_at")
    assert answer["Location"] == journeys.address(attempt)
    client.post(journeys.address(attempt, "cds/"), {"level": "3", "evidence": "Led the clean-up"})
    return attempt


def everything(client: Client, attempt: Attempt) -> list[int]:
    rests = ("", "check/", "cds/", f"scenarios/{journeys.items(attempt)[0]}/")
    return [client.get(journeys.address(attempt, rest)).status_code for rest in rests]


def test_nobody_is_remembered_for_looking(client: Client) -> None:
    assert client.get(PATH).status_code == 200
    assert not client.cookies.get("sessionid")


def test_a_stranger_starts_answers_and_gets_a_result(client: Client) -> None:
    attempt = begun(client)
    assert (attempt.user, attempt.ratings.get().level) == (None, 3)
    assert everything(client, attempt) == [200] * 4
    journeys.rate(attempt, only=[skill for skill in journeys.skills(attempt) if skill != "cds"])
    assert client.post(journeys.address(attempt, "check/"))["Location"] == journeys.address(attempt, "result/")
    result = markup.read(client.get(journeys.address(attempt, "result/")))
    keep = next(link for link in result.all("a") if link.text == "Create an account")
    assert keep["href"] == f"/accounts/signup/?next={journeys.address(attempt, 'result/')}"
    assert "CMIO, started 1 December 2026" in markup.read(client.get(PATH)).text


def test_no_cache_keeps_what_a_stranger_answered(client: Client) -> None:
    attempt = begun(client)
    for rest in ("", "cds/"):
        assert client.get(journeys.address(attempt, rest))["Cache-Control"] == "private, no-store"


def test_the_way_back_stays_open_for_as_long_as_the_answers_are_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, ages = journeys.address(begun(client), "ehr_optimisation/"), []
    for hours in (1, 10, 22):
        journeys.stop_clock(monkeypatch, journeys.NOW + timedelta(hours=hours))
        cookie = client.post(path, {"level": "4"}).cookies.get("sessionid")
        ages.append(cookie and timedelta(seconds=cookie["max-age"]) - tries.KEPT)
    # Once a day: a session that is written with every answer could undo what another tab does to it meanwhile.
    assert ages == [None, None, timedelta(days=1)]


def test_in_another_browser_it_asks_to_sign_in_like_what_never_was(client: Client) -> None:
    attempt, other = begun(client), Client()
    there, missing = (other.get(f"/assessments/{id}/cds/") for id in (attempt.pk, NOBODYS))
    assert there["Location"] == f"/accounts/login/?next=/assessments/{attempt.pk}/cds/"
    assert there.status_code == missing.status_code == 302


def test_a_user_who_did_not_start_it_finds_nothing(client: Client, as_charlie: Client) -> None:
    attempt = begun(client)
    assert everything(as_charlie, attempt) == [404] * 4
    assert as_charlie.post(journeys.address(attempt, "cds/"), {"level": "5"}).status_code == 404
    assert Rating.objects.get().level == 3


def test_its_id_alone_does_not_let_anybody_in(client: Client) -> None:
    attempt, other = begun(client), Client()
    form = markup.typed(markup.read(other.get(PATH)).one("form")) | {"level": "cmio", "id": str(attempt.pk)}
    assert other.post(PATH, form).status_code == 422
    assert other.get(journeys.address(attempt)).status_code == 302


def test_a_double_click_makes_one_attempt_that_either_answer_opens(client: Client) -> None:
    form = markup.typed(markup.read(client.get(PATH)).one("form")) | {"level": "cmio"}
    # The second click is on its way before the first answer brings a cookie.
    browsers = (Client(), Client())
    locations = {browser.post(PATH, form)["Location"] for browser in browsers}
    attempt = Attempt.objects.get()
    assert locations == {journeys.address(attempt)}
    assert [browser.get(journeys.address(attempt)).status_code for browser in browsers] == [200, 200]


def test_signing_in_claims_it(client: Client, alice: User) -> None:
    attempt = begun(client)
    sign_in(client, alice.email)
    attempt.refresh_from_db()
    assert (attempt.user, attempt.ratings.get().evidence) == (alice, "Led the clean-up")
    assert everything(client, attempt) == [200] * 4
    assert tries.of(client.session) == []


def test_signing_up_claims_it_once_the_address_is_confirmed(client: Client) -> None:
    attempt = begun(client)
    sign_up(client)
    attempt.refresh_from_db()
    assert attempt.user is None
    client.post("/accounts/confirm-email/", {"code": code_in_mail()})
    attempt.refresh_from_db()
    assert attempt.user == User.objects.get()
    assert attempt.ratings.get().level == 3


def test_after_signing_out_the_browser_holds_nothing_of_it(client: Client, alice: User) -> None:
    attempt = begun(client)
    sign_in(client, alice.email)
    client.post("/accounts/logout/")
    assert client.get(journeys.address(attempt)).status_code == 302


def test_what_was_purged_says_so_and_shows_the_way_on(client: Client) -> None:
    attempt = begun(client)
    tries.purge(at=journeys.NOW + timedelta(days=14))
    for method in (client.get, client.post):
        answer: Any = method(journeys.address(attempt, "cds/"))
        assert answer.status_code == 404
        assert "deleted 14 days after its last answer" in markup.read(answer).text
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    ("rest", "service", "write"), [("cds/", answers, "save_rating"), ("check/", attempts, "submit")]
)
def test_what_is_purged_while_an_answer_is_on_its_way_says_so_too(
    client: Client, monkeypatch: pytest.MonkeyPatch, rest: str, service: Any, write: str
) -> None:
    attempt, late = begun(client), getattr(service, write)
    monkeypatch.setattr(service, write, lambda **rest: Attempt.objects.all().delete() and late(**rest))
    answer = client.post(journeys.address(attempt, rest), {"level": "4"})
    assert (answer.status_code, "no longer kept" in markup.read(answer).text) == (404, True)


def test_starting_sweeps_away_what_was_left_behind(client: Client) -> None:
    old = begun(Client())
    Attempt.objects.update(started_at=journeys.NOW - timedelta(days=15))
    Rating.objects.update(saved_at=journeys.NOW - timedelta(days=15))
    begun(client)
    assert not Attempt.objects.filter(pk=old.pk).exists()


def test_an_answer_sent_after_the_session_ended_is_back_after_signing_in(client: Client, alice: User) -> None:
    attempt = journeys.started(alice)
    path = journeys.address(attempt, "cds/")
    sent = {"level": "4", "low_confidence": "on", "evidence": "Chaired the alert board"}
    for headers in ({}, {"HX-Request": "true"}):
        answer = client.post(path, sent, headers=headers)
        assert "/accounts/login/?next=" in answer.get("HX-Redirect", answer.get("Location", ""))
    assert not Rating.objects.exists()
    sign_in(client, alice.email)
    page = markup.read(client.get(path))
    assert {name: value for name, [value] in markup.typed(page).items() if name in sent} == sent
    assert "It is back on this page" in page.text
    client.post(path, markup.typed(page.one("form")))
    assert Rating.objects.get().evidence == "Chaired the alert board"
    assert "It is back on this page" not in markup.read(client.get(path)).text


def test_what_is_held_is_bounded_and_shown_to_nobody_else(client: Client, alice: User, charlie: User) -> None:
    path = journeys.address(journeys.started(alice), "cds/")
    client.post(path, {"level": "4", "evidence": "x" * 3000})
    assert "held" not in client.session
    client.post(path, {"level": "4", "evidence": "Canary"})
    sign_in(client, charlie.email)
    own = journeys.address(journeys.started(charlie), "cds/")
    assert client.get(path).status_code == 404
    assert b"Canary" not in client.get(own).content
