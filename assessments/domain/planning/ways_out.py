"""Changes that make a plan possible where the pins leave none: each was tried and gives a plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.planning.changes import half_hours, hundreds, month_ends
from assessments.domain.planning.drafting import draft
from assessments.domain.planning.pins import broken_law, with_pins
from assessments.domain.planning.problem import pose
from assessments.domain.planning.what_if import sketched
from assessments.domain.situation import Situation, plain

Change = dict[str, Any]


def remedies(instrument: Instrument, situation: Situation) -> list[dict[str, Any]]:
    """Changes that each alone give a plan, with its status and totals; empty where there is a plan already.

    Each row has `kind` (a field of the situation), `change` (its new value as JSON), `actions` (what is opened, let
    go of or no longer left out), `status` and `totals`. A kind that does not help has one row whose `change`, `status`
    and `totals` are None. Hours (steps of half an hour), target (month ends) and budget (steps of 100 USD) are the
    smallest at which there is a plan while one step less has none.
    """
    if draft(pose(instrument, situation)).table:
        return []
    ways = _Ways(instrument, situation)
    rows = [ways.of_limit(kind) for kind in ("hours_per_week", "target", "budget_usd")]
    return [*rows, *ways.of_moves(), *ways.of_pins(), *ways.of_exclusions()]


class _Ways:
    """Tries changes of one situation."""

    def __init__(self, instrument: Instrument, given: Situation) -> None:
        self.instrument, self.given = instrument, given

    def of_limit(self, kind: str) -> dict[str, Any]:
        """The smallest value of a limit at which there is a plan."""
        spendable = sum(action.cost_max_usd for action in self.instrument.actions)
        grids: dict[str, Sequence[Any]] = {
            "hours_per_week": half_hours(self.given.hours_per_week),
            "target": list(month_ends(self.given.target)),
            "budget_usd": hundreds(self.given.budget_usd, spendable),
        }
        place = _least(len(grids[kind]), lambda place: self._has_room({kind: grids[kind][place]}))
        # Room for the pins was looked for by a rule of thumb: the plan itself may do with less.
        while place and self._has_plan({kind: grids[kind][place - 1]}):
            place -= 1
        return _row(kind) if place is None else self._tried(kind, {kind: grids[kind][place]}, [])

    def of_moves(self) -> list[dict[str, Any]]:
        """Each big move that makes a plan possible once it is opened."""
        moves = [action.id for action in self.instrument.actions if action.big_move]
        return self._each(
            "open_to", [([id], self.given.open_to | {id}) for id in moves if id not in self.given.open_to]
        )

    def of_pins(self) -> list[dict[str, Any]]:
        """Each pin that can be let go of; where no single one will do, as many as have to go."""
        pins = self.given.pinned
        found = self._each("pinned", [([id], pins - {id}) for id in sorted(pins)])
        if found[0]["change"] is None:
            left = self._left_pins()
            found = self._each("pinned", [(sorted(pins - left), left)])
        return found

    def of_exclusions(self) -> list[dict[str, Any]]:
        """Each action that makes a plan possible once it is no longer left out, or all of them together."""
        out = self.given.excluded
        found = self._each("excluded", [([id], out - {id}) for id in sorted(out)])
        return self._each("excluded", [(sorted(out), frozenset())]) if found[0]["change"] is None and out else found

    def _left_pins(self) -> frozenset[str]:
        left = self.given.pinned
        while not self._has_room({"pinned": left}):
            problem = pose(self.instrument, replace(self.given, pinned=left))
            left -= {broken_law(problem, problem.pinned)[0]}
        return left

    def _each(self, kind: str, offers: Sequence[tuple[list[str], frozenset[str]]]) -> list[dict[str, Any]]:
        rows = [self._tried(kind, {kind: left}, ids) for ids, left in offers if self._has_room({kind: left})]
        return rows or [_row(kind)]

    def _has_room(self, change: Change) -> bool:
        problem = pose(self.instrument, replace(self.given, **change))
        return problem.pinned <= problem.jobs.keys() and with_pins(problem, problem.pinned) is not None

    def _has_plan(self, change: Change) -> bool:
        return draft(pose(self.instrument, replace(self.given, **change))).table is not None

    def _tried(self, kind: str, change: Change, actions: list[str]) -> dict[str, Any]:
        changed = replace(self.given, **change)
        plan = sketched(pose(self.instrument, changed))
        told = {name: plain(changed)[name] for name in change}
        return _row(kind, told, actions, plan["status"], plan["totals"])


def _row(
    kind: str, change: Change | None = None, actions: Sequence[str] = (), status: str | None = None, totals: Any = None
) -> dict[str, Any]:
    return {"kind": kind, "change": change, "actions": list(actions), "status": status, "totals": totals}


def _least(count: int, works: Callable[[int], bool]) -> int | None:
    """The first of so many places that works, found by halving; None where not even the last one does."""
    if not count or not works(count - 1):
        return None
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle + 1, high)
    return low
