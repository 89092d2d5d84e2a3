"""Moving a step, in words: the weeks to choose from, and which law keeps it from going there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from assessments.domain.following import placing
from assessments.domain.following.placing import Fault
from assessments.presentation import words

WEEKLY = 53
"""So many weeks from now on are offered one by one; after them, the first open one of each month."""

Choice = tuple[str, str]


def choices(mondays: Sequence[date], chosen: date | None) -> list[tuple[str, list[Choice]]]:
    """Open weeks to start in, month by month; the one that was chosen is always among them."""
    offered = sorted({*_offered(mondays), *([chosen] if chosen in mondays and chosen else [])})
    months = groupby(offered, key=lambda monday: (monday.year, monday.month))
    return [(words.month(date(*month, 1)), [_choice(monday) for monday in found]) for month, found in months]


def reasons(faults: Sequence[Fault], names: Mapping[str, str], skills: Mapping[str, str]) -> list[str]:
    """Each law that a move breaks as a sentence; names of actions and skills by key."""
    return [SENTENCES[fault.law](fault, names.get(fault.action, ""), skills.get(fault.skill, "")) for fault in faults]


def can_replan(faults: Sequence[Fault]) -> bool:
    """Whether planning the rest around the move may help with every law that it breaks."""
    return all(fault.can_replan for fault in faults)


def _offered(mondays: Sequence[date]) -> Iterator[date]:
    yield from mondays[:WEEKLY]
    months = {(monday.year, monday.month) for monday in mondays[:WEEKLY]}
    for monday in mondays[WEEKLY:]:
        if (monday.year, monday.month) not in months:
            months.add((monday.year, monday.month))
            yield monday


def _choice(monday: date) -> Choice:
    return monday.isoformat(), words.days(monday, monday + timedelta(days=6))


def _day(fault: Fault) -> str:
    return words.day(fault.day) if fault.day else ""


def _hours(fault: Fault, name: str, skill: str) -> str:
    asked, given = words.figures(fault.needed, "hour"), words.amount(fault.there)
    return f"The week of {_day(fault)} would ask for {asked}, and you can give {given}."


def _needs(fault: Fault, name: str, skill: str) -> str:
    if fault.day is None:
        return f"“{name}” has to be done first, and it is not in the plan."
    return f"“{name}” has to be done first, and it ends on {_day(fault)}."


def _lift(fault: Fault, name: str, skill: str) -> str:
    if fault.there > fault.needed:
        return f"“{name}” would lift {skill} to {fault.there:g}, which this plan does not count on yet."
    return f"“{name}” would no longer lift {skill} to {fault.needed:g}, because of the level at which it would start."


SENTENCES: Mapping[str, Callable[[Fault, str, str], str]] = {
    placing.PAST: lambda fault, name, skill: f"The week of {_day(fault)} is over.",
    placing.BLOCKED: lambda fault, name, skill: f"You blocked the week of {_day(fault)}.",
    placing.TARGET: lambda fault, name, skill: f"It would end on {_day(fault)}, after your target date.",
    placing.WINDOW: lambda fault, name, skill: f"{_day(fault)} lies outside the yearly dates on which it is offered.",
    placing.HOURS: _hours,
    placing.NEEDS: _needs,
    placing.FOLLOWER: lambda fault, name, skill: f"“{name}” needs it done first, and starts on {_day(fault)}.",
    placing.OVERLAP: lambda fault, name, skill: (
        f"“{name}” is a paid post that runs in the week of {_day(fault)}, and the two cannot overlap."
    ),
    placing.LIFT: _lift,
}
