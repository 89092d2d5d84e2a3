"""Orders of a set of actions, and the timetables that they build: changing the end of an order costs only that end."""

from collections.abc import Sequence

from assessments.domain.planning.building import placed_in
from assessments.domain.planning.chance import Chance
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.timetable import Timetable


class Order:
    """An order of actions with the timetable before each of its places, from which other orders are built."""

    def __init__(self, problem: Problem, actions: Sequence[str]) -> None:
        self.problem, self.actions = problem, list(actions)
        self._before: list[Timetable] = []
        self._keep(0, Timetable(problem))

    def __len__(self) -> int:
        return len(self.actions)

    @property
    def table(self) -> Timetable:
        """The timetable of the whole order; not to be changed."""
        return self._before[-1]

    def neighbor(self, chance: Chance) -> tuple[list[str], int]:
        """Another order of the actions (at least two), one moved or two swapped, and how many places stay the same."""
        one, other = chance.below(len(self.actions)), chance.below(len(self.actions) - 1)
        other += other >= one
        actions = list(self.actions)
        if chance.below(2):
            actions[one], actions[other] = actions[other], actions[one]
        else:
            actions.insert(other, actions.pop(one))
        return actions, min(one, other)

    def trial(self, actions: Sequence[str], same: int) -> Timetable:
        """The timetable of the same actions in another order that begins with as many places as in this one."""
        return placed_in(self._before[same].copy(), actions, same)

    def take(self, actions: Sequence[str], same: int) -> None:
        """Go on with another order of the same actions that begins with as many places as this one."""
        self.actions = list(actions)
        table = self._before[same].copy()
        del self._before[same:]
        self._keep(same, table)

    def _keep(self, first: int, table: Timetable) -> None:
        for place in range(first, len(self.actions)):
            self._before.append(table.copy())
            placed_in(table, self.actions, place, place + 1)
        self._before.append(table)
