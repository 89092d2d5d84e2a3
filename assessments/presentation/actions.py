"""What an action takes and what it gives, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessments.domain.closing import Rise
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.words import usd

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action that lifts one skill from a level to another; `needs` is what has to come first."""

    id: str
    name: str
    summary: str
    low: int
    high: int
    hours: str
    weeks: str
    cost: str
    proves: str
    needs: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What several actions take together, in words."""

    hours: str
    rest: str


def action_row(rise: Rise, catalogue: Catalogue) -> ActionRow:
    """The row of an action."""
    row = catalogue.actions[rise.action.id]
    return ActionRow(
        id=rise.action.id,
        name=row["name"],
        summary=row["summary"],
        low=rise.low,
        high=rise.high,
        hours=hours(row["hours_min"], row["hours_max"]),
        weeks=_span(row["weeks_min"], row["weeks_max"], "week"),
        cost=cost(row["cost_min_usd"], row["cost_max_usd"]),
        proves=row["evidence"],
        needs=_needs(row, catalogue),
        remark=_remark(row),
    )


def totals(rises: tuple[Rise, ...]) -> Totals:
    """The sums of several actions done one after the other."""
    actions = [rise.action for rise in rises]
    weeks = _span(sum(a.weeks_min for a in actions), sum(a.weeks_max for a in actions), "week")
    steps = "one step" if len(actions) == 1 else f"{len(actions)} steps, one after the other"
    money = cost(sum(a.cost_min_usd for a in actions), sum(a.cost_max_usd for a in actions))
    fee = "no fee" if money == NO_COST else money
    return Totals(
        hours(sum(a.hours_min for a in actions), sum(a.hours_max for a in actions)), f"{weeks} in {steps}, {fee}"
    )


NO_COST = "None"


def hours(low: float, high: float) -> str:
    """60 to 80 hours."""
    return _span(low, high, "hour")


def cost(low: int, high: int) -> str:
    """$100 to $400, or None."""
    if not high:
        return NO_COST
    return usd(high) if low == high else f"{usd(low)} to {usd(high)}"


def _span(low: float, high: float, noun: str) -> str:
    plural = noun if low == high == 1 else f"{noun}s"
    return f"{high:,g} {plural}" if low == high else f"{low:,g} to {high:,g} {plural}"


def _needs(row: Row, catalogue: Catalogue) -> tuple[str, ...]:
    actions = (catalogue.actions[key]["name"] for key in row["requires_actions"])
    return (*actions, *(catalogue.conditions[key]["name"] for key in row["requires_conditions"]))


def _remark(row: Row) -> str:
    if row["big_move"]:
        return "A change of post or a degree"
    return "Done in paid time" if row["paid_time"] else ""
