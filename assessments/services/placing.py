"""Writes on where one step of a plan lies: move it, let go of it again, and ask for what changes other weeks too."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from assessments import snapshots
from assessments.domain.following import extras as extra
from assessments.domain.following.placing import Fault, Row, Schedule, faults, moved
from assessments.domain.following.progress import NOT_STARTED, UNTOUCHED
from assessments.domain.situation import read
from assessments.models import Calculation, Plan, Profile, Revision
from assessments.services.proposals import ask_again, limits
from assessments.services.revisions import Change, Drawn, Edit, reschedule


class BreaksLaws(Exception):
    """The step cannot be moved there alone; `faults` are the laws that it would break."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.law for fault in found))
        self.faults = tuple(found)


class Settled(Exception):
    """Work on the step has begun or it is settled, so its weeks and its shape stay."""


def schedule_of(plan: Plan) -> Schedule:
    """The plan as moving reads it."""
    now = plan.current
    return Schedule(
        instrument=snapshots.plan_instrument(now.schedule, plan.result.attempt.level),
        situation=read(now.request),
        rows=now.actions,
        progress=now.following,
        placed=_extras(plan)["placed"].keys(),
    )


def move(*, plan: Plan, edit: Edit, action: str, start: date) -> Revision:
    """Move a step alone to weeks from another Monday; BreaksLaws where the present schedule has no room for it.

    Planning again leaves it there from then on.
    """
    _refuse_settled(plan, action)
    schedule = schedule_of(plan)
    found = faults(schedule, action, start, edit.at.date())
    if found:
        raise BreaksLaws(found)
    row = moved(schedule.row(action), start, schedule.situation.blocked_weeks)
    document = _document(plan.current.document, row, schedule.action(action).name)
    placed = {**_extras(plan)["placed"], action: _place(row)}
    words = f"Moved “{_name(plan, action)}” to start on {start.day} {start:%B %Y}"
    return _reschedule(plan, edit, document, {"placed": placed}, words)


def release(*, plan: Plan, edit: Edit, action: str) -> Revision:
    """Let planning move a step again that the user had moved; its weeks stay until then."""
    placed = {key: place for key, place in _extras(plan)["placed"].items() if key != action}
    if len(placed) == len(_extras(plan)["placed"]):
        return plan.current
    words = f"Let “{_name(plan, action)}” be moved by planning again"
    return _reschedule(plan, edit, plan.current.document, {"placed": placed}, words)


def move_and_replan(*, plan: Plan, profile: Profile, action: str, start: date, at: datetime) -> Calculation:
    """Ask for a plan in which the step has the weeks from that Monday and the rest is planned around it."""
    _refuse_settled(plan, action)
    row = moved(schedule_of(plan).row(action), start, read(plan.current.request).blocked_weeks)
    given = limits(plan)["extras"]
    extras = {**given, "placed": {**given["placed"], action: _place(row)}}
    return ask_again(plan=plan, profile=profile, wishes={"extras": extras}, at=at)


def split(*, plan: Plan, profile: Profile, action: str, share: float, at: datetime) -> Calculation:
    """Ask for a plan with the step in two parts, that share of it (above 0, below 1) in the first."""
    _refuse_settled(plan, action)
    given = limits(plan)
    parts = {extra.part(action, 1), extra.part(action, 2)}
    extras = given["extras"]
    wishes = {
        "extras": {
            **extras,
            "splits": {**extras["splits"], action: share},
            "placed": {key: place for key, place in extras["placed"].items() if key != action},
        },
        "pinned": sorted({*given["pinned"], extra.part(action, 2)} - {action}),
        "open_to": sorted({*given["open_to"], *(parts if action in given["open_to"] else ())}),
    }
    return ask_again(plan=plan, profile=profile, wishes=wishes, at=at)


