"""What somebody said of themselves, and what follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Gates with their state, conditions ticked as held, and actions ticked as done, by key."""

    gates: Mapping[str, str]
    held: frozenset[str]
    done: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.gates or self.held or self.done)

    def in_state(self, state: str, gates: Iterable[str]) -> tuple[str, ...]:
        """Those of the gates that stand so, in their order; without a state those that nobody answered."""
        return tuple(gate for gate in gates if self.gates.get(gate, "") == state)

    def has(self, condition: str, met_by: Iterable[str]) -> bool:
        """Whether the condition is held, or one of the actions that meet it is done."""
        return condition in self.held or not self.done.isdisjoint(met_by)
