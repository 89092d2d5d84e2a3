"""Sites to measure: the real one with its own content, and larger ones whose guides are made from it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.servers import PROJECT

SECRET = "only-for-measurements-0123456789-abcdefghijklmnopqrstuvwxyz"


def environment(folder: Path) -> dict[str, str]:
    """A site of its own in the folder, with every security header in place that plain HTTP allows."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cmio_coach.settings",
        "SECRET_KEY": SECRET,
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "0",
        "DEBUG": "0",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "READY_PAGES": f"{folder}/pages",
        "EMAIL_URL": "console:",
        "LOG_LEVEL": "ERROR",
    }


def prepared(folder: Path) -> dict[str, str]:
    """The site with its own content."""
    given = environment(folder)
    for command in (["migrate", "--verbosity", "0"], ["createcachetable"], ["content", "load"]):
        manage(given, *command)
    if not (PROJECT / "var" / "static" / "staticfiles.json").is_file():
        manage(given, "collectstatic", "--no-input", "--verbosity", "0")
    return given


def grown(folder: Path, guides: int) -> dict[str, str]:
    """A site with that many short guides."""
    given = environment(folder)
    manage(given, "migrate", "--verbosity", "0")
    manage(given, "createcachetable")
    _run(given, "-m", "benchmarks.many", str(guides))
    return given


def manage(given: Mapping[str, str], *command: str) -> None:
    """Run a command of the site's."""
    _run(given, "manage.py", *command)


def _run(given: Mapping[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=PROJECT, env=dict(given), check=True, stdout=subprocess.DEVNULL)
