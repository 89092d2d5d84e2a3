"""Two tabs that change one entry in the same moment: one is saved, the other is told, and nothing is lost."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments.models import Evidence
from assessments.services import evidence as services
from assessments.services.evidence import Entry, Page
from tests.assessments.runs import LATER, NOW
from tests.assessments.services.at_once import Call, at_once, break_locks, committing, held_after

READ_ENTRY = 'FROM "assessments_evidence"'


@pytest.fixture
def user(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    with committing(tmp_path, monkeypatch):
        yield User.objects.create_user(username="alice")


def outcomes(user: User, patience: float) -> list[str]:
    """What both tabs are answered; each has read the entry before either writes, if nothing keeps them apart."""
    kept = services.save(user=user, id=uuid4(), page=Page(uuid4(), 0), entry=Entry("First"), at=NOW)
    meeting = Barrier(2, timeout=patience)

    def saving(title: str) -> Call:
        sent: dict[str, Any] = {
            "user": user,
            "id": kept.pk,
            "page": Page(uuid4(), 1),
            "entry": Entry(title),
            "at": LATER,
        }
        return held_after(READ_ENTRY, meeting, partial(services.save, **sent))

    return sorted(type(found).__name__ for found in at_once(saving("One"), saving("Other")))


def test_one_tab_is_saved_and_the_other_is_told(user: User) -> None:
    assert outcomes(user, 0.2) == ["Evidence", "Stale"]
    assert Evidence.objects.get().revision == 2


def test_without_the_lock_it_would_be_noticed(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    break_locks(monkeypatch)
    assert outcomes(user, 20.0) != ["Evidence", "Stale"]
