"""Two publishers press at the same moment: one edition comes of it, and the other is told; none is taken back late."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier, Event

import pytest
from django.db import connection, transaction
from django.utils import timezone

from careers.models import Edition, Section
from careers.services import digest, publish, write
from careers.services.holding import hold
from tests.assessments.services.at_once import at_once, committing, held_after
from tests.careers.admin.buttons import said
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address, publish_page
from tests.content import career
from tests.markup import Answer

# On SQLite a copy of the database is published from, which is thrown away; on PostgreSQL it is the database itself.
pytestmark = pytest.mark.usefixtures("db" if connection.vendor == "sqlite" else "transactional_db", "_real")


@pytest.fixture
def _real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with committing(tmp_path, monkeypatch):
        yield


def test_one_edition_comes_of_it_and_the_other_is_told() -> None:
    Section.objects.filter(career=career(), slug="salary").update(body="Two.")
    path, sent = publish_page(career()), {"seen": digest(write(career())), "when": "now"}
    together = Barrier(2, timeout=5)
    desks = [at_the_desk(editor(name)) for name in ("edith", "emil")]
    calls = [partial(desk.post, path, sent, follow=True) for desk in desks]
    answers: list[Answer] = at_once(*(held_after("django_session", together, call) for call in calls))
    assert [edition.number for edition in career().published.order_by("number")] == [1, 2]
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    told = next(said(answer) for answer in answers if answer.status_code == 409)
    assert told == ["Nothing was published: readers already see what the draft says."]


def test_what_goes_live_while_a_cancellation_waits_is_not_cancelled() -> None:
    Section.objects.filter(career=career(), slug="salary").update(body="Two.")
    now = timezone.now()
    waiting = publish(root=career(), by=None, at=now, live_from=now + timedelta(days=1))
    desk, together = at_the_desk(editor("edith")), Barrier(2, timeout=5)

    @transaction.atomic
    def write_for_long() -> None:
        hold(career())
        together.wait()
        Edition.objects.filter(pk=waiting.pk).update(live_from=timezone.now() + timedelta(seconds=0.1))
        Event().wait(0.2)

    cancelling = partial(desk.post, address("publish_cancel", career()), {"number": waiting.number}, follow=True)
    _, answer = at_once(write_for_long, held_after('FROM "careers_edition"', together, cancelling))
    assert said(answer) == ["Edition 2 does not wait any more: nothing was cancelled."]
    assert career().published.live(timezone.now()).get().number == 2
