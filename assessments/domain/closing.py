"""Which actions lift one skill from where it stands to what is required."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.instrument import Action


@dataclass(frozen=True, slots=True)
class Rise:
    """An action and what it does for the skill in question: from the level reached before it to `high`."""

    action: Action
    low: int
    high: int


def smallest(actions: Iterable[Action], skill: str, level: int) -> Action | None:
    """The action with the fewest likely hours that lifts the skill from that level; None where there is none.

    A change of post or a degree comes only where nothing else does; among equals the first in the catalogue.
    """
    found = [action for action, low, high in _lifts(actions, skill) if low <= level < high]
    return min(found, key=lambda action: (action.big_move, action.hours), default=None)


def chain(actions: Iterable[Action], skill: str, level: int, required: int) -> tuple[Rise, ...]:
    """The actions that lift the skill from `level` to `required`, in order, in the fewest likely hours.

    - a change of post or a degree is used only where the level cannot be reached without
    - where no chain reaches `required`, the one that gets furthest
    """
    lifts = _lifts(actions, skill)
    found = _cheapest([lift for lift in lifts if not lift[0].big_move], level, required)
    if _top(found, level) < required:
        found = max(found, _cheapest(lifts, level, required), key=lambda rises: _top(rises, level))
    return found


def others(actions: Iterable[Action], skill: str, level: int, chosen: Sequence[Rise]) -> tuple[list[Rise], list[Rise]]:
    """The skill's further actions: those that still lift it at some level, and those whose level is passed."""
    used = {rise.action.id for rise in chosen}
    rest = [Rise(action, low, high) for action, low, high in _lifts(actions, skill) if action.id not in used]
    ordered = sorted(rest, key=lambda rise: (rise.low, rise.high, rise.action.hours))
    return [rise for rise in ordered if rise.high > level], [rise for rise in ordered if rise.high <= level]


def _lifts(actions: Iterable[Action], skill: str) -> list[tuple[Action, int, int]]:
    return [(action, lift.low, lift.high) for action in actions for lift in action.lifts if lift.skill == skill]


def _top(rises: Sequence[Rise], level: int) -> int:
    return rises[-1].high if rises else level


def _cheapest(lifts: Iterable[tuple[Action, int, int]], level: int, required: int) -> tuple[Rise, ...]:
    """Fewest hours to each level that can be reached; the one meant is the lowest from `required` up."""
    best: dict[int, tuple[float, tuple[Rise, ...]]] = {level: (0.0, ())}
    listed = list(lifts)
    for reached in range(level, required):
        if reached not in best:
            continue
        hours, rises = best[reached]
        for action, low, high in listed:
            after = hours + action.hours
            if low <= reached < high and after < best.get(high, (float("inf"),))[0]:
                best[high] = (after, (*rises, Rise(action, reached, high)))
    enough = [reached for reached in best if reached >= required]
    target = min(enough, key=lambda reached: best[reached][0]) if enough else max(best)
    return best[target][1]
