"""The worker reminds editors by itself, once an hour from noon on, and plans whatever becomes of the mail."""

from datetime import UTC, datetime, timedelta

import pytest

from assessments.management.rounds import REMIND_EVERY, Rounds
from careers.management import reminders

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Worker:
    """A worker whose hours pass when the test says so, and what it was reminded at."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
        self.at, self.seconds, self.reminded = at, 0.0, 0
        self.rounds = Rounds(lambda: self.at, lambda: self.seconds)
        monkeypatch.setattr(reminders, "remind", self._remind)

    def _remind(self, clock: object) -> int:
        self.reminded += 1
        return 0

    def turn(self, later: float = 0.0) -> int:
        """One turn after so many seconds; how often it has reminded until then."""
        self.at, self.seconds = self.at + timedelta(seconds=later), self.seconds + later
        self.rounds.turn()
        return self.reminded


def test_it_reminds_once_an_hour_from_noon_on(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(monkeypatch, NOON - timedelta(minutes=1))
    assert [worker.turn(), worker.turn(59), worker.turn(1), worker.turn(1)] == [0, 0, 1, 1]
    assert [worker.turn(REMIND_EVERY - 2), worker.turn(1)] == [1, 2]


def test_a_failure_is_noted_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    worker = Worker(monkeypatch, NOON)
    monkeypatch.setattr(reminders, "remind", lambda clock: 1 / 0)
    worker.turn()
    assert "Reminders could not be sent" in caplog.text
