"""The choice of actions as a linear program, bounded by prices: what no plan can beat, and which actions pay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.soonest import NEVER, Soonest, at_once, running_jobs
from assessments.domain.planning.timetable import Timetable

MOST_ROUNDS = 300
"""Times that the prices are adjusted; more hardly move the bound."""

PATIENCE = 10
"""Rounds without a better bound after which the steps of the prices are halved."""

Row = tuple[tuple[tuple[int, float], ...], float]
"""Columns with their factors, and the limit that their sum must not exceed."""


@dataclass(frozen=True, slots=True)
class Program:
    """Maximise the worth of columns between 0 and 1 within all rows; the first columns are the jobs."""

    jobs: tuple[str, ...]
    worth: Sequence[float]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Priced:
    """The most points that any plan can win, and what each job is worth beyond the price of what it takes."""

    most: float
    profit: Mapping[str, float]


def relaxed(problem: Problem) -> Program:
    """The program of a problem, which asks of time only that all could be reached before the target at all.

    After the jobs come columns for the points: each step of a skill and each gate, which some job has to cover.
    """
    reach, weeks = at_once(problem), len(problem.calendar)
    jobs = [job for job in (*problem.jobs.values(), *running_jobs(problem)) if reach.ends.get(job.id, NEVER) <= weeks]
    worth, rows = [0.0] * len(jobs), [*_needs(jobs), *_limits(problem, jobs)]
    for points, coverers, is_next in _covers(problem, jobs, reach):
        column = (len(worth), 1.0)
        rows.append(((column, *((place, -1.0) for place in coverers)), 0.0))
        if is_next:
            rows.append(((column, (len(worth) - 1, -1.0)), 0.0))
        worth.append(points)
    return Program(tuple(job.id for job in jobs), worth, rows)


def priced(program: Program, won: float) -> Priced:
    """The least bound found by raising the price of every row that is exceeded and lowering the others.

    `won` is what a known plan wins: the steps of the prices are measured by the distance to it.
    """
    prices = [0.0] * len(program.rows)
    most, kept, stride, idle = float("inf"), program.worth, 1.0, 0
    for _ in range(MOST_ROUNDS):
        profit = _profit(program, prices)
        bound = sum(filter(_is_positive, profit)) + sum(
            price * limit for price, (_, limit) in zip(prices, program.rows, strict=True)
        )
        idle += 1
        if bound < most - 1e-6:
            most, kept, idle = bound, profit, 0
        slack = _slack(program, profit)
        size = sum(room * room for room, price in zip(slack, prices, strict=True) if room < 0 or price > 0)
        if size < 1e-9 or bound <= won + 1e-6:
            break
        stride = stride / 2 if idle and idle % PATIENCE == 0 else stride
        step = stride * (bound - won) / size
        prices = [max(0.0, price - step * room) for price, room in zip(prices, slack, strict=True)]
    return Priced(most, dict(zip(program.jobs, kept, strict=False)))


def _covers(problem: Problem, jobs: Sequence[Job], reach: Soonest) -> Iterator[tuple[float, list[int], bool]]:
    """Points of each step and gate, the places of the jobs that cover it, and whether it comes after the one before."""
    weeks = len(problem.calendar)
    for skill, level in problem.levels.items():
        for step in range(level, problem.required[skill]):
            if reach.levels[skill][step + 1] <= weeks:
                yield problem.unit[skill], [n for n, job in enumerate(jobs) if _passes(job, skill, step)], step > level
    for gate, points in problem.open_gates.items():
        yield float(points), [n for n, job in enumerate(jobs) if gate in job.gates], False


def _passes(job: Job, skill: str, step: int) -> bool:
    return any(name == skill and low <= step < high for name, low, high in job.lifts)


def _needs(jobs: Sequence[Job]) -> Iterator[Row]:
    places = {job.id: place for place, job in enumerate(jobs)}
    for job in jobs:
        for need in job.needs:
            others = sorted(places[other] for other in need if other in places)
            yield ((places[job.id], 1.0), *((place, -1.0) for place in others)), 0.0


def _limits(problem: Problem, jobs: Sequence[Job]) -> Iterator[Row]:
    hours = sum(max(0.0, free) for free in Timetable(problem).free)
    for purse, asked in (
        (hours, [job.own_hours for job in jobs]),
        (problem.situation.budget_usd, [float(job.cost) for job in jobs]),
    ):
        # Told in shares of what an action asks on average, so that the price is of the size of the others.
        unit = sum(asked) / max(1, len(asked)) or 1.0
        yield tuple((place, price / unit) for place, price in enumerate(asked) if price), purse / unit


def _profit(program: Program, prices: Sequence[float]) -> list[float]:
    profit = list(program.worth)
    for price, (terms, _) in zip(prices, program.rows, strict=True):
        if price:
            for column, factor in terms:
                profit[column] -= price * factor
    return profit


def _slack(program: Program, profit: Sequence[float]) -> list[float]:
    return [limit - sum(factor for column, factor in terms if profit[column] > 0) for terms, limit in program.rows]


def _is_positive(value: float) -> bool:
    return value > 0
