"""A plan as the JSON of DESIGN section 7: what the command prints and what a revision keeps."""

import math
from datetime import date
from typing import Any

from assessments.domain.planning.changes import unmet
from assessments.domain.planning.finishing import finish, finish_range
from assessments.domain.planning.gaps import Unmet
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.reasons import to_arrange, why
from assessments.domain.planning.solving import Solution
from assessments.domain.planning.timetable import Slot, Timetable
from assessments.domain.planning.value import Gain, gains, value


def report(problem: Problem, solution: Solution) -> dict[str, Any]:
    """The plan, or why there can be none."""
    table = solution.table or Timetable(problem)
    found = outline(problem, solution)
    totals, solver = found.pop("totals"), found.pop("solver")
    return {
        **found,
        "unmet": [_gap(gap) for gap in unmet(problem, table, solution.work)] if solution.table else [],
        "left_out": _left_out(problem, solution),
        "totals": totals,
        "solver": solver,
    }


def outline(problem: Problem, solution: Solution) -> dict[str, Any]:
    """The plan without its gaps: status, bound, actions and totals."""
    table = solution.table or Timetable(problem)
    won = gains(table)
    slots = sorted(table.slots.values(), key=lambda slot: (slot.start, slot.end, slot.job.id))
    return {
        "status": _status(solution, table),
        "bound_points_missing": solution.bound,
        "actions": [_action(table, slot, won) for slot in slots],
        "solver": {"within_percent": _short_of_bound(problem, solution, table)},
        "totals": _totals(table, won),
    }


def _status(solution: Solution, table: Timetable) -> str:
    if solution.table is None:
        return "infeasible"
    return "optimal" if value(table).missing <= solution.bound + 0.005 else "feasible"


def _short_of_bound(problem: Problem, solution: Solution, table: Timetable) -> float:
    """Percent of the most that any plan could win by which this one may fall short of it, rounded up to a tenth."""
    if _status(solution, table) == "optimal":
        return 0.0
    most = problem.points - solution.bound
    return math.ceil(1000 * (value(table).missing - solution.bound) / most - 1e-9) / 10 if most > 0 else 0.0


def _action(table: Timetable, slot: Slot, won: list[Gain]) -> dict[str, Any]:
    calendar, job = table.problem.calendar, slot.job
    action = next(entry for entry in table.problem.instrument.actions if entry.id == job.id)
    return {
        "id": job.id,
        "start": calendar.mondays[slot.start].isoformat(),
        "end": calendar.sunday(slot.end - 1).isoformat(),
        "weeks": slot.weeks,
        "hours": job.hours,
        "hours_per_week": round(job.hours / slot.weeks, 2),
        "cost_max_usd": job.cost,
        "develops": [
            {"skill": gain.skill, "from": gain.low, "to": gain.high}
            for gain in won
            if gain.action == job.id and gain.skill
        ],
        "satisfies": list(action.satisfies),
        "why": why(table, slot, won, table.problem.situation.pinned),
        "arrange": to_arrange(table, job.id),
    }


def _gap(gap: Unmet) -> dict[str, Any]:
    needs = {
        "hours_per_week": gap.hours_per_week,
        "budget_usd": gap.budget_usd,
        "target": gap.target.isoformat() if gap.target else None,
    }
    return {
        "skill": gap.skill,
        "reached": gap.reached,
        "required": gap.required,
        "points": round(gap.points, 2),
        "binding": gap.binding,
        "would_need": {name: found for name, found in needs.items() if found is not None} or None,
    }


def _left_out(problem: Problem, solution: Solution) -> list[dict[str, str]]:
    unrated = [skill.id for skill in problem.instrument.skills if skill.id not in problem.levels]
    found = [{"id": skill, "why": "is not rated, so no action is planned for it"} for skill in unrated]
    if solution.pin:
        found.insert(0, {"id": solution.pin, "why": f"is pinned, but {solution.law}"})
    return found


def _totals(table: Timetable, won: list[Gain]) -> dict[str, Any]:
    problem = table.problem
    on_skills = sum(gain.points for gain in won if gain.skill)
    low, high = finish_range(table)
    return {
        "hours": sum(slot.job.hours for slot in table.slots.values()),
        "cost_max_usd": table.cost,
        "finish": _iso(finish(table)),
        "finish_low": _iso(low),
        "finish_high": _iso(high),
        "points_missing": value(table).missing,
        "readiness_then": round(100 - problem.skill_points + on_skills, 2),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
