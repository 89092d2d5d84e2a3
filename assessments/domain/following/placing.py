"""Moving one action of a plan to other weeks: what becomes of its row, and which laws of the schedule that breaks."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assessments.domain.following.changes import Gain, gains, loads, unmet, weeks_of
from assessments.domain.following.progress import NOT_STARTED, SKIPPED, UNTOUCHED, Progress
from assessments.domain.instrument import Action, Instrument
from assessments.domain.planning.calendar import WEEK, first_monday, inside, monday_of
from assessments.domain.situation import Situation

Row = Mapping[str, Any]
PAST, BLOCKED, TARGET, WINDOW, HOURS, NEEDS, FOLLOWER, OVERLAP, LIFT = (
    "past", "blocked", "target", "window", "hours", "needs", "follower", "overlap", "lift",
)  # fmt: skip
SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Fault:
    """A law that a move breaks.

    - action, skill: keys of the other action and of the skill that it is about; empty where there is none
    - day: the day at which it breaks; needed, there: hours a week, or levels
    - can_replan: whether planning the rest around the move may help
    """

    law: str
    day: date | None = None
    action: str = ""
    skill: str = ""
    needed: float = 0
    there: float = 0
    can_replan: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan as moving reads it: what it was planned from, all its rows, progress, and what was placed by hand."""

    instrument: Instrument
    situation: Situation
    rows: Sequence[Row]
    progress: Mapping[str, Progress]
    placed: Collection[str]

    def row(self, action: str) -> Row:
        """The row of an action; KeyError where it is not in the plan."""
        found = next((row for row in self.rows if row["id"] == action), None)
        if found is None:
            raise KeyError(action)
        return found

    def state(self, action: str) -> str:
        """How an action stands."""
        return self.progress.get(action, UNTOUCHED).state

    def action(self, action: str) -> Action:
        """An action of the instrument by its key."""
        return next(entry for entry in self.instrument.actions if entry.id == action)

    def stays(self, action: str) -> bool:
        """Whether planning again leaves the action where it is."""
        return action in self.placed or self.state(action) not in {NOT_STARTED, SKIPPED}


def moved(row: Row, start: date, blocked: Collection[date]) -> Row:
    """The row with the same number of open weeks from another Monday on."""
    last = weeks_of({**row, "start": start.isoformat()}, blocked)[-1]
    return {**row, "start": start.isoformat(), "end": (last + timedelta(days=6)).isoformat()}


def open_mondays(situation: Situation, on: date) -> tuple[date, ...]:
    """The Mondays from which an action may run: from this week and the plan's first one on, to the target date."""
    first = max(monday_of(on), first_monday(situation.start))
    blocked = {monday_of(day) for day in situation.blocked_weeks}
    count = max(0, ((situation.target - first).days + 1) // 7)
    mondays = (first + place * WEEK for place in range(count))
    return tuple(monday for monday in mondays if monday not in blocked)


def faults(schedule: Schedule, action: str, start: date, on: date) -> tuple[Fault, ...]:
    """The laws that hold now and would not, were the action moved to another Monday; KeyError: not in the plan."""
    row = moved(schedule.row(action), start, schedule.situation.blocked_weeks)
    after = [row if entry["id"] == action else entry for entry in schedule.rows]
    return (
        *_dates(schedule, row, on),
        *_hours(schedule, row, after),
        *_needs(schedule, row, after),
        *_followers(schedule, row, after),
        *_overlaps(schedule, row),
        *_lifts(schedule, after, row),
    )


def _dates(schedule: Schedule, row: Row, on: date) -> Iterator[Fault]:
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    situation, action = schedule.situation, schedule.action(row["id"])
    if start < max(monday_of(on), first_monday(situation.start)):
        yield Fault(PAST, start)
    if monday_of(start) in {monday_of(day) for day in situation.blocked_weeks}:
        yield Fault(BLOCKED, start)
    if end > situation.target:
        yield Fault(TARGET, end)
    day = end if action.window_on == "end" else start
    if not inside(day, action.windows):
        yield Fault(WINDOW, day)


def _hours(schedule: Schedule, row: Row, after: Sequence[Row]) -> Iterator[Fault]:
    """The week in which most hours are too many: more than can be given, and more than there were before."""
    limit, blocked = schedule.situation.hours_per_week, schedule.situation.blocked_weeks
    before, then = loads(schedule.rows, schedule, blocked), loads(after, schedule, blocked)
    full = [
        monday
        for monday in weeks_of(row, blocked)
        if then[monday] > limit + SLACK and then[monday] > before.get(monday, 0) + SLACK
    ]
    if full:
        settled = loads([entry for entry in after if entry is row or schedule.stays(entry["id"])], schedule, blocked)
        worst = max(full, key=lambda monday: (then[monday], -monday.toordinal()))
        can_replan = all(settled[monday] <= limit + SLACK for monday in full)
        yield Fault(HOURS, worst, needed=then[worst], there=limit, can_replan=can_replan)


def _needs(schedule: Schedule, row: Row, after: Sequence[Row]) -> Iterator[Fault]:
    missing = unmet(schedule, row, after) - unmet(schedule, schedule.row(row["id"]), schedule.rows)
    for needed in sorted(missing):
        ends = [date.fromisoformat(entry["end"]) for entry in after if entry["id"] == needed]
        yield Fault(NEEDS, ends[0] if ends else None, needed)


def _followers(schedule: Schedule, row: Row, after: Sequence[Row]) -> Iterator[Fault]:
    for other in schedule.rows:
        # What has begun needed its predecessors then, and is not asked again.
        if other["id"] == row["id"] or schedule.state(other["id"]) != NOT_STARTED:
            continue
        if unmet(schedule, other, after) - unmet(schedule, other, schedule.rows):
            day = date.fromisoformat(other["start"])
            yield Fault(FOLLOWER, day, other["id"], can_replan=not schedule.stays(other["id"]))


def _overlaps(schedule: Schedule, row: Row) -> Iterator[Fault]:
    """Two big moves in paid time that would run in the same week."""
    if not _exclusive(schedule.action(row["id"])):
        return
    blocked = schedule.situation.blocked_weeks
    taken, earlier = set(weeks_of(row, blocked)), set(weeks_of(schedule.row(row["id"]), blocked))
    for other in schedule.rows:
        if other["id"] == row["id"] or not _exclusive(schedule.action(other["id"])):
            continue
        weeks = set(weeks_of(other, blocked))
        if weeks & taken and not weeks & earlier and schedule.state(other["id"]) != SKIPPED:
            yield Fault(OVERLAP, min(weeks & taken), other["id"], can_replan=not schedule.stays(other["id"]))


def _lifts(schedule: Schedule, after: Sequence[Row], row: Row) -> Iterator[Fault]:
    """Lifts that would start from another level, count for less, or for more than the plan says."""
    if date.fromisoformat(row["end"]) > schedule.situation.target:
        return  # Then it is its end that is wrong.
    before, then = gains(schedule, schedule.rows), gains(schedule, after)
    for action, skill in sorted({(gain.action, gain.skill) for gain in before ^ then}):
        needed, there = _reached(before, action, skill), _reached(then, action, skill)
        yield Fault(LIFT, None, action, skill, needed, there, can_replan=True)


def _reached(found: Collection[Gain], action: str, skill: str) -> int:
    return max([gain.high for gain in found if (gain.action, gain.skill) == (action, skill)], default=0)


def _exclusive(action: Action) -> bool:
    return action.big_move and action.paid_time