def join(*, plan: Plan, profile: Profile, action: str, at: datetime) -> Calculation:
    """Ask for a plan in which the two parts of a step, given by the key of either, are one again."""
    whole = action.split(extra.PART)[0]
    parts = {extra.part(whole, 1), extra.part(whole, 2)}
    for part in parts:
        _refuse_settled(plan, part)
    given = limits(plan)
    extras = given["extras"]
    wishes = {
        "extras": {
            **extras,
            "splits": {key: share for key, share in extras["splits"].items() if key != whole},
            "placed": {key: place for key, place in extras["placed"].items() if key not in parts},
        },
        "pinned": sorted({*given["pinned"], whole} - parts),
        "open_to": sorted({*given["open_to"]} - parts),
    }
    return ask_again(plan=plan, profile=profile, wishes=wishes, at=at)


def pin(*, plan: Plan, profile: Profile, action: str, pinned: bool, at: datetime) -> Calculation:
    """Ask for a plan that has to keep the step, or no longer has to."""
    others = set(limits(plan)["pinned"]) - {action}
    wishes = {"pinned": sorted(others | {action} if pinned else others)}
    return ask_again(plan=plan, profile=profile, wishes=wishes, at=at)


def remove_own(*, plan: Plan, profile: Profile, action: str, at: datetime) -> Calculation:
    """Ask for a plan without a step that the user had added."""
    _refuse_settled(plan, action)
    given = limits(plan)
    extras = given["extras"]
    wishes = {
        "extras": {
            **extras,
            "own": [row for row in extras["own"] if row["id"] != action],
            "placed": {key: place for key, place in extras["placed"].items() if key != action},
        },
        "pinned": [key for key in given["pinned"] if key != action],
    }
    return ask_again(plan=plan, profile=profile, wishes=wishes, at=at)


def _reschedule(plan: Plan, edit: Edit, document: Mapping[str, Any], more: Mapping[str, Any], words: str) -> Revision:
    request = {**plan.current.request, "extras": {**_extras(plan), **more}}
    drawn = Drawn(plan.current.schedule.version_id, request, document)
    return reschedule(plan=plan, edit=edit, drawn=drawn, change=Change.SCHEDULE, words=words)


def _document(document: Mapping[str, Any], row: Row, name: str) -> dict[str, Any]:
    """The document with the moved row; the range of its end moves with its end."""

    def again(rows: Sequence[Row]) -> list[Row]:
        found = [row if entry["id"] == row["id"] else _without_reason(entry, name) for entry in rows]
        return sorted(found, key=lambda entry: (entry["start"], entry["end"], entry["id"]))

    actions = again(document["actions"])
    found = {**document, "actions": actions, "totals": {**document["totals"], **_finish(document["totals"], actions)}}
    return {**found, "kept": again(document["kept"])} if "kept" in document else found


def _finish(totals: Mapping[str, Any], actions: Sequence[Row]) -> dict[str, str]:
    if not actions:
        return {}
    new = date.fromisoformat(max(row["end"] for row in actions))
    later = new - date.fromisoformat(totals["finish"])
    low, high = (date.fromisoformat(totals[name]) + later for name in ("finish_low", "finish_high"))
    return {"finish": new.isoformat(), "finish_low": low.isoformat(), "finish_high": high.isoformat()}


def _without_reason(row: Row, name: str) -> Row:
    """The row without a sentence that says that it starts as soon as the moved one has ended."""
    before, found, rest = row["why"].partition(" It starts as soon as ")
    reason, ended, after = rest.partition(" has ended.")
    return {**row, "why": before + after} if found and ended and name in reason else row


def _refuse_settled(plan: Plan, action: str) -> None:
    if plan.current.following.get(action, UNTOUCHED).state != NOT_STARTED:
        raise Settled


def _extras(plan: Plan) -> dict[str, Any]:
    return {**extra.none(), **plan.current.request.get("extras", {})}


def _place(row: Row) -> dict[str, Any]:
    return {"start": row["start"], "weeks": row["weeks"]}


def _name(plan: Plan, action: str) -> str:
    return snapshots.action_names(plan.current.schedule)[action]
