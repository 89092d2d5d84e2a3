"""The links to a plan as their owner sees them, and the plan as a mentor sees it.

A mentor sees no level, no score, no gate and no reason for being stuck: what a plan knows of them comes from answers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from assessments.domain.planning.calendar import monday_of
from assessments.models import Share
from assessments.presentation import open_ends, plan, steps, timeline, words
from assessments.presentation.gains import Milestone
from assessments.presentation.plan import READY, Saved
from assessments.presentation.steps import BLOCKED, LATE, Step
from assessments.presentation.tempo import Tempo
from assessments.presentation.terms import within
from assessments.presentation.timeline import Timeline
from assessments.presentation.week import this_week

Part = Share.Part
BINDING = {
    "no action exists": "No action in the catalogue leads there yet.",
    "condition": "It needs something that is not in place.",
    "a big move not opened": "It takes a big move that this plan does not make.",
    "hours": "The hours a week are too few for it.",
    "money": "The budget is too small for it.",
    "date": "The target date is too early for it.",
    "better uses of the hours": "The hours bring more elsewhere.",
}
NAMES = {
    Part.WEEK: "this week",
    Part.TIMELINE: "the timeline with every step",
    Part.MILESTONES: "the milestones",
    Part.OPEN: "what stays open",
    Part.NOTES: "the notes",
}


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link: whom it is for, what it shows, how it stands; `token` is empty where nobody can tell it."""

    id: str
    mentor: str
    state: str
    tag: str
    parts: str
    about: str
    is_open: bool
    token: str


@dataclass(frozen=True, slots=True)
class Item:
    """A step of this week and the line below its name; `tag` says that it is late or blocked."""

    name: str
    note: str
    tag: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A skill that the plan leaves open, and why; never at which level."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a mentor may see of a plan; what is not shared is empty, and `parts` says which that is."""

    today: date
    parts: frozenset[str]
    title: str
    limits: str
    tempo: Tempo
    hours: str
    hours_width: str
    finish: str
    week_about: str
    week: tuple[Item, ...]
    groups: tuple[tuple[str, tuple[Step, ...]], ...]
    timeline: Timeline | None
    timeline_title: str
    milestones: tuple[Milestone, ...]
    gaps: tuple[Gap, ...]

    @property
    def next_milestone(self) -> Milestone | None:
        """The first that is still to be reached."""
        return next((mark for mark in self.milestones if not mark.reached), None)


def links(shares: Sequence[Share], now: datetime) -> tuple[LinkRow, ...]:
    """The links, newest first; how many notes came by each is annotated as `written`."""
    return tuple(_link(share, now) for share in shares)


def said(parts: Collection[str]) -> str:
    """What is shared, in words."""
    return words.listed([NAMES[part] for part in Part if part in parts])


def page(saved: Saved, parts: Collection[str], level_name: str, today: date) -> Page:
    """The shared parts of a plan on a day."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today)
    strip = plan.strip(saved, found, today)
    marks = _milestones(saved, found) if Part.MILESTONES in parts else ()
    shown = found if Part.TIMELINE in parts else ()
    return Page(
        today=today,
        parts=frozenset(parts),
        title=_title(saved),
        limits=_limits(saved, level_name),
        tempo=strip.tempo,
        hours=f"{strip.own_hours_done} of {strip.own_hours}",
        hours_width=strip.hours_width,
        finish=_finish(saved),
        week_about=_days(today),
        week=_week(saved, found, today) if Part.WEEK in parts else (),
        groups=plan.grouped(shown),
        timeline=timeline.draw(shown, [(mark.name, mark.day, mark.reached) for mark in marks], today),
        timeline_title=_timeline_title(shown),
        milestones=marks,
        gaps=_gaps(saved) if Part.OPEN in parts else (),
    )


def _link(share: Share, now: datetime) -> LinkRow:
    is_open = share.is_usable(now)
    state, tag = ("Open", "you") if is_open else ("Revoked", "") if share.revoked_at else ("Expired", "")
    written: int = getattr(share, "written", 0)
    parts = [words.sentence(words.count(written, "note"))] if written else []
    return LinkRow(
        id=str(share.pk),
        mentor=share.mentor,
        state=state,
        tag=tag,
        parts=words.sentence(said(share.parts)),
        about=" · ".join([*parts, words.sentence(_ends(share, is_open=is_open))]),
        is_open=is_open,
        token=share.token if is_open else "",
    )


def _ends(share: Share, *, is_open: bool) -> str:
    if share.revoked_at:
        return f"revoked on {words.day(share.revoked_at.date())}"
    return f"{'open until' if is_open else 'expired on'} {words.day(share.expires_at.date())}"


def _title(saved: Saved) -> str:
    """What the plan comes to: by when somebody is ready, else how many steps end by when."""
    when = plan.finish(saved)
    if when is None:
        return "A plan without steps"
    before, then = plan.before_and_then(saved)
    first = words.months(*when).replace(" to ", " and ")
    by = f"between {first}" if " and " in first else f"by {first}"
    return f"{'Ready' if before < READY <= then else words.sentence(words.count(len(saved.rows), 'step'))} {by}"


def _limits(saved: Saved, level_name: str) -> str:
    hours = words.sentence(words.count(saved.request["hours_per_week"], "hour"))
    budget = plan.budget(saved)
    money = words.usd(budget) if budget else "no money"
    target = words.day(date.fromisoformat(saved.request["target"]))
    return f"{hours} a week and {money} until {target}, toward a post as {within(level_name)}."


def _finish(saved: Saved) -> str:
    when = plan.finish(saved)
    if when is None:
        return "No step"
    return words.day(when[0]) if when[0] == when[1] else words.months(*when)


def _days(today: date) -> str:
    monday = monday_of(today)
    return words.days(monday, monday + timedelta(days=6))


def _week(saved: Saved, found: Sequence[Step], today: date) -> tuple[Item, ...]:
    blocked = [date.fromisoformat(day) for day in saved.request["blocked_weeks"]]
    listed = [todo.step for todo in this_week(found, today, blocked).todos]
    return tuple(_item(step) for step in listed if step.is_open)


def _item(step: Step) -> Item:
    parts = [step.group]
    if step.state == LATE:
        parts.append(f"was due {words.day(step.end)}")
    elif step.own_hours:
        parts.append(words.clock(step.own_hours_a_week))
    elif step.paid:
        parts.append("in paid time")
    return Item(step.name, " · ".join(parts), step.word if step.state in {LATE, BLOCKED} else "")


def _milestones(saved: Saved, found: Sequence[Step]) -> tuple[Milestone, ...]:
    """The milestones; those of readiness by their band alone, without its number."""
    marks = plan.milestones(saved, found)
    return tuple(Milestone(mark.name.rstrip("0123456789").rstrip(", "), mark.day, mark.reached) for mark in marks)


def _timeline_title(found: Sequence[Step]) -> str:
    if not found:
        return ""
    span = words.months(min(step.start for step in found), max(step.end for step in found))
    return f"{words.sentence(words.count(len(found), 'step'))} {'from' if ' to ' in span else 'in'} {span}"


def _gaps(saved: Saved) -> tuple[Gap, ...]:
    return tuple(_gap(saved, row) for row in saved.document["unmet"])


def _gap(saved: Saved, row: dict[str, Any]) -> Gap:
    earlier = plan.budget(saved) - saved.request["budget_usd"]
    needs = open_ends.would_need(row["would_need"] or {}, earlier)
    return Gap(saved.catalogue.skills[row["skill"]]["name"], f"{BINDING.get(row['binding'], '')} {needs}".strip())
