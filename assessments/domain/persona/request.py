"""The part of a persona that says what can be given to a plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.persona import fields
from assessments.domain.persona.errors import PersonaError, shown
from assessments.domain.situation import Running

LONGEST_YEARS = 15
LISTS = ("open_to", "done", "pinned", "excluded")
NEEDED = ("start", "target", "hours_per_week", "budget_usd")
FIELDS = (*NEEDED, "blocked_weeks", *LISTS, "running")


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """When a plan may run, the own hours a week and USD it may use, and what is settled already."""

    start: date
    target: date
    hours_per_week: float
    budget_usd: int
    blocked_weeks: frozenset[date]
    open_to: frozenset[str]
    done: frozenset[str]
    pinned: frozenset[str]
    excluded: frozenset[str]
    running: tuple[Running, ...]


def read_request(value: Any, instrument: Instrument) -> PlanRequest:
    """The request, with every field checked."""
    data = fields.an_object(value, "plan", FIELDS)
    for name in NEEDED:
        if name not in data:
            raise PersonaError(f"plan.{name}", "is missing")
    start, target = _dates(data)
    known = {action.id for action in instrument.actions}
    lists = {name: fields.names(data.get(name, []), f"plan.{name}", known, "an action") for name in LISTS}
    for action in sorted(lists["pinned"] & lists["excluded"]):
        raise PersonaError("plan.pinned", f"{shown(action)} is excluded as well")
    return PlanRequest(
        start=start,
        target=target,
        hours_per_week=fields.number(data["hours_per_week"], "plan.hours_per_week", 0, 100),
        budget_usd=fields.whole(data["budget_usd"], "plan.budget_usd", 0, 10_000_000),
        blocked_weeks=_blocked(data.get("blocked_weeks", [])),
        running=_running(data.get("running", []), known, lists["done"]),
        **lists,
    )


def _dates(data: Mapping[str, Any]) -> tuple[date, date]:
    start, target = fields.day(data["start"], "plan.start"), fields.day(data["target"], "plan.target")
    if target < start:
        raise PersonaError("plan.target", f"{target.isoformat()} is before the start, {start.isoformat()}")
    if (target - start).days > LONGEST_YEARS * 366:
        raise PersonaError("plan.target", f"is more than {LONGEST_YEARS} years after the start")
    return start, target


def _blocked(value: Any) -> frozenset[date]:
    found = fields.a_list(value, "plan.blocked_weeks", 800)
    return frozenset(fields.day(entry, f"plan.blocked_weeks[{place}]") for place, entry in enumerate(found))


def _running(value: Any, known: set[str], done: frozenset[str]) -> tuple[Running, ...]:
    found: dict[str, Running] = {}
    for place, entry in enumerate(fields.a_list(value, "plan.running", 100)):
        running = _one_running(entry, f"plan.running[{place}]", known)
        if running.action in found or running.action in done:
            raise PersonaError(f"plan.running[{place}].id", f"{shown(running.action)} is running or done already")
        found[running.action] = running
    return tuple(found.values())


def _one_running(value: Any, path: str, known: set[str]) -> Running:
    entry = fields.an_object(value, path, ("id", "start", "weeks"))
    for name in ("id", "start", "weeks"):
        if name not in entry:
            raise PersonaError(f"{path}.{name}", "is missing")
    start = fields.day(entry["start"], f"{path}.start")
    if start.weekday() != 0:
        raise PersonaError(f"{path}.start", f"{start.isoformat()} is not a Monday")
    action = fields.one_of(entry["id"], f"{path}.id", known, "an action")
    return Running(action, start, fields.whole(entry["weeks"], f"{path}.weeks", 1, 520))
