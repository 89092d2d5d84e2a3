"""Keeps `manage.py work` running beside the server that started it, and starts it again whenever it ends."""

import os
import subprocess
import sys
import time
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
    """

    def __init__(self) -> None:
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
        command = [sys.executable, "manage.py", "work", "--with-parent", str(os.getpid())]
        # In a session of its own Ctrl-C reaches the server alone, which then ends it in order.
        process = subprocess.Popen(  # noqa: S603 (our own program, and no word of anybody's in its arguments)
            command, cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.renewed.clear()
        while process.poll() is None and not self.over.wait(LOOK_EVERY) and not self.renewed.is_set():
            pass
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
