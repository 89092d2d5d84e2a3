"""A PostgreSQL server that ends without a word and comes back; what it acknowledged lies on disk."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
import with_postgres

SETTINGS = ("fsync=off", "listen_addresses=")
"""As in production, but for what only matters when the power goes."""

PROMISE_FIRST = ("SET synchronous_commit = off", "SET wal_writer_delay = '10s'")
"""Acknowledges before anything is written, which the checker has to catch."""


@dataclass(slots=True)
class Restartable:
    """A server with its files and its socket in a folder."""

    folder: Path
    again: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def state(self) -> list[str]:
        """What the server says of itself: its process first, then where it is, and at last whether it is ready."""
        file = self.folder / "data" / "postmaster.pid"
        return file.read_text().split() if file.exists() else []

    def restart(self, by: signal.Signals) -> float:
        """End it by that signal and start it again; the moment since when it takes connections."""
        pid = int(self.state[0])
        os.kill(pid, by)
        os.waitpid(pid, 0)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            self.again.append(self._start())
            if self._is_ready(self.again[-1]):
                return time.monotonic()
            time.sleep(0.05)  # some processes of the old server are still at its memory
        raise AssertionError((self.folder / "log").read_text()[-2000:])

    def promise_first(self) -> None:
        """Be careless from now on."""
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as connection:
            for change in PROMISE_FIRST:
                connection.execute(f"ALTER SYSTEM {change}")
            connection.execute("SELECT pg_reload_conf()")

    def _start(self) -> subprocess.Popen[bytes]:
        user = with_postgres.account()
        programs = with_postgres.reachable(with_postgres.find_programs(), self.folder, user)
        return with_postgres.start(programs, self.folder, user)

    def _is_ready(self, process: subprocess.Popen[bytes]) -> bool:
        while process.poll() is None:
            state = self.state
            if state and state[0] == str(process.pid) and state[-1] == "ready":
                return True
            time.sleep(0.01)
        return False


@contextmanager
def restartable(patch: pytest.MonkeyPatch) -> Iterator[Restartable]:
    """A server of its own, gone afterwards however often it was started."""
    patch.setattr(with_postgres, "THROW_AWAY", SETTINGS)
    # The path of a socket has to be short.
    with tempfile.TemporaryDirectory(prefix="cmio-pg-") as folder, with_postgres.server(Path(folder)):
        database = Restartable(Path(folder))
        try:
            yield database
        finally:
            for process in database.again:
                with_postgres.shut_down(process)
