"""Why a plan that was worked out again differs: what was reported, other limits, other levels, another catalogue."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following.extras import PART
from assessments.domain.following.progress import BLOCKED, DONE, SKIPPED, UNTOUCHED, Progress
from assessments.domain.planning.calendar import monday_of
from assessments.domain.weeks import runs
from assessments.presentation import terms, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from assessments.presentation.updates import NOTHING, action_changes, changes

MOST_NAMES = 4
"""So many names stand in a sentence; of more it says how many."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of a plan by which two requests are compared; the budget is for the whole plan."""

    hours: float
    budget: int
    target: date
    blocked: frozenset[date]

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> "Asked":
        """The limits that a request holds."""
        whole = request.get("extras", {}).get("budget_usd")
        return cls(
            hours=request["hours_per_week"],
            budget=request["budget_usd"] if whole is None else whole,
            target=date.fromisoformat(request["target"]),
            blocked=frozenset(monday_of(date.fromisoformat(day)) for day in request["blocked_weeks"]),
        )


def causes(
    before: Saved, after: Saved, since: date, today: date, again: Collection[str], news: Sequence[str]
) -> tuple[str, ...]:
    """Sentences, each with one kind of cause.

    - since: the day on which the plan before was made; again: skills that were rated again
    - news: what another version of the assessment changed; empty where both have the same
    """
    found = [
        *reported(before, after, since),
        " ".join(limits(Asked.of(before.request), Asked.of(after.request), today)),
        *choices(before, after),
        *levels(before, after, again),
    ]
    if news:
        found.append(" ".join(["The assessment was updated.", *news]))
    return (*filter(None, found), _start(after))


def reported(before: Saved, after: Saved, since: date) -> Iterator[str]:
    """What was told about steps since the plan was made."""
    names = {row["id"]: before.catalogue.actions[row["id"]]["name"] for row in before.rows}
    progress = {key: after.progress.get(key, UNTOUCHED) for key in names}
    rows = {row["id"]: row for row in after.rows}
    done = [names[key] for key, entry in progress.items() if entry.state == DONE and (entry.ended or since) >= since]
    if done:
        yield f"Done since then: {named(done)}."
    for row in before.rows:
        key, entry = row["id"], progress[row["id"]]
        if entry.is_running:
            yield from _running(names[key], entry, row, rows.get(key))
        elif entry.state == SKIPPED:
            yield f"You skipped “{names[key]}”{_because(entry)}"


def limits(old: Asked, new: Asked, today: date) -> Iterator[str]:
    """Which limits are not the same; of blocked weeks those to come."""
    if old.hours != new.hours:
        yield f"{words.sentence(words.figures(new.hours, 'hour'))} a week instead of {words.amount(old.hours)}."
    if old.budget != new.budget:
        yield f"A budget of {words.usd(new.budget)} instead of {words.usd(old.budget)}."
    if old.target != new.target:
        yield f"The target date is {words.day(new.target)} instead of {words.day(old.target)}."
    coming = monday_of(today)
    for mondays, said in (
        (new.blocked - old.blocked, "is blocked now"),
        (old.blocked - new.blocked, "is no longer blocked"),
    ):
        if spans := spans_of(day for day in mondays if day >= coming):
            yield f"{words.sentence(words.listed(spans))} {said if len(spans) == 1 else said.replace('is', 'are', 1)}."


def choices(before: Saved, after: Saved) -> Iterator[str]:
    """Which big moves, pins, exclusions and things that cannot be arranged were changed by the user."""
    skipped = {key for key, entry in after.progress.items() if entry.state == SKIPPED}
    settled = {row["id"] for row in after.document.get("kept", ())} | skipped
    for field, more, less in (
        ("open_to", "You are open to", "You are no longer open to"),
        ("pinned", "You asked for", "You no longer ask for"),
        ("excluded", "You left out", "You no longer leave out"),
    ):
        old, new = set(before.request[field]), set(after.request[field])
        yield from _chosen(more, new - old - skipped, after, before)
        yield from _chosen(less, old - new - settled, before, after)
    old, new = set(before.request["unavailable"]), set(after.request["unavailable"])
    for keys, said in ((new - old, "cannot be arranged now"), (old - new, "can be arranged now")):
        if keys:
            conditions = {**before.catalogue.conditions, **after.catalogue.conditions}
            yield f"{named([conditions[key]['name'] if key in conditions else key for key in sorted(keys)])} {said}."


