"""A change that came too late, in words: what was sent, what its page showed, and how the plan stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following.progress import DOING, UNTOUCHED, Progress
from assessments.models import Revision
from assessments.presentation import words
from assessments.services.revisions import differing

HIDDEN = frozenset({"csrfmiddlewaretoken", "seen", "page"})
PLUMBING = HIDDEN | {"do", "step", "at", "before", "done"}
MOST_ROWS = 12
LABELS = {
    "state-state": "How far you are",
    "state-reason": "Reason",
    "hours-day": "Day of the hours",
    "hours-hours": "Hours",
    "day": "Day of the hours to remove",
    "hours": "Hours to remove",
    "spent-spent": "Money spent, in US dollars",
    "move-start": "Start in the week of",
    "split-share": "Share in the first part",
    "hours_per_week": "Hours a week",
    "budget_usd": "Budget in US dollars",
    "target": "Target date",
    "number": "Revision to restore",
}
STATES = {DOING: "under way"}
ABSENT = "Not in the plan"

Sent = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """An action that another page changed: how the page that was sent showed it, and how it stands now."""

    name: str
    seen: str
    now: str


@dataclass(frozen=True, slots=True)
class Page:
    """Both versions; `again` is what sending it once more would send, and `more` counts differences left out."""

    sent: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    more: int
    again: tuple[tuple[str, str], ...]


def page(sent: Sent, seen: Revision, now: Revision, names: Mapping[str, str]) -> Page:
    """What a form sent beside the two revisions; names of actions by key."""
    keys = sorted(differing(seen, now), key=lambda key: names.get(key, key))
    rows = [Difference(names.get(key, key), _stands(seen, key), _stands(now, key)) for key in keys]
    return Page(
        sent=tuple(_said(sent, names)),
        differences=tuple(rows[:MOST_ROWS]),
        more=max(0, len(rows) - MOST_ROWS),
        again=tuple((name, value) for name, values in sent.items() if name not in HIDDEN for value in values),
    )


def _said(sent: Sent, names: Mapping[str, str]) -> list[tuple[str, str]]:
    before, done = set(sent.get("before", ())), set(sent.get("done", ()))
    found = [("Mark as done", names[key]) for key in sorted(done - before) if key in names]
    found += [("Mark as not done", names[key]) for key in sorted(before - done) if key in names]
    for name, values in sent.items():
        if name not in PLUMBING:
            found += [(LABELS.get(name, name), _value(name, value)) for value in values if value]
    return found


def _value(name: str, value: str) -> str:
    """What was sent, as its form said it."""
    return words.sentence(STATES.get(value, value)) if name == "state-state" else value


def _stands(revision: Revision, action: str) -> str:
    row: Mapping[str, Any] | None = next((row for row in revision.actions if row["id"] == action), None)
    if row is None:
        return ABSENT
    when = words.days(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
    return f"{_progress(revision.following.get(action, UNTOUCHED))}, {when}"


def _progress(entry: Progress) -> str:
    parts = [words.sentence(STATES.get(entry.state, entry.state))]
    if entry.reason:
        parts.append(entry.reason)
    if entry.hours:
        parts.append(f"{words.figures(entry.hours, 'hour')} logged")
    if entry.spent_usd is not None:
        parts.append(f"{words.usd(entry.spent_usd)} spent")
    return ", ".join(parts)
