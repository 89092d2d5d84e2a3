"""What the server says when it is there: its address, and how to become an editor."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import local
import pytest
from pytest_django.fixtures import Settings

from assessments.management import planner

CONF = runpy.run_path(str(Path(local.__file__).parent / "gunicorn.conf.py"))


@pytest.mark.parametrize("name", [("127.0.0.1", 8123), ("127.0.0.1", 8123, 0, 0)])
def test_the_address_is_where_it_listens(capsys: pytest.CaptureFixture[str], name: tuple[str | int, ...]) -> None:
    CONF["when_ready"](server(name))
    assert capsys.readouterr().out.splitlines() == [
        "",
        "CMIO Coach is at http://127.0.0.1:8123/ (stop it with Ctrl-C)",
        "Become an editor: in another terminal, make admin EMAIL=you@example.org",
    ]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What becomes of planners, which are not started here."""
    calls: list[str] = []
    for name in ("start", "renew", "stop"):
        monkeypatch.setattr(planner.Planner, name, lambda _, name=name: calls.append(name))
    return calls


def server(name: tuple[str | int, ...] = ("127.0.0.1", 8123), reload: bool = False) -> SimpleNamespace:
    listener = SimpleNamespace(sock=SimpleNamespace(getsockname=lambda: name, fileno=lambda: 3))
    return SimpleNamespace(LISTENERS=[listener], cfg=SimpleNamespace(reload=reload))


def through(served: SimpleNamespace) -> None:
    for hook in ("when_ready", "on_reload", "on_exit"):
        CONF[hook](served)


def test_a_worker_is_started_renewed_and_stopped_with_the_server(settings: Settings, started: list[str]) -> None:
    settings.WORKER = True
    through(server())
    assert started == ["start", "renew", "stop"]


@pytest.mark.parametrize(("worker", "reload"), [(False, False), (True, True)])
def test_where_none_is_wanted_or_code_is_reloaded_there_is_no_worker(
    settings: Settings, started: list[str], worker: bool, reload: bool
) -> None:
    settings.WORKER = worker
    through(server(reload=reload))
    assert started == []


def test_a_server_that_never_answered_stops_without_a_worker(started: list[str]) -> None:
    CONF["on_exit"](SimpleNamespace())
    assert started == []


def test_it_serves_with_threads_in_more_than_one_process() -> None:
    assert (CONF["worker_class"], CONF["workers"] > 1, CONF["threads"] > 1) == ("gthread", True, True)
