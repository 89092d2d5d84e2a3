"""The two commands as processes of their own: status, streams, pipes, and nothing that differs between two runs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.assessments.management.printing import run_on, small_persona

pytestmark = pytest.mark.django_db
Process = subprocess.Popen[bytes]


@pytest.fixture
def address(tmp_path: Path) -> str:
    """Where another process finds the database with its content; of one in memory it is given a copy."""
    if connection.vendor == "sqlite":
        (tmp_path / "db.sqlite3").write_bytes(connection.connection.serialize())
        return f"sqlite:///{tmp_path / 'db.sqlite3'}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"


def begin(address: str, command: str, out: int = subprocess.PIPE, seed: str = "0") -> Process:
    return subprocess.Popen(
        [sys.executable, "manage.py", command, "-"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": address, "PYTHONHASHSEED": seed},
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=subprocess.PIPE,
    )


def end(process: Process, persona: object) -> tuple[bytes | None, bytes, int]:
    out, err = process.communicate(json.dumps(persona).encode(), timeout=60)
    return out, err, process.returncode


def test_two_processes_print_the_same_bytes(address: str) -> None:
    persona = small_persona(excluded=["sql-course", "cahims", "qi-basics"], done=["fhir-free-study", "journal-club"])
    processes = [begin(address, "plan", seed=seed) for seed in ("1", "2")]
    first, second = (end(process, persona) for process in processes)
    assert first == second == (run_on("plan", persona).out.encode(), b"", 0)


def test_a_faulty_persona_ends_with_status_2_and_one_line(address: str) -> None:
    persona = small_persona(budget_usd=-1)
    said = b"plan.budget_usd: -1 is not a whole number from 0 to 10000000\n"
    assert end(begin(address, "readiness"), persona) == (b"", said, 2)


def test_a_database_without_content_is_named_in_one_line(tmp_path: Path) -> None:
    out, err, status = end(begin(f"sqlite:///{tmp_path / 'new.sqlite3'}", "readiness"), small_persona())
    assert (out, status) == (b"", 1)
    assert err.startswith(b"CommandError: The database cannot be read: ")
    assert err.count(b"\n") == 1


@pytest.mark.parametrize("command", ["readiness", "plan"], ids=["much to print", "little to print"])
def test_a_reader_who_leaves_is_no_error(address: str, command: str) -> None:
    reader, writer = os.pipe()
    process = begin(address, command, out=writer)
    os.close(writer)
    os.close(reader)
    assert end(process, small_persona(pinned=["ci-fellowship"])) == (None, b"", 0)
