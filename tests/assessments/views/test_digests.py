"""The digest is chosen on a page, and stopped by one click in a mail program or by a button, never by a scanner."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from assessments.forms.digests import CHOOSE_FREQUENCY
from assessments.models import Digest
from assessments.services import digests
from tests import markup
from tests.journeys import NOW, stop_clock

pytestmark = pytest.mark.django_db
PLACE = "/profile/digest/"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def digest(alice: User) -> Digest:
    return digests.choose(user=alice, frequency="weekly", zone="UTC", at=NOW)


def main(answer: Any, status: int = 200) -> markup.Element:
    assert answer.status_code == status
    return markup.read(answer).one("main")


def stop(digest: Digest) -> str:
    return f"/digest/stop/{digest.token}/"


def frequency() -> str:
    return str(Digest.objects.get().frequency)


def test_nobody_gets_mail_who_did_not_ask(as_alice: Client) -> None:
    page = main(as_alice.get(PLACE))
    assert markup.typed(page)["frequency"] == ["off"]
    assert "No email is sent to you now" in page.text
    assert not Digest.objects.exists()


@pytest.mark.parametrize(
    ("chosen", "coming"), [("weekly", "7 December 2026"), ("monthly", "7 December 2026"), ("off", "")]
)
def test_a_choice_is_kept_and_says_when_the_next_one_leaves(as_alice: Client, chosen: str, coming: str) -> None:
    form = markup.typed(main(as_alice.get(PLACE))) | {"frequency": chosen, "zone": "America/New_York"}
    answer = as_alice.post(PLACE, form, follow=True)
    page = markup.read(answer)
    assert markup.typed(page.one("main"))["frequency"] == [chosen]
    assert markup.typed(page.one("main"))["zone"] == ["America/New_York"]
    assert (f"The next email leaves on {coming}" in page.text) == bool(coming)
    assert as_alice.get("/profile/").content.decode().count(f'href="{PLACE}"') == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"frequency": "daily"}, CHOOSE_FREQUENCY),
        ({"frequency": ""}, CHOOSE_FREQUENCY),
        ({"zone": "Mars/Olympus"}, "Choose a time zone"),
        ({"zone": "../etc/passwd"}, "Choose a time zone"),
    ],
)
def test_what_is_not_on_the_list_is_refused(as_alice: Client, changes: dict[str, str], words: str) -> None:
    answer = as_alice.post(PLACE, {"frequency": "weekly", "zone": "UTC"} | changes)
    assert words in main(answer, 422).one("div", class_="error-summary").text
    assert not Digest.objects.exists()


def test_opening_the_link_stops_nothing(digest: Digest) -> None:
    for method in ("get", "head"):
        assert getattr(Client(), method)(stop(digest)).status_code == 200
    assert frequency() == "weekly"
    page = main(Client().get(stop(digest)))
    assert page.one("h1").text == "Stop these emails?"
    assert [button.text for button in page.all("button")] == ["Stop these emails"]


@pytest.mark.parametrize("body", [ONE_CLICK, {}])
def test_one_click_stops_it_without_a_cookie_or_a_token(digest: Digest, body: dict[str, str]) -> None:
    for _ in range(2):
        answer = Client(enforce_csrf_checks=True).post(stop(digest), body)
        assert main(answer).one("h1").text == "These emails are stopped"
        assert not answer.cookies
    assert frequency() == "off"
    assert main(Client().get(stop(digest))).one("h1").text == "These emails are stopped"


def test_the_button_on_the_page_does_the_same(digest: Digest) -> None:
    client = Client(enforce_csrf_checks=True)
    form = main(client.get(stop(digest))).one("form")
    assert markup.typed(form) == {"List-Unsubscribe": ["One-Click"]}
    page = main(client.post(form["action"], markup.typed(form)))
    assert page.one("a")["href"] == PLACE
    assert frequency() == "off"


def test_it_can_be_turned_on_again_and_the_old_link_still_stops_it(as_alice: Client, digest: Digest) -> None:
    Client().post(stop(digest), ONE_CLICK)
    as_alice.post(PLACE, {"frequency": "monthly", "zone": "UTC"})
    assert frequency() == "monthly"
    Client().post(stop(digest), ONE_CLICK)
    assert frequency() == "off"


def test_the_page_is_sealed_and_tells_nobody_who_it_is(digest: Digest, alice: User) -> None:
    answer = Client().get(stop(digest))
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]
    assert alice.email not in answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_wrong_link_says_so_and_changes_nothing(digest: Digest, method: str) -> None:
    page = main(getattr(Client(), method)("/digest/stop/wrong/"), 404)
    assert page.one("h1").text == "This link stops no email"
    assert frequency() == "weekly"


def test_who_guesses_links_has_to_wait(digest: Digest) -> None:
    cache.clear()
    statuses = {Client().get(f"/digest/stop/{number}/").status_code for number in range(70)}
    assert statuses == {404, 429}
    cache.clear()


def test_turning_it_off_by_the_page_stops_what_waits(as_alice: Client, digest: Digest, mailoutbox: list[Any]) -> None:
    monday = datetime(2026, 12, 7, 8, tzinfo=UTC)
    digests.make_due(at=monday)
    as_alice.post(PLACE, {"frequency": "off", "zone": "UTC"})
    while digests.send_next(clock=lambda: monday, compose=lambda mailing, today: None):
        pass
    assert mailoutbox == []
    assert timezone.now() == NOW
