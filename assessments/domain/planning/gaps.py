"""What stays open, and what keeps it so: the first limit without which a skill could reach what is required."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.soonest import at_once
from assessments.domain.situation import Situation

NO_ACTION = "no action exists"
CONDITION = "condition"
BIG_MOVE = "a big move not opened"
HOURS, MONEY, DATE = "hours", "money", "date"
BETTER_USES = "better uses of the hours"

MOST_HOURS = 60.0
MOST_MONEY = 10_000_000
DAYS_MORE = 365 * 10 + 3


@dataclass(frozen=True, slots=True)
class Unmet:
    """A skill that stays below its requirement, what binds, and what would close it (None: nothing was found)."""

    skill: str
    reached: int
    required: int
    points: float
    binding: str
    hours_per_week: float | None = None
    budget_usd: int | None = None
    target: date | None = None


def left_open(problem: Problem, final: Mapping[str, int]) -> list[Unmet]:
    """Every rated skill that ends below its requirement, the dearest first, with what binds."""
    short = [skill for skill, level in final.items() if level < problem.required[skill]]
    limits = _limits(problem) if short else []
    ends = [(word, within(pose(problem.instrument, situation))) for word, situation in limits]
    found = [
        Unmet(
            skill=skill,
            reached=final[skill],
            required=problem.required[skill],
            points=problem.gain(skill, final[skill], problem.required[skill]),
            binding=next((word for word, best in ends if best[skill] < problem.required[skill]), BETTER_USES),
        )
        for skill in short
    ]
    return sorted(found, key=lambda gap: (-gap.points, gap.skill))


def within(problem: Problem) -> Mapping[str, int]:
    """The levels that skills can reach until the target date if every action could have all hours and all money."""
    reach, weeks = at_once(problem), len(problem.calendar)
    return {skill: max(n for n, week in enumerate(when) if week <= weeks) for skill, when in reach.levels.items()}


def _limits(problem: Problem) -> list[tuple[str, Situation]]:
    """From everything allowed to what is given; each word names the limit that joins."""
    instrument, given = problem.instrument, problem.situation
    far = min(date(9000, 1, 1), given.target + timedelta(days=DAYS_MORE))
    hours = max(MOST_HOURS, given.hours_per_week)
    loose = replace(given, hours_per_week=hours, budget_usd=MOST_MONEY, target=far)
    open_to_all = replace(loose, open_to=frozenset(action.id for action in instrument.actions))
    conditions = frozenset(condition.id for condition in instrument.conditions)
    held = replace(open_to_all, conditions=conditions, unavailable=frozenset(), excluded=frozenset())
    return [
        (NO_ACTION, held),
        (CONDITION, open_to_all),
        (BIG_MOVE, loose),
        (HOURS, replace(loose, hours_per_week=given.hours_per_week)),
        (MONEY, replace(loose, budget_usd=given.budget_usd)),
        (DATE, replace(loose, target=given.target)),
        (HOURS, given),
    ]
