"""When each level and gate could be reached at the soonest if hours and money did not matter."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.value import Gain

NEVER = 10**6
"""A week that no calendar has."""


@dataclass(frozen=True, slots=True)
class Soonest:
    """The ends of jobs, the weeks by which skills can stand at each level, and those by which gates can be open."""

    ends: Mapping[str, int]
    levels: Mapping[str, Sequence[int]]
    gates: Mapping[str, int]

    def gains(self, problem: Problem) -> list[tuple[int, float]]:
        """Every point that can be won at all, with the week of each."""
        found = [(end, float(problem.open_gates[gate])) for gate, end in self.gates.items()]
        for skill, weeks in self.levels.items():
            steps = range(problem.levels[skill], problem.required[skill])
            found += [(weeks[step + 1], problem.unit[skill]) for step in steps]
        return [(end, points) for end, points in found if end <= len(problem.calendar)]


def at_once(problem: Problem) -> Soonest:
    """What could be reached if all usable actions ran side by side, each as soon as it can."""
    return soonest(problem, [*problem.jobs.values(), *running_jobs(problem)], (), {}, 0)


def soonest(problem: Problem, jobs: Iterable[Job], won: Iterable[Gain], ends: Mapping[str, int], start: int) -> Soonest:
    """What jobs that begin no earlier than `start` can reach, after the gains and ends that stand already."""
    reach = _Reach(problem, tuple(jobs), won, ends)
    while reach.relaxed_any(start):
        pass
    return Soonest(reach.ends, reach.levels, reach.gates)


class _Reach:
    def __init__(self, problem: Problem, jobs: Sequence[Job], won: Iterable[Gain], ends: Mapping[str, int]) -> None:
        self.jobs, self.ends = jobs, dict(ends)
        self.levels = {skill: [0] * (level + 1) + [NEVER] * (5 - level) for skill, level in problem.levels.items()}
        self.gates: dict[str, int] = {}
        for gain in won:
            if gain.gate:
                self.gates[gain.gate] = gain.end
            else:
                self._reached(gain.skill, gain.low, gain.high, gain.end)

    def relaxed_any(self, start: int) -> bool:
        """Whether any job, begun as soon as it can, brings anything sooner than was known."""
        changed = False
        for job in self.jobs:
            changed |= self._relaxed(job, start)
        return changed

    def _relaxed(self, job: Job, start: int) -> bool:
        ready = max(
            [start, *(min([self.ends.get(other, NEVER) for other in need], default=NEVER) for need in job.needs)]
        )
        end = soonest_end(job, ready)
        changed = end < self.ends.get(job.id, NEVER)
        if changed:
            self.ends[job.id] = end
        for gate in job.gates:
            self.gates[gate] = min(end, self.gates.get(gate, NEVER))
        for skill, low, high in job.lifts:
            at = soonest_end(job, max(ready, self.levels[skill][low]))
            changed |= at < NEVER and self._reached(skill, low, high, at)
        return changed

    def _reached(self, skill: str, low: int, high: int, end: int) -> bool:
        weeks = self.levels[skill]
        sooner = [level for level in range(low + 1, high + 1) if end < weeks[level]]
        for level in sooner:
            weeks[level] = end
        return bool(sooner)


def soonest_end(job: Job, ready: int) -> int:
    """The first week in which the job can have ended if it starts no earlier than `ready`; NEVER if its windows end."""
    if job.starts is not None:
        later = bisect_left(job.starts, ready)
        return job.starts[later] + job.lengths[0] if later < len(job.starts) else NEVER
    if job.ends is not None:
        later = bisect_left(job.ends, ready + job.lengths[0])
        return job.ends[later] if later < len(job.ends) else NEVER
    return min(NEVER, ready + job.lengths[0])


def running_jobs(problem: Problem) -> list[Job]:
    """What runs already and ends in time, as jobs that start and end just then and take nothing."""
    return [
        replace(fixed.job, lengths=(fixed.end - fixed.start,), starts=(fixed.start,), ends=None, own_hours=0.0, cost=0)
        for fixed in problem.fixed
        if fixed.end is not None
    ]
