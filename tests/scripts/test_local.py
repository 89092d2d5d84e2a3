"""The settings of `make run`: a secret of this machine, and whatever is set already wins."""

import os
import stat
from pathlib import Path

import local
import pytest

from cmio_coach import database, environment


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "VAR", tmp_path / "var")
    monkeypatch.setattr(local, "SECRET_KEY", tmp_path / "var" / "secret_key")
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "HTTPS", "DATABASE_URL", "EMAIL_URL"):
        monkeypatch.delenv(name, raising=False)


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_the_secret_is_made_once_and_its_owner_alone_can_read_it() -> None:
    umask = os.umask(0)
    try:
        first = local.secret_key()
    finally:
        os.umask(umask)
    assert (mode(local.SECRET_KEY), mode(local.VAR)) == ("0o600", "0o700")
    assert local.secret_key() == first == local.SECRET_KEY.read_text()


def test_the_secret_is_one_that_the_settings_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", local.secret_key())
    assert environment.secret("SECRET_KEY") == local.secret_key()


def test_every_machine_has_a_secret_of_its_own() -> None:
    first = local.secret_key()
    local.SECRET_KEY.unlink()
    assert local.secret_key() != first


def test_without_a_word_it_is_this_machine_over_plain_http() -> None:
    found = local.environment()
    assert found["SECRET_KEY"] == local.SECRET_KEY.read_text()
    assert (found["ALLOWED_HOSTS"], found["HTTPS"], found["EMAIL_URL"]) == ("127.0.0.1,localhost", "0", "console:")
    assert found["DJANGO_SETTINGS_MODULE"] == "cmio_coach.settings"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "s" * 60),
        ("ALLOWED_HOSTS", "coach.example.org"),
        ("HTTPS", "1"),
        ("DATABASE_URL", "postgresql://db.example.org/coach"),
        ("EMAIL_URL", "smtp://mail.example.org"),
        ("LOG_LEVEL", "DEBUG"),
    ],
)
def test_what_is_set_wins(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert local.environment()[name] == value


def test_no_other_settings_can_be_slipped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "elsewhere.settings")
    assert local.environment()["DJANGO_SETTINGS_MODULE"] == "cmio_coach.settings"


@pytest.mark.parametrize("folder", ["plain", "with space", "100% odd?#&=+", "é"])
def test_the_database_lies_in_the_folder_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setattr(local, "VAR", tmp_path / folder)
    monkeypatch.setattr(local, "SECRET_KEY", tmp_path / folder / "secret_key")
    monkeypatch.setenv("DATABASE_URL", local.environment()["DATABASE_URL"])
    assert database.settings("DATABASE_URL")["NAME"] == str(tmp_path / folder / "db.sqlite3")
