"""The laws of weeks, hours, money and order, checked on the days of a plan without the planner's own code."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tests.assessments.domain.planning.builders import Case
from tests.assessments.domain.planning.replay import DAY, Replay, Span

Law = Callable[[Case, Replay], Iterator[str]]


def whole_weeks(case: Case, replay: Replay) -> Iterator[str]:
    """From a Monday to a Sunday inside the plan, in open weeks; `weeks` counts the open ones."""
    for row, span in zip(case.plan["actions"], replay.chosen, strict=True):
        if span.start.weekday() != 0 or span.end.weekday() != 6:
            yield f"{span.id} does not run from a Monday to a Sunday"
        if span.start < replay.first or span.end > case.situation.target:
            yield f"{span.id} lies outside the plan's time"
        if {span.start, span.end - 6 * DAY} - set(span.mondays):
            yield f"{span.id} starts or ends in a blocked week"
        if row["weeks"] != len(span.mondays):
            yield f"{span.id} takes {len(span.mondays)} open weeks, not {row['weeks']}"


def length(case: Case, replay: Replay) -> Iterator[str]:
    """Between the fewest and the most weeks of the catalogue."""
    for span in replay.chosen:
        if not span.row["weeks_min"] <= len(span.mondays) <= span.row["weeks_max"]:
            yield f"{span.id} may not take {len(span.mondays)} weeks"


def hours(case: Case, replay: Replay) -> Iterator[str]:
    """No week asks for more own hours than there are, what runs already included."""
    for monday in sorted({monday for span in replay.chosen for monday in span.mondays}):
        both = replay.hours_in(monday, [*replay.chosen, *replay.running])
        own = replay.hours_in(monday, replay.chosen)
        if own > 1e-9 and both > case.situation.hours_per_week + 1e-6:
            yield f"the week of {monday} takes {both} hours"


def money(case: Case, replay: Replay) -> Iterator[str]:
    """The high estimates together stay within the budget."""
    cost = sum(span.row["cost_max_usd"] for span in replay.chosen)
    if cost > case.situation.budget_usd:
        yield f"{cost} USD"


def big_moves(case: Case, replay: Replay) -> Iterator[str]:
    """Only those that the person is open to, and in paid time one after the other."""
    moves = [span for span in replay.chosen if span.row["big_move"]]
    yield from (f"{span.id} is not opened" for span in moves if span.id not in case.situation.open_to)
    posts = [span for span in (*moves, *replay.running) if span.row["big_move"] and span.row["paid_time"]]
    for one in moves:
        for other in posts:
            if one in posts and one.id != other.id and one.start <= other.end and other.start <= one.end:
                yield f"{one.id} and {other.id} overlap"


def order(case: Case, replay: Replay) -> Iterator[str]:
    """What an action requires has ended before it starts."""
    for span in replay.chosen:
        for needed in span.row["requires_actions"]:
            if not replay.ended_before(needed, span.start):
                yield f"{span.id} starts before {needed} has ended"


def conditions(case: Case, replay: Replay) -> Iterator[str]:
    """Conditions of a person are held or met before; those of an organization are not ruled out."""
    rows = {row["id"]: row for row in replay.catalogue["conditions"]}
    for span in replay.chosen:
        for id in span.row["requires_conditions"]:
            if rows[id]["scope"] == "organization":
                held = id not in case.situation.unavailable
            else:
                ended = (replay.ended_before(action, span.start) for action in rows[id]["met_by_actions"])
                held = id in case.situation.conditions or any(ended)
            if not held:
                yield f"{span.id} lacks {id}"


def windows(case: Case, replay: Replay) -> Iterator[str]:
    """The dated day lies inside one of the yearly windows."""
    for span in replay.chosen:
        periods = span.row["fixed_windows"]
        day = span.end if span.row.get("window_on") == "end" else span.start
        if periods and not any(_inside(day, period) for period in periods):
            yield f"{span.id} has its day on {day}"


def _inside(day: date, period: Mapping[str, str]) -> bool:
    here = day.strftime("%m-%d")
    if period["start"] <= period["end"]:
        return period["start"] <= here <= period["end"]
    return here >= period["start"] or here <= period["end"]


def stranded(case: Case, replay: Replay, span: Span) -> bool:
    """Whether an action lacks something that has to come before it."""
    return any(fault.startswith(f"{span.id} ") for law in (order, conditions) for fault in law(case, replay))


TIMETABLE: tuple[Law, ...] = (whole_weeks, length, hours, money, big_moves, order, conditions, windows)
