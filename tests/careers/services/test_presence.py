"""Who else is at work, as far as their browsers and the trail tell."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from careers.models import Deed, Presence
from careers.services import deeds, presence
from careers.services.presence import Colleague, colleagues
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def arrive(user: User, at: datetime, page: str = "Salary") -> None:
    presence.arrive(user=user, root=career(), page=page, at=at)


def test_whoever_has_a_page_open_is_named_to_the_others(alice: User, charlie: User, now: datetime) -> None:
    arrive(charlie, now)
    assert colleagues(user=alice, root=career(), at=now + MINUTE) == [Colleague("charlie@example.org", "Salary")]
    assert colleagues(user=charlie, root=career(), at=now) == []
    assert colleagues(user=alice, root=the_catalogue(), at=now) == []


def test_whoever_went_on_is_named_where_they_are(alice: User, charlie: User, now: datetime) -> None:
    arrive(charlie, now)
    arrive(charlie, now + MINUTE, "Questions")
    assert [one.page for one in colleagues(user=alice, root=career(), at=now + MINUTE)] == ["Questions"]


def test_whoever_left_is_forgotten(alice: User, charlie: User, now: datetime) -> None:
    arrive(charlie, now)
    later = now + MINUTE + timedelta(seconds=1)
    assert colleagues(user=alice, root=career(), at=later) == []
    arrive(alice, later)
    assert [row.user for row in Presence.objects.all()] == [alice]


def test_whoever_saved_lately_is_named_with_what_and_when(alice: User, charlie: User, now: datetime) -> None:
    for place, at in (("Old", now - timedelta(hours=1)), ("First", now - 2 * MINUTE), ("Last", now - MINUTE)):
        row = career().sections.get(kind="salary")
        row.title = place
        deeds.record(root=career(), what=Deed.What.EDITED, by=charlie, at=at, row=row)
    found = colleagues(user=alice, root=career(), at=now)
    assert [(one.who, one.page, one.saved_at) for one in found] == [("charlie@example.org", "", now - MINUTE)]
    assert found[0].saved == "Last"


def test_a_page_of_any_name_can_be_told(alice: User, charlie: User, now: datetime) -> None:
    arrive(charlie, now, "\0" + "x" * 300)
    assert colleagues(user=alice, root=career(), at=now)[0].page == "x" * 200
