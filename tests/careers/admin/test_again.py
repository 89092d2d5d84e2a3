"""Two do the same at the same moment: one does it, the other is told at the field, and the trail says it once."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from careers.models import Career, Deed, Source
from tests.assessments.services.at_once import at_once, committing, held_after
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import career
from tests.markup import Answer

# On SQLite a copy of the database is written to, which is thrown away; on PostgreSQL it is the database itself.
pytestmark = pytest.mark.usefixtures("db" if connection.vendor == "sqlite" else "transactional_db", "_real")


@pytest.fixture
def _real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with committing(tmp_path, monkeypatch):
        yield


@pytest.fixture
def desks() -> list[Client]:
    return [at_the_desk(editor(name)) for name in ("edith", "emil")]


def both(desks: list[Client], words: str, path: str, **typed: Any) -> list[Answer]:
    """What both are answered who send the form; each stops after that statement until the other has come as far."""
    meeting = Barrier(2, timeout=0.5)
    calls = [partial(send, desk, path, opened(desk, path), **typed) for desk in desks]
    answers: list[Answer] = at_once(*(held_after(words, meeting, call) for call in calls))
    return sorted(answers, key=lambda answer: answer.status_code)


def test_a_key_that_somebody_adds_at_this_moment_is_refused_at_its_field(desks: list[Client]) -> None:
    path = f"{address('add', Source)}?career={career().pk}"
    typed = {"key": "new", "title": "New", "publisher": "P", "kind": "paper", "career": str(career().pk)}
    told, saved = both(desks, 'SELECT 1 AS "a" FROM "careers_source"', path, **typed)
    assert (told.status_code, saved.status_code) == (200, 302)
    assert "already exists" in Page(told.content.decode()).text
    assert Source.objects.filter(key="new").count() == Deed.objects.filter(what="added", place="New").count() == 1


def test_an_address_that_somebody_gives_a_guide_at_this_moment_is_refused_at_its_field(desks: list[Client]) -> None:
    days = {"reviewed_on": "2026-01-01", "review_by": "2027-01-01"}
    typed = {"title": "New", "slug": "new", "tagline": "T", "summary": "S", **days}
    told, saved = both(desks, 'SELECT 1 AS "a" FROM "careers_career"', address("add", Career), **typed)
    assert (told.status_code, saved.status_code) == (200, 302)
    assert Career.objects.filter(slug="new").count() == 1


def test_a_row_that_two_delete_at_this_moment_is_deleted_once(desks: list[Client]) -> None:
    row = Source.objects.create(career=career(), key="unused", title="Unused", publisher="P", kind="paper", position=99)
    meeting, path = Barrier(2, timeout=0.5), address("delete", row)
    calls = [partial(desk.post, path, {"post": "yes"}) for desk in desks]
    answers: list[Answer] = at_once(*(held_after('FROM "careers_source"', meeting, call) for call in calls))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Deed.objects.filter(what="deleted", model="source", row=str(row.pk)).count() == 1
