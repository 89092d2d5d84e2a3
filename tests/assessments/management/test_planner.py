"""The worker beside a real server: it works plans out, comes back when it is killed, and goes with the server."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone

from assessments.domain.situation import plain
from assessments.management.planner import Planner
from assessments.models import Calculation, Plan, Result
from assessments.models.calculations import LEASE
from assessments.services import calculations, plans
from assessments.services.calculations import Purpose, State
from assessments.services.profiles import profile_of
from benchmarks.servers import free_port
from tests.assessments.runs import request, submitted
from tests.reliability.databases import copy
from tests.repository import ROOT

PATIENCE = 120.0
SOON = 15.0
"""Seconds: a busy machine takes its time to start Python, let alone to plan."""


@pytest.fixture
def address(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with copy(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def result(address: str) -> Result:
    return submitted(User.objects.create_user(username="dana"))


@pytest.fixture
def server(address: str, tmp_path: Path, socket_enabled: None) -> Iterator["subprocess.Popen[bytes]"]:
    with served(address, tmp_path) as process:
        yield process


@contextmanager
def served(address: str, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A server with its worker on that database; both are gone afterwards, whatever happened."""
    bind = ["--workers", "1", "--bind", f"127.0.0.1:{free_port()}"]
    command = [sys.executable, "-m", "gunicorn", "-c", "scripts/gunicorn.conf.py", *bind]
    given = {
        "DATABASE_URL": address,
        "READY_PAGES": str(folder / "pages"),
        "WORKER": "1",
        "PYTHONWARNINGS": "ignore",
    }
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "tests.careers.ready.plain_static"],
            cwd=ROOT,
            env=os.environ | given,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    try:
        assert process.stdout
        assert process.stdout.read(1), (folder / "log").read_text()
        yield process
    finally:
        process.terminate()
        process.wait(SOON)
        assert process.stdout
        process.stdout.close()
        for pid in workers_of(process.pid):
            os.kill(pid, signal.SIGKILL)


def workers_of(server: int) -> list[int]:
    """The workers that were told to go with that server."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if entry.joinpath("cmdline").read_bytes().endswith(f"work\0--with-parent\0{server}\0".encode()):
                found.append(int(entry.name))
    return found


def eventually(is_so: Callable[[], Any], seconds: float) -> Any:
    """What it is once it is anything, within so many seconds."""
    until = time.monotonic() + seconds
    while not (found := is_so()):
        assert time.monotonic() < until, "it never was"
        time.sleep(0.1)
    return found


def ask(result: Result, **given: Any) -> Calculation:
    user = result.attempt.user
    assert user
    situation = plans.situation(plans.standing(result, profile_of(user)), request(**given), ())
    values: dict[str, Any] = {"version_id": result.attempt.version_id, "request": plain(situation)}
    return calculations.ask(user=user, result=result, purpose=Purpose.BUILD, at=timezone.now(), **values)


def rows(asked: Calculation, **state: Any) -> bool:
    return Calculation.objects.filter(pk=asked.pk, **state).exists()


def test_a_plan_is_worked_out_beside_the_server_and_again_after_the_worker_was_killed(
    server: "subprocess.Popen[bytes]", result: Result
) -> None:
    first = ask(result)
    eventually(lambda: rows(first, state=State.DONE), PATIENCE)
    assert Plan.objects.get(pk=first.pk).result == result

    (worker,) = workers_of(server.pid)
    second = ask(result, hours_per_week=12.0, budget_usd=50_000)
    eventually(lambda: rows(second, state=State.RUNNING), PATIENCE)
    os.kill(worker, signal.SIGKILL)
    assert rows(second, state=State.RUNNING)
    eventually(lambda: set(workers_of(server.pid)) - {worker}, SOON)
    Calculation.objects.filter(pk=second.pk).update(started_at=F("started_at") - LEASE - timedelta(seconds=1))
    eventually(lambda: rows(second, state=State.DONE, tries=2), PATIENCE)
    assert len(workers_of(server.pid)) == 1


def test_the_worker_goes_with_a_server_that_is_stopped(server: "subprocess.Popen[bytes]") -> None:
    eventually(lambda: workers_of(server.pid), SOON)
    server.terminate()
    server.wait(SOON)
    assert workers_of(server.pid) == []


def test_the_worker_goes_with_a_server_that_is_killed(server: "subprocess.Popen[bytes]") -> None:
    eventually(lambda: workers_of(server.pid), SOON)
    server.kill()
    server.wait(SOON)
    eventually(lambda: not workers_of(server.pid), SOON)


def test_a_worker_that_is_told_to_stop_leaves_its_calculation_to_the_next_one(address: str, result: Result) -> None:
    asked = ask(result, hours_per_week=12.0, budget_usd=50_000)
    command = [sys.executable, "manage.py", "work"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"DATABASE_URL": address})
    try:
        eventually(lambda: rows(asked, state=State.RUNNING), PATIENCE)
    finally:
        process.terminate()
    assert process.wait(SOON) == 0
    # Told while it loads the solver, it takes that for a failure: then the try counts.
    assert rows(asked, state=State.WAITING, tries__lte=1) or rows(asked, state=State.DONE)


def test_one_that_ends_at_once_is_started_again_after_longer_and_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, pauses = Planner(), list[float]()

    def wait(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 7:
            kept.over.set()

    monkeypatch.setattr(kept, "_run", lambda: None)
    monkeypatch.setattr(kept.over, "wait", wait)
    kept._keep()
    assert pauses == [2, 4, 8, 16, 30, 30, 30]
