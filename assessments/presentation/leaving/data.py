"""A plan as data: the JSON of DESIGN section 7 with all its actions, and how far each of them is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from assessments.presentation.plan import Saved
from assessments.presentation.steps import Step

DOCUMENT = ("status", "bound_points_missing", "actions", "unmet", "left_out", "totals")
ORDER = (
    *("plan", *DOCUMENT, "progress"),
    *("id", "skill", "from", "to", "start", "end", "weeks", "hours", "hours_per_week", "cost_max_usd", "develops"),
    *("satisfies", "why", "reached", "required", "points", "binding", "would_need", "budget_usd", "target"),
    *("finish", "finish_low", "finish_high", "points_missing", "readiness_then"),
)
"""The keys in the order of the design; databases do not keep the order in which they are given a document."""


@dataclass(frozen=True, slots=True)
class About:
    """Which plan it is and where it belongs; `limits` as the plan was given them."""

    id: UUID
    made: datetime
    changed: datetime
    career: str
    level: str
    instrument: int
    limits: Mapping[str, Any]


def written(saved: Saved, steps: Sequence[Step], about: About) -> str:
    """The plan as JSON text; equal plans give equal text."""
    kept = {name: value for name, value in saved.document.items() if name != "kept"}
    found = {
        "plan": _plan(saved, about),
        **_ordered({**kept, "actions": list(saved.rows)}),
        "progress": [_progress(step) for step in steps],
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _plan(saved: Saved, about: About) -> dict[str, Any]:
    return {
        "id": str(about.id),
        "revision": saved.number,
        "made": about.made.isoformat(timespec="seconds"),
        "changed": about.changed.isoformat(timespec="seconds"),
        "career": about.career,
        "level": about.level,
        "instrument": about.instrument,
        "limits": {"start": saved.request["start"], **about.limits},
    }


def _progress(step: Step) -> dict[str, Any]:
    found = step.progress
    return {
        "id": step.id,
        "name": step.name,
        "state": found.state,
        "reason": found.reason,
        "started": found.started and found.started.isoformat(),
        "ended": found.ended and found.ended.isoformat(),
        "hours": round(found.hours, 2),
        "logged": [{"day": entry.day.isoformat(), "hours": entry.hours} for entry in found.logged],
        "spent_usd": found.spent_usd,
    }


def _ordered(value: Any) -> Any:
    """The value with the keys of all its parts in order, those that the design does not name at the end."""
    if isinstance(value, list):
        return [_ordered(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    places = {key: place for place, key in enumerate(ORDER)}
    keys = sorted(value, key=lambda key: (places.get(key, len(ORDER)), key))
    return {key: _ordered(value[key]) for key in keys}
