"""Clients at work on a site, some of them over a bad line."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

from benchmarks.servers import Server
from tests.reliability.clients import Client, Saver, Walker
from tests.reliability.cuts import WHOLE, Line, bad_line
from tests.reliability.history import History
from tests.reliability.people import Writer


@dataclass(slots=True)
class Work:
    """What the clients have done so far."""

    line: Line
    history: History = field(default_factory=History)
    over: threading.Event = field(default_factory=threading.Event)
    began: float = field(default_factory=time.monotonic)
    seconds: float = 0.0

    def done(self) -> int:
        """How many answers were acknowledged."""
        return self.history.acknowledged

    def go_on(self, is_enough: Callable[[], bool], longest: float) -> None:
        """Wait until it is enough, at most for so many seconds, and no longer once a client was refused."""
        end = time.monotonic() + longest
        while time.monotonic() < end and not is_enough() and not self.history.refused:
            time.sleep(0.02)

    def __str__(self) -> str:
        cuts = sum(self.line.fared.values()) - self.line.fared[WHOLE]
        return f"{self.done()} acknowledged, {self.history.unknown} unknown, {cuts} cuts, {self.seconds:.1f} s"


@contextmanager
def answering(server: Server, writers: Sequence[Writer], chance: Random) -> Iterator[Work]:
    """Let every writer answer at the same time; at the end each of them sees its last answer acknowledged.

    Every second pair has a bad line; every eighth walks from page to page, the others save by themselves.
    """
    with bad_line(server.port, chance) as line:
        work = Work(line)
        clients = [_client(place, writer, server, work) for place, writer in enumerate(writers)]
        threads = [threading.Thread(target=client.run) for client in clients]
        for thread in threads:
            thread.start()
        try:
            yield work
        finally:
            work.over.set()
            for thread in threads:
                thread.join()
            work.seconds = time.monotonic() - work.began


def _client(place: int, writer: Writer, server: Server, work: Work) -> Client:
    kind = Walker if place % 8 == 1 else Saver
    port = work.line.port if place % 4 < 2 else server.port
    return kind(writer, writer.door(port), work.history, work.over, Random(place))
