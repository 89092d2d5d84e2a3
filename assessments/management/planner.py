"""Keeps `manage.py work` running beside the server that started it, and starts it again whenever it ends."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Thread

from django.conf import settings

LOOK_EVERY = 0.2
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds before it is started again: longer each time where it ended soon after its start."""

SOON = 10.0
SECONDS_TO_END = 5.0


class Planner:
    """One worker process, looked after by a thread of the server's own process.

    It is told the number of this process, so that it ends with it even where nobody can tell it to.

    - listeners: descriptors of the server's sockets, which are nothing to the worker
    """

    def __init__(self, listeners: Sequence[int] = ()) -> None:
        self.listeners = tuple(listeners)
        self.over = Event()
        self.renewed = Event()
        self.thread = Thread(target=self._keep, name="planner", daemon=True)

    def start(self) -> None:
        """Start it."""
        self.thread.start()

    def renew(self) -> None:
        """Start it anew with the code and the settings that there are now."""
        self.renewed.set()

    def stop(self) -> None:
        """End it, and wait until it is gone."""
        self.over.set()
        self.thread.join(SECONDS_TO_END + 1)

    def _keep(self) -> None:
        pause = SHORTEST_PAUSE
        while not self.over.is_set():
            started = time.monotonic()
            self._run()
            lived = time.monotonic() - started
            pause = SHORTEST_PAUSE if lived > SOON else min(LONGEST_PAUSE, 2 * pause)
            self.over.wait(pause)

    def _run(self) -> None:
        pid = self._spawned()
        self.renewed.clear()
        while _is_there(pid) and not self.over.wait(LOOK_EVERY) and not self.renewed.is_set():
            pass
        _end(pid)

    def _spawned(self) -> int:
        """Start the process in a session of its own: Ctrl-C reaches the server alone, which then ends it in order.

        The server forks workers meanwhile: with `subprocess` one of those would hold the pipe open on which it waits.
        """
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--with-parent", str(os.getpid())]
        nothing = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
        closed = [(os.POSIX_SPAWN_CLOSE, listener) for listener in self.listeners]
        return os.posix_spawn(command[0], command, os.environ, file_actions=[nothing, *closed], setsid=True)


def _is_there(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        # The server has buried it with its own children.
        return False


def _end(pid: int) -> None:
    for number, seconds in ((signal.SIGTERM, SECONDS_TO_END), (signal.SIGKILL, 1.0)):
        if not _is_there(pid):
            return
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        until = time.monotonic() + seconds
        while _is_there(pid) and time.monotonic() < until:
            time.sleep(LOOK_EVERY)
