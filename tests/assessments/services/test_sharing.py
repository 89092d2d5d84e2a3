"""A link to a plan opens until it expires or is revoked; notes are kept once, and no limit is passed."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User

from assessments.models import Note, Plan, Share
from assessments.services import notes, sharing
from tests.assessments.runs import NOW, drawn
from tests.assessments.services.at_once import Call, at_once, break_locks, committing, held_after

A_MINUTE = timedelta(minutes=1)
SHORT, LONG = 0.3, 20.0
"""Seconds that a thread waits for the other one: in vain where that is kept waiting by a lock, so not for long."""


def shared(plan: Plan, id: UUID | None = None, **changes: Any) -> Share:
    """A link from a form of its own."""
    values: dict[str, Any] = {"mentor": "Dr. Lee Park", "sharer": "Asha Rao", "parts": ["week"], "days": 7, "at": NOW}
    return sharing.share(plan=plan, id=id or uuid4(), **(values | changes))


def left(share: Share, id: UUID | None = None, minutes: int = 0, text: str = "Ask for the report") -> Note:
    return notes.leave(share=share, id=id or uuid4(), text=text, at=NOW + minutes * A_MINUTE)


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, "sql-course")


def test_a_link_is_made_once_and_opens_as_long_as_was_chosen(plan: Plan) -> None:
    id = uuid4()
    first, again = shared(plan, id, days=90), shared(plan, id, days=7, at=NOW + A_MINUTE)
    assert first == again == Share.objects.get()
    assert again.expires_at == NOW + timedelta(days=90)
    assert (again.is_usable(again.expires_at - A_MINUTE), again.is_usable(again.expires_at)) == (True, False)


def test_parts_are_kept_in_their_order_and_no_others(plan: Plan) -> None:
    assert shared(plan, parts={"notes", "week", "pay"}).parts == ["week", "notes"]


def test_the_id_of_somebody_elses_link_makes_another_one(plan: Plan, charlie: User) -> None:
    theirs = shared(drawn(charlie, "sql-course"))
    mine = shared(plan, theirs.pk)
    assert mine.pk != theirs.pk
    assert (mine.plan, Share.objects.count()) == (plan, 2)


def test_five_may_be_open_at_a_time(plan: Plan) -> None:
    links = [shared(plan) for _ in range(sharing.MOST_OPEN)]
    with pytest.raises(sharing.TooManyOpen):
        shared(plan)
    sharing.revoke(share=links[0], at=NOW)
    shared(plan)
    assert shared(plan, at=NOW + timedelta(days=8))


def test_revoking_twice_keeps_the_first_moment(plan: Plan) -> None:
    link = shared(plan)
    for wait in (0, 5):
        sharing.revoke(share=link, at=NOW + wait * A_MINUTE)
    assert Share.objects.get().revoked_at == NOW


def test_a_note_is_kept_once_with_the_name_of_the_mentor(plan: Plan) -> None:
    link, id = shared(plan), uuid4()
    assert left(link, id) == left(link, id, text="Another text") == Note.objects.get()
    assert (Note.objects.get().mentor, Note.objects.get().text) == ("Dr. Lee Park", "Ask for the report")
    id = uuid4()
    for _ in range(2):
        notes.write(plan=plan, id=id, text="Mine", at=NOW)
    assert list(plan.notes.filter(mentor="").values_list("text", flat=True)) == ["Mine"]


def test_the_id_of_another_note_changes_nothing_of_it(plan: Plan, charlie: User) -> None:
    theirs = notes.write(plan=drawn(charlie, "sql-course"), id=uuid4(), text="Theirs", at=NOW)
    by_me, by_mentor = notes.write(plan=plan, id=theirs.pk, text="Mine", at=NOW), left(shared(plan), theirs.pk)
    assert len({theirs.pk, by_me.pk, by_mentor.pk}) == 3
    assert Note.objects.get(pk=theirs.pk).text == "Theirs"


def test_no_note_comes_by_a_closed_link(plan: Plan) -> None:
    closed, expired = shared(plan), shared(plan)
    kept = left(closed)
    sharing.revoke(share=closed, at=NOW)
    for link, minutes in ((closed, 1), (expired, 7 * 24 * 60)):
        with pytest.raises(notes.LinkClosed):
            left(link, minutes=minutes)
    assert Note.objects.get() == kept


def test_a_link_brings_ten_notes_an_hour_and_fifty_in_all(plan: Plan) -> None:
    link = shared(plan)
    for number in range(notes.MOST_OF_LINK):
        if number and number % notes.MOST_AN_HOUR == 0:
            with pytest.raises(notes.TooFast):
                left(link, minutes=number // notes.MOST_AN_HOUR * 60 - 1)
        left(link, minutes=number // notes.MOST_AN_HOUR * 60)
    with pytest.raises(notes.TooMany):
        left(link, minutes=24 * 60)
    assert Note.objects.count() == 50
    assert left(shared(plan), minutes=24 * 60)


def test_a_plan_has_two_hundred_notes_and_room_again_once_one_is_deleted(plan: Plan) -> None:
    rows = [Note(plan=plan, text="Mine", created_at=NOW) for _ in range(notes.MOST_OF_PLAN)]
    Note.objects.bulk_create(rows)
    write = partial(notes.write, plan=plan, text="One more", at=NOW)
    for refused in (partial(write, id=uuid4()), partial(left, shared(plan))):
        with pytest.raises(notes.TooMany):
            refused()
    assert write(id=rows[0].pk) == rows[0]
    for _ in range(2):
        notes.delete(note=rows[0])
    assert write(id=uuid4())


def test_notes_outlive_their_link_and_go_with_the_account(plan: Plan, alice: User) -> None:
    left(shared(plan))
    Share.objects.all().delete()
    assert Note.objects.get().mentor == "Dr. Lee Park"
    shared(plan)
    alice.delete()
    assert not Note.objects.exists()
    assert not Share.objects.exists()


@pytest.fixture
def committed(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plan]:
    with committing(tmp_path, monkeypatch):
        yield drawn(User.objects.create_user("alice"), "sql-course")


def too_many(plan: Plan, patience: float) -> list[str]:
    """What passes a limit or fails where two come for the last place, both having counted before either writes."""
    for _ in range(sharing.MOST_OPEN - 1):
        shared(plan)
    link = Share.objects.filter(plan=plan)[0]
    for _ in range(notes.MOST_AN_HOUR - 1):
        left(link)
    found = [
        *_two(partial(shared, plan), patience, (Share, sharing.TooManyOpen)),
        *_two(partial(left, link), patience, (Note, notes.TooFast)),
    ]
    found += [] if plan.shares.count() == sharing.MOST_OPEN else ["links"]
    return found + ([] if link.notes.count() == notes.MOST_AN_HOUR else ["notes"])


def _two(call: Call, patience: float, usual: tuple[type, ...]) -> list[str]:
    meeting = Barrier(2, timeout=patience)
    outcomes = at_once(*[held_after("COUNT(*)", meeting, call)] * 2)
    return [repr(outcome) for outcome in outcomes if not isinstance(outcome, usual)]


def test_limits_hold_for_forms_that_are_sent_at_once(committed: Plan) -> None:
    assert too_many(committed, SHORT) == []


def test_without_locks_a_limit_would_be_passed(committed: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    break_locks(monkeypatch)
    assert too_many(committed, LONG) != []


def test_a_double_click_makes_one_of_each(committed: Plan) -> None:
    id, other = uuid4(), uuid4()
    link = shared(committed)
    found = at_once(*[partial(shared, committed, id)] * 3, *[partial(left, link, other)] * 3)
    assert {row.pk for row in found} == {id, other}
    assert (Share.objects.count(), Note.objects.count()) == (2, 1)
