"""Turns DATABASE_URL into Django's database settings, with what each engine needs to be safe under load."""

from typing import Any
from urllib.parse import urlsplit

import dj_database_url

from cmio_coach import environment

WANTS = "sqlite:///path/to/file or postgresql://user:password@host:port/name"

# Waiting for the write lock up front and a write-ahead log: with SQLite's defaults concurrent writes fail.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
# A stuck migration or a runaway query must not hold the other visitors.
POSTGRESQL_OPTIONS = {"options": "-c statement_timeout=10000 -c lock_timeout=5000"}


def settings(name: str) -> dict[str, Any]:
    """Django's settings for the database that the variable names; refuses other engines."""
    address = environment.text(name, WANTS)
    try:
        if urlsplit(address).scheme not in {"sqlite", "postgresql", "postgres"}:
            environment.refuse(name, f"is not a database we support; it wants {WANTS}")
        database: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    except ValueError:
        environment.refuse(name, f"cannot be read; it wants {WANTS}")
    if not database["NAME"]:
        environment.refuse(name, f"names no database; it wants {WANTS}")
    is_sqlite = database["ENGINE"].endswith("sqlite3")
    database["OPTIONS"] = database.get("OPTIONS", {}) | (SQLITE_OPTIONS if is_sqlite else POSTGRESQL_OPTIONS)
    return database