def levels(before: Saved, after: Saved, again: Collection[str]) -> Iterator[str]:
    """Which skills the plan starts from at another level than before."""
    old, new = before.request["levels"], after.request["levels"]
    skills = {**before.catalogue.skills, **after.catalogue.skills}
    moved = {key: (old[key], new[key]) for key in new if key in old and old[key] != new[key] and key in skills}
    is_newer = before.result_day != after.result_day
    source = f"By your result of {words.day(after.result_day)}" if is_newer else "By what was done since"
    for keys, said in (
        ([key for key in moved if key in again], "Rated again"),
        ([key for key in moved if key not in again], source),
    ):
        lines = [
            f"{terms.within(skills[key]['name'])} at level {moved[key][1]}, {moved[key][0]} before" for key in keys
        ]
        more = len(lines) - MOST_NAMES
        rest = f"; and {words.count(more, 'more skill')}" if more > 0 else ""
        if lines:
            yield f"{said}: {'; '.join(lines[:MOST_NAMES])}{rest}."


def news(old: Catalogue, new: Catalogue, level: str, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What one published catalogue changed of another for a level, and for the actions that a plan uses."""
    used = {row["id"].split(PART)[0] for row in rows}
    lines = [*changes(old, new, level), *action_changes(old, new, used)]
    return tuple(line for line in lines if line != NOTHING) or (NOTHING,)


def named(names: Sequence[str]) -> str:
    """Names in quotation marks, the first few of many."""
    shown = [f"“{name}”" for name in names[:MOST_NAMES]]
    more = len(names) - MOST_NAMES
    return words.listed([*shown, words.count(more, "more step")] if more > 0 else shown)


def spans_of(mondays: Iterator[date] | Collection[date]) -> list[str]:
    """Weeks as runs of days, the first few of many."""
    spans = [words.days(first, last) for first, last in runs(list(mondays))]
    more = len(spans) - MOST_NAMES
    return [*spans[:MOST_NAMES], words.count(more, "more blocked time")] if more > 0 else spans


def _running(name: str, entry: Progress, old: Mapping[str, Any], new: Mapping[str, Any] | None) -> Iterator[str]:
    """What is said of a step that was begun: why it is blocked, when it was begun, and until when it runs."""
    begun = new and old["start"] != new["start"]
    parts = [f"“{name}” is blocked{_because(entry)}"] if entry.state == BLOCKED else []
    subject = "It" if parts else f"“{name}”"
    if new and (begun or old["end"] < new["end"]):
        start, until = (words.day(date.fromisoformat(new[fact])) for fact in ("start", "end"))
        logged = f"{words.amount(entry.hours)} of {words.figures(old['hours'], 'hour')} are logged"
        why = f"was started in the week of {start}" if begun else f"is not over, {logged}"
        waiting = ", and what builds on it waits" if old["end"] < new["end"] else ""
        parts.append(f"{subject} {why}: it runs until {until}{waiting}.")
    if parts:
        yield " ".join(parts)


def _because(entry: Progress) -> str:
    return f": “{entry.reason}”." if entry.reason else "."


def _chosen(said: str, keys: Collection[str], first: Saved, second: Saved) -> Iterator[str]:
    actions = {**second.catalogue.actions, **first.catalogue.actions}
    names = [actions[key]["name"] for key in sorted(keys) if key in actions]
    if names:
        yield f"{said} {named(names)}."


def _start(after: Saved) -> str:
    day = words.day(date.fromisoformat(after.request["start"]))
    return f"What is done or under way stays. Everything else is planned from {day} on."
