"""Real threads, each with a connection of its own, on a database that keeps what they commit."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection, connections
from django.db.models import QuerySet

Call = Callable[[], Any]


def at_once(*calls: Call) -> list[Any]:
    """What each call gives or raises, all of them under way at the same time."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(_outcome, calls))


def held_after(words: str, meeting: Barrier, call: Call) -> Call:
    """The call, held after its first statement with these words until the others have come as far, or time is up."""

    def run() -> Any:
        seen: list[str] = []

        def hold(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            found = execute(sql, params, many, context)
            if words in sql and not seen:
                seen.append(sql)
                with suppress(BrokenBarrierError):
                    meeting.wait()
            return found

        with connection.execute_wrapper(hold):
            return call()

    return run


@contextmanager
def committing(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The database with its content, outside the transaction around the test; what users own is deleted afterwards.

    SQLite's database in memory takes one writer only: there a copy in a file stands in for it, as `make run` has it.
    """
    inside = connections["default"]
    if inside.vendor == "sqlite":
        (folder / "copy.sqlite3").write_bytes(inside.connection.serialize())
        patch.setitem(inside.settings_dict, "NAME", str(folder / "copy.sqlite3"))
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        User.objects.all().delete()
        cache.clear()
        connections["default"].close()
        connections["default"] = inside


def break_locks(patch: pytest.MonkeyPatch) -> None:
    """Take the locks away by which writes wait for each other, on both databases."""
    patch.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)
    if connection.vendor == "sqlite":
        patch.setitem(connection.settings_dict["OPTIONS"], "transaction_mode", "DEFERRED")


def _outcome(call: Call) -> Any:
    try:
        return call()
    except Exception as error:
        return error
    finally:
        connections.close_all()
