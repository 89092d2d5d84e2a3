"""`work` works off what waits, outlives a database that does not answer, and gives up nothing but a calculation."""

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from assessments.management.commands import work
from assessments.management.rounds import Rounds
from assessments.services import calculations

Handler = Callable[[int, Any], Any]


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> dict[int, Handler]:
    """What happens on a signal; the test's own process keeps its own."""
    found: dict[int, Handler] = {}
    monkeypatch.setattr(signal, "signal", found.__setitem__)
    return found


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the worker rested each time, without resting."""
    found: list[float] = []
    monkeypatch.setattr(time, "sleep", found.append)
    monkeypatch.setattr(Rounds, "turn", lambda _: False)
    monkeypatch.setattr(f"{work.__name__}.close_old_connections", lambda: None)
    return found


def answers(monkeypatch: pytest.MonkeyPatch, *outcomes: Any) -> list[Any]:
    """Let each look for a calculation have the next outcome: whether there was one, or what happened."""
    left = list(outcomes)

    def look(_: object) -> bool:
        outcome = left.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        found: bool = outcome() if callable(outcome) else outcome
        return found

    monkeypatch.setattr(calculations, "work_off", look)
    return left


def test_once_works_off_what_waits_and_ends(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float]
) -> None:
    left = answers(monkeypatch, True, True, False, True)
    call_command("work", once=True)
    assert (left, naps) == ([True], [])


def test_it_rests_where_nothing_waits_until_it_is_told_to_stop(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float]
) -> None:
    answers(monkeypatch, False, True, False, False)

    def rest(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            stop(handlers)

    monkeypatch.setattr(time, "sleep", rest)
    call_command("work")
    assert naps == [work.IDLE_SECONDS] * 3


def stop(handlers: dict[int, Handler]) -> None:
    handlers[signal.SIGTERM](signal.SIGTERM, None)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_in_the_middle_of_a_calculation_it_leaves_it(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float], number: int
) -> None:
    answers(monkeypatch, lambda: handlers[number](number, None))
    with pytest.raises(SystemExit):
        call_command("work")


def test_told_to_stop_while_mail_is_sent_it_ends_after_that(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float]
) -> None:
    sent: list[str] = []

    def turn(_: object) -> bool:
        stop(handlers)
        sent.append("a mail")
        return True

    answers(monkeypatch, False)
    monkeypatch.setattr(Rounds, "turn", turn)
    call_command("work")
    assert sent == ["a mail"]


def test_a_database_that_does_not_answer_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float]
) -> None:
    closed: list[int] = []
    monkeypatch.setattr(connection, "close", lambda: closed.append(1))
    answers(monkeypatch, OperationalError("gone"), OperationalError("gone"), lambda: stop_between(handlers))
    with pytest.raises(SystemExit):
        call_command("work")
    assert naps == [work.OUTAGE_SECONDS, work.IDLE_SECONDS] * 2
    assert closed == [1, 1]


def stop_between(handlers: dict[int, Handler]) -> bool:
    stop(handlers)
    return False


def test_once_says_that_the_database_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, handlers: dict[int, Handler], naps: list[float]
) -> None:
    answers(monkeypatch, OperationalError("gone"))
    with pytest.raises(OperationalError):
        call_command("work", once=True)


def test_it_stops_itself_once_its_parent_is_another_one(monkeypatch: pytest.MonkeyPatch, naps: list[float]) -> None:
    parents, told = [7, 7, 1], list[tuple[int, int]]()
    monkeypatch.setattr(os, "getppid", lambda: parents.pop(0))
    monkeypatch.setattr(os, "kill", lambda pid, number: told.append((pid, number)))
    work._follow(7)
    assert told == [(os.getpid(), signal.SIGTERM)]
    assert naps == [work.IDLE_SECONDS] * 2
