"""Changes that make a plan possible where the pins leave none: each was tried and gives a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.planning.problem import pose
from assessments.domain.planning.report import outline
from assessments.domain.planning.solving import solve
from assessments.domain.situation import Situation

KINDS = ("hours_per_week", "target", "budget_usd", "open_to", "pinned", "excluded")
"""What can be changed, by the fields of a situation."""

Change = Mapping[str, Any]


def remedies(instrument: Instrument, situation: Situation) -> list[dict[str, Any]]:
    """Changes that each alone give a plan, with its status and totals; empty where there is a plan already.

    Each row has `kind` (a field of the situation), `change` (its new value as JSON), `actions` (what is opened, let
    go of or no longer excluded), `status` and `totals`. A kind that does not help has one row whose `change`,
    `status` and `totals` are None.
    """
    if solve(pose(instrument, situation)).table:
        return []
    return [row for kind in KINDS for row in _of_kind(instrument, situation, kind)]


def _of_kind(instrument: Instrument, situation: Situation, kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for change, actions in _offers(instrument, situation, kind):
        problem = pose(instrument, replace(situation, **change))
        solution = solve(problem)
        if solution.table:
            plan = outline(problem, solution)
            plain = {name: _plain(value) for name, value in change.items()}
            found.append(_row(kind, plain, actions, plan["status"], plan["totals"]))
            if not actions:
                break
    return found or [_row(kind, None, [], None, None)]


def _row(kind: str, change: Change | None, actions: list[str], status: str | None, totals: Any) -> dict[str, Any]:
    return {"kind": kind, "change": change, "actions": actions, "status": status, "totals": totals}


def _offers(instrument: Instrument, given: Situation, kind: str) -> Iterator[tuple[Change, list[str]]]:
    if kind == "hours_per_week":
        yield from (({kind: half / 2}, []) for half in range(int(given.hours_per_week * 2) + 1, 41))
    elif kind == "target":
        yield from (({kind: day}, []) for day in _month_ends(given.target))
    elif kind == "budget_usd":
        yield from (({kind: usd}, []) for usd in range(given.budget_usd // 5000 * 5000 + 5000, 100_001, 5000))
    elif kind == "open_to":
        moves = sorted(action.id for action in instrument.actions if action.big_move)
        yield from (({kind: given.open_to | {action}}, [action]) for action in moves if action not in given.open_to)
    else:
        left: frozenset[str] = getattr(given, kind)
        yield from (({kind: left - {action}}, [action]) for action in sorted(left))


def _month_ends(target: date) -> Iterator[date]:
    month = target.replace(day=1)
    for _ in range(37):
        month = (month + timedelta(days=32)).replace(day=1)
        if month - timedelta(days=1) > target:
            yield month - timedelta(days=1)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
