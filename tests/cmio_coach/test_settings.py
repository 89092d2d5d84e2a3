"""A start with a missing or bad setting ends at once, in one line that names the variable."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "for-this-test-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "coach.example.org",
    "DATABASE_URL": "sqlite://:memory:",
}
READ = "from cmio_coach import settings; print({name: getattr(settings, name) for name in %r})"


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    """Ask manage.py for its version of the settings, with an environment of its own."""
    present = {name: value for name, value in (GOOD | changes).items() if value is not None}
    command = [sys.executable, "manage.py", "check", "--tag", "security"]
    environment = {"PATH": os.environ["PATH"], **present}
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "secret"),
        ("ALLOWED_HOSTS", None),
        ("DATABASE_URL", None),
        ("DATABASE_URL", "oracle://db/coach"),
        ("EMAIL_URL", "pigeon://loft"),
        ("HTTPS", "perhaps"),
        ("BEHIND_PROXY", "2"),
        ("DEBUG", "on and off"),
        ("WORKER", "two"),
        ("LOG_LEVEL", "chatty"),
    ],
)
def test_a_bad_setting_ends_the_start_in_one_line(name: str, value: str | None) -> None:
    done = start(**{name: value})
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"{name}: ")
    assert done.stderr.count("\n") == 1


def read(*names: str, **changes: str) -> str:
    """Some settings as a process with that environment has them."""
    environment = {"PATH": os.environ["PATH"], **GOOD, **changes}
    command = [sys.executable, "-c", READ % (names,)]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True).stdout


def test_without_a_word_about_it_the_site_is_strict() -> None:
    found = read(
        "DEBUG", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_NAME", "SECURE_PROXY_SSL_HEADER"
    )
    assert "'DEBUG': False" in found
    assert "'SECURE_SSL_REDIRECT': True" in found
    assert "'SESSION_COOKIE_SECURE': True" in found
    assert "'SESSION_COOKIE_NAME': '__Host-sessionid'" in found
    assert "'SECURE_PROXY_SSL_HEADER': None" in found


def test_a_proxy_is_believed_only_where_it_is_named() -> None:
    assert "HTTP_X_FORWARDED_PROTO" in read("SECURE_PROXY_SSL_HEADER", BEHIND_PROXY="1")
    # Else everybody behind the proxy would share one visitor's limits.
    asked = [read("ALLAUTH_TRUSTED_PROXY_COUNT", BEHIND_PROXY=flag) for flag in "01"]
    assert ["COUNT': 1" in found for found in asked] == [False, True]
