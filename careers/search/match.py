"""The one place where the full-text search of the database in use is asked: FTS5 of SQLite, or PostgreSQL's.

Both hold the same words, made alike by `words`; they only say which entries hold all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

MOST = 1_000
"""Entries that are counted and ranked at most, so that a search costs the same however much there is."""

FOUND = "careers_searchentry_fts AS found"
ENTRY = "careers_searchentry AS entry"
SQLITE = "{first} CROSS JOIN {second} ON entry.id = found.rowid WHERE careers_searchentry_fts MATCH %s"
"""SQLite reads the first table and looks each row up in the second: matches first, or the entries of a few careers."""

POSTGRESQL = "careers_searchentry AS entry WHERE {holds}"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that holds all words, and whether its title alone does."""

    id: int
    kind: str
    slug: str
    in_title: bool


def matches(words: Sequence[str], *, at: datetime, kinds: Sequence[str] = (), slugs: Sequence[str] = ()) -> list[Match]:
    """The live entries that hold all words: those whose titles do first, then in the order they were written.

    At most one more than MOST, in one query; of certain kinds and careers only where some are named.
    """
    if not words:
        return []
    titled, others = (_select(words, at, is_title, {"kind": kinds, "slug": slugs}) for is_title in (True, False))
    statement = (
        f"SELECT * FROM ({titled[0]}) AS titled UNION ALL SELECT * FROM ({others[0]}) AS others"  # noqa: S608
        f" ORDER BY 4 DESC, 1 LIMIT {MOST + 1}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*titled[1], *others[1]])
        return [Match(row[0], row[1], row[2], bool(row[3])) for row in cursor.fetchall()]


def existing(queries: Sequence[Sequence[str]], *, at: datetime) -> list[int]:
    """The places of those queries that some live entry answers, in one query."""
    if not queries:
        return []
    parts, values = [], []
    for place, words in enumerate(queries):
        source, given = _source(words, None, by_entry=False)
        parts.append(f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {source} AND {LIVE})")  # noqa: S608
        values += [*given, *_moments(at)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return sorted(row[0] for row in cursor.fetchall())


LIVE = "entry.live_from <= %s AND entry.live_until > %s"


def _moments(at: datetime) -> list[Any]:
    moment = connection.ops.adapt_datetimefield_value(at)
    return [moment, moment]


def _select(
    words: Sequence[str], at: datetime, is_title: bool, only: dict[str, Sequence[str]]
) -> tuple[str, list[Any]]:
    source, values = _source(words, is_title, by_entry=bool(only["slug"]))
    named = {column: chosen for column, chosen in only.items() if chosen}
    chosen = "".join(f" AND entry.{column} IN ({_marks(keys)})" for column, keys in named.items())
    # FTS5 hands rows out in the order of its own ids, and only that order lets it stop early.
    order = "found.rowid" if connection.vendor == "sqlite" else "entry.id"
    statement = (
        f"SELECT entry.id, entry.kind, entry.slug, {int(is_title)} FROM {source} AND {LIVE}{chosen}"  # noqa: S608
        f" ORDER BY {order} LIMIT {MOST + 1}"
    )
    return statement, [*values, *_moments(at), *(key for keys in named.values() for key in keys)]


def _marks(keys: Iterable[str]) -> str:
    return ", ".join("%s" for _ in keys)


def _source(words: Sequence[str], is_title: bool | None, *, by_entry: bool) -> tuple[str, list[str]]:
    """Where to look: in titles, in all but titles that hold every word, or anywhere."""
    return _sqlite(words, is_title, by_entry) if connection.vendor == "sqlite" else _postgresql(words, is_title)


def _sqlite(words: Sequence[str], is_title: bool | None, by_entry: bool) -> tuple[str, list[str]]:
    asked = " AND ".join(f'"{word}"' for word in words)
    titled = f"{{words}} : ({asked})"
    expression = {True: titled, False: f"({asked}) NOT ({titled})", None: asked}[is_title]
    first, second = (ENTRY, FOUND) if by_entry else (FOUND, ENTRY)
    return SQLITE.format(first=first, second=second), [expression]


def _postgresql(words: Sequence[str], is_title: bool | None) -> tuple[str, list[str]]:
    asked = " & ".join(f"'{word}'" for word in words)
    titled, anywhere = "title_vector @@ %s::tsquery", "vector @@ %s::tsquery"
    holds = {True: titled, False: f"{anywhere} AND NOT {titled}", None: anywhere}[is_title]
    return POSTGRESQL.format(holds=holds), [asked] * holds.count("%s")
