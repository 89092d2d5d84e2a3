"""Writes on plans: build one from a result, tick its actions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction

from assessments import snapshots
from assessments.domain.following.progress import DOING, DONE, NOT_STARTED
from assessments.domain.persona.request import PlanRequest
from assessments.domain.planning import plan as solve
from assessments.domain.situation import Situation, plain
from assessments.models import Plan, Profile, Result, Revision
from assessments.services.revisions import Drawn, Edit, Turn, advance, begin


class Infeasible(Exception):
    """No plan keeps every law; `broken` names each action that is asked for and the law that it breaks."""

    def __init__(self, broken: Sequence[Mapping[str, str]]) -> None:
        super().__init__("; ".join(f"{row['id']} {row['why']}" for row in broken))
        self.broken = tuple(broken)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands: likely levels, profession, gates and conditions held."""

    levels: Mapping[str, int]
    profession: str
    gates: Mapping[str, str]
    conditions: frozenset[str]


def standing(result: Result, profile: Profile) -> Standing:
    """What a plan starts from: the frozen result and the profile as it is now."""
    return Standing(
        levels={row["id"]: row["likely"] for row in result.document["report"]["skills"]},
        profession=profile.profession,
        gates=snapshots.gate_states(profile) if profile.pk else {},
        conditions=snapshots.held_conditions(profile, result.attempt.version_id) if profile.pk else frozenset(),
    )


def build_plan(
    *,
    user: User,
    id: UUID,
    result: Result,
    standing: Standing,
    given: PlanRequest,
    unavailable: Collection[str],
    at: datetime,
) -> Plan:
    """Build and keep a plan; sending the same form twice gives the first plan, Infeasible where there can be none."""
    asked = situation(standing, given, unavailable)
    request = plain(asked)
    plan = Plan(pk=id, user=user, result=result, created_at=at)
    kept = Plan.objects.filter(pk=id).first()
    if kept and _same(kept, plan, request):
        return kept
    # Seconds of work: done before the transaction, so that nobody's write has to wait for it.
    attempt = result.attempt
    document = solve(snapshots.instrument(attempt.version_id, attempt.level), asked)
    if document["status"] == "infeasible":
        raise Infeasible([row for row in document["left_out"] if row["id"] in given.pinned])
    return kept_plan(plan, Drawn(attempt.version_id, request, document))


def set_progress(*, plan: Plan, edit: Edit, before: Collection[str], done: Collection[str]) -> Revision:
    """Keep what was ticked and unticked since the list was drawn; other actions stay as another page left them.

    PlanChanged where an action that was ticked or unticked here was changed by another page.
    """
    ticked, cleared = set(done) - set(before), set(before) - set(done)
    day, names = edit.at.date(), snapshots.action_names(plan.current.schedule)
    turns: dict[str, Turn] = {action: lambda entry: entry.turned(DONE, day) for action in ticked}
    turns |= {action: lambda entry: entry.turned(DOING if entry.was_begun else NOT_STARTED, day) for action in cleared}
    known = [row["id"] for row in plan.current.actions if row["id"] in turns]
    words = "; ".join(f"“{names[action]}” {'done' if action in ticked else 'not done'}" for action in known)
    return advance(plan=plan, edit=edit, turns=turns, words=words)


def situation(standing: Standing, given: PlanRequest, unavailable: Collection[str]) -> Situation:
    """What planning starts from: where somebody stands, and what they give."""
    return Situation(
        levels=standing.levels,
        profession=standing.profession,
        gates=standing.gates,
        conditions=standing.conditions,
        unavailable=frozenset(unavailable),
        **{field.name: getattr(given, field.name) for field in fields(given)},
    )


def kept_plan(plan: Plan, drawn: Drawn) -> Plan:
    """Keep a plan with its first revision; a plan that was kept under its id already stays as it is."""
    values = {"user": plan.user, "result": plan.result, "created_at": plan.created_at}
    with transaction.atomic():
        kept, is_new = Plan.objects.get_or_create(pk=plan.pk, defaults=values)
        if is_new:
            begin(plan=kept, drawn=drawn, words="Built the plan", at=plan.created_at)
            return kept
    if not _same(kept, plan, drawn.request):
        plan.pk = uuid4()
        return kept_plan(plan, drawn)
    return kept


def _same(kept: Plan, plan: Plan, request: Mapping[str, Any]) -> bool:
    """Whether a kept plan is the one that is asked for, and not another one that was kept under its id."""
    of_kept, of_plan = ((entry.user_id, entry.result_id) for entry in (kept, plan))
    return of_kept == of_plan and kept.revisions.select_related("schedule").get(number=1).request == request
