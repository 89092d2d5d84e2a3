"""The list of own plans: each as a row, and the sentence above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.presentation import plan, steps, terms, words
from assessments.presentation.plan import Saved, Strip
from assessments.presentation.steps import LATE, Step

ON_TRACK, LATE_TAG, COMPLETE, NOT_STARTED, EMPTY = "On track", "Late", "Done", "Not started", "No steps"


@dataclass(frozen=True, slots=True)
class Row:
    """A plan in the list; `tone` is the class of its tag."""

    title: str
    limits: str
    state: str
    tone: str
    strip: Strip


def row(saved: Saved, level_name: str, today: date) -> Row:
    """One plan as it stands today."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today)
    state, tone = standing(found, today)
    headline = terms.within(plan.title(saved))
    return Row(f"{level_name}: {headline}", plan.limits(saved), state, tone, plan.strip(saved, found))


def standing(found: Sequence[Step], today: date) -> tuple[str, str]:
    """The word for how the steps stand, and its tone."""
    if not found:
        return EMPTY, ""
    if all(step.is_done for step in found):
        return COMPLETE, "good"
    late = [step for step in found if step.state == LATE]
    if late:
        weeks = max((today - step.end).days // 7 for step in late)
        return (f"{words.sentence(words.count(weeks, 'week'))} late" if weeks else LATE_TAG), "gap"
    if today < min(step.start for step in found) and not any(step.is_done for step in found):
        return NOT_STARTED, ""
    return ON_TRACK, "good"


def headline(rows: Sequence[Row]) -> str:
    """How all plans stand, in one line."""
    if len(rows) == 1:
        return f"One plan, {terms.within(rows[0].state)}"
    late = sum(entry.tone == "gap" for entry in rows)
    total = words.sentence(words.count(len(rows), "plan"))
    return f"{total}, {words.NUMBERS[late] if late < len(words.NUMBERS) else late} late" if late else total
