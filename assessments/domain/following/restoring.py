"""An earlier schedule that is followed again: what was done or begun since stays where it is now."""

from collections.abc import Iterable, Mapping
from typing import Any

from assessments.domain.following.extras import OWN, PART
from assessments.domain.following.progress import DONE, UNTOUCHED, Progress

Row = Mapping[str, Any]


def settled(rows: Iterable[Row], progress: Mapping[str, Progress]) -> dict[str, Row]:
    """The rows of actions that are done or running, by key."""
    states = ((row, progress.get(row["id"], UNTOUCHED)) for row in rows)
    return {row["id"]: row for row, entry in states if entry.state == DONE or entry.is_running}


def staying(rows: Iterable[Row], progress: Mapping[str, Progress]) -> dict[str, Row]:
    """The rows of actions that are done or running, by key; of one that was split both parts, once either is."""
    listed = list(rows)
    found = settled(listed, progress)
    split = {whole(key) for key in found if PART in key}
    return found | {row["id"]: row for row in listed if PART in row["id"] and whole(row["id"]) in split}


def whole(action: str) -> str:
    """The key of the action that this is a part of; its own where it is no part."""
    return action.split(PART)[0]


def restored(earlier: Mapping[str, Any], staying: Mapping[str, Row]) -> dict[str, Any]:
    """The document of an earlier schedule with the rows that stay instead of its own, or beside them.

    What was split or joined since and begun then is there as it is now, not in both shapes.
    """
    begun = {whole(key) for key in staying}

    def fitting(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if row["id"] in staying or whole(row["id"]) not in begun]

    kept, actions = fitting(earlier.get("kept", [])), fitting(earlier["actions"])
    there = {row["id"] for row in (*kept, *actions)}
    added = [row for key, row in staying.items() if key not in there]
    found = {**earlier, "actions": [staying.get(row["id"], row) for row in actions]}
    if kept or added:
        found["kept"] = [*(staying.get(row["id"], row) for row in kept), *added]
    return found


def splits(earlier: Mapping[str, Any], now: Mapping[str, Any], staying: Iterable[str]) -> dict[str, float]:
    """The shares of split actions in both extras: of what stays those of now, else the earlier ones."""
    begun = {whole(key) for key in staying}
    before = {key: share for key, share in earlier.get("splits", {}).items() if key not in begun}
    return before | {key: share for key, share in now.get("splits", {}).items() if key in begun}


def knowing(extras: Mapping[str, Any], missing: Iterable[Row], own: Iterable[Row]) -> dict[str, Any]:
    """The extras of an earlier schedule with catalogue rows that it did not know; own ones as the user wrote them."""
    rows = list(missing)
    keys = {row["id"] for row in rows}
    return {
        **extras,
        "own": [*extras.get("own", ()), *(row for row in own if row["id"] in keys)],
        "retired": [*extras.get("retired", ()), *(row for row in rows if not row["id"].startswith(OWN))],
    }
