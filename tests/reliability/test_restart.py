"""A database that ends in the middle of everything loses no acknowledged answer, and the site finds it again."""

import logging
import time
from pathlib import Path
from random import Random
from signal import SIGKILL, SIGQUIT, Signals

import pytest
from django.db import connection

from tests.reliability.databases import dumped, restored, used
from tests.reliability.history import judge
from tests.reliability.people import rows, writers
from tests.reliability.restarts import PROMISES_FIRST, WRITES_FIRST, Restartable, restartable
from tests.reliability.site import REAL, served
from tests.reliability.work import Work, answering

FIGURES = logging.getLogger(__name__)
"""What a run reached; `--log-cli-level INFO` shows it."""

BACK = 5.0
"""Seconds after which the site has to save again, counted from when the database takes connections."""

LONGEST = 60.0


@pytest.mark.parametrize(("promise", "loses"), [(WRITES_FIRST, False), (PROMISES_FIRST, True)])
def test_a_restarted_database_loses_nothing_that_it_wrote_before_it_promised(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, promise: tuple[str, ...], loses: bool
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no server that could be restarted")
    content, chance = dumped(connection.settings_dict["HOST"], connection.settings_dict["NAME"]), Random(6)
    with (
        restartable(promise, monkeypatch) as database,
        restored(content, str(database.folder)) as address,
        used(address, monkeypatch),
    ):
        people = writers(["cmio"] * 2, chance)
        with served(REAL, address, tmp_path) as server, answering(server, people, chance) as work:
            waits = [until_saved(work, database, signal) for signal in (SIGQUIT, SIGKILL)]
        connection.close()  # it ended with the database, too
        verdict = judge(work.history, rows())
    FIGURES.info("%s, saved again after %s s, %s", work, waits, verdict)
    assert (verdict.lost > 0) == loses
    assert (work.history.refused == []) or loses
    assert (verdict.doubled, max(waits) < BACK) == (0, True)


def until_saved(work: Work, database: Restartable, signal: Signals) -> float:
    """Restart the database under load; the seconds from when it is there until an answer is saved again."""
    before = work.done()
    work.go_on(lambda: work.done() >= before + 100, LONGEST)
    there, before = database.restart(signal), work.done()
    work.go_on(lambda: work.done() > before, LONGEST)
    return time.monotonic() - there
