"""An earlier schedule that is followed again: what was done or begun since stays where it is now."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessments.domain.following.extras import OWN
from assessments.domain.following.progress import DONE, UNTOUCHED, Progress

Row = Mapping[str, Any]


def settled(rows: Iterable[Row], progress: Mapping[str, Progress]) -> dict[str, Row]:
    """The rows of actions that are done or running, by key."""
    states = ((row, progress.get(row["id"], UNTOUCHED)) for row in rows)
    return {row["id"]: row for row, entry in states if entry.state == DONE or entry.is_running}


def restored(earlier: Mapping[str, Any], staying: Mapping[str, Row]) -> dict[str, Any]:
    """The document of an earlier schedule with the rows that stay instead of its own, or beside them."""
    kept, actions = earlier.get("kept", []), earlier["actions"]
    there = {row["id"] for row in (*kept, *actions)}
    added = [row for key, row in staying.items() if key not in there]
    found = {**earlier, "actions": [staying.get(row["id"], row) for row in actions]}
    if kept or added:
        found["kept"] = [*(staying.get(row["id"], row) for row in kept), *added]
    return found


def knowing(extras: Mapping[str, Any], missing: Iterable[Row], own: Iterable[Row]) -> dict[str, Any]:
    """The extras of an earlier schedule with catalogue rows that it did not know; own ones as the user wrote them."""
    rows = list(missing)
    keys = {row["id"] for row in rows}
    return {
        **extras,
        "own": [*extras.get("own", ()), *(row for row in own if row["id"] in keys)],
        "retired": [*extras.get("retired", ()), *(row for row in rows if not row["id"].startswith(OWN))],
    }
