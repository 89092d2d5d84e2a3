"""Writes on plans: build one from a result, tick its actions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction

from assessments import snapshots
from assessments.domain.persona.request import PlanRequest
from assessments.domain.planning import plan as solve
from assessments.domain.situation import Situation
from assessments.models import ActionProgress, Plan, Profile, Result, Revision


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
    situation = _situation(standing, given, unavailable)
    request = plain(situation)
    plan = Plan(pk=id, user=user, result=result, created_at=at)
    kept = Plan.objects.filter(pk=id).first()
    if kept and _same(kept, plan, request):
        return kept
    # Seconds of work: done before the transaction, so that nobody's write has to wait for it.
    attempt = result.attempt
    document = solve(snapshots.instrument(attempt.version_id, attempt.level), situation)
    if document["status"] == "infeasible":
        raise Infeasible([row for row in document["left_out"] if row["id"] in given.pinned])
    return _keep(plan, request, document)


@transaction.atomic
def set_progress(*, plan: Plan, before: Collection[str], done: Collection[str], at: datetime) -> None:
    """Keep what was ticked and unticked since the list was drawn; other actions stay as another tab left them."""
    # Two tabs that tick what the other one unticks would each wait for the other's rows.
    Plan.objects.select_for_update().get(pk=plan.pk)
    known = {row["id"] for row in plan.current.actions}
    ticked, cleared = known & (set(done) - set(before)), known & (set(before) - set(done))
    plan.progress.filter(action__in=cleared).delete()
    plan.progress.filter(action__in=ticked, done_at=None).update(done_at=at)
    rows = [ActionProgress(plan=plan, action=action, done_at=at) for action in sorted(ticked)]
    ActionProgress.objects.bulk_create(rows, ignore_conflicts=True)


def plain(situation: Situation) -> dict[str, Any]:
    """A situation as JSON with which the plan can be built again; sets are sorted, dates are ISO."""
    return {field.name: _plain(getattr(situation, field.name)) for field in fields(situation)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(entry) for entry in value)
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    return dict(value) if isinstance(value, Mapping) else value


def _situation(standing: Standing, given: PlanRequest, unavailable: Collection[str]) -> Situation:
    return Situation(
        levels=standing.levels,
        profession=standing.profession,
        gates=standing.gates,
        conditions=standing.conditions,
        unavailable=frozenset(unavailable),
        **{field.name: getattr(given, field.name) for field in fields(given)},
    )


@transaction.atomic
def _keep(plan: Plan, request: Mapping[str, Any], document: Mapping[str, Any]) -> Plan:
    values = {"user": plan.user, "result": plan.result, "created_at": plan.created_at}
    kept, is_new = Plan.objects.get_or_create(pk=plan.pk, defaults=values)
    if is_new:
        Revision.objects.create(plan=kept, number=1, request=request, document=document, created_at=plan.created_at)
    elif not _same(kept, plan, request):
        plan.pk = uuid4()
        return _keep(plan, request, document)
    return kept


def _same(kept: Plan, plan: Plan, request: Mapping[str, Any]) -> bool:
    """Whether a kept plan is the one that is asked for, and not another one that was kept under its id."""
    of_kept, of_plan = ((entry.user_id, entry.result_id) for entry in (kept, plan))
    return of_kept == of_plan and kept.revisions.get(number=1).request == request
