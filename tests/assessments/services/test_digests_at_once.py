"""Digests by several workers in the same moment: each is claimed by one of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from assessments.models import Digest, Mailing
from assessments.services import digests
from tests import mail_server
from tests.assessments.services.at_once import at_once, committing
from tests.assessments.services.mailed import A_MINUTE, MONDAY, Clock, chosen, twice, work


@pytest.fixture
def committed(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[User]]:
    with committing(tmp_path, monkeypatch):
        yield [User.objects.create_user(f"user{number}", f"user{number}@example.org") for number in range(12)]


def race(count: int) -> mail_server.Server:
    """So many workers in the same moment, on a server that refuses now and then."""
    script = [mail_server.OK, mail_server.RCPT_451, mail_server.TAKES_AND_DROPS] * 4
    with mail_server.running(*script) as server:
        calls = [partial(work, Clock(), MONDAY + timedelta(minutes=30), 5 * A_MINUTE) for _ in range(count)]
        found = at_once(*calls)
        assert [error for error in found if error is not None] == []
    return server


def test_workers_at_once_send_each_once(committed: list[User]) -> None:
    for user in committed:
        chosen(user)
    server = race(3)
    assert twice(server) == []
    assert len(server.taken) == len(committed)
    assert Mailing.objects.count() == len(committed)


def test_workers_that_claim_nothing_would_be_found(committed: list[User], monkeypatch: pytest.MonkeyPatch) -> None:
    for user in committed:
        chosen(user)

    def careless(at: datetime) -> Mailing | None:
        return Mailing.objects.to_send(at).first()

    monkeypatch.setattr(digests, "_take", careless)
    monkeypatch.setattr(digests, "_turn", lambda taken, state, **changes: None)
    assert twice(race(2)) != []


def test_turning_it_on_in_two_tabs_makes_one(committed: list[User]) -> None:
    user = committed[0]
    found = at_once(*[partial(chosen, user) for _ in range(3)])
    assert {digest.pk for digest in found} == {Digest.objects.get(user=user).pk}
