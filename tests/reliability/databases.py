"""A database of its own with all content, on the kind of server that the tests run on, for processes that commit."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import dj_database_url
import psycopg
import pytest
import with_postgres
from django.db import connections

PLACE = ("NAME", "HOST", "PORT", "USER", "PASSWORD")


@contextmanager
def copy(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a copy of the test's database, which is also this process's own database meanwhile."""
    inside = connections["default"]
    if inside.vendor == "sqlite":
        (folder / "copy.sqlite3").write_bytes(inside.connection.serialize())
        address = f"sqlite:///{folder / 'copy.sqlite3'}"
        with used(address, patch):
            yield address
        return
    server = inside.settings_dict["HOST"]
    content = dumped(server, inside.settings_dict["NAME"])
    with restored(content, server) as address, used(address, patch):
        yield address


@contextmanager
def used(address: str, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this process look at the database of that address."""
    inside, there = connections["default"], dj_database_url.parse(address)
    with patch.context() as moved:
        for name in PLACE:
            moved.setitem(inside.settings_dict, name, there[name])  # type: ignore[literal-required]
        connections["default"] = connections.create_connection("default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = inside


def dumped(server: str, name: str) -> bytes:
    """What another session of that server sees of the database: all that is committed."""
    return _client("pg_dump", server, "--no-owner", name)


@contextmanager
def restored(content: bytes, server: str) -> Iterator[str]:
    """The address of a new database with that content; server is the folder of its socket."""
    name = f"copy_{uuid4().hex}"
    with psycopg.connect(f"host={server} user=postgres dbname=postgres", autocommit=True) as outside:
        outside.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    _client("psql", server, "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", name, content=content)
    yield f"postgresql://postgres@{quote(server, safe='')}/{name}"
    with psycopg.connect(f"host={server} user=postgres dbname=postgres", autocommit=True) as outside:
        outside.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _client(program: str, server: str, *options: str, content: bytes = b"") -> bytes:
    command = [str(with_postgres.find_programs() / program), f"--host={server}", "--username=postgres", *options]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout
