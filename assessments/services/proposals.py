"""Planning a saved plan again: what is asked, and what accepting the answer changes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from assessments import snapshots
from assessments.domain.following import extras as extra
from assessments.domain.following.placing import moved
from assessments.domain.following.progress import NOT_STARTED, SKIPPED, UNTOUCHED
from assessments.domain.following.replanning import Carried, Rated, carried, levels
from assessments.domain.following.restoring import settled
from assessments.domain.planning.calendar import first_monday
from assessments.models import Calculation, Plan, Profile, Result, Revision
from assessments.services.calculations import Purpose, ask, settle
from assessments.services.plans import standing
from assessments.services.revisions import Change, Drawn, Edit, reschedule

LIMITS = ("target", "hours_per_week", "budget_usd", "blocked_weeks", "open_to", "pinned", "excluded", "unavailable")
"""What a user may change of a plan's request; `budget_usd` is for the whole plan, what is spent already included."""

WORKING_DAYS = 5

NEWER_RESULT = "result"
"""The extra that holds the `id` and the `day` of a newer result of the same level, where a plan starts from it."""


def limits(plan: Plan) -> dict[str, Any]:
    """What the plan was given, as JSON: the limits by name, and its extras; what was skipped is among `excluded`."""
    request = plan.current.schedule.request
    more = {**extra.none(), **request.get("extras", {})}
    skipped = {action for action, entry in plan.current.following.items() if entry.state == SKIPPED}
    return {
        **{name: request[name] for name in LIMITS},
        "budget_usd": more.pop("budget_usd", request["budget_usd"]),
        "pinned": sorted(set(request["pinned"]) - skipped),
        "excluded": sorted(skipped.union(request["excluded"])),
        "extras": more,
    }


def ask_again(
    *, plan: Plan, profile: Profile, wishes: Mapping[str, Any], at: datetime, anew: bool = False
) -> Calculation:
    """Ask for the plan to be worked out anew from today: by the live instrument, the present profile and ratings.

    - wishes: what differs from the plan's present limits, as JSON under the same names
    - done and running actions stay, and what they cost is taken from the budget
    - anew: whether everything else is planned as if it did not lie anywhere yet
    """
    return _asked(plan, profile, wishes, at, Purpose.REVISE, (), anew)


def ask_what_if(
    *, plan: Plan, profile: Profile, wishes: Mapping[str, Any], changes: Sequence[Mapping[str, Any]], at: datetime
) -> Calculation:
    """Ask what other limits would give from today: each change names hours a week and the budget of the whole plan."""
    return _asked(plan, profile, wishes, at, Purpose.WHAT_IF, changes)


@transaction.atomic
def accept(*, calculation: Calculation, edit: Edit, words: str) -> Revision:
    """Follow a proposal from now on; PlanChanged where the plan is no longer what the proposal was made for.

    LookupError where it is no proposal, or offers no plan.
    """
    plan, basis, answer = calculation.plan, calculation.basis, calculation.answer
    if plan is None or basis is None or answer is None or "kept" not in answer.get("document", {}):
        raise LookupError(f"{calculation} is no proposal")
    drawn = Drawn(calculation.version_id, calculation.request["situation"], answer["document"])
    # Whatever the page showed that it was accepted on: it was worked out from this revision.
    from_basis = replace(edit, seen=basis.number)
    planned = {row["id"] for row in answer["document"]["actions"]}
    made = reschedule(plan=plan, edit=from_basis, drawn=drawn, change=Change.REPLANNED, words=words, anew=planned)
    settle(calculation=calculation, decision=Calculation.Decision.ACCEPTED)
    # What was entered on the way to it is what the plan now has.
    plan.drafts.all().delete()
    return made


def _asked(
    plan: Plan,
    profile: Profile,
    wishes: Mapping[str, Any],
    at: datetime,
    purpose: Purpose,
    changes: Sequence[Mapping[str, Any]],
    anew: bool = False,
) -> Calculation:
    given = _given(plan, wishes)
    staying = _carried(plan, given, at.date())
    version_id = _version(plan, at)
    return ask(
        user=plan.user,
        result=plan.result,
        purpose=purpose,
        version_id=version_id,
        request=_request(plan, profile, given, staying, version_id, at.date()),
        at=at,
        basis=plan.current,
        present=[] if anew else [row for row in plan.current.actions if row["id"] not in staying.keys],
        kept=staying.rows,
        changes=[{**change, "budget_usd": max(0, change["budget_usd"] - staying.cost_usd)} for change in changes],
    )


def _given(plan: Plan, wishes: Mapping[str, Any]) -> dict[str, Any]:
    """The plan's limits with what is wished; own actions that were begun stay, and what is given up keeps no weeks."""
    given = {**limits(plan), **wishes}
    before, extras = plan.current.request.get("extras", {}).get("own", ()), given["extras"]
    begun = settled(plan.current.actions, plan.current.following)
    listed = {row["id"] for row in extras.get("own", ())}
    own = [*extras.get("own", ()), *(row for row in before if row["id"] in begun.keys() - listed)]
    removed = {row["id"] for row in before} - {row["id"] for row in own}
    given_up = removed.union(given["excluded"])
    placed = {key: place for key, place in extras.get("placed", {}).items() if key not in given_up}
    return {**given, "extras": {**extras, "own": own, "placed": placed}}


def _carried(plan: Plan, given: Mapping[str, Any], on: date) -> Carried:
    blocked = [date.fromisoformat(day) for day in given["blocked_weeks"]]
    placed, progress = given["extras"].get("placed", {}), plan.current.following
    rows = [
        moved(row, date.fromisoformat(placed[row["id"]]["start"]), blocked)
        if row["id"] in placed and progress.get(row["id"], UNTOUCHED).state == NOT_STARTED
        else row
        for row in plan.current.actions
    ]
    instrument = snapshots.plan_instrument(plan.current.schedule, plan.result.attempt.level)
    paid = {action.id for action in instrument.actions if action.paid_time}
    return carried(rows, progress, placed, paid, blocked, on)


def _version(plan: Plan, at: datetime) -> int:
    """The instrument that is live, as long as it still has the plan's level."""
    attempt = plan.result.attempt
    live = snapshots.live_version(attempt.version.catalogue.career.slug, at)
    if live is None or attempt.level not in snapshots.levels(live.pk):
        return plan.current.schedule.version_id
    return live.pk


def _request(
    plan: Plan, profile: Profile, given: Mapping[str, Any], staying: Carried, version_id: int, on: date
) -> dict[str, Any]:
    result = _result(plan, given["extras"])
    now = standing(result, profile)
    stays = staying.keys | staying.done
    # Where the week that the user chose has passed without a start, the action is planned like any other.
    placed = {key: place for key, place in given["extras"].get("placed", {}).items() if key in staying.keys}
    extras = {
        **given["extras"],
        "placed": placed,
        "retired": _retired(plan, version_id),
        "budget_usd": given["budget_usd"],
    }
    known = {action.id for action in snapshots.extended(version_id, plan.result.attempt.level, extras).actions}
    # Nothing but the user's wish puts an own action into a plan, so each of them stays pinned while it is open.
    wished = {*given["pinned"], *(row["id"] for row in given["extras"].get("own", ()))}
    return {
        "levels": _levels(plan, result, now.levels),
        "profession": now.profession,
        "gates": dict(now.gates),
        "conditions": sorted(now.conditions),
        "start": max(plan.current.request["start"], _first_week(on).isoformat()),
        "target": given["target"],
        "hours_per_week": given["hours_per_week"],
        "budget_usd": max(0, given["budget_usd"] - staying.cost_usd),
        "blocked_weeks": given["blocked_weeks"],
        "unavailable": given["unavailable"],
        "open_to": sorted(known.intersection(given["open_to"])),
        "pinned": sorted(known.intersection(wished) - stays - {*given["excluded"]}),
        "excluded": sorted(known.intersection(given["excluded"]) - stays),
        "done": sorted(known & staying.done),
        "running": [
            {"action": row.action, "start": row.start.isoformat(), "weeks": row.weeks}
            for row in staying.running
            if row.action in known
        ],
        "extras": extras,
    }


def _first_week(on: date) -> date:
    """The Monday from which work can be planned: of the present week, until its last working day is over."""
    return first_monday(on - timedelta(days=WORKING_DAYS - 1))


def _result(plan: Plan, extras: Mapping[str, Any]) -> Result:
    """The result to start from: a newer one of the same level where the user took it, else the plan's own."""
    newer = extras.get(NEWER_RESULT, {}).get("id")
    return (newer and Result.objects.newer_than(plan.result).filter(pk=newer).first()) or plan.result


def _levels(plan: Plan, result: Result, rated: Mapping[str, int]) -> dict[str, int]:
    """The levels to plan from; what was done or rated before a newer result is in that result already."""
    progress, again = plan.current.following, plan.reratings.all()
    if result != plan.result:
        day = result.created_at.date()
        progress = {key: entry for key, entry in progress.items() if entry.ended is None or entry.ended > day}
        again = again.filter(saved_at__gt=result.created_at)
    rated_again = {entry.skill: Rated(entry.level, entry.saved_at.date()) for entry in again}
    return levels(rated, plan.current.actions, progress, rated_again)


def _retired(plan: Plan, version_id: int) -> list[dict[str, Any]]:
    """The rows of actions that the plan uses and that a version of the catalogue no longer has."""
    schedule = plan.current.schedule
    used = {row["id"].split(extra.PART)[0] for row in plan.current.actions} | plan.current.following.keys()
    known = {row["id"] for row in snapshots.catalogue(version_id)["actions"]["actions"]}
    before = [*snapshots.catalogue(schedule.version_id)["actions"]["actions"]]
    before += schedule.request.get("extras", {}).get("retired", [])
    return [row for row in before if row["id"] in used - known]
