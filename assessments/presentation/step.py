"""One step of a plan on its own page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following import extras
from assessments.domain.following.progress import NOT_STARTED
from assessments.presentation import steps, words
from assessments.presentation.plan import Saved
from assessments.presentation.steps import OWN, PINNED, Step


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours that were logged: as they are read, and as a form sends them."""

    day: date
    hours: float
    said: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of a step.

    - needs, needed: names of steps that have to end before it, and of those that wait for it
    - can_change: whether its weeks and its shape may still be changed
    """

    step: Step
    total: int
    entries: tuple[Entry, ...]
    needs: tuple[str, ...]
    needed: tuple[str, ...]
    ahead: tuple[Step | None, Step | None]
    can_change: bool
    is_own: bool
    is_part: bool
    is_pinned: bool
    is_moved: bool


def page(saved: Saved, action: str, today: date, live: Mapping[str, Any] | None = None) -> Page | None:
    """The page of an action on a day; None where it is not in the plan."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today, saved.request, live)
    step = next((entry for entry in found if entry.id == action), None)
    if step is None:
        return None
    place = step.number - 1
    return Page(
        step=step,
        total=len(found),
        entries=_entries(step),
        needs=_names(found, saved.catalogue.actions[action]["requires_actions"]),
        needed=tuple(other.name for other in found if action in saved.catalogue.actions[other.id]["requires_actions"]),
        ahead=(found[place - 1] if place else None, found[place + 1] if place + 1 < len(found) else None),
        can_change=step.progress.state == NOT_STARTED,
        is_own=OWN in step.marks,
        is_part=extras.PART in action,
        is_pinned=PINNED in step.marks,
        is_moved=steps.MOVED in step.marks,
    )


def _entries(step: Step) -> tuple[Entry, ...]:
    newest_first = reversed(step.progress.logged)
    return tuple(Entry(entry.day, entry.hours, words.figures(entry.hours, "hour")) for entry in newest_first)


def _names(found: Sequence[Step], keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(step.name for step in found if step.id in keys)
