"""Runs a command of manage.py with the settings of `make run`: `scripts/local.py readiness persona.json`.

Variables that are already set win. Nothing outside `make` and this script uses these settings.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parent.parent
VAR = PROJECT / "var"
SECRET_KEY = VAR / "secret_key"


def environment() -> dict[str, str]:
    """What the settings read on this machine: its own secret key, SQLite in var/, mail in the terminal, plain HTTP."""
    local = {
        "SECRET_KEY": secret_key(),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "HTTPS": "0",
        "DATABASE_URL": f"sqlite:///{quote(str(VAR / 'db.sqlite3'))}",
        "EMAIL_URL": "console:",
    }
    return {**local, **os.environ, "DJANGO_SETTINGS_MODULE": "cmio_coach.settings"}


def secret_key() -> str:
    """The key of this machine, made once and readable by its owner only."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    try:
        descriptor = os.open(SECRET_KEY, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return SECRET_KEY.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return SECRET_KEY.read_text()


if __name__ == "__main__":
    python = str(PROJECT / ".venv" / "bin" / "python")
    os.execve(python, [python, str(PROJECT / "manage.py"), *sys.argv[1:]], environment())
