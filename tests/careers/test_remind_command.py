"""Owners are written to once a week about what is due, over a real mail server, whatever that server does."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.management.reminders import due, remind
from careers.models import Career, LinkCheck, Reminder, Source
from careers.roles import PUBLISHER
from careers.services.posting import Unreachable
from tests import mail_server
from tests.conftest import person
from tests.content import career

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def on_the_desk(name: str, *, is_publisher: bool = False) -> User:
    user = person(name)
    user.is_staff = True
    user.save()
    if is_publisher:
        user.groups.add(Group.objects.get_or_create(name=PUBLISHER.group)[0])
    return user


@pytest.fixture
def olga(db: None, now: datetime) -> User:
    """Owns the CMIO's guide, whose review is late; nothing else is due."""
    olga = on_the_desk("olga")
    Career.objects.update(review_by=date(2099, 1, 1))
    urls = set(Source.objects.exclude(url="").values_list("url", flat=True))
    LinkCheck.objects.bulk_create(LinkCheck(url=url, outcome="fine", checked_at=now, since=now) for url in urls)
    Career.objects.filter(pk=career().pk).update(owner=olga, reviewed_on=date(2026, 1, 1), review_by=date(2026, 11, 20))
    return olga


@pytest.fixture
def server() -> Iterator[mail_server.Server]:
    with mail_server.running() as here:
        yield here


def sent(server: mail_server.Server, now: datetime) -> list[EmailMessage]:
    """The messages that one more round sends."""
    before = len(server.taken)
    remind(lambda: now)
    return server.taken[before:]


def test_an_owner_gets_one_message_a_week(olga: User, server: mail_server.Server, now: datetime) -> None:
    (message,) = sent(server, now)
    assert message["To"] == olga.email
    assert message["Subject"] == "On the editors’ desk: 1 review"
    text = str(message.get_body(("plain",)).get_content()).replace("\r\n", "\n")  # type: ignore[union-attr]
    assert "Chief Medical Information Officer\n  Review was due on 20 November 2026, 11 days ago." in text
    assert f"/admin/careers/career/{career().pk}/change/" in text
    assert "Review was due" in str(message.get_body(("html",)).get_content())  # type: ignore[union-attr]
    assert sent(server, now + timedelta(days=1)) == []
    assert len(sent(server, now + WEEK)) == 1


def test_what_nobody_owns_goes_to_the_publishers(olga: User, server: mail_server.Server, now: datetime) -> None:
    on_the_desk("author")
    petra = on_the_desk("petra", is_publisher=True)
    Career.objects.update(owner=None)
    assert {message["To"] for message in sent(server, now)} == {petra.email}


@pytest.mark.parametrize("change", [{"is_staff": False}, {"is_active": False}, {"email": ""}])
def test_an_owner_who_has_left_gets_nothing(
    olga: User, server: mail_server.Server, now: datetime, change: dict[str, object]
) -> None:
    petra = on_the_desk("petra", is_publisher=True)
    User.objects.filter(pk=olga.pk).update(**change)
    assert {message["To"] for message in sent(server, now)} == {petra.email}


def test_where_nothing_is_due_no_mail_is_sent(olga: User, server: mail_server.Server, now: datetime) -> None:
    Career.objects.update(review_by=date(2099, 1, 1))
    assert sent(server, now) == []
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("refusal", [mail_server.RCPT_451, mail_server.RCPT_550, mail_server.TEXT_554])
def test_what_was_refused_is_tried_again(olga: User, now: datetime, refusal: str) -> None:
    with mail_server.running(refusal) as server:
        assert sent(server, now) == []
        assert len(sent(server, now)) == 1


def test_what_may_have_arrived_is_not_sent_again(olga: User, now: datetime) -> None:
    with mail_server.running(mail_server.TAKES_AND_DROPS) as server:
        remind(lambda: now)
        taken = len(server.taken)
        remind(lambda: now)
        assert len(server.taken) == taken == 1


def test_a_server_that_cannot_be_had_is_said_and_nothing_counts_as_sent(olga: User, now: datetime) -> None:
    with mail_server.running(mail_server.GREETING_421) as server:
        with pytest.raises(Unreachable):
            remind(lambda: now)
        assert len(sent(server, now)) == 1


def test_the_command_says_how_many_were_sent(olga: User, server: mail_server.Server) -> None:
    out = StringIO()
    call_command("remind", stdout=out)
    assert out.getvalue() == "1 reminder sent.\n"


def test_the_command_says_when_no_mail_can_leave(olga: User) -> None:
    with mail_server.running(mail_server.GREETING_421), pytest.raises(CommandError, match="Run this again later"):
        call_command("remind")


def test_many_guides_take_as_many_queries_as_few(olga: User, now: datetime) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            due(now.date())
        return len(captured)

    few = queries()
    dates = {"reviewed_on": date(2026, 1, 1), "review_by": date(2026, 2, 1)}
    Career.objects.bulk_create(Career(slug=f"new-{place}", title=f"New {place}", **dates) for place in range(20))
    assert queries() == few
