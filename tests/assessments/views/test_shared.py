"""A guest rates by a link, without an account, and learns nothing of the owner but what the owner typed for it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from assessments.forms.second import CHOOSE_VIEW
from assessments.models import Attempt, Invitation, MentorRating
from assessments.services import attempts, profiles, tries
from assessments.services import second as services
from tests import journeys, markup
from tests.assessments.runs import all_rows
from tests.markup import Element

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
UNKNOWN = "x" * 43


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Attempt:
    journeys.stop_clock(monkeypatch)
    return journeys.started(alice)


@pytest.fixture
def link(attempt: Attempt) -> Invitation:
    return services.invite(attempt=attempt, id=uuid4(), mentor="Dr. Lee <Park>", asker="Asha & Co", at=journeys.NOW)


def path(link: Invitation, rest: str = "") -> str:
    return f"/shared/{link.token}/{rest}"


def page(client: Client, link: Invitation, rest: str = "", status: int = 200) -> Element:
    answer = client.get(path(link, rest))
    assert answer.status_code == status
    return markup.read(answer)


def drawn(client: Client, link: Invitation, rest: str = "cds/") -> dict[str, Any]:
    """What the form of a skill would send if nobody touched it."""
    return markup.typed(page(client, link, rest).one("form"))


def levels() -> dict[str, int | None]:
    return dict(MentorRating.objects.values_list("skill", "level"))


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_the_first_page_says_who_asks_for_what_and_until_when(client: Client, link: Invitation) -> None:
    whole = page(client, link)
    assert whole.one("h1").text == "Asha & Co asks for your view"
    assert whole.one("p", class_="kicker").text == "For Dr. Lee <Park>"
    banner = whole.one("div", class_="banner").text
    assert banner.startswith("Shared by Asha & Co, until 31 December 2026.")
    assert "Never enter patient data" in banner
    assert "beside their own, never instead of it" in whole.one("main").text
    assert len(whole.one("main").all("ul", class_="tasks")) == 9
    assert sum(len(group.all("li")) for group in whole.all("ul", class_="tasks")) == 31
    assert "0 of 31 skills answered" in whole.text


def test_a_skill_offers_the_same_statements_and_two_ways_out(client: Client, link: Invitation) -> None:
    whole = page(client, link, "cds/")
    rows = journeys.catalogue(link.attempt)
    offered = {label.one("input")["value"]: label.text for label in whole.all("label", class_="level")}
    assert list(offered) == ["1", "2", "3", "4", "5", "0", "cannot"]
    assert all(offered[str(level)].endswith(rows.anchor("cds", level)) for level in range(1, 6))
    assert offered["0"].startswith("Has not had the chance, as far as I know")
    assert "level" not in markup.typed(whole.one("form"))


def test_the_pages_are_sealed(client: Client, link: Invitation) -> None:
    paths = ("", "cds/")
    answers = [client.get(path(link, rest)) for rest in paths] + [client.post(path(link, "cds/"), {"level": "1"})]
    services.revoke(invitation=link, at=journeys.NOW)
    for answer in (*answers, client.get(path(link))):
        # No other site learns the address; `no-referrer` would also keep forms from being taken.
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert b'<meta name="robots" content="noindex">' in answers[0].content


def test_answers_are_kept_and_the_button_leads_on(client: Client, link: Invitation) -> None:
    answer = client.post(path(link, "cds/"), drawn(client, link) | {"level": "3", "go": "1"})
    assert answer["Location"] == path(link, "ai_governance/")
    client.post(path(link, "ai_governance/"), {"level": "0", "later": "1"})
    assert levels() == {"cds": 3, "ai_governance": 0}
    assert client.post(path(link, "ethics/"), {"later": "1"})["Location"] == path(link)
    assert markup.typed(page(client, link, "cds/").one("form"))["level"] == ["3"]
    client.post(path(link, "cds/"), drawn(client, link) | {"level": "cannot", "go": "1"})
    assert levels() == {"cds": None, "ai_governance": 0}
    whole = page(client, link)
    assert "2 of 31 skills answered, one of them with ‘I cannot say’" in whole.text
    assert [tag.text for tag in whole.all("span", class_="tag")].count("Cannot say") == 1


def test_a_change_is_saved_by_itself(client: Client, link: Invitation) -> None:
    form = page(client, link, "cds/").one("form")
    sent = markup.typed(form)
    for _ in range(2):
        answer = client.post(form["hx-post"], sent | {"level": "3", "turn": "1"}, headers=HTMX)
        assert markup.read(answer).text == "Saved at 09:30 UTC, 1 December 2026"
    client.post(form["hx-post"], sent | {"level": "4", "turn": "2"}, headers=HTMX)
    client.post(form["hx-post"], sent | {"level": "3", "turn": "1"}, headers=HTMX)
    assert levels() == {"cds": 4}


@pytest.mark.parametrize("level", ["", "6", "-1", "x", "3\0"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_what_is_not_on_the_page_is_refused(
    client: Client, link: Invitation, level: str, headers: dict[str, str]
) -> None:
    answer = client.post(path(link, "cds/"), {"level": level}, headers=headers)
    assert (answer.status_code, levels()) == (422, {})
    assert CHOOSE_VIEW in markup.read(answer).text
    assert client.post(path(link, "nothing/"), {"level": "3"}).status_code == 404


def test_the_second_of_two_tabs_sees_what_changed_and_both(client: Client, link: Invitation) -> None:
    first, second = (drawn(client, link) for _ in range(2))
    client.post(path(link, "cds/"), first | {"level": "2", "go": "1"})
    automatic = client.post(path(link, "cds/"), second | {"level": "4"}, headers=HTMX)
    assert automatic.status_code == 409
    assert "changed this answer" in markup.read(automatic).text
    answer = client.post(path(link, "cds/"), second | {"level": "4", "go": "1"})
    whole = markup.read(answer)
    assert (answer.status_code, levels()) == (409, {"cds": 2})
    assert markup.title(whole).startswith("Error: ")
    assert whole.one("blockquote").text.startswith("Supervised.")
    again = markup.typed(whole.one("form"))
    assert again["level"] == ["4"]
    client.post(path(link, "cds/"), again | {"go": "1"})
    assert levels() == {"cds": 4}


def test_being_done_is_said_and_everything_still_opens(client: Client, link: Invitation) -> None:
    for _ in range(2):
        assert client.post(path(link))["Location"] == path(link)
    whole = page(client, link)
    assert "Thank you. Asha & Co sees what you rated." in whole.text
    assert not whole.one("main").all("button")
    assert client.post(path(link, "cds/"), {"level": "1"}).status_code == 302


def test_a_link_still_opens_after_the_attempt_was_submitted(client: Client, link: Invitation) -> None:
    journeys.rate(link.attempt)
    attempts.submit(attempt=link.attempt, at=journeys.NOW)
    client.post(path(link, "cds/"), {"level": "4"})
    assert levels() == {"cds": 4}


def test_a_link_expires_and_says_whom_to_ask(client: Client, link: Invitation, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = drawn(client, link)
    at(monkeypatch, link.expires_at - timedelta(seconds=1))
    assert client.post(path(link, "cds/"), sent | {"level": "3"}).status_code == 302
    at(monkeypatch, link.expires_at)
    before = all_rows()
    for answer in (client.get(path(link)), client.get(path(link, "cds/")), client.post(path(link, "cds/"), sent)):
        main = markup.read(answer).one("main")
        assert (answer.status_code, main.one("h1").text) == (410, "This link has expired")
        assert "ask Asha & Co for a new link" in main.text
    automatic = client.post(path(link, "cds/"), sent | {"level": "1"}, headers=HTMX)
    assert automatic["HX-Redirect"] == path(link)
    assert all_rows() == before


def test_a_link_that_closes_while_an_answer_is_under_way_says_so(
    client: Client, link: Invitation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(**_: Any) -> None:
        raise services.LinkClosed

    monkeypatch.setattr(services, "rate", closed)
    monkeypatch.setattr(services, "finish", closed)
    assert client.post(path(link, "cds/"), {"level": "3"}, headers=HTMX)["HX-Redirect"] == path(link)
    assert client.post(path(link))["Location"] == path(link)


def test_an_unknown_or_damaged_link_is_plainly_missing(client: Client, link: Invitation) -> None:
    missing = client.get("/none/").content
    kept = (str(link.pk), link.digest, link.nonce)
    for token in (UNKNOWN, link.token[:-1], f"{link.token}x", link.token.swapcase(), *kept):
        for rest in ("", "cds/"):
            answer = client.get(f"/shared/{token}/{rest}")
            assert (answer.status_code, answer.content) == (404, missing)


def test_nobody_tries_links_without_end_and_who_has_one_is_not_kept_out(
    client: Client, alice: User, settings: Settings
) -> None:
    assert settings.ACCOUNT_RATE_LIMITS["guess"] == "60/h/ip"
    settings.ACCOUNT_RATE_LIMITS = {"guess": "3/h/ip"}
    assert [client.get(f"/shared/{UNKNOWN}{n}/").status_code for n in range(4)] == [404, 404, 404, 429]
    token = services.invite(
        attempt=journeys.started(alice), id=uuid4(), mentor="Lee", asker="Asha", at=journeys.NOW
    ).token
    # Whether it has expired is for the clock to say, and for another test.
    assert client.get(f"/shared/{token}/").status_code in {200, 410}


def test_nothing_of_the_owner_is_on_the_pages(client: Client, alice: User, link: Invitation) -> None:
    alice.first_name, alice.last_name, alice.username = "Canaryfirst", "Canarylast", "canaryuser"
    alice.save()
    profiles.save_work(user=alice, profession="nurse", country="NZ", ehr="epic")
    journeys.rate(link.attempt, 4, only=["cds"])
    link.attempt.ratings.update(evidence="canary example")
    other = services.invite(
        attempt=link.attempt, id=uuid4(), mentor="Canarymentor", asker="Canaryasker", at=journeys.NOW
    )
    client.post(path(other, "cds/"), {"level": "1"})
    secrets = [alice.email, "canary", "nurse", str(link.attempt.pk), str(link.pk), "required"]
    answers = [client.get(path(link)), client.get(path(link, "cds/")), client.post(path(link, "cds/"), {})]
    services.revoke(invitation=link, at=journeys.NOW)
    for answer in (*answers, client.get(path(link))):
        main = answer.content.decode().lower()
        assert not [secret for secret in secrets if secret.lower() in main]
        assert "checked" not in main
    assert markup.read(answers[0]).text.count("Rated") == 0


def test_who_opens_their_own_link_is_told_not_to_rate_there(
    client: Client, as_alice: Client, as_charlie: Client, link: Invitation
) -> None:
    told = ["This is your own link" in page(visitor, link).text for visitor in (client, as_alice, as_charlie)]
    assert told == [False, True, False]


def test_a_guest_gets_no_session_and_no_part_in_the_owners_attempt(client: Client, link: Invitation) -> None:
    client.post(path(link, "cds/"), {"level": "1"})
    assert "sessionid" not in client.cookies
    assert tries.of(client.session) == []
    assert client.get(journeys.address(link.attempt))["Location"].startswith("/accounts/login/")
