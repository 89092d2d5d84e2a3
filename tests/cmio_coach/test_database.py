"""One address becomes safe settings for SQLite or PostgreSQL; anything else is refused by name."""

import pytest
from django.db import connection

from cmio_coach import database
from cmio_coach.environment import BadEnvironment


def test_sqlite_takes_the_write_lock_up_front(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/with%20space/db.sqlite3")
    found = database.settings("DATABASE_URL")
    assert found["NAME"] == "/srv/with space/db.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_postgresql_ends_what_runs_too_long(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://coach:p%40ss@db.example.org:5433/coach")
    found = database.settings("DATABASE_URL")
    assert (found["HOST"], found["PORT"], found["PASSWORD"]) == ("db.example.org", 5433, "p@ss")
    assert "statement_timeout" in found["OPTIONS"]["options"]
    assert found["CONN_HEALTH_CHECKS"]


def test_an_address_keeps_its_own_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example.org/coach?sslmode=require")
    assert database.settings("DATABASE_URL")["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "db.sqlite3",
        "mysql://db.example.org/coach",
        "postgresql://db:port/coach",
        "postgresql://[::1/coach",
        "postgresql://db.example.org",
    ],
)
def test_another_address_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(BadEnvironment, match=r"^DATABASE_URL: .*postgresql://"):
        database.settings("DATABASE_URL")


def test_a_password_is_never_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://coach:s3cret@db:port/coach")
    with pytest.raises(BadEnvironment) as caught:
        database.settings("DATABASE_URL")
    assert "s3cret" not in str(caught.value)


@pytest.mark.django_db
def test_the_connection_carries_the_limits() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("10s",)
        else:
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone() == (1,)
