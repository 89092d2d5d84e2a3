"""Actions of one plan beside the catalogue's: the user's own, split ones, and retired ones that it still uses."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import ceil
from typing import Any

Document = Mapping[str, Any]
Row = Mapping[str, Any]

OWN = "own-"
"""How the keys of own actions begin."""

PART = "--part-"
"""What stands between the key of a split action and the number of its part."""


def none() -> dict[str, Any]:
    """No extras: JSON with own actions, shares of split ones, retired rows and placed ones.

    - own: rows with id, name, hours, weeks, cost_usd, and skill, from and to, or none of these three
    - splits: by key of the action, the share of its hours in its first part, above 0 and below 1
    - retired: rows of the catalogue that an earlier version had
    - placed: by key of the action, the Monday and the weeks that the user chose for it
    """
    return {"own": [], "splits": {}, "retired": [], "placed": {}}


def with_extras(document: Document, extras: Mapping[str, Any]) -> Document:
    """The catalogue document with the plan's own actions, its split ones in two parts, and old ones that it keeps.

    What own and old actions refer to and the document no longer has is left out of them.
    """
    rows, splits = document["actions"]["actions"], extras.get("splits", {})
    known = {row["id"] for row in rows}
    kept = [row for row in extras.get("retired", ()) if row["id"] not in known]
    kept_keys = known | {row["id"] for row in kept}
    retired = [_fitting(row, document, kept_keys) for row in kept]
    own = [_fitting(_own(row), document, kept_keys) for row in extras.get("own", ())]
    if not (own or retired or splits):
        return document
    found = [piece for row in (*rows, *retired) for piece in _pieces(row, splits)]
    whole = {**document, "actions": {**document["actions"], "actions": [*found, *own]}}
    return _referring_to_parts(whole, splits) if splits else whole


def is_retired(action: str, document: Document) -> bool:
    """Whether a published catalogue no longer has the action of that key; own ones are nobody's to retire."""
    whole = action.split(PART)[0]
    return not action.startswith(OWN) and all(row["id"] != whole for row in document["actions"]["actions"])


def part(action: str, number: int) -> str:
    """The key of a part of a split action, 1 or 2."""
    return f"{action}{PART}{number}"


def _referring_to_parts(document: Document, splits: Mapping[str, float]) -> Document:
    """What asks for a split action asks for its second part, with which it is over."""

    def with_parts(rows: Sequence[Row], name: str) -> list[Row]:
        return [{**row, name: [part(key, 2) if key in splits else key for key in row[name]]} for row in rows]

    competencies, actions = document["competencies"], document["actions"]
    return {
        **document,
        "competencies": {**competencies, "prerequisites": with_parts(competencies["prerequisites"], "satisfied_by")},
        "actions": {
            **actions,
            "conditions": with_parts(actions["conditions"], "met_by_actions"),
            "actions": with_parts(actions["actions"], "requires_actions"),
        },
    }


def _fitting(row: Row, document: Document, actions: Collection[str]) -> dict[str, Any]:
    """The row with only those skills, gates, conditions and actions that there are."""
    competencies = document["competencies"]
    skills, gates = ({entry["id"] for entry in competencies[half]} for half in ("skills", "prerequisites"))
    conditions = {entry["id"] for entry in document["actions"]["conditions"]}
    return {
        **row,
        "develops": [lift for lift in row["develops"] if lift["skill"] in skills],
        "satisfies": [key for key in row["satisfies"] if key in gates],
        "requires_conditions": [key for key in row["requires_conditions"] if key in conditions],
        "requires_actions": [key for key in row["requires_actions"] if key in actions],
    }


def _pieces(row: Row, splits: Mapping[str, float]) -> Iterator[Row]:
    share = splits.get(row["id"])
    if share is None:
        yield row
        return
    yield {**_part(row, 1, share), "develops": [], "satisfies": [], "cost_min_usd": 0, "cost_max_usd": 0}
    yield {**_part(row, 2, 1 - share), "requires_actions": [*row["requires_actions"], part(row["id"], 1)]}


def _part(row: Row, number: int, share: float) -> dict[str, Any]:
    """A share of an action's hours and weeks; money is paid, and skills are lifted, with the second part.

    It starts in its window with the first part, or ends in it with the second one.
    """
    asked = 2 if row.get("window_on") == "end" else 1
    return {
        **row,
        "id": part(row["id"], number),
        "name": f"{row['name']}, part {number}",
        "hours_min": row["hours_min"] * share,
        "hours_max": row["hours_max"] * share,
        "weeks_min": max(1, ceil(row["weeks_min"] * share)),
        "weeks_max": max(1, ceil(row["weeks_max"] * share)),
        "fixed_windows": row["fixed_windows"] if number == asked else [],
    }


def _own(row: Row) -> dict[str, Any]:
    lifts = [{"skill": row["skill"], "from": row["from"], "to": row["to"]}] if row.get("skill") else []
    return {
        "id": row["id"],
        "kind": "project",
        "name": row["name"],
        "provider": "",
        "summary": "An action of your own.",
        "weeks_min": row["weeks"],
        "weeks_max": row["weeks"],
        "hours_min": row["hours"],
        "hours_max": row["hours"],
        "cost_min_usd": row["cost_usd"],
        "cost_max_usd": row["cost_usd"],
        "paid_time": False,
        "big_move": False,
        "requires_actions": [],
        "requires_conditions": [],
        "develops": lifts,
        "satisfies": [],
        "evidence": "",
        "repeatable": False,
        "fixed_windows": [],
        "source": None,
        "confidence": "estimate",
        "note": "",
    }
