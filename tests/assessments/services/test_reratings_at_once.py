"""Two requests that rate one skill again in the same moment: a double click is one row, and a second tab is told."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User

from assessments.models import Plan, Rerating
from assessments.services import reratings
from assessments.services.answers import Sent
from tests.assessments.runs import LATER, drawn
from tests.assessments.services.at_once import Call, at_once, break_locks, committing, held_after

READ_RATING = 'FROM "assessments_rerating"'


@pytest.fixture
def plan(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plan]:
    with committing(tmp_path, monkeypatch):
        yield drawn(User.objects.create_user(username="alice"), "sql-course")


def outcomes(plan: Plan, patience: float, *sent: tuple[UUID, int]) -> list[str]:
    """What both are answered, each a key and a level; both have read before either writes, if nothing parts them."""
    meeting = Barrier(2, timeout=patience)

    def rating(key: UUID, level: int) -> Call:
        save = partial(reratings.save, plan=plan, skill="cds", level=level, low_confidence=False)
        return held_after(READ_RATING, meeting, partial(save, sent=Sent(key), at=LATER))

    return sorted(type(found).__name__ for found in at_once(*(rating(*one) for one in sent)))


def test_a_double_click_is_one_row(plan: Plan) -> None:
    key = uuid4()
    assert outcomes(plan, 0.2, (key, 4), (key, 4)) == ["Rerating", "Rerating"]
    assert Rerating.objects.get().revision == 1


def test_of_two_tabs_one_is_saved_and_the_other_is_told(plan: Plan) -> None:
    assert outcomes(plan, 0.2, (uuid4(), 4), (uuid4(), 2)) == ["AnswerChanged", "Rerating"]
    assert Rerating.objects.get().revision == 1


def test_without_the_lock_it_would_be_noticed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    break_locks(monkeypatch)
    assert outcomes(plan, 20.0, (uuid4(), 4), (uuid4(), 2)) != ["AnswerChanged", "Rerating"]
