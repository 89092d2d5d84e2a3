"""Real workers in processes of their own: after a publication by another process none of them is stale."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import sites
from benchmarks.load import ask, request
from benchmarks.servers import Server, gunicorn
from tests.repository import ROOT

PAGE = "/careers/made-0/"
TIMES = 60
PUBLISH = """
from copy import deepcopy
from django.db import transaction
from django.utils import timezone
from careers.models import Edition
from careers.ready import stamp
old = Edition.objects.get()
document = old.document | {{"tagline": "Only the new edition says this."}}
with {around}, transaction.atomic():
    Edition.objects.create(career=old.career, number=2, document=document, live_from=timezone.now())
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one guide."""
    made = tmp_path_factory.mktemp("site")
    sites.grown(made, 1)
    return made


@pytest.fixture
def site(folder: Path, tmp_path: Path) -> Iterator[tuple[Server, dict[str, str]]]:
    """Two workers on a copy of it, both warm."""
    (tmp_path / "db.sqlite3").write_bytes((folder / "db.sqlite3").read_bytes())
    given = sites.environment(tmp_path) | {"COVERAGE_PROCESS_START": "", "PYTHONWARNINGS": "ignore"}
    with gunicorn("two workers", "tests.careers.ready.plain_static", given) as server:
        answers(server)
        yield server, given


def answers(server: Server) -> Counter[bool]:
    """Whether each of many answers is of the new edition."""
    return Counter(b"Only the new edition" in ask(server.port, request(PAGE)) for _ in range(TIMES))


def publish(given: dict[str, str], around: str) -> None:
    program = PUBLISH.format(around=around)
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", program]
    subprocess.run(command, cwd=ROOT, env=os.environ | given, check=True, capture_output=True)


def test_no_worker_is_stale_after_a_publication_elsewhere(site: tuple[Server, dict[str, str]]) -> None:
    server, given = site
    assert answers(server) == {False: TIMES}
    publish(given, "stamp.changing()")
    assert answers(server) == {True: TIMES}


def test_workers_that_are_not_told_would_be(site: tuple[Server, dict[str, str]]) -> None:
    server, given = site
    publish(given, "transaction.atomic()")
    assert answers(server)[False] > 0
