"""Each digest is sent once for its Monday, through outages, refusals, lost connections, crashes and second workers."""

import logging
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.mail import EmailMessage

from assessments.models import Digest, Mailing
from assessments.services import digests
from careers.services import posting
from tests import mail_server
from tests.assessments.services.mailed import (
    A_DAY,
    A_MINUTE,
    A_WEEK,
    MONDAY,
    SUNDAY,
    Clock,
    chosen,
    compose,
    twice,
    work,
)

WAITING, SENDING, SENT, DROPPED = Mailing.State.values


@pytest.fixture
def digest(alice: User) -> Digest:
    return chosen(alice)


def states() -> list[tuple[date, str]]:
    return list(Mailing.objects.values_list("monday", "state"))


def weeks(server: mail_server.Server) -> list[str]:
    return [str(taken["Subject"]).removeprefix("Week of ") for taken in server.taken]


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("off", []),
        ("weekly", ["2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04"]),
        ("monthly", ["2026-12-07", "2027-01-04"]),
    ],
)
def test_a_digest_leaves_on_its_mondays_at_seven(alice: User, frequency: str, expected: list[str]) -> None:
    chosen(alice, frequency, "America/New_York")
    with mail_server.running() as server:
        work(Clock(SUNDAY), datetime(2027, 1, 5, tzinfo=UTC))
    assert weeks(server) == expected
    sent = Mailing.objects.filter(state=SENT).values_list("sent_at", flat=True)
    assert {moment and moment.hour for moment in sent} <= {12}


def test_nothing_is_sent_for_the_week_in_which_it_is_turned_on(alice: User) -> None:
    clock = Clock(MONDAY + A_DAY)
    chosen(alice, at=clock())
    with mail_server.running() as server:
        work(clock, MONDAY + A_WEEK)
        assert weeks(server) == []
        work(clock, MONDAY + A_WEEK + A_MINUTE)
    assert weeks(server) == ["2026-12-14"]


def test_another_time_zone_brings_no_second_one_and_loses_none(alice: User) -> None:
    chosen(alice, zone="Pacific/Kiritimati")
    clock = Clock(MONDAY - A_DAY)
    with mail_server.running() as server:
        work(clock, MONDAY - timedelta(hours=10))
        assert weeks(server) == ["2026-12-07"]
        chosen(alice, zone="Pacific/Niue", at=clock())
        work(clock, MONDAY + timedelta(days=3))
        assert weeks(server) == ["2026-12-07"]
        chosen(alice, zone="UTC", at=clock())
        work(clock, MONDAY + A_WEEK + A_DAY)
    assert weeks(server) == ["2026-12-07", "2026-12-14"]


def test_a_worker_that_was_away_sends_the_present_week_and_no_old_one(digest: Digest) -> None:
    with mail_server.running() as server:
        work(Clock(MONDAY + 3 * A_WEEK + 2 * A_DAY), MONDAY + 3 * A_WEEK + 2 * A_DAY + A_MINUTE)
    assert weeks(server) == ["2026-12-28"]


def test_turning_it_off_or_a_closed_account_drops_what_waits(digest: Digest, alice: User) -> None:
    with mail_server.running() as server:
        digests.make_due(at=MONDAY)
        for _ in range(2):
            digests.stop(digest=digest, at=MONDAY)
        assert digests.send_next(clock=Clock(), compose=compose)
        assert not digests.send_next(clock=Clock(), compose=compose)
        chosen(alice, at=MONDAY)
        digests.make_due(at=MONDAY + A_WEEK)
        User.objects.update(is_active=False)
        work(Clock(MONDAY + A_WEEK), MONDAY + A_WEEK + A_DAY)
        work(Clock(MONDAY + 2 * A_WEEK), MONDAY + 2 * A_WEEK + A_DAY)
    assert server.taken == []
    assert states() == [(date(2026, 12, 7), DROPPED), (date(2026, 12, 14), DROPPED)]


def test_where_there_is_nothing_to_say_nothing_is_sent(digest: Digest) -> None:
    with mail_server.running() as server:
        work(Clock(), MONDAY + A_DAY, compose=lambda mailing, today: None)
    assert (server.conversations, states()) == (0, [(date(2026, 12, 7), DROPPED)])


REFUSALS = (
    *(mail_server.GREETING_421, mail_server.RCPT_451, mail_server.RCPT_550, mail_server.DROPS_AT_RCPT),
    *(mail_server.DATA_452, mail_server.TEXT_554, mail_server.SLOW_TO_GREET),
)


@pytest.mark.parametrize("how", REFUSALS)
def test_what_was_refused_is_tried_again_later_and_sent_once(digest: Digest, how: str) -> None:
    with mail_server.running(how) as server:
        clock = Clock()
        work(clock, MONDAY + A_MINUTE)
        assert states() == [(date(2026, 12, 7), WAITING)]
        assert Mailing.objects.get().next_try_at == MONDAY + 5 * A_MINUTE
        work(clock, MONDAY + A_DAY)
    assert (weeks(server), states()) == (["2026-12-07"], [(date(2026, 12, 7), SENT)])
    assert Mailing.objects.get().tries == 2


