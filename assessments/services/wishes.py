"""What a proposal was asked with, so that it can be asked again: as it was, or with one change that was tried."""

from collections.abc import Mapping
from typing import Any

from assessments.models import Calculation

NOT_WISHED = ("retired", "budget_usd")
"""Extras that are found anew each time."""


def wishes_of(calculation: Calculation) -> dict[str, Any]:
    """The limits that a proposal was asked with, by the names that `ask_again` takes."""
    asked = calculation.request["situation"]
    names = ("target", "hours_per_week", "blocked_weeks", "unavailable", "open_to", "pinned", "excluded")
    return {
        **{name: asked[name] for name in names},
        "budget_usd": asked["extras"]["budget_usd"],
        "extras": {name: value for name, value in asked["extras"].items() if name not in NOT_WISHED},
    }


def remedied(calculation: Calculation, number: int) -> dict[str, Any]:
    """The same limits with the change of that number among the remedies; LookupError where there is none."""
    remedies = (calculation.answer or {}).get("remedies", [])
    change = remedies[number]["change"] if 0 <= number < len(remedies) else None
    if change is None:
        raise LookupError(f"{calculation} has no remedy {number}")
    return {**wishes_of(calculation), **_whole(calculation, change)}


def _whole(calculation: Calculation, change: Mapping[str, Any]) -> dict[str, Any]:
    """A budget is tried for what is still to be planned; what the rest costs comes on top.

    An own action that is let go of is given up: nothing but the wish puts it into a plan.
    """
    asked = calculation.request["situation"]
    if "pinned" in change:
        gone, extras = set(asked["pinned"]) - set(change["pinned"]), wishes_of(calculation)["extras"]
        own = [row for row in extras.get("own", ()) if row["id"] not in gone]
        return {**change, "extras": {**extras, "own": own}}
    if "budget_usd" not in change:
        return dict(change)
    return {"budget_usd": change["budget_usd"] + asked["extras"]["budget_usd"] - asked["budget_usd"]}
