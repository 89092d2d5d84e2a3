"""A plan has one secret address at most; it can be replaced and closed, and then opens nothing."""

from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from pytest_django.fixtures import Settings

from assessments.models import Feed, Plan
from assessments.models.secrets import fingerprint
from assessments.services import feeds
from assessments.services.feeds import WeeklyHour
from tests.assessments.runs import NOW, drawn
from tests.assessments.services.at_once import at_once, committing

NONE = WeeklyHour(None, 9, 0, "UTC")
EVENING = WeeklyHour(1, 18, 30, "America/New_York")


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, "sql-course")


def found(token: str) -> Plan | None:
    return Plan.objects.with_feed(token).first()


@pytest.mark.django_db
def test_its_address_leads_to_the_plan_and_is_not_kept(plan: Plan) -> None:
    feed = feeds.make(plan=plan, weekly=EVENING, at=NOW)
    assert len(feed.token) == 43
    assert found(feed.token) == plan
    assert (feed.weekday, feed.hour, feed.minute, feed.zone) == (1, 18, 30, "America/New_York")
    kept = Feed.objects.values().get()
    assert feed.token not in map(str, kept.values())
    assert kept["digest"] == fingerprint(feed.token)


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["", "x", "x" * 43, "x" * 100_000, "\ud800", "🦉"])
def test_no_other_address_does(plan: Plan, token: str) -> None:
    feeds.make(plan=plan, weekly=NONE, at=NOW)
    assert found(token) is None


@pytest.mark.django_db
def test_making_it_again_keeps_the_address_and_takes_the_hour(plan: Plan) -> None:
    first = feeds.make(plan=plan, weekly=NONE, at=NOW)
    again = feeds.make(plan=plan, weekly=EVENING, at=NOW)
    assert (again.pk, again.token) == (first.pk, first.token)
    assert Feed.objects.get().weekday == 1


@pytest.mark.django_db
def test_a_new_address_closes_the_old_one(plan: Plan) -> None:
    old = feeds.make(plan=plan, weekly=EVENING, at=NOW).token
    assert feeds.renew(plan=plan)
    feed = Feed.objects.get()
    assert feed.token != old
    assert (found(old), found(feed.token)) == (None, plan)
    assert feed.weekday == 1


@pytest.mark.django_db
def test_a_closed_address_opens_nothing_and_no_stale_form_opens_it_again(plan: Plan) -> None:
    token = feeds.make(plan=plan, weekly=NONE, at=NOW).token
    for _ in range(2):
        feeds.close(plan=plan)
    assert found(token) is None
    assert not feeds.set_weekly(plan=plan, weekly=EVENING)
    assert not feeds.renew(plan=plan)
    assert Feed.objects.count() == 0
    assert feeds.make(plan=plan, weekly=NONE, at=NOW).token != token


@pytest.mark.django_db
def test_the_hour_changes_without_the_address(plan: Plan) -> None:
    token = feeds.make(plan=plan, weekly=EVENING, at=NOW).token
    assert feeds.set_weekly(plan=plan, weekly=NONE)
    feed = Feed.objects.get()
    assert (feed.weekday, feed.hour, feed.minute, feed.zone, feed.token) == (None, 9, 0, "UTC", token)


@pytest.mark.django_db
def test_it_ends_with_its_plan_and_opens_nothing_while_the_account_is_off(plan: Plan, alice: User) -> None:
    token = feeds.make(plan=plan, weekly=NONE, at=NOW).token
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert found(token) is None
    User.objects.filter(pk=alice.pk).update(is_active=True)
    alice.delete()
    assert found(token) is None
    assert Feed.objects.count() == 0


@pytest.mark.django_db
def test_under_another_key_the_address_still_opens_but_nobody_can_tell_it(plan: Plan, settings: Settings) -> None:
    token = feeds.make(plan=plan, weekly=NONE, at=NOW).token
    settings.SECRET_KEY = "another key, because the first one was lost"
    assert Feed.objects.get().token == ""
    assert found(token) == plan


@pytest.mark.django_db(transaction=True)
def test_two_forms_at_once_make_one_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with committing(tmp_path, monkeypatch):
        plan = drawn(User.objects.create(username=str(uuid4())), "sql-course")
        makes = at_once(*(partial(feeds.make, plan=plan, weekly=NONE, at=NOW) for _ in range(4)))
        assert len({feed.token for feed in makes}) == 1
        assert Feed.objects.count() == 1
