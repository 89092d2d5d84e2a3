"""Reasons for which a plan might be worked out again: offered on its page, and never done silently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from assessments.domain import weeks
from assessments.domain.following import pace
from assessments.domain.following.progress import BLOCKED, DONE, SKIPPED, UNTOUCHED
from assessments.domain.planning.calendar import monday_of
from assessments.presentation import terms, words
from assessments.presentation.causes import MOST_NAMES, Asked, limits, named
from assessments.presentation.comparison import distance
from assessments.presentation.plan import Saved
from assessments.presentation.tempo import efforts

READY, WORKING, UNCHANGED, NO_PLAN, KEPT = "ready", "working", "unchanged", "no plan", "kept"


@dataclass(frozen=True, slots=True)
class Told:
    """What a profile says that a plan is given, None where it says nothing."""

    hours: float | None = None
    budget: int | None = None
    target: date | None = None
    blocked: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last time that the plan was worked out again: what became of it, its page, the day, and what was asked."""

    state: str
    url: str
    day: date
    asked: Asked
    is_of_now: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the offers depend on beside the plan itself.

    - told: the profile; again: levels of the skills that were rated again, with the days
    - news: what the live version of the assessment changed, with `updated` as its title; empty where it is the plan's
    - newer: a newer result of the same level, by its id and its day
    - is_fresh: whether the plan was planned this week, and nothing was told since
    """

    told: Told = field(default_factory=Told)
    again: Mapping[str, tuple[int, date]] = field(default_factory=dict)
    updated: str = ""
    news: tuple[str, ...] = ()
    newer: tuple[int, date] | None = None
    earlier: Earlier | None = None
    is_fresh: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in a sentence; what it is made up of stands in the lines below."""

    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """All reasons, and what can be done.

    - fields: what the button sends along; it is there only where `can_ask`
    - link: to what was asked already, with its words; note: what became of it
    """

    reasons: tuple[Reason, ...]
    fields: tuple[tuple[str, str], ...]
    can_ask: bool
    link: tuple[str, str] | None
    note: str


def offers(saved: Saved, facts: Facts, today: date) -> Offers | None:
    """What is offered on a day; None where nothing is."""
    wanted = _wanted(saved, facts, today)
    present = Asked.of(saved.request)
    fields = tuple(_fields(present, wanted, facts))
    work = () if facts.is_fresh else tuple(_of_work(saved, today))
    reasons = (*work, *_of_facts(saved, facts), *_of_limits(present, wanted, today))
    earlier = facts.earlier
    waiting = earlier if earlier and earlier.is_of_now and earlier.state in LINKS else None
    same = bool(earlier and earlier.is_of_now and earlier.state in {UNCHANGED, NO_PLAN} and earlier.asked == wanted)
    undecided = bool(waiting and waiting.state != NO_PLAN)
    if not reasons and not waiting:
        return None
    return Offers(
        reasons=reasons,
        fields=fields,
        can_ask=bool(reasons) and not undecided and not same,
        link=(waiting.url, LINKS[waiting.state][1]) if waiting else None,
        note=_note(earlier, waiting, same),
    )


LINKS = {
    READY: ("A new plan waits for your decision", "Review the new plan"),
    WORKING: ("A new plan is being worked out", "See how far it is"),
    NO_PLAN: ("Asked again, no plan keeps everything that this one was asked for", "See what would help"),
}


def _note(earlier: Earlier | None, waiting: Earlier | None, same: bool) -> str:
    if waiting:
        return LINKS[waiting.state][0]
    if earlier and same:
        return f"Worked out again on {words.day(earlier.day)}: nothing would change."
    if earlier and earlier.state == KEPT:
        return f"You looked at a new plan of {words.day(earlier.day)} and kept this one."
    return ""


def _of_work(saved: Saved, today: date) -> Iterator[Reason]:
    """What was done, and what was not."""
    names = {row["id"]: saved.catalogue.actions[row["id"]]["name"] for row in saved.rows}
    entries = {key: saved.progress.get(key, UNTOUCHED) for key in names}
    over = {row["id"] for row in saved.rows if date.fromisoformat(row["end"]) < today}
    overdue = [names[key] for key, entry in entries.items() if key in over and entry.state not in {DONE, SKIPPED}]
    if late := _late(saved, today):
        yield Reason(late)
    if overdue:
        yield Reason(f"{named(overdue)} should have ended by now.")
    for key, entry in entries.items():
        if entry.state == BLOCKED:
            yield Reason(f"“{names[key]}” is blocked{f': “{entry.reason}”' if entry.reason else ''}.")
    kept = {row["id"] for row in saved.document.get("kept", ())}
    skipped = [row for row in saved.rows if entries[row["id"]].state == SKIPPED]
    if skipped:
        free = sum(row["hours"] for row in skipped if not saved.catalogue.actions[row["id"]]["paid_time"])
        hours = f", which leaves {words.figures(free, 'hour')} free" if free else ""
        yield Reason(f"You skipped {named([names[row['id']] for row in skipped])}{hours}.")
    moved = [
        names[key] for key in saved.request.get("extras", {}).get("placed", {}) if key in names and key not in kept
    ]
    if moved:
        yield Reason(f"You moved {named(moved)}, so the rest may fit better around it.")


