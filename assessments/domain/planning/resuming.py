"""Takes up an earlier plan: what still fits keeps its weeks, the rest moves to where it fits or is left out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from assessments.domain.planning.building import placed_in
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Slot, Timetable


def resumed(problem: Problem, rows: Iterable[Mapping[str, Any]]) -> Timetable:
    """The timetable of the actions that a plan's report lists."""
    table = Timetable(problem)
    moved: list[str] = []
    for row in sorted(rows, key=lambda row: (row["start"], row["id"])):
        job = problem.jobs.get(row["id"])
        slot = _same_weeks(table, job, row) if job else None
        if slot:
            table.place(slot)
        else:
            moved.append(row["id"])
    return placed_in(table, moved)


def _same_weeks(table: Timetable, job: Job, row: Mapping[str, Any]) -> Slot | None:
    """The slot of the same weeks where that breaks no law."""
    start, ready = date.fromisoformat(row["start"]), table.ready(job)
    mondays = table.problem.calendar.mondays
    if start not in mondays or row["weeks"] not in job.lengths or ready is None or not table.affords(job):
        return None
    week = mondays.index(start)
    slot = table.earliest(job, max(ready, week), (row["weeks"],)) if week + row["weeks"] <= len(mondays) else None
    return slot if slot and slot.start == week else None
