"""What was answered in a builder: as typed, from the draft or from the profile, and as planning takes it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from assessments import snapshots
from assessments.domain import weeks
from assessments.domain.planning.calendar import first_monday
from assessments.forms.builder.actions import OWN_FIELDS
from assessments.forms.builder.means import MOVE
from assessments.models import Profile
from assessments.presentation import words

Fields = dict[str, list[str]]
DATES, MEANS, ACTIONS, CHECK = "1", "2", "3", "4"
NAMES = {DATES: "Target and date", MEANS: "Hours and money", ACTIONS: "Choose actions", CHECK: "Check your answers"}
MAIN = {DATES: "target", MEANS: "hours_per_week", ACTIONS: "pinned"}
"""A field that is only in a draft once its step was sent."""

NOTHING_OWN: Fields = {name: [""] for name in OWN_FIELDS}
QUERY = {"hours": "hours_per_week", "budget": "budget_usd", "target": "target"}
"""What a link may fill in."""


def from_profile(profile: Profile, today: date) -> Fields:
    """What a new plan starts with: what the profile says, and nothing where it says nothing."""
    kept = profile.pk is not None
    hours, budget, target = profile.hours_per_week, profile.budget_usd, profile.target_date
    return {
        "start": [first_monday(today + timedelta(days=1)).isoformat()],
        "target": [target.isoformat() if target else ""],
        "blocked_weeks": [weeks.write([week.monday for week in profile.blocked_weeks.all()]) if kept else ""],
        "hours_per_week": ["" if hours is None else words.amount(float(hours))],
        "budget_usd": ["" if budget is None else f"{budget:,}"],
        "unavailable": sorted(snapshots.ruled_out(profile)) if kept else [],
        **{name: [] for name in ("done", "pinned", "excluded")},
        **NOTHING_OWN,
    }


def from_limits(limits: Mapping[str, Any]) -> Fields:
    """What was given to a plan, under the names of a situation, as people type it."""
    own = {row["id"] for row in limits.get("extras", {}).get("own", ())}
    return {
        "start": [limits.get("start", "")],
        "target": [limits["target"]],
        "blocked_weeks": [weeks.write([date.fromisoformat(day) for day in limits["blocked_weeks"]])],
        "hours_per_week": [f"{limits['hours_per_week']:g}"],
        "budget_usd": [f"{limits['budget_usd']:,}"],
        "unavailable": list(limits["unavailable"]),
        "done": list(limits.get("done", ())),
        "pinned": [action for action in limits["pinned"] if action not in own],
        "excluded": list(limits["excluded"]),
        **{f"{MOVE}{action}": ["yes"] for action in limits["open_to"]},
        **NOTHING_OWN,
    }


def own_of(limits: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The own actions of a plan or of what was asked, each with whether it has to be in the plan."""
    rows = limits.get("extras", {}).get("own", ())
    return [{**row, "pinned": row["id"] in limits["pinned"]} for row in rows]


def asked_by(query: Mapping[str, str]) -> Fields:
    """The limits that a link names."""
    return {QUERY[name]: [query[name][:100]] for name in QUERY if name in query}


def with_change(
    fields: Fields, own: Sequence[Mapping[str, Any]], change: Mapping[str, Any]
) -> tuple[Fields, list[Any]]:
    """The fields and own actions once a change of a situation, as JSON, is made."""
    found, kept = dict(fields), [dict(row) for row in own]
    for name, value in change.items():
        if name == "hours_per_week":
            found[name] = [f"{value:g}"]
        elif name == "budget_usd":
            found[name] = [f"{value:,}"]
        elif name == "target":
            found[name] = [value]
        elif name == "open_to":
            found |= {f"{MOVE}{action}": ["yes"] for action in value}
        elif name == "pinned":
            found[name] = [action for action in found[name] if action in value]
            kept = [row for row in kept if row["id"] in value or not row.get("pinned", True)]
        else:
            found[name] = [action for action in found[name] if action in value]
    return found, kept
