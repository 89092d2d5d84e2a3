"""The changes of a plan as a list, and what two of its revisions differ in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assessments.domain.following.progress import BLOCKED, DOING, DONE, SKIPPED, UNTOUCHED, Progress
from assessments.models import Revision
from assessments.presentation import words
from assessments.presentation.comparison import Comparison, Figure, compare, strip
from assessments.presentation.plan import Saved
from assessments.presentation.proposal import title

FEWEST_FOLDED = 3
"""So many changes of progress after each other, or more, are folded into one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Changes that stand together: one, or several of progress with a line that sums them up."""

    revisions: tuple[Revision, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Versus:
    """Two revisions: the schedules compared, and what differs in the progress, by the name of the action."""

    title: str
    strip: tuple[Figure, ...]
    comparison: Comparison
    progress: tuple[tuple[str, str], ...]


def entries(revisions: Sequence[Revision], current: int) -> tuple[Entry, ...]:
    """The list of revisions, newest first, as it was given; the current one, told by its number, is never folded."""
    return tuple(_folded(revisions, current))


def versus(first: Saved, second: Saved, today: date) -> Versus:
    """What became of one revision in another one, of which it is told first and which second."""
    found = compare(first, second, today)
    lines = tuple(_progress(first, second))
    return Versus(_title(found, lines), strip(first, second, found), found, lines)


def _folded(revisions: Sequence[Revision], current: int) -> Iterator[Entry]:
    for (_, change), group in groupby(revisions, key=lambda row: (row.number == current, row.change)):
        found = tuple(group)
        if change == Revision.Change.PROGRESS and len(found) >= FEWEST_FOLDED:
            number = words.sentence(words.count(len(found), "change"))
            yield Entry(found, f"{number} of progress, revisions {found[-1].number} to {found[0].number}")
        else:
            yield from (Entry((revision,), "") for revision in found)


def _title(found: Comparison, lines: Sequence[object]) -> str:
    if not found.is_empty:
        return title(found)
    if lines:
        return f"The same schedule, and progress on {words.count(len(lines), 'step')}"
    return "Nothing differs"


def _progress(first: Saved, second: Saved) -> Iterator[tuple[str, str]]:
    actions = {**first.catalogue.actions, **second.catalogue.actions}
    for key in sorted(first.progress.keys() | second.progress.keys(), key=lambda key: _place(key, first, second)):
        old, new = first.progress.get(key, UNTOUCHED), second.progress.get(key, UNTOUCHED)
        if old != new:
            yield actions[key]["name"] if key in actions else key, f"{words.sentence('; '.join(_differing(old, new)))}."


def _place(key: str, first: Saved, second: Saved) -> tuple[str, str]:
    starts = {row["id"]: row["start"] for row in (*first.rows, *second.rows)}
    return starts.get(key, ""), key


def _differing(old: Progress, new: Progress) -> Iterator[str]:
    if _state(old) != _state(new):
        yield f"from {_state(old)} to {_state(new)}"
    if old.hours != new.hours:
        yield f"{words.figures(new.hours, 'hour')} logged, {words.amount(old.hours)} before"
    elif old.logged != new.logged:
        yield "the hours are logged on other days"
    if old.spent_usd != new.spent_usd:
        yield f"{_spent(new)}, {_spent(old)} before"
    if old.started != new.started and old.state == new.state:
        yield "it was started on another day"


def _state(entry: Progress) -> str:
    if entry.state == DONE and entry.ended:
        return f"done on {words.day(entry.ended)}"
    if entry.state in {BLOCKED, SKIPPED} and entry.reason:
        return f"{entry.state} (“{entry.reason}”)"
    return "under way" if entry.state == DOING else entry.state


def _spent(entry: Progress) -> str:
    return "no spending told" if entry.spent_usd is None else f"{words.usd(entry.spent_usd)} spent"
