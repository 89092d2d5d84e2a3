"""What actions win together if time does not matter, kept up to date as actions come."""

from collections.abc import Collection, Iterable, Mapping

from assessments.domain.planning.problem import Job, Problem

Lift = tuple[int, int, str]
"""From which level, to which one, and by which action."""


class Mix:
    """Actions regardless of when they run, those under way among them."""

    def __init__(self, problem: Problem, jobs: Iterable[Job]) -> None:
        self.problem = problem
        self.lifts: dict[str, list[Lift]] = {skill: [] for skill in problem.levels}
        self.openers: dict[str, set[str]] = {gate: set() for gate in problem.open_gates}
        for job in (*(fixed.job for fixed in problem.fixed if fixed.end is not None), *jobs):
            self.add(job)

    def add(self, job: Job) -> None:
        """Take an action in."""
        for skill, low, high in job.lifts:
            self.lifts[skill].append((low, high, job.id))
        for gate in job.gates:
            self.openers[gate].add(job.id)

    def level(self, skill: str) -> int:
        """The level that the actions could reach."""
        return climbed(self.problem.levels[skill], self.lifts[skill])

    def gain(self, jobs: Iterable[Job]) -> float:
        """Points that more actions would win on top."""
        more, gates = _by_skill(jobs)
        won = 0.0
        for skill, lifts in more.items():
            now = self.level(skill)
            won += self.problem.gain(skill, now, climbed(now, [*self.lifts[skill], *lifts]))
        return won + sum(self.problem.open_gates[gate] for gate in gates if not self.openers[gate])


def gain_after(problem: Problem, levels: Mapping[str, int], opened: Collection[str], jobs: Iterable[Job]) -> float:
    """Points that jobs would win one after another from these levels on."""
    lifts, gates = _by_skill(jobs)
    won = sum(problem.gain(skill, levels[skill], climbed(levels[skill], more)) for skill, more in lifts.items())
    return won + sum(problem.open_gates[gate] for gate in gates if gate not in opened)


def climbed(level: int, lifts: Iterable[Lift]) -> int:
    """The level that lifts reach one after another in the best order."""
    for low, high, _ in sorted(lifts):
        if low <= level < high:
            level = high
    return level


def _by_skill(jobs: Iterable[Job]) -> tuple[dict[str, list[Lift]], dict[str, set[str]]]:
    lifts: dict[str, list[Lift]] = {}
    gates: dict[str, set[str]] = {}
    for job in jobs:
        for skill, low, high in job.lifts:
            lifts.setdefault(skill, []).append((low, high, job.id))
        for gate in job.gates:
            gates.setdefault(gate, set()).add(job.id)
    return lifts, gates
