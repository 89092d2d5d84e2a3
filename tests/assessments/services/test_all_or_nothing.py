"""A write that fails in the middle, after whichever of its statements, leaves every row as it was."""

from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection

from assessments.models import EvidenceFile, Plan, Revision
from assessments.services import answers, attempts, calculations, evidence, plans, proposals, revisions
from assessments.services.answers import Sent
from assessments.services.profiles import profile_of
from assessments.services.revisions import Drawn, Edit
from tests.assessments.documents import PDF
from tests.assessments.runs import (
    LATER,
    NOW,
    all_rows,
    built,
    drawn,
    edit,
    newest,
    rate_all,
    started,
    submitted,
    tick,
    without_planner,
)

pytestmark = pytest.mark.django_db
Write = Callable[[], Any]
FILE = evidence.NewFile("poster.pdf", EvidenceFile.Kind.PDF, PDF)
SENT = Sent(uuid4(), seen=1)
RATING: dict[str, Any] = {
    "skill": "cds",
    "level": 5,
    "low_confidence": False,
    "evidence": "",
    "sent": SENT,
    "at": LATER,
}


def a_start(user: User) -> Write:
    return lambda: attempts.start(user=user, attempt_id=uuid4(), version=newest(), level="cmio", at=NOW)


def a_rating(user: User) -> Write:
    attempt = started(user)
    return lambda: answers.save_rating(attempt=attempt, **RATING)


def a_changed_rating(user: User) -> Write:
    attempt = started(user)
    rate_all(attempt)
    return lambda: answers.save_rating(attempt=attempt, **RATING)


def a_choice(user: User) -> Write:
    attempt = started(user)
    return lambda: answers.save_choice(attempt=attempt, item="cds-silent-run", choice="A", sent=SENT, at=LATER)


def a_submission(user: User) -> Write:
    attempt = started(user)
    rate_all(attempt)
    return lambda: attempts.submit(attempt=attempt, at=LATER)


def a_plan(user: User) -> Write:
    result = submitted(user)
    return lambda: built(result)


def ticks(user: User) -> Write:
    plan = drawn(user, "sql-course", "agile-course")
    tick(plan, "sql-course")
    changed = edit(plan, LATER)
    return lambda: plans.set_progress(plan=plan, edit=changed, before=["sql-course"], done=["agile-course"])


def another_schedule(user: User) -> Write:
    plan = tick(drawn(user, "sql-course"), "sql-course")
    changed = edit(plan, LATER)
    return lambda: moved(plan, changed)


def moved(plan: Plan, edit: Edit) -> Revision:
    drawn = Drawn(plan.current.schedule.version_id, plan.current.request, {"actions": []})
    return revisions.reschedule(plan=plan, edit=edit, drawn=drawn, change=Revision.Change.SCHEDULE, words="Moved it")


def an_undo(user: User) -> Write:
    plan = tick(drawn(user, "sql-course"), "sql-course")
    changed = edit(plan, LATER)
    return lambda: revisions.undo(plan=plan, edit=changed)


def a_restored_schedule(user: User) -> Write:
    plan = drawn(user, "sql-course")
    moved(plan, edit(plan))
    changed = edit(plan, LATER)
    return lambda: revisions.restore(plan=plan, edit=changed, number=1)


def an_accepted_proposal(user: User) -> Write:
    plan = Plan.objects.for_user(user).get(pk=built(submitted(user)).pk)
    proposal = proposals.ask_again(plan=plan, profile=profile_of(user), wishes={"hours_per_week": 2.0}, at=NOW)
    calculations.work_off(lambda: NOW)
    proposal.refresh_from_db()
    changed = edit(plan, LATER)
    return lambda: proposals.accept(calculation=proposal, edit=changed, words="Planned again")


def a_question(user: User) -> Write:
    plan = Plan.objects.for_user(user).get(pk=built(submitted(user)).pk)
    return lambda: proposals.ask_again(plan=plan, profile=profile_of(user), wishes={}, at=NOW)


def an_entry(user: User) -> Write:
    page, entry = evidence.Page(uuid4(), 0), evidence.Entry("Led it", skills=("cds", "ethics"), file=FILE)
    return lambda: evidence.save(user=user, id=uuid4(), page=page, entry=entry, at=NOW)


def a_changed_entry(user: User) -> Write:
    kept = an_entry(user)()
    entry = evidence.Entry("Led it twice", skills=("cds", "cybersecurity"), drop_file=True)
    return lambda: evidence.save(user=user, id=kept.pk, page=evidence.Page(uuid4(), 1), entry=entry, at=LATER)


WRITES = (
    *(a_start, a_rating, a_changed_rating, a_choice, a_submission, an_entry, a_changed_entry),
    *(a_plan, ticks, another_schedule, an_undo, a_restored_schedule, a_question, an_accepted_proposal),
)


def outcome(write: Write, last: int) -> str:
    """Whether the write came to its end although the connection breaks right after that many statements."""
    done = count(1)

    def lose(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")) and next(done) == last:
            raise DatabaseError("the connection is lost")
        return found

    try:
        with connection.execute_wrapper(lose):
            write()
    except DatabaseError:
        return "failed"
    return "done"


@pytest.fixture(autouse=True)
def _quick_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    without_planner(monkeypatch)


def kept_in_part(write: Write) -> list[int]:
    """After how many statements a lost connection leaves something behind."""
    before, last = all_rows(), 0
    found: list[int] = []
    while outcome(write, last := last + 1) == "failed":
        found += [last] if all_rows() != before else []
    assert last > 2
    assert all_rows() != before
    return found


@pytest.mark.parametrize("prepare", WRITES)
def test_nothing_is_kept_of_a_write_that_fails(alice: User, prepare: Callable[[User], Write]) -> None:
    assert kept_in_part(prepare(alice)) == []


def test_a_write_in_pieces_would_be_noticed(alice: User) -> None:
    attempt = started(alice)

    def in_pieces() -> None:
        answers.save_rating(attempt=attempt, **RATING)
        answers.save_choice(attempt=attempt, item="cds-silent-run", choice="A", sent=SENT, at=LATER)

    assert kept_in_part(in_pieces)
