"""Planning outside of requests: what is asked is kept as a row, and a worker answers one after another."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from assessments import snapshots
from assessments.domain.planning import outlook, remedies
from assessments.domain.planning import plan as solve
from assessments.domain.situation import read as situation_of
from assessments.models import Calculation, Plan, Result, Revision
from assessments.models.calculations import MOST_TRIES
from assessments.services.plans import kept_plan
from assessments.services.revisions import Drawn

MOST_OPEN = 10
"""Calculations of one user that may wait at the same time."""

Purpose = Calculation.Purpose
State = Calculation.State
log = logging.getLogger(__name__)


class TooManyOpen(Exception):
    """The user asked for so much already that the answers have to come first."""


@transaction.atomic
def ask(
    *,
    user: User,
    result: Result,
    purpose: Purpose,
    version_id: int,
    request: Mapping[str, Any],
    at: datetime,
    basis: Revision | None = None,
    present: Sequence[Mapping[str, Any]] = (),
    kept: Sequence[Mapping[str, Any]] = (),
    changes: Sequence[Mapping[str, Any]] = (),
) -> Calculation:
    """The calculation of this question: a new one, or the one that was asked before; TooManyOpen beyond ten waiting.

    - present: rows of a schedule to start from; kept: rows that stay as they are beside what is planned
    - changes: for a table of what-ifs, the fields of the situation that differ in each cell
    - one that failed is tried again, and so is one on which the user decided; one whose plan is gone went with it
    """
    whole = {"situation": dict(request), "present": list(present), "kept": list(kept), "changes": list(changes)}
    digest = _digest(purpose, result, version_id, basis, whole)
    # Two requests of one user wait for each other, so that a double click asks once and the limit holds.
    User.objects.select_for_update().get(pk=user.pk)
    found = Calculation.objects.for_user(user).filter(digest=digest).first()
    if found and found.state != State.FAILED and not found.settled:
        return found
    if Calculation.objects.for_user(user).unfinished().count() >= MOST_OPEN:
        raise TooManyOpen
    if found:
        found.delete()
    return Calculation.objects.create(
        user=user,
        result=result,
        plan=basis.plan if basis else None,
        basis=basis,
        purpose=purpose,
        version_id=version_id,
        digest=digest,
        request=whole,
        created_at=at,
    )


def work_off(clock: Callable[[], datetime]) -> bool:
    """Answer the calculation that has waited longest; False where there is none."""
    taken = _take(clock())
    if taken is None:
        return False
    try:
        _conclude(taken, answered(taken), clock())
    except Exception:
        # Whatever went wrong with this one must not keep the others waiting.
        log.exception("%s failed", taken)
        _give_up(taken, clock())
    except (SystemExit, KeyboardInterrupt):
        _hand_back(taken)
        raise
    return True


def answered(calculation: Calculation) -> dict[str, Any]:
    """What comes of a calculation: `document`, with `remedies` where it is infeasible, or `cells` for what-ifs.

    Takes seconds, and is done outside of any transaction, so that nobody's write has to wait for it.
    """
    asked = calculation.request
    level = calculation.result.attempt.level
    instrument = snapshots.extended(calculation.version_id, level, asked["situation"].get("extras", {}))
    situation, present = situation_of(asked["situation"]), asked["present"]
    if calculation.purpose == Purpose.WHAT_IF:
        return {"cells": outlook(instrument, situation, asked["changes"], present)}
    document = solve(instrument, situation, present)
    if document["status"] == "infeasible":
        return {"document": document, "remedies": remedies(instrument, situation)}
    return {"document": {**document, "kept": asked["kept"]}}


def settle(*, calculation: Calculation, decision: Calculation.Decision) -> None:
    """Keep what the user decided on a proposal; one that was accepted stays so."""
    rows = Calculation.objects.filter(pk=calculation.pk).exclude(settled=Calculation.Decision.ACCEPTED)
    rows.update(settled=decision)


def _digest(purpose: Purpose, result: Result, version_id: int, basis: Revision | None, whole: Mapping[str, Any]) -> str:
    parts = [purpose, str(result.pk), version_id, basis and basis.pk, whole]
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _take(at: datetime) -> Calculation | None:
    """The next one, marked as being worked on; several workers never take the same."""
    for candidate in Calculation.objects.to_do(at).select_related("result__attempt", "user", "plan")[:10]:
        before = {"state": candidate.state, "tries": candidate.tries, "started_at": candidate.started_at}
        failing = candidate.tries >= MOST_TRIES
        changes = {"state": State.FAILED, "finished_at": at} if failing else _run(candidate, at)
        mine = Calculation.objects.filter(pk=candidate.pk, **before).update(**changes)
        if mine and not failing:
            candidate.tries += 1
            return candidate
    return None


def _run(candidate: Calculation, at: datetime) -> dict[str, Any]:
    return {"state": State.RUNNING, "tries": candidate.tries + 1, "started_at": at}


@transaction.atomic
def _conclude(taken: Calculation, answer: dict[str, Any], at: datetime) -> None:
    """Keep the answer, and for a new plan the plan, both or neither; nothing where it is gone or was answered.

    Equal questions have equal answers: where several workers had it because one was slow, the first one's counts.
    """
    rows = Calculation.objects.filter(pk=taken.pk).exclude(state=State.DONE)
    if not rows.select_for_update().values_list("pk").first():
        return
    plan = taken.plan
    if taken.purpose == Purpose.BUILD and "remedies" not in answer:
        new = Plan(pk=taken.pk, user=taken.user, result=taken.result, created_at=at)
        plan = kept_plan(new, Drawn(taken.version_id, taken.request["situation"], answer["document"]))
    rows.update(state=State.DONE, answer=answer, plan=plan, finished_at=at)


def _give_up(taken: Calculation, at: datetime) -> None:
    """Leave it to another try, or to none, unless somebody else has it by now."""
    last = taken.tries >= MOST_TRIES
    _mine(taken).update(state=State.FAILED if last else State.WAITING, finished_at=at if last else None)


def _hand_back(taken: Calculation) -> None:
    """Leave it as it was before: whoever stops this worker does not want it to be waited for."""
    _mine(taken).update(state=State.WAITING, tries=taken.tries - 1, started_at=None)


def _mine(taken: Calculation) -> QuerySet[Calculation]:
    return Calculation.objects.filter(pk=taken.pk, state=State.RUNNING, tries=taken.tries)
