"""Publishing as a service: numbers without holes, one edition for one change, and none where there is a fault."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from careers.models import Career, Edition, Section
from careers.problems import DocumentError
from careers.services import Moved, Overtaken, Unchanged, digest, publish, write
from tests.content import CMIO, career, guide, the_catalogue

DAY = timedelta(days=1)
EDITORS = 4


def edit(text: str) -> None:
    Section.objects.filter(career=career(), slug="salary").update(body=text)


def numbers() -> list[int]:
    return list(career().published.order_by("number").values_list("number", flat=True))


@pytest.mark.django_db
def test_each_change_gets_the_next_number(alice: User, now: datetime) -> None:
    for number, text in enumerate(("One.", "Two.", "Three."), start=2):
        edit(text)
        edition = publish(root=career(), by=alice, at=now + number * DAY)
        assert (edition.number, edition.published_by, edition.live_from) == (number, alice, now + number * DAY)
        assert edition.document == write(career())
    assert numbers() == [1, 2, 3, 4]


@pytest.mark.django_db
def test_what_readers_see_already_is_not_published_again(now: datetime) -> None:
    for root in (career(), the_catalogue()):
        with pytest.raises(Unchanged):
            publish(root=root, by=None, at=now)
        assert root.published.count() == 1


@pytest.mark.django_db
def test_the_words_of_an_older_edition_can_be_published_again(now: datetime) -> None:
    edit("Two.")
    publish(root=career(), by=None, at=now)
    edit(next(section["body"] for section in guide()["sections"] if section["slug"] == "salary"))
    assert publish(root=career(), by=None, at=now).document == guide()
    assert numbers() == [1, 2, 3]


@pytest.mark.django_db
def test_a_time_in_the_future_keeps_readers_at_the_edition_before(now: datetime) -> None:
    Edition.objects.update(live_from=now)
    edit("Two.")
    publish(root=career(), by=None, at=now + DAY)
    live = Edition.objects.for_slug(CMIO).live
    assert [edition.number for edition in (live(now + DAY / 2).get(), live(now + DAY).get())] == [1, 2]


@pytest.mark.django_db
def test_only_what_was_seen_is_published(now: datetime) -> None:
    edit("Two.")
    seen = digest(write(career()))
    edit("Three.")
    with pytest.raises(Moved):
        publish(root=career(), by=None, at=now, seen=seen)
    edit("Two.")
    assert publish(root=career(), by=None, at=now, seen=seen).number == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "path"),
    [({"sources": ["nobody"]}, "sections[11].sources"), ({"body": ""}, "sections[11].body")],
)
def test_a_fault_publishes_nothing(now: datetime, fault: dict[str, object], path: str) -> None:
    Section.objects.filter(career=career(), slug="salary").update(**fault)
    with pytest.raises(DocumentError) as caught:
        publish(root=career(), by=None, at=now)
    assert [problem.path for problem in caught.value.problems] == [path]
    assert numbers() == [1]


@pytest.mark.django_db
def test_what_stops_a_person_does_not_stop_a_command_unless_a_law_is_broken(alice: User, now: datetime) -> None:
    edit("## A heading")
    with pytest.raises(DocumentError) as caught:
        publish(root=career(), by=alice, at=now)
    assert [problem.path for problem in caught.value.problems] == ["sections[11].body"]
    assert publish(root=career(), by=None, at=now).number == 2


@pytest.mark.django_db
def test_what_waits_is_replaced_only_by_who_knows_of_it(alice: User, now: datetime) -> None:
    edit("Two.")
    publish(root=career(), by=alice, at=now, live_from=now + DAY)
    edit("Three.")
    seen = digest(write(career()))
    for known in (None, 1):
        with pytest.raises(Overtaken):
            publish(root=career(), by=alice, at=now, seen=seen, instead_of=known)
    assert publish(root=career(), by=alice, at=now, seen=seen, instead_of=2).number == 3


@pytest.mark.django_db
def test_a_row_that_is_older_than_the_database_publishes_what_the_database_says(now: datetime) -> None:
    stale = career()
    Career.objects.filter(pk=stale.pk).update(title="New title")
    assert publish(root=stale, by=None, at=now).document["title"] == "New title"


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time by itself")
def test_editors_who_publish_at_the_same_moment_make_one_edition(now: datetime) -> None:
    edit("Two.")
    seen = digest(write(career()))
    together = Barrier(EDITORS)

    def press(_: int) -> str:
        try:
            root = career()
            together.wait(timeout=10)
            return str(publish(root=root, by=None, at=now, seen=seen).number)
        except Unchanged:
            return "unchanged"
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as editors:
        outcomes = sorted(editors.map(press, range(EDITORS)))
    assert outcomes == ["2", *["unchanged"] * (EDITORS - 1)]
    assert numbers() == [1, 2]
