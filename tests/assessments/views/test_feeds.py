"""The owner sets the calendar up; programs read it at its address without an account, a cookie or a trace."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from assessments.forms import feeds as forms
from assessments.models import Feed, Plan
from assessments.services import feeds as services
from assessments.services.revisions import advance
from assessments.views import feeds as views
from tests import journeys, markup
from tests.assessments.presentation.leaving import lines
from tests.assessments.runs import edit, tick
from tests.markup import Element

pytestmark = pytest.mark.django_db
NEVER = services.WeeklyHour(None, 9, 0, "UTC")


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    journeys.stop_clock(monkeypatch)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def path(plan: Plan) -> str:
    return f"/plans/{plan.pk}/calendar/"


def page(client: Client, plan: Plan) -> Element:
    answer = client.get(path(plan))
    assert answer.status_code == 200
    return markup.read(answer)


def sent(client: Client, plan: Plan, do: str, **changes: str) -> Any:
    """What comes of pressing a button on the page with the fields changed."""
    form = next(form for form in page(client, plan).all("form") if form.all("button", value=do))
    return client.post(path(plan), {**markup.typed(form), **changes, "do": do}, follow=True)


def address(token: str) -> str:
    return f"/calendar/{token}.ics"


def made(plan: Plan, weekly: services.WeeklyHour = NEVER) -> str:
    return address(services.make(plan=plan, weekly=weekly, at=journeys.NOW).token)


def test_the_address_is_made_shown_and_can_be_copied(as_alice: Client, plan: Plan) -> None:
    assert not page(as_alice, plan).all("input", id="address")
    answer = sent(as_alice, plan, "make", weekday="1", time="18:30", zone="Europe/Berlin")
    assert views.MADE in markup.read(answer).text
    feed = Feed.objects.get()
    assert (feed.weekday, feed.hour, feed.minute, feed.zone) == (1, 18, 30, "Europe/Berlin")
    found = page(as_alice, plan)
    field = found.one("input", id="address")
    assert (field["value"], "readonly" in field) == (f"http://testserver{address(feed.token)}", True)
    assert [link["href"] for link in found.all("a") if link["href"].startswith("webcal:")] == [
        f"webcal://testserver{address(feed.token)}"
    ]
    assert markup.typed(found.one("main"))["zone"] == ["Europe/Berlin"]


def test_the_page_says_who_can_read_it_and_what_is_in_it(as_alice: Client, plan: Plan) -> None:
    text = page(as_alice, plan).text
    assert "Whoever has the address" in text
    assert "Your name, ratings, scores, notes" in text


def test_a_new_address_closes_the_old_one_and_closing_it_ends_it(as_alice: Client, client: Client, plan: Plan) -> None:
    first = made(plan)
    assert views.RENEWED in markup.read(sent(as_alice, plan, "renew")).text
    second = address(Feed.objects.get().token)
    assert [client.get(place).status_code for place in (first, second)] == [404, 200]
    assert views.CLOSED in markup.read(sent(as_alice, plan, "close")).text
    assert client.get(second).status_code == 404
    assert not page(as_alice, plan).all("input", id="address")


@pytest.mark.parametrize("do", ["save", "renew", "", "x"])
def test_a_form_that_is_older_than_the_closing_opens_nothing(as_alice: Client, plan: Plan, do: str) -> None:
    given = {"weekday": "1", "time": "18:30", "zone": "UTC", "do": do}
    answer = as_alice.post(path(plan), given, follow=True)
    assert views.GONE in markup.read(answer).text
    assert not Feed.objects.exists()


def test_sending_the_form_twice_makes_one_address(as_alice: Client, plan: Plan) -> None:
    given = {"weekday": "", "time": "09:00", "zone": "UTC", "do": "make"}
    for _ in range(2):
        assert as_alice.post(path(plan), given)["Location"] == path(plan)
    assert Feed.objects.count() == 1


def test_what_cannot_be_an_hour_is_said_and_kept(as_alice: Client, plan: Plan) -> None:
    given = {"weekday": "9", "time": "half past six", "zone": "Mars/Olympus", "do": "make"}
    answer = as_alice.post(path(plan), given)
    found = markup.read(answer)
    assert answer.status_code == 422
    summary = found.one("div", role="alert")
    for message in (forms.CHOOSE_DAY, forms.ENTER_TIME, forms.CHOOSE_ZONE):
        assert message in summary.text
    assert found.one("input", name="time")["value"] == "half past six"
    assert not Feed.objects.exists()


def test_a_program_reads_it_without_an_account_or_a_cookie(client: Client, plan: Plan) -> None:
    answer = client.get(made(plan, services.WeeklyHour(1, 18, 30, "America/New_York")))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert not answer.cookies
    assert "Vary" not in answer
    found = lines.read(answer.content)
    assert {part.name for part in found.parts} == {"VTIMEZONE", "VEVENT"}
    assert b"testserver" not in answer.content


def test_who_is_signed_in_gets_the_same(as_alice: Client, client: Client, plan: Plan) -> None:
    place = made(plan)
    mine, others = as_alice.get(place), client.get(place)
    assert (mine.content, sorted(mine.items())) == (others.content, sorted(others.items()))


def test_a_program_that_has_it_is_told_so_until_something_changes(client: Client, plan: Plan) -> None:
    place = made(plan)
    tag = client.get(place)["ETag"]
    same = client.get(place, headers={"If-None-Match": tag})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", tag)
    assert same["Cache-Control"] == "private, no-cache"
    tick(plan, plan.current.actions[0]["id"], at=journeys.NOW + timedelta(hours=1))
    after = client.get(place, headers={"If-None-Match": tag})
    assert (after.status_code, b"Done: " in after.content) == (200, True)
    services.set_weekly(plan=plan, weekly=services.WeeklyHour(0, 7, 0, "UTC"))
    assert client.get(place, headers={"If-None-Match": after["ETag"]}).status_code == 200


def test_only_looking_is_possible(client: Client, plan: Plan) -> None:
    place = made(plan)
    head = client.head(place)
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(client.get(place).content))
    assert {client.generic(method, place).status_code for method in ("POST", "PUT", "DELETE", "OPTIONS")} == {405}


def test_a_wrong_address_and_an_old_one_are_missing_alike(client: Client, plan: Plan) -> None:
    old = made(plan)
    services.renew(plan=plan)
    answers = [client.get(place) for place in (old, address("x" * 43), address("x"), address("%F0%9F%A6%89"))]
    assert {answer.status_code for answer in answers} == {404}
    assert {answer.content for answer in answers} == {views.MISSING.encode()}
    assert len({str(sorted(answer.items())) for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)


def test_who_tries_many_addresses_has_to_wait_and_readers_do_not(client: Client, plan: Plan) -> None:
    place = made(plan)
    statuses = [client.get(address(f"guess-{number}")).status_code for number in range(65)]
    assert (statuses[0], statuses[-1]) == (404, 429)
    assert client.get(place).status_code == 200
    cache.clear()


def test_skipped_steps_are_not_in_it(client: Client, plan: Plan) -> None:
    action = plan.current.actions[0]["id"]
    place = made(plan)
    before = client.get(place).content.count(b"BEGIN:VEVENT")
    turns = {action: lambda entry: entry.turned("skipped", journeys.NOW.date(), "No")}
    advance(plan=plan, edit=edit(plan), turns=turns, words="Skipped it")
    after = client.get(place).content
    assert after.count(b"BEGIN:VEVENT") < before
    assert b"CANCELLED" not in after
