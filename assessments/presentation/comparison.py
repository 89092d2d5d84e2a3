"""Two schedules of one plan side by side: a table of what differs with both places of each step, and four figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assessments.domain.following.difference import Difference, Outlook, Pair, difference, outlook
from assessments.domain.following.progress import SKIPPED, UNTOUCHED
from assessments.presentation import gains, steps, terms, words
from assessments.presentation.plan import Saved
from assessments.presentation.steps import Step
from assessments.presentation.timeline import Scale, Tick

Row = Mapping[str, Any]
AS_BEFORE = "as before"
MANY_WEEKS, MANY_MONTHS = 26, 24
SHORT_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar lies, and its days in words."""

    x: str
    width: str
    days: str


@dataclass(frozen=True, slots=True)
class Line:
    """One step that differs: its place before and after, and the change in words around what is struck out."""

    key: str
    name: str
    before: Bar | None
    after: Bar | None
    lead: str
    struck: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The steps that differ in the same way."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One fact about both schedules; `was` is empty where there is nothing to compare it with."""

    name: str
    now: str
    was: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs; `title` says it in figures of the table, and is empty where nothing differs."""

    title: str
    ticks: tuple[Tick, ...]
    today: date
    today_x: str
    groups: tuple[Group, ...]
    same: tuple[str, ...]
    same_title: str
    before: Outlook
    after: Outlook
    difference: Difference

    @property
    def is_empty(self) -> bool:
        """Whether no step differs."""
        return self.difference.is_empty


def compare(before: Saved, after: Saved, today: date) -> Comparison:
    """The comparison of two schedules, both as they stand with the progress of the second."""
    found = difference(before.rows, after.rows)
    drawn = [*(row for pair in (*found.moved, *found.changed) for row in (pair.before, pair.after))]
    scale = _scale([*drawn, *found.added, *found.removed], today)
    return Comparison(
        title=_title(found),
        ticks=tuple(
            Tick(scale.x(day), f"{words.MONTHS[day.month - 1][:3]} {day.year % 100:02}") for day in scale.ticks()
        ),
        today=today,
        today_x=scale.x(today),
        groups=tuple(_groups(found, before, after, scale, today)),
        same=tuple(_name(row["id"], after) for row in found.same),
        same_title=_same_title(len(found.same)),
        before=outlook(before.document, after.progress, paid(before)),
        after=outlook(after.document, after.progress, paid(after)),
        difference=found,
    )


def paid(saved: Saved) -> frozenset[str]:
    """The keys of the actions that take no own hours."""
    return frozenset(row["id"] for row in saved.rows if saved.catalogue.actions[row["id"]]["paid_time"])


def strip(before: Saved, after: Saved, found: Comparison) -> tuple[Figure, ...]:
    """Finish, readiness, hours and cost of the second schedule, each beside that of the first."""
    old, new = found.before, found.after
    hours, budget = after.request["hours_per_week"], _budget(after)
    hours_left, cost_left = words.amount(old.hours_left), words.usd(old.cost_left)
    return (
        Figure("Finish", _day(new.finish), _before(_day(new.finish), _day(old.finish))),
        Figure("Readiness then", str(terms.whole(new.readiness_then)), _readiness(old, new)),
        Figure(
            "Hours left",
            words.figures(new.hours_left, "hour"),
            f"{_before(words.amount(new.hours_left), hours_left)}, at {words.amount(hours)} a week",
        ),
        Figure(
            "Cost left",
            words.usd(new.cost_left),
            f"{_before(words.usd(new.cost_left), cost_left)}, of {words.usd(budget)}",
        ),
    )


def distance(first: date, last: date) -> str:
    """How far two days lie apart in words: in weeks up to half a year, then in months, then in years and months."""
    days = abs((last - first).days)
    weeks, months = max(1, round(days / 7)), round(days / 30.44)
    if weeks < MANY_WEEKS:
        return words.count(weeks, "week")
    if months < MANY_MONTHS:
        return words.count(months, "month")
    years, rest = divmod(months, 12)
    return words.listed([words.count(years, "year"), *([words.count(rest, "month")] if rest else [])])


def _before(new: str, old: str) -> str:
    return AS_BEFORE if new == old else f"was {old}"


def _budget(saved: Saved) -> int:
    """The budget of the whole plan: what was spent before it was planned again is part of it."""
    given = saved.request.get("extras", {}).get("budget_usd")
    return int(saved.request["budget_usd"] if given is None else given)


def _readiness(old: Outlook, new: Outlook) -> str:
    change = round(new.readiness_then - old.readiness_then, 1)
    was = f"was {terms.whole(old.readiness_then)}"
    if not change:
        return AS_BEFORE
    return f"{was}, {words.figures(abs(change), 'point')} {'more' if change > 0 else 'less'}"


def _scale(rows: Sequence[Row], today: date) -> Scale:
    starts = [date.fromisoformat(row["start"]) for row in rows]
    ends = [date.fromisoformat(row["end"]) for row in rows]
    return Scale(min([*starts, today]), max([*ends, today]) + timedelta(days=1))


def _title(found: Difference) -> str:
    counts = (
        (len(found.moved), "move", "moves"),
        (len(found.changed), "change", "changes"),
        (len(found.added), "come in", "comes in"),
        (len(found.removed), "go out", "goes out"),
        (len(found.same), "stay as before", "stays as before"),
    )
    said = [(number, one if number == 1 else many) for number, many, one in counts if number]
    if found.is_empty:
        return ""
    (first, verb), *rest = said
    parts = [f"{words.count(first, 'step')} {verb}", *(f"{_number(number)} {verb}" for number, verb in rest)]
    return words.sentence(words.listed(parts))


def _same_title(number: int) -> str:
    return words.sentence(f"{words.count(number, 'step')} {'stays' if number == 1 else 'stay'} as before")


def _number(number: int) -> str:
    return words.NUMBERS[number] if number < len(words.NUMBERS) else str(number)


def _groups(found: Difference, before: Saved, after: Saved, scale: Scale, today: date) -> Iterator[Group]:
    old, new = _steps(before, found.removed, today), _steps(after, found.added, today)
    kinds: tuple[tuple[str, Iterable[Line]], ...] = (
        ("Moved", (_moved(pair, after, scale) for pair in found.moved)),
        ("Changed", (_moved(pair, after, scale) for pair in found.changed)),
        ("Added", (_added(row, new[row["id"]], after, scale) for row in found.added)),
        ("Removed", (_removed(row, old[row["id"]], before, after, scale) for row in found.removed)),
    )
    for name, lines in kinds:
        if drawn := tuple(lines):
            yield Group(name, drawn)


def _steps(saved: Saved, rows: Sequence[Row], today: date) -> dict[str, Step]:
    return {step.id: step for step in steps.read(rows, saved.catalogue, saved.progress, today)}


def _moved(pair: Pair, after: Saved, scale: Scale) -> Line:
    lead, struck, text = _change(pair)
    return Line(
        pair.after["id"], _name(pair.after["id"], after), _bar(pair.before, scale), _bar(pair.after, scale),
        lead, struck, text,
    )  # fmt: skip


def _change(pair: Pair) -> tuple[str, str, str]:
    """What differs most of one step: its end, else its start, else what it takes."""
    old, new = pair.before, pair.after
    for fact, lead in (("end", "Ends"), ("start", "Starts")):
        if old[fact] != new[fact]:
            return lead, *_dates(date.fromisoformat(old[fact]), date.fromisoformat(new[fact]))
    if old["hours"] != new["hours"]:
        return "Takes", words.amount(old["hours"]), words.figures(new["hours"], "hour")
    return "Costs", words.usd(old["cost_max_usd"]), words.usd(new["cost_max_usd"])


def _dates(old: date, new: date) -> tuple[str, str]:
    """Both days; the year is said once where it is the same."""
    said = _short(old)
    return said.removesuffix(f" {old.year}") if old.year == new.year else said, _short(new)


def _short(day: date) -> str:
    """1 Oct 2028: two of them stand in a narrow column."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def _added(row: Row, step: Step, after: Saved, scale: Scale) -> Line:
    points = gains.points(after.instrument, step)
    text = f"{_brings(step, after)}{f' Adds {_points(points)}' if round(points, 1) else ''}"
    return Line(step.id, step.name, None, _bar(row, scale), text, "", "")


