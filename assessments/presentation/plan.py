"""A saved plan as its page shows it; every figure in a sentence comes from the rows below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from assessments.domain.following.progress import DONE, SKIPPED, UNTOUCHED, Progress
from assessments.domain.following.replanning import levels
from assessments.domain.instrument import Instrument
from assessments.presentation import gains, open_ends, steps, terms, timeline, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.gains import Milestone
from assessments.presentation.open_ends import GateLine, LeftOut, OpenSkill
from assessments.presentation.steps import Step
from assessments.presentation.tempo import Tempo, tempo
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

    tempo: Tempo
    own_hours_done: str
    own_hours: str
    hours_width: str
    spent: str
    budget: str
    spent_width: str
    spent_note: str
    next_name: str
    next_day: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of a plan."""

    today: date
    title: str
    limits: str
    outlook: str
    overdue: str
    certainty: str
    late_note: str
    strip: Strip
    week: Week
    groups: tuple[tuple[str, tuple[Step, ...]], ...]
    timeline: Timeline | None
    timeline_title: str
    steps: tuple[Step, ...]
    arrange: tuple[tuple[str, tuple[str, ...]], ...]
    milestones: tuple[Milestone, ...]
    open_skills: tuple[OpenSkill, ...]
    gates: tuple[GateLine, ...]
    left_out: tuple[LeftOut, ...]


def page(saved: Saved, today: date, live: Mapping[str, Any] | None = None) -> Page:
    """The page of a plan on a day; by the catalogue that is live, retired steps are told."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today, saved.request, live)
    gates = open_ends.open_gates(saved.instrument, saved.request["profession"], saved.request["gates"])
    reached = milestones(saved, found)
    return Page(
        today=today,
        title=title(saved),
        limits=limits(saved),
        outlook=outlook(saved),
        overdue=overdue(saved, found, today),
        certainty=certainty(saved.document),
        late_note=late_note(saved),
        strip=strip(saved, found, today),
        week=this_week(found, today, [date.fromisoformat(day) for day in saved.request["blocked_weeks"]]),
        groups=grouped(found),
        timeline=timeline.draw(found, [(mark.name, mark.day, mark.reached) for mark in reached], today),
        timeline_title=_timeline_title(found),
        steps=found,
        arrange=to_arrange(found),
        milestones=reached,
        open_skills=open_ends.open_skills(saved.document, saved.catalogue, budget(saved) - saved.request["budget_usd"]),
        gates=open_ends.gate_lines(gates, found, saved.request["gates"]),
        left_out=open_ends.left_out(saved.document, saved.catalogue),
    )


def before_and_then(saved: Saved) -> tuple[int, int]:
    """Readiness by the likely levels when the plan was made and at its target date, as whole numbers."""
    before = gains.readiness(saved.instrument, saved.request["levels"])
    return terms.whole(before), terms.whole(saved.document["totals"]["readiness_then"])


def now_and_then(saved: Saved) -> tuple[int, int]:
    """The same now and at the target date; what was done since the plan was made counts as it was planned.

    What was to end after the target date and was done before it counts then as now.
    """
    now = terms.whole(
        gains.readiness(saved.instrument, levels(saved.request["levels"], saved.rows, saved.progress, {}))
    )
    return now, max(now, before_and_then(saved)[1])


def title(saved: Saved) -> str:
    """What the plan comes to, in one line; once every step is settled, how many were done."""
    before, then = before_and_then(saved)
    when = finish(saved)
    if when is None:
        return "No step fits these limits" if saved.document["unmet"] else "Nothing is left to plan"
    if _is_over(saved):
        return _settled([_state(saved, row) for row in saved.rows])
    if before < READY <= then:
        return f"Ready {_when(*when)}"
    if then > before:
        return f"From {before} to {then} {_when(*when)}"
    return f"{words.sentence(words.count(len(saved.rows), 'step'))} {_when(*when)}"


def finish(saved: Saved) -> tuple[date, date] | None:
    """The days between which the last step ends, by the low and the high estimate of hours; None without a step.

    Of what stayed in a plan that was planned again, a step that is still open counts with its planned end.
    """
    totals, kept = saved.document["totals"], saved.document.get("kept", ())
    still = [row["end"] for row in kept if _state(saved, row) not in {DONE, SKIPPED}]
    low = [*still, *filter(None, [totals["finish_low"]])] or [row["end"] for row in kept]
    high = [*still, *filter(None, [totals["finish_high"]])] or low
    return (date.fromisoformat(max(low)), date.fromisoformat(max(high))) if low else None


def budget(saved: Saved) -> int:
    """USD for the whole plan, what was spent before it was planned again included."""
    return int(saved.request.get("extras", {}).get("budget_usd", saved.request["budget_usd"]))


def limits(saved: Saved) -> str:
    """What the plan was given, and from which result."""
    hours = words.sentence(words.count(saved.request["hours_per_week"], "hour"))
    money = words.usd(budget(saved)) if budget(saved) else "no money"
    target = words.day(date.fromisoformat(saved.request["target"]))
    return f"{hours} a week and {money} until {target}, built from your result of {words.day(saved.result_day)}."


def outlook(saved: Saved) -> str:
    """When it ends, as a range, as long as something is left to do; and readiness now and then."""
    when, (now, then) = finish(saved), now_and_then(saved)
    by = f"Readiness by your likely levels, conditions apart: {now} now, {then} at the target date."
    if when is None or _is_over(saved):
        return by
    low, high = when
    ends = f"on {words.day(low)}" if low == high else f"between {words.days(low, high).replace(' to ', ' and ')}"
    return f"The last step ends {ends}. {by}"


def overdue(saved: Saved, found: Sequence[Step], today: date) -> str:
    """Says so where the target date has passed."""
    target = date.fromisoformat(saved.request["target"])
    if today <= target:
        return ""
    left = sum(step.is_open for step in found)
    still = f"{words.sentence(words.count(left, 'step'))} {'is' if left == 1 else 'are'} still open." if left else ""
    return f"The target date, {words.day(target)}, has passed. {still}".strip()


def certainty(document: Mapping[str, Any]) -> str:
    """How good the plan is against the best that there can be."""
    if document["status"] == "optimal":
        return "Proven best: no plan within these limits leaves fewer points open at the target date."
    distance = document["totals"]["points_missing"] - document["bound_points_missing"]
    # Rounded up, because the distance is a promise.
    near = words.count(ceil(round(distance * 10, 1)) / 10, "point")
    share = document.get("solver", {}).get("within_percent")
    percent = f", and within {words.amount(ceil(round(share * 10, 1)) / 10)} percent of their gain" if share else ""
    return f"Within {near} of the best that any plan within these limits could reach{percent}."


def late_note(saved: Saved) -> str:
    """Says so where the high estimate of hours runs past the target date."""
    when, target = finish(saved), date.fromisoformat(saved.request["target"])
    if when is None or when[1] <= target or _is_over(saved):
        return ""
    day = words.day(when[1])
    return f"If every step takes the most hours it may take, the last one ends on {day}, after your target date."


def strip(saved: Saved, found: Sequence[Step], today: date) -> Strip:
    """The figures of the strip."""
    counting = [step for step in found if step.state != SKIPPED]
    hours, done = sum(step.own_hours for step in counting), sum(step.hours_done for step in found)
    spent, given = sum(step.spent for step in found), budget(saved)
    coming = next((mark for mark in milestones(saved, found) if not mark.reached), None)
    return Strip(
        tempo=tempo(saved.rows, found, saved.progress, saved.instrument, saved.request, today),
        own_hours_done=words.amount(done),
        own_hours=words.figures(hours, "hour"),
        hours_width=timeline.percent(done, hours),
        spent=words.usd(spent),
        budget=words.usd(given),
        spent_width=timeline.percent(spent, given),
        spent_note=_guessed(found),
        next_name=coming.name if coming else "",
        next_day=f"{words.day(coming.day)}{_away(coming.day, today)}" if coming else "",
    )


def milestones(saved: Saved, found: Sequence[Step]) -> tuple[Milestone, ...]:
    """The plan's milestones; only gates that a step can open are among them."""
    gates = open_ends.open_gates(saved.instrument, saved.request["profession"], saved.request["gates"])
    names = {gate.id: gate.name for gate in gates if gate.years is None}
    start = gains.readiness(saved.instrument, saved.request["levels"])
    # What was done before the plan was made is in its levels already, and what is skipped leads nowhere.
    earlier = set(saved.request.get("done", ()))
    counting = [step for step in found if step.id not in earlier and step.state != SKIPPED]
    return gains.milestones(saved.instrument, counting, start, names)


