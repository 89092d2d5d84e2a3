"""The site as it is served to others, with four workers, and somebody who kills them."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.servers import Server, free_port
from tests.repository import ROOT

REAL = "tests.careers.ready.plain_static"
"""The application itself, without static files that would have to be collected first."""

CARELESS = "tests.reliability.careless"
"""The same with services that the checker has to catch."""

WORKERS = 4
SECONDS_TO_START = 30
WORK_BETWEEN_KILLS = 45


@contextmanager
def served(application: str, address: str, folder: Path) -> Iterator[Server]:
    """The application on that database; its processes are gone afterwards, whatever happened."""
    port = free_port()
    config = ["-c", "scripts/gunicorn.conf.py", "--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}"]
    given = os.environ | {
        "DATABASE_URL": address,
        "READY_PAGES": str(folder / "pages"),
        "LOG_LEVEL": "ERROR",
        "WORKER": "0",
        "PYTHONWARNINGS": "ignore",
    }
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *config, application],
            cwd=ROOT,
            env=given,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    server = Server(application, port, process.pid)
    try:
        _wait(process, folder / "log")
        yield server
    finally:
        _end(process, server)


def _wait(process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once it says where it is, which it does when it listens."""
    assert process.stdout
    can_read, _, _ = select.select([process.stdout], [], [], SECONDS_TO_START)
    assert can_read, "the site did not start"
    assert process.stdout.read(1), log.read_text()


def _end(process: subprocess.Popen[bytes], server: Server) -> None:
    workers = server.workers() if process.poll() is None else []
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        for pid in (process.pid, *workers):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()
    assert process.stdout
    process.stdout.close()


@dataclass(slots=True)
class Nemesis:
    """Kills one of the site's workers again and again, without a warning.

    - every: seconds between two kills
    - progress: how much work was done so far; on a slow machine the next kill waits for some
    """

    server: Server
    every: float
    progress: Callable[[], int]
    chance: Random
    kills: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Kill until it is over."""
        before = 0
        while not self.over.wait(self.every):
            workers, done = self.server.workers(), self.progress()
            if workers and done - before >= WORK_BETWEEN_KILLS:
                with suppress(ProcessLookupError):
                    os.kill(self.chance.choice(workers), signal.SIGKILL)
                    self.kills, before = self.kills + 1, done


@contextmanager
def killing(server: Server, every: float, progress: Callable[[], int], chance: Random) -> Iterator[Nemesis]:
    """Somebody who kills workers meanwhile."""
    nemesis = Nemesis(server, every, progress, chance)
    thread = threading.Thread(target=nemesis.run, daemon=True)
    thread.start()
    try:
        yield nemesis
    finally:
        nemesis.over.set()
        thread.join(5)
