"""What two tabs do in the same moment: no acknowledged answer is lost or slips in behind the score, nothing doubles."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.report import readiness_report
from assessments.domain.scoring import score
from assessments.models import Attempt, Plan, Rating, Result, Revision
from assessments.services import answers, attempts, plans, revisions, tries
from assessments.services.answers import Sent
from assessments.services.revisions import Edit, PlanChanged
from tests.assessments.runs import LATER, NOW, built, drawn, edit, newest, rate_all, started, submitted, without_planner
from tests.assessments.services.at_once import at_once, break_locks, committing, held_after

Race = Callable[[User, float], list[str]]
READ_ATTEMPT, READ_RATINGS, READ_PLAN, READ_REVISION, CLAIMED = (
    'FROM "assessments_attempt"',
    'FROM "assessments_rating"',
    'FROM "assessments_plan"',
    'FROM "assessments_revision"',
    'UPDATE "assessments_attempt"',
)
SHORT, LONG = 0.3, 20.0
"""Seconds that a thread waits for the other one: in vain where that is kept waiting by a lock, so not for long."""

TRIES = 5

SKILLS = ("cds", "ethics", "cybersecurity", "communication")


@pytest.fixture
def user(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    with committing(tmp_path, monkeypatch):
        yield User.objects.create_user(username="alice")


def rate(attempt: Attempt, skill: str) -> Rating:
    sent = Sent(uuid4(), seen=1)
    return answers.save_rating(
        attempt=attempt, skill=skill, level=5, low_confidence=False, evidence="", sent=sent, at=LATER
    )


def wrong(outcomes: list[Any], *usual: type) -> list[str]:
    """Outcomes that nobody should see."""
    return [repr(outcome) for outcome in outcomes if not isinstance(outcome, usual)]


def out_of_step(attempt: Attempt, saved: list[Any]) -> list[str]:
    """Acknowledged answers that are gone, refused ones that are there, and rows that the score does not know."""
    acknowledged = {answer.skill for answer in saved if isinstance(answer, Rating)}
    kept = {rating.skill for rating in attempt.ratings.filter(level=5)}
    instrument = snapshots.instrument(attempt.version_id, attempt.level)
    again = readiness_report(instrument, score(instrument, snapshots.answers(attempt)), ())
    report = Result.objects.get(attempt=attempt).document["report"]
    return [*sorted(acknowledged ^ kept), *(["another score"] if report["skills"] != again["skills"] else [])]


def an_answer_and_the_submission(user: User, patience: float) -> list[str]:
    """Both have read before either writes, if nothing keeps them apart."""
    attempt, meeting = started(user), Barrier(2, timeout=patience)
    rate_all(attempt)
    saved, result = at_once(
        held_after(READ_ATTEMPT, meeting, lambda: rate(attempt, "cds")),
        held_after(READ_RATINGS, meeting, lambda: attempts.submit(attempt=attempt, at=LATER)),
    )
    return wrong([saved, result], Rating, Result, answers.AttemptClosed) or out_of_step(attempt, [saved])


def two_submissions(user: User, patience: float) -> list[str]:
    """Both find the attempt open, if nothing keeps them apart."""
    attempt, meeting = started(user), Barrier(2, timeout=patience)
    rate_all(attempt)
    submit = held_after(READ_ATTEMPT, meeting, lambda: attempts.submit(attempt=attempt, at=LATER))
    results = at_once(submit, submit)
    return wrong(results, Result) or [str(entry) for entry in set(results)][1:]


def ticks_that_meet(user: User, patience: float) -> list[str]:
    """Both tabs untick the same action: the second one is told. Both have read before either writes."""
    plan, meeting = drawn(user, "sql-course", "agile-course"), Barrier(2, timeout=patience)
    tick(plan, edit(plan), "", "sql-course")
    shown = edit(plan)
    first, second = (replace(shown, key=uuid4()) for _ in range(2))
    outcomes = at_once(
        held_after(READ_REVISION, meeting, lambda: tick(plan, first, "sql-course", "agile-course")),
        held_after(READ_REVISION, meeting, lambda: tick(plan, second, "sql-course", "")),
    )
    told = [outcome for outcome in outcomes if isinstance(outcome, PlanChanged)]
    return wrong(outcomes, Revision, PlanChanged) + (["nobody was told"] if len(told) != 1 else [])


def ticks_side_by_side(user: User, patience: float) -> list[str]:
    """Two tabs tick two actions: both are kept, each as a revision of its own."""
    plan, meeting = drawn(user, "sql-course", "agile-course"), Barrier(2, timeout=patience)
    first, second = (edit(plan) for _ in range(2))
    outcomes = at_once(
        held_after(READ_REVISION, meeting, lambda: tick(plan, first, "", "sql-course")),
        held_after(READ_REVISION, meeting, lambda: tick(plan, second, "", "agile-course")),
    )
    now = Plan.objects.whole().get(pk=plan.pk).current
    kept = (now.number, now.done) == (3, {"sql-course", "agile-course"})
    return wrong(outcomes, Revision) + ([] if kept else [f"{now}: {now.done}"])


def one_form_twice(user: User, patience: float) -> list[str]:
    """A double click changes the plan once, and both see the same revision."""
    plan, meeting = drawn(user, "sql-course"), Barrier(2, timeout=patience)
    sent = edit(plan)
    call = held_after(READ_REVISION, meeting, lambda: tick(plan, sent, "", "sql-course"))
    outcomes = at_once(call, call)
    return wrong(outcomes, Revision) or [str(entry) for entry in set(outcomes)][1:]


def an_undo_and_a_tick(user: User, patience: float) -> list[str]:
    """One tab undoes what stands while another one goes on: whichever comes second is told, or undoes the other's."""
    plan, meeting = drawn(user, "sql-course", "agile-course"), Barrier(2, timeout=patience)
    tick(plan, edit(plan), "", "sql-course")
    first, second = (edit(plan) for _ in range(2))
    outcomes = at_once(
        held_after(READ_REVISION, meeting, lambda: revisions.undo(plan=plan, edit=first)),
        held_after(READ_REVISION, meeting, lambda: tick(plan, second, "", "agile-course")),
    )
    now = Plan.objects.whole().get(pk=plan.pk).current
    ends = {Revision.Change.UNDONE: {"agile-course"}, Revision.Change.PROGRESS: {"sql-course", "agile-course"}}
    undone = not isinstance(outcomes[0], PlanChanged)
    expected = ends[Revision.Change.UNDONE if undone else Revision.Change.PROGRESS]
    return wrong(outcomes, Revision, PlanChanged) + ([] if now.done == expected else [f"{now}: {now.done}"])


