"""What the link checker found is noted address by address, and a moved one is taken over where it is cited."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from careers.links.fetching import Found, Outcome
from careers.models import Deed, LinkCheck, Source
from careers.services import drafts, links
from tests.content import CMIO, career

pytestmark = pytest.mark.django_db
URL, NEW = "https://old.example/page", "https://new.example/page"
DAY = timedelta(days=1)


def noted(outcome: str, at: datetime, moved_to: str = "") -> LinkCheck:
    return links.record(url=URL, found=Found(outcome, 200, moved_to), at=at)


def cite(url: str = URL) -> list[Source]:
    """Two guides cite it."""
    rows = [career(slug).sources.first() for slug in (CMIO, "chief-medical-officer")]
    sources = [row for row in rows if row]
    for source in sources:
        source.url = url
        source.save()
    return sources


def test_since_tells_how_long_it_has_been_so(now: datetime) -> None:
    noted(Outcome.BROKEN, now)
    noted(Outcome.BROKEN, now + DAY)
    check = LinkCheck.objects.get(url=URL)
    assert (check.since, check.checked_at) == (now, now + DAY)
    assert noted(Outcome.FINE, now + 2 * DAY).since == now + 2 * DAY


def test_what_was_never_opened_comes_first_then_the_oldest(now: datetime) -> None:
    for age, name in ((1, "a"), (9, "b"), (8, "c")):
        links.record(url=name, found=Found(Outcome.FINE), at=now - age * DAY)
    assert links.due(["a", "b", "c", "d", "e" * 601], at=now, older_than=6 * DAY) == ["d", "b", "c"]


def test_what_nothing_cites_is_forgotten(now: datetime) -> None:
    noted(Outcome.FINE, now)
    assert links.forget_others([URL]) == 0
    assert links.forget_others([]) == 1


def test_a_moved_address_is_taken_over_wherever_it_is_cited(now: datetime, alice: User) -> None:
    sources = cite()
    check = noted(Outcome.MOVED, now, NEW)
    assert links.accept_move(check=check, by=alice, at=now, may_change=lambda root: True) == 2
    assert {Source.objects.get(pk=source.pk).url for source in sources} == {NEW}
    assert all(drafts.present(source.career) for source in sources)
    assert Deed.objects.filter(by=alice, words=f"Address changed to {NEW}").count() == 2


def test_guides_that_the_person_may_not_change_stay(now: datetime, alice: User) -> None:
    sources = cite()
    check = noted(Outcome.MOVED, now, NEW)
    own = sources[0].career
    assert links.accept_move(check=check, by=alice, at=now, may_change=lambda root: root == own) == 1
    assert [Source.objects.get(pk=source.pk).url for source in sources] == [NEW, URL]


@pytest.mark.parametrize("moved_to", ["", "https://new.example/" + "a" * 600])
def test_an_address_that_is_unknown_or_too_long_changes_nothing(now: datetime, alice: User, moved_to: str) -> None:
    cite()
    check = noted(Outcome.MOVED, now, moved_to)
    assert links.accept_move(check=check, by=alice, at=now, may_change=lambda root: True) == 0
    assert not Deed.objects.filter(by=alice).exists()