def _removed(row: Row, step: Step, before: Saved, after: Saved, scale: Scale) -> Line:
    points = gains.points(before.instrument, step)
    cost = f" Costs {_points(points)}" if round(points, 1) else ""
    if after.progress.get(step.id, UNTOUCHED).state == SKIPPED:
        why = "You skipped it."
    elif step.id not in after.catalogue.actions:
        why = "No longer in the catalogue."
    else:
        why = _brings(step, before)
    return Line(step.id, step.name, _bar(row, scale), None, f"{why}{cost}", "", "")


def _points(points: float) -> str:
    return words.figures(points, "point")


def _brings(step: Step, saved: Saved) -> str:
    """What a step is for, in a few words."""
    if step.changes:
        first, *more = step.changes
        return f"{first.name}, level {first.low} to {first.high}{f', and {len(more)} more' if more else ''}."
    if step.gates:
        return f"Counts for: {words.listed([saved.catalogue.gates[gate]['name'] for gate in step.gates])}."
    return f"{step.why.partition('. ')[0].rstrip('.')}."


def _name(key: str, saved: Saved) -> str:
    return str(saved.catalogue.actions[key]["name"])


def _bar(row: Row, scale: Scale) -> Bar:
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    return Bar(scale.x(start), scale.width(start, end), words.days(start, end))


def _label(day: date) -> str:
    return f"{words.MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def _day(day: date | None) -> str:
    return words.day(day) if day else "none"