def test_tries_grow_apart_until_the_week_is_over(digest: Digest) -> None:
    tried: list[datetime] = []
    clock = Clock()

    def noting(mailing: Mailing, today: date) -> EmailMessage:
        tried.append(clock())
        return compose(mailing, today)

    with mail_server.running(*[mail_server.RCPT_550] * 50) as server:
        work(clock, MONDAY + timedelta(hours=18), 5 * A_MINUTE, compose=noting)
        work(clock, MONDAY + A_WEEK - timedelta(hours=1), timedelta(hours=2), compose=noting)
        hours = [(moment - MONDAY) / timedelta(hours=1) for moment in tried]
        assert hours[:6] == pytest.approx([0, 1 / 12, 1 / 3, 4 / 3, 16 / 3, 52 / 3], abs=0.1)
        assert len(tried) < 20
        assert states() == [(date(2026, 12, 7), DROPPED)]
    assert server.taken == []


def test_a_mail_outage_of_two_days_delays_and_loses_nothing(digest: Digest, charlie: User) -> None:
    chosen(charlie, zone="Europe/Berlin")
    clock = Clock(SUNDAY)
    with mail_server.running() as server:
        with mail_server.sending_to(1):
            work(clock, MONDAY + 2 * A_DAY)
        assert server.conversations == 0
        work(clock, MONDAY + 4 * A_DAY)
    assert twice(server) == []
    assert sorted(str(taken["To"]) for taken in server.taken) == ["alice@example.org", "charlie@example.org"]


def test_while_the_server_is_down_one_try_is_enough(digest: Digest, charlie: User) -> None:
    chosen(charlie)
    digests.make_due(at=MONDAY)
    with mail_server.sending_to(1):
        assert not digests.send_next(clock=Clock(), compose=compose)
    assert sorted(Mailing.objects.values_list("tries", flat=True)) == [0, 1]


TAKEN = (mail_server.TAKES_AND_DROPS, mail_server.TAKES_AND_BABBLES, mail_server.TAKES_SLOWLY)


@pytest.mark.parametrize("how", TAKEN)
def test_what_may_have_arrived_is_not_sent_again(digest: Digest, how: str) -> None:
    with mail_server.running(how) as server:
        work(Clock(), MONDAY + A_WEEK + A_DAY)
    assert (twice(server), weeks(server)) == ([], ["2026-12-07", "2026-12-14"])
    assert states() == [(date(2026, 12, 7), SENDING), (date(2026, 12, 14), SENT)]


@pytest.mark.parametrize("how", TAKEN)
def test_a_sender_that_takes_lost_for_refused_would_be_found(
    digest: Digest, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "Lost", type("Never", (Exception,), {}))
    with mail_server.running(how) as server:
        work(Clock(), MONDAY + A_DAY)
    assert twice(server) == [("alice@example.org", "Week of 2026-12-07")]


@pytest.mark.parametrize("handed_over", [False, True])
def test_after_a_crash_while_sending_it_is_not_sent_again(
    digest: Digest, handed_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = posting.post

    def crash(message: EmailMessage) -> None:
        if handed_over:
            whole(message)
        raise SystemExit

    with mail_server.running() as server:
        with monkeypatch.context() as patch:
            patch.setattr(digests, "post", crash)
            digests.make_due(at=MONDAY)
            with pytest.raises(SystemExit):
                digests.send_next(clock=Clock(), compose=compose)
        work(Clock(), MONDAY + 6 * A_DAY)
    assert len(server.taken) == int(handed_over)
    assert states() == [(date(2026, 12, 7), SENDING)]


def test_one_that_cannot_be_made_keeps_no_other_waiting(
    digest: Digest, charlie: User, caplog: pytest.LogCaptureFixture
) -> None:
    chosen(charlie)

    def fragile(mailing: Mailing, today: date) -> EmailMessage:
        if mailing.digest_id == digest.pk:
            raise LookupError
        return compose(mailing, today)

    with mail_server.running() as server:
        work(Clock(), MONDAY + A_DAY, compose=fragile)
    assert [str(taken["To"]) for taken in server.taken] == ["charlie@example.org"]
    assert Mailing.objects.get(digest=digest).state == WAITING
    assert any(record.levelno == logging.ERROR and record.exc_info for record in caplog.records)


def test_what_is_written_to_the_log_names_nobody(digest: Digest, caplog: pytest.LogCaptureFixture) -> None:
    with mail_server.running(mail_server.RCPT_550, mail_server.TAKES_AND_DROPS):
        work(Clock(), MONDAY + A_DAY)
    assert "SMTPRecipientsRefused 550" in caplog.text
    assert "may be lost" in caplog.text
    assert "alice" not in caplog.text


def test_the_address_that_stops_it_stays_and_is_made_anew_with_another_key(
    digest: Digest, alice: User, settings: Any
) -> None:
    token = digest.token
    assert chosen(alice, "off").token == chosen(alice, "monthly").token == token
    settings.SECRET_KEY = "another" * 10
    assert Digest.objects.get().token == ""
    with mail_server.running():
        work(Clock(), MONDAY + A_MINUTE)
    assert Digest.objects.with_token(Digest.objects.get().token).exists()
    assert not Digest.objects.with_token(token).exists()


def test_deleting_the_account_deletes_it_all_while_a_mailing_is_under_way(digest: Digest, alice: User) -> None:
    def deleting(mailing: Mailing, today: date) -> EmailMessage:
        alice.delete()
        return compose(mailing, today)

    digests.make_due(at=MONDAY)
    with mail_server.running():
        digests.send_next(clock=Clock(), compose=deleting)
    assert not Digest.objects.exists()
    assert not Mailing.objects.exists()