def a_claim_and_the_purge(user: User, patience: float) -> list[str]:
    """The purge has found what nobody claimed when somebody claims it, if nothing parts them."""
    attempt, meeting = started(user), Barrier(2, timeout=patience)
    Attempt.objects.update(user=None)
    claimed, purged = at_once(
        held_after(CLAIMED, meeting, lambda: tries.claim(user=user, ids=[attempt.pk])),
        held_after(READ_ATTEMPT, meeting, lambda: tries.purge(at=LATER)),
    )
    kept = Attempt.objects.filter(user=user).count()
    return wrong([claimed, purged], int) or ([] if (claimed, purged) == (kept, 1 - kept) else [str(claimed)])


def tick(plan: Plan, edit: Edit, before: str, done: str) -> Revision:
    return plans.set_progress(plan=plan, edit=edit, before=[before], done=[done])


RACES = (
    *(an_answer_and_the_submission, two_submissions, a_claim_and_the_purge),
    *(ticks_that_meet, ticks_side_by_side, one_form_twice, an_undo_and_a_tick),
)


@pytest.mark.parametrize("race", RACES)
def test_neither_gets_in_the_others_way(user: User, race: Race) -> None:
    assert race(user, SHORT) == []


@pytest.mark.parametrize("race", RACES)
def test_without_the_locks_the_same_race_is_lost(user: User, race: Race, monkeypatch: pytest.MonkeyPatch) -> None:
    break_locks(monkeypatch)
    # Both have read before either writes; which of them reads on later is for the scheduler to say.
    assert any(race(user, LONG) for _ in range(TRIES))


@pytest.mark.parametrize("_round", range(5))
def test_many_answers_race_the_submission(user: User, _round: int) -> None:
    attempt = started(user)
    rate_all(attempt)
    calls = [partial(rate, attempt, skill) for skill in SKILLS]
    *saved, result = at_once(*calls, partial(attempts.submit, attempt=attempt, at=LATER))
    assert wrong(saved, Rating, answers.AttemptClosed) == wrong([result], Result) == []
    assert out_of_step(attempt, saved) == []


def start(user: User, id: UUID) -> Attempt:
    return attempts.start(user=user, attempt_id=id, version=newest(), level="cmio", at=NOW)


def start_carelessly(user: User, id: UUID) -> Attempt:
    """As one would write it without thinking of the second tab."""
    values: dict[str, Any] = {"user": user, "version": newest(), "level": "cmio", "started_at": NOW}
    return Attempt.objects.filter(pk=id).first() or Attempt.objects.create(pk=id, **values)


def start_twice(user: User, begin: Callable[[User, UUID], Attempt]) -> list[Any]:
    id, meeting = uuid4(), Barrier(2, timeout=LONG)
    call = held_after(READ_ATTEMPT, meeting, lambda: begin(user, id))
    return at_once(call, call)


def test_starting_twice_in_the_same_moment_makes_one_attempt(user: User) -> None:
    first, second = start_twice(user, start)
    assert first == second == Attempt.objects.get()


def test_a_careless_start_fails_for_one_of_two_tabs(user: User) -> None:
    assert len(wrong(start_twice(user, start_carelessly), Attempt)) == 1


def test_building_twice_in_the_same_moment_makes_one_plan(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    without_planner(monkeypatch)
    id, meeting, result = uuid4(), Barrier(2, timeout=LONG), submitted(user)
    call = held_after(READ_PLAN, meeting, lambda: built(result, id=id))
    first, second = at_once(call, call)
    assert first == second == Plan.objects.get(pk=id)
    assert Revision.objects.count() == Plan.objects.count() == 1