def _late(saved: Saved, today: date) -> str:
    """Says when the plan ends at the user's own pace, where that is later than it should; empty without a log."""
    if not any(entry.logged for entry in saved.progress.values()):
        return ""
    hours, blocked = saved.request["hours_per_week"], Asked.of(saved.request).blocked
    known = efforts(saved.instrument)
    done = pace.account(saved.rows, saved.progress, known, blocked, today)
    own = pace.pace(saved.progress.values(), blocked, today)
    behind = done.weeks_ahead(hours) <= -1
    # A pace from before the plan was made says little about how it will be followed.
    is_old = today >= date.fromisoformat(saved.request["start"]) + timedelta(weeks=pace.WEEKS)
    if own is not None and (behind or is_old):
        fixed = _fixed(saved)
        end = pace.forecast(saved.rows, saved.progress, known, fixed, own, blocked, today)
        if end and (said := _ending(saved, end.likely, own, behind)):
            return said
    if not behind:
        return ""
    planned = words.figures(done.planned, "hour")
    return f"{words.amount(done.done)} of the {planned} that were planned until today are done."


def _ending(saved: Saved, end: date | None, own: float, behind: bool) -> str:
    """The end at the user's pace against the target and the planned end; empty where it is neither late nor behind."""
    start = f"At {words.figures(own, 'hour')} a week"
    if end is None:
        return f"{start} this plan has no end." if own else "Nothing was logged in the last four weeks."
    target = Asked.of(saved.request).target
    planned = max(date.fromisoformat(row["end"]) for row in saved.rows)
    if end > target:
        return f"{start} you finish in {words.month(end)}, {distance(target, end)} after your target."
    if behind and end > planned:
        return f"{start} you finish in {words.month(end)}, {distance(planned, end)} later than planned."
    return ""


def _fixed(saved: Saved) -> frozenset[str]:
    """Steps that no faster pace brings forward: in paid time, at fixed times of the year, or placed by the user."""
    placed = saved.request.get("extras", {}).get("placed", {})
    actions = {row["id"]: saved.catalogue.actions[row["id"]] for row in saved.rows}
    return frozenset(
        key for key, row in actions.items() if row["paid_time"] or row.get("fixed_windows") or key in placed
    )


def _of_facts(saved: Saved, facts: Facts) -> Iterator[Reason]:
    """What came to be known since."""
    if facts.updated:
        yield Reason(facts.updated, facts.news)
    if facts.newer:
        yield Reason(f"You have a newer result, of {words.day(facts.newer[1])}.")
    if lines := tuple(_rated_again(saved, facts.again)):
        yield Reason(
            f"You rated again: {'; '.join(lines[:MOST_NAMES])}{'; and more' if len(lines) > MOST_NAMES else ''}."
        )


def _rated_again(saved: Saved, again: Mapping[str, tuple[int, date]]) -> Iterator[str]:
    """The skills that count at another level here; what was lifted after it was rated counts as it was lifted."""
    counted, skills = saved.request["levels"], saved.catalogue.skills
    for key, (level, day) in again.items():
        if key in skills and counted.get(key, level) not in {level, *_lifted(saved, key, day)}:
            yield f"{terms.within(skills[key]['name'])} at level {level}, {counted[key]} here"


def _lifted(saved: Saved, skill: str, since: date) -> Iterator[int]:
    for row in saved.rows:
        entry = saved.progress.get(row["id"], UNTOUCHED)
        if entry.state == DONE and (entry.ended or since) >= since:
            yield from (lift["to"] for lift in row["develops"] if lift["skill"] == skill)


def _of_limits(present: Asked, wanted: Asked, today: date) -> Iterator[Reason]:
    """What the profile says otherwise."""
    if lines := tuple(limits(present, wanted, today)):
        yield Reason("Your profile differs from what this plan was given.", lines)


def _wanted(saved: Saved, facts: Facts, today: date) -> Asked:
    """The limits to plan with: the profile's where it says something else that the user has not turned down."""
    present, told, earlier = Asked.of(saved.request), facts.told, facts.earlier
    target = told.target if told.target and told.target > today else present.target
    monday = monday_of(today)
    ahead = {day for day in told.blocked if monday <= day <= target}
    ours = {day for day in present.blocked if monday <= day <= target}
    wanted = Asked(
        hours=present.hours if told.hours is None else told.hours,
        budget=present.budget if told.budget is None else told.budget,
        target=target,
        blocked=present.blocked if ahead == ours else frozenset((present.blocked - ours) | ahead),
    )
    return present if earlier and earlier.state == KEPT and earlier.asked == wanted else wanted


def _fields(present: Asked, wanted: Asked, facts: Facts) -> Iterator[tuple[str, str]]:
    """What differs, as the form of limits takes it."""
    if wanted.hours != present.hours:
        yield "hours_per_week", f"{wanted.hours:g}"
    if wanted.budget != present.budget:
        yield "budget_usd", str(wanted.budget)
    if wanted.target != present.target:
        yield "target", wanted.target.isoformat()
    if wanted.blocked != present.blocked:
        yield "blocked_weeks", weeks.write(wanted.blocked)
    if facts.newer:
        yield "result", str(facts.newer[0])
