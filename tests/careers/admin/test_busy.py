"""Somebody writes to a guide for long: whoever saves meanwhile is told, and sends the same again with one button."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test import Client

from careers.models import Section
from careers.services import digest, write
from careers.services.holding import hold
from tests import markup
from tests.assessments.services.at_once import committing
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address, publish_page
from tests.careers.admin.forms import opened, send
from tests.content import career

# On SQLite a copy of the database is written to, which is thrown away; on PostgreSQL it is the database itself.
pytestmark = pytest.mark.usefixtures("db" if connection.vendor == "sqlite" else "transactional_db", "_real")
PATIENCE: dict[str, dict[str, Any]] = {"sqlite": {"timeout": 0.1}, "postgresql": {"options": "-c lock_timeout=100"}}


@pytest.fixture
def _real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in PATIENCE[connection.vendor].items():
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], name, value)
    with committing(tmp_path, monkeypatch):
        yield


@pytest.fixture
def desk() -> Client:
    return at_the_desk(editor("edith"))


@contextmanager
def written_to() -> Iterator[None]:
    """Somebody else writes to the guide, and takes their time."""
    begun, ended = Event(), Event()

    def write() -> None:
        with transaction.atomic():
            hold(career())
            begun.set()
            ended.wait(10)
        connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            assert begun.wait(5)
            yield
        finally:
            ended.set()
            writing.result()


def test_what_was_sent_comes_back_with_a_button_that_sends_it_again(desk: Client) -> None:
    section = Section.objects.get(career=career(), slug="salary")
    path = address("change", section)
    form = opened(desk, path)
    with written_to():
        answer = send(desk, path, form, lead='Typed “by” me & "you".')
        assert answer.status_code == 503
    section.refresh_from_db()
    assert section.lead == form.entries["lead"]
    (again,) = markup.forms(answer, action=path)
    assert desk.post(path, markup.typed(markup.read(answer), again)).status_code == 302
    section.refresh_from_db()
    assert section.lead == 'Typed “by” me & "you".'


def test_what_was_to_be_published_is_so_with_the_button(desk: Client) -> None:
    Section.objects.filter(career=career(), slug="salary").update(body="Two.")
    path = publish_page(career())
    with written_to():
        answer = desk.post(path, {"seen": digest(write(career())), "when": "now"})
        assert answer.status_code == 503
    assert career().published.count() == 1
    (again,) = markup.forms(answer, action=path)
    assert desk.post(path, markup.typed(markup.read(answer), again)).status_code == 302
    assert career().published.count() == 2