def to_arrange(found: Sequence[Step]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each condition of the organization with the open steps that assume it."""
    still = [step for step in found if step.is_open]
    names = dict.fromkeys(name for step in still for name in step.arrange)
    return tuple((name, tuple(step.name for step in still if name in step.arrange)) for name in names)


def grouped(found: Sequence[Step]) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """The steps by the field that they develop, in the order of the first step of each."""
    names = dict.fromkeys(step.group for step in found)
    return tuple((name, tuple(step for step in found if step.group == name)) for name in names)


def _is_over(saved: Saved) -> bool:
    return all(_state(saved, row) in {DONE, SKIPPED} for row in saved.rows)


def _state(saved: Saved, row: Mapping[str, Any]) -> str:
    return saved.progress.get(row["id"], UNTOUCHED).state


def _settled(states: Sequence[str]) -> str:
    done, skipped = states.count(DONE), states.count(SKIPPED)
    if not skipped:
        return {1: "The one step is done", 2: "Both steps are done"}.get(done, f"All {done} steps are done")
    return f"{words.sentence(words.count(done, 'step'))} done, {words.number(skipped)} skipped"


def _guessed(found: Sequence[Step]) -> str:
    guessed = [step for step in found if step.is_guessed]
    whole = len(guessed) == sum(bool(step.spent) for step in found)
    return ("The high estimate" if whole else "Partly the high estimate") if guessed else ""


def _away(day: date, today: date) -> str:
    weeks = (day - today).days // 7
    if weeks < 1:
        return ", overdue" if day < today else ""
    return f", in {words.count(weeks, 'week')}"


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
