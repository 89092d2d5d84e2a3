"""Orders of a set of actions, and the timetables that they build: changing the end of an order costs only that end."""

from collections.abc import Sequence

from assessments.domain.planning.building import place
from assessments.domain.planning.chance import Chance
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.timetable import Timetable


class Order:
    """An order of actions with the timetable before each of its places, from which other orders are built."""

    def __init__(self, problem: Problem, actions: Sequence[str]) -> None:
        self.problem, self.actions = problem, list(actions)
        self._before: list[Timetable] = []
        self._build(Timetable(problem))

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

    def changed(self, actions: Sequence[str], same: int) -> "Order":
        """Another order of the same actions that begins with as many places as this one."""
        twin = object.__new__(Order)
        twin.problem, twin.actions = self.problem, list(actions)
        twin._before = self._before[:same]
        twin._build(self._before[same].copy())
        return twin

    def _build(self, table: Timetable) -> None:
        wanted = frozenset(self.actions)
        for action in self.actions[len(self._before) :]:
            self._before.append(table.copy())
            place(table, action, wanted)
        self._before.append(table)
