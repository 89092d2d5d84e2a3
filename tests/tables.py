"""What the database holds, as one fingerprint for each table."""

import hashlib

from django.db import connection

PASSING = {"django_session", "cache"}
"""Tables that looking at a page may write: who is signed in, and how often somebody tried."""


def fingerprints() -> dict[str, str]:
    """A hash of all rows of every table that keeps something."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: _hash(table) for table in sorted(set(tables) - PASSING)}


def changed(before: dict[str, str]) -> list[str]:
    """The tables whose rows differ from what they were."""
    now = fingerprints()
    return sorted(table for table in before.keys() | now.keys() if before.get(table) != now.get(table))


def _hash(table: str) -> str:
    with connection.cursor() as rows:
        rows.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        return hashlib.sha256("\n".join(sorted(map(repr, rows.fetchall()))).encode()).hexdigest()
