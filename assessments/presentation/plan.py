"""A saved plan as its page shows it; every figure in a sentence comes from the rows below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from assessments.domain.following.progress import Progress
from assessments.domain.instrument import Instrument
from assessments.presentation import gains, open_ends, steps, terms, timeline, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.gains import Milestone
from assessments.presentation.open_ends import GateLine, LeftOut, OpenSkill
from assessments.presentation.steps import Step
from assessments.presentation.timeline import Timeline
from assessments.presentation.week import Week, this_week

READY = terms.BAND_STARTS[-1]


@dataclass(frozen=True, slots=True)
class Saved:
    """A revision with what surrounds it: its rows, catalogue and instrument, progress, and the day of its result."""

    document: Mapping[str, Any]
    request: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]
    catalogue: Catalogue
    instrument: Instrument
    progress: Mapping[str, Progress]
    result_day: date
    number: int = 1


@dataclass(frozen=True, slots=True)
class Strip:
    """The four figures below the heading; widths are shares for the small bars."""

    now: int
    then: int
    own_hours_done: str
    own_hours: str
    hours_width: str
    cost: str
    budget: str
    cost_width: str
    next_name: str
    next_day: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of a plan."""

    today: date
    title: str
    limits: str
    certainty: str
    late_note: str
    strip: Strip
    week: Week
    timeline: Timeline | None
    timeline_title: str
    steps: tuple[Step, ...]
    arrange: tuple[tuple[str, tuple[str, ...]], ...]
    milestones: tuple[Milestone, ...]
    open_skills: tuple[OpenSkill, ...]
    gates: tuple[GateLine, ...]
    left_out: tuple[LeftOut, ...]


def page(saved: Saved, today: date) -> Page:
    """The page of a plan on a day."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today)
    gates = open_ends.open_gates(saved.instrument, saved.request["profession"], saved.request["gates"])
    reached = milestones(saved, found)
    return Page(
        today=today,
        title=title(saved),
        limits=limits(saved),
        certainty=certainty(saved.document),
        late_note=late_note(saved),
        strip=strip(saved, found),
        week=this_week(found, today, [date.fromisoformat(day) for day in saved.request["blocked_weeks"]]),
        timeline=timeline.draw(found, [(mark.name, mark.day, mark.reached) for mark in reached], today),
        timeline_title=_timeline_title(found),
        steps=found,
        arrange=to_arrange(found),
        milestones=reached,
        open_skills=open_ends.open_skills(saved.document, saved.catalogue),
        gates=open_ends.gate_lines(gates, found, saved.request["gates"]),
        left_out=open_ends.left_out(saved.document, saved.catalogue),
    )


def now_and_then(saved: Saved) -> tuple[int, int]:
    """Readiness by the likely levels before the plan and at its target date, as whole numbers."""
    now = gains.readiness(saved.instrument, saved.request["levels"])
    return terms.whole(now), terms.whole(saved.document["totals"]["readiness_then"])


def title(saved: Saved) -> str:
    """What the plan comes to, in one line."""
    now, then = now_and_then(saved)
    totals = saved.document["totals"]
    if not saved.document["actions"]:
        return "No step fits these limits" if saved.document["unmet"] else "Nothing is left to plan"
    when = _when(date.fromisoformat(totals["finish_low"]), date.fromisoformat(totals["finish_high"]))
    if now < READY <= then:
        return f"Ready {when}"
    if then > now:
        return f"From {now} to {then} {when}"
    return f"{words.sentence(words.count(len(saved.document['actions']), 'step'))} {when}"


def limits(saved: Saved) -> str:
    """What the plan was given, and from which result."""
    request = saved.request
    hours = words.sentence(words.count(request["hours_per_week"], "hour"))
    money = words.usd(request["budget_usd"]) if request["budget_usd"] else "no money"
    span = words.days(date.fromisoformat(request["start"]), date.fromisoformat(request["target"]))
    return f"{hours} a week and {money}, {span}, built from your result of {words.day(saved.result_day)}."


def certainty(document: Mapping[str, Any]) -> str:
    """How good the plan is against the best that there can be."""
    if document["status"] == "optimal":
        return "Proven best: no plan within these limits leaves fewer points open at the target date."
    distance = document["totals"]["points_missing"] - document["bound_points_missing"]
    # Rounded up, because the distance is a promise.
    near = words.count(ceil(round(distance * 10, 1)) / 10, "point")
    return f"Within {near} of the best that any plan within these limits could reach."


def late_note(saved: Saved) -> str:
    """Says so where the high estimate of hours runs past the target date."""
    high, target = saved.document["totals"]["finish_high"], saved.request["target"]
    if not high or high <= target:
        return ""
    day = words.day(date.fromisoformat(high))
    return f"If every step takes the most hours it may take, the last one ends on {day}, after your target date."


def strip(saved: Saved, found: Sequence[Step]) -> Strip:
    """The figures of the strip."""
    now, then = now_and_then(saved)
    hours, done = sum(step.own_hours for step in found), sum(step.own_hours for step in found if step.is_done)
    cost, budget = saved.document["totals"]["cost_max_usd"], saved.request["budget_usd"]
    coming = next((mark for mark in milestones(saved, found) if not mark.reached), None)
    return Strip(
        now=now,
        then=then,
        own_hours_done=words.amount(done),
        own_hours=words.figures(hours, "hour"),
        hours_width=timeline.percent(done, hours),
        cost=words.usd(cost),
        budget=words.usd(budget),
        cost_width=timeline.percent(cost, budget),
        next_name=coming.name if coming else "",
        next_day=words.day(coming.day) if coming else "",
    )


def milestones(saved: Saved, found: Sequence[Step]) -> tuple[Milestone, ...]:
    """The plan's milestones; only gates that a step can open are among them."""
    gates = open_ends.open_gates(saved.instrument, saved.request["profession"], saved.request["gates"])
    names = {gate.id: gate.name for gate in gates if gate.years is None}
    start = gains.readiness(saved.instrument, saved.request["levels"])
    return gains.milestones(saved.instrument, found, start, names)


def to_arrange(found: Sequence[Step]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each condition of the organization with the steps that assume it."""
    names = dict.fromkeys(name for step in found for name in step.arrange)
    return tuple((name, tuple(step.name for step in found if name in step.arrange)) for name in names)


def _when(low: date, high: date) -> str:
    if (low.year, low.month) == (high.year, high.month):
        return f"by {words.month(high)}"
    return f"between {words.months(low, high).replace(' to ', ' and ')}"


def _timeline_title(found: Sequence[Step]) -> str:
    if not found:
        return ""
    first, last = min(step.start for step in found), max(step.end for step in found)
    span = words.months(first, last)
    return f"{words.sentence(words.count(len(found), 'step'))} {'from' if ' to ' in span else 'in'} {span}"
