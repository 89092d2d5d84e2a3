"""A database that ends in the middle of everything loses no acknowledged answer, and the site finds it again."""

import logging
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from signal import SIGKILL, SIGQUIT, Signals

import pytest
from django.db import connection

from benchmarks.servers import Server
from tests.reliability.databases import dumped, restored, used
from tests.reliability.history import Verdict, judge
from tests.reliability.people import Writer, rows, writers
from tests.reliability.restarts import Restartable, restartable
from tests.reliability.site import REAL, served
from tests.reliability.work import Work, answering

FIGURES = logging.getLogger(__name__)
"""What a run reached; `--log-cli-level INFO` shows it."""

BACK = 5.0
"""Seconds after which the site has to save again, counted from when the database takes connections."""

LONGEST = 60.0

OFTEN = 5
"""So many restarts surely catch a database that promises first."""


@pytest.fixture
def database(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Restartable, str]]:
    """A server that may be ended, and the address of a database with all content on it."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no server that could be restarted")
    content = dumped(connection.settings_dict["HOST"], connection.settings_dict["NAME"])
    with (
        restartable(monkeypatch) as server,
        restored(content, str(server.folder)) as address,
        used(address, monkeypatch),
    ):
        yield server, address


def test_a_restarted_database_loses_nothing_that_it_wrote_before_it_promised(
    database: tuple[Restartable, str], tmp_path: Path
) -> None:
    server, address = database
    people = writers(["cmio"] * 4, Random(6))
    with served(REAL, address, tmp_path) as site:
        waits, careful, refused = under_load(site, people[:4], server, (SIGQUIT, SIGKILL))
        # The same again, to see that the checker would tell; each time only the last moment's promises are broken.
        server.promise_first()
        _, careless, _ = under_load(site, people[4:], server, (SIGQUIT,) * OFTEN)
    assert refused == []
    assert (careful.lost, careful.doubled, max(waits) < BACK) == (0, 0, True)
    assert careless.lost > 0


def under_load(
    site: Server, people: Sequence[Writer], database: Restartable, signals: Sequence[Signals]
) -> tuple[list[float], Verdict, list[str]]:
    """Let people answer, and end the database by each signal.

    How many seconds nothing was saved each time, the verdict, and what was refused.
    """
    with answering(site, people, Random(6)) as work:
        waits = [until_saved(work, database, signal) for signal in signals]
    connection.close()  # it ended with the database, too
    verdict = judge(work.history, rows(people))
    FIGURES.info("%s, saved again after %s s, %s", work, waits, verdict)
    return waits, verdict, work.history.refused


def until_saved(work: Work, database: Restartable, signal: Signals) -> float:
    """Restart the database under load; the seconds from when it is there until an answer is saved again."""
    before = work.done()
    work.go_on(lambda: work.done() >= before + 100, LONGEST)
    there, before = database.restart(signal), work.done()
    work.go_on(lambda: work.done() > before, LONGEST)
    return time.monotonic() - there
