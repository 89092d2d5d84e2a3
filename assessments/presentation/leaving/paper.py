"""A plan on two pages of paper at most: the finding first, then steps, milestones, what to arrange, what stays open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import fsum
from pathlib import Path
from typing import Any

from assessments.domain.following.progress import DONE, SKIPPED
from assessments.presentation import open_ends, words
from assessments.presentation import plan as plan_page
from assessments.presentation.gains import Milestone
from assessments.presentation.leaving.states import state_word
from assessments.presentation.open_ends import OpenSkill
from assessments.presentation.plan import Saved
from assessments.presentation.steps import Step
from careers import typeset

TEMPLATE = Path(__file__).parent / "plan.typ"
MOST_PAGES = 2
MOST_ROWS = 60
FEWEST_ROWS = 4
"""So few rows of each list fit on two pages, however long their texts are."""

SPACES = re.compile(r"[^\S\u00a0]+")
LONGEST_NAME, LONGEST_TEXT, LONGEST_LEDE = 90, 150, 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: a plan with its steps, the day it is printed, and where it is found."""

    saved: Saved
    steps: Sequence[Step]
    level_name: str
    at: datetime
    address: str


def pdf(sheet: Sheet) -> bytes:
    """The printed plan, with as many rows of its lists as two pages hold; equal sheets give equal bytes."""
    rows = _most(lambda rows: typeset.pages(_data(sheet, rows), TEMPLATE) <= MOST_PAGES)
    return typeset.pdf(_data(sheet, rows), sheet.at, TEMPLATE)


def _most(fits: Callable[[int], bool]) -> int:
    """The most rows that fit, found by halving."""
    if fits(MOST_ROWS):
        return MOST_ROWS
    low, high = FEWEST_ROWS, MOST_ROWS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _data(sheet: Sheet, rows: int) -> dict[str, Any]:
    """All that the typesetter prints with at most so many steps, and a third as many of everything else."""
    saved, day, few = sheet.saved, sheet.at.date(), max(3, rows // 3)
    marks = plan_page.milestones(saved, sheet.steps)
    arrange = plan_page.to_arrange(sheet.steps)
    open_skills = open_ends.open_skills(saved.document, saved.catalogue)
    shown = _shown(sheet.steps, rows)
    return {
        "title": _short(f"Plan for {sheet.level_name}", LONGEST_NAME),
        "printed": words.day(day),
        "date": [day.year, day.month, day.day],
        "headline": plan_page.title(saved),
        "lede": _short(plan_page.limits(saved), LONGEST_LEDE),
        "finish": _finish(saved),
        "source": f"As it stood on {words.day(day)}, revision {saved.number}. {sheet.address}",
        "strip": _strip(sheet, marks),
        "steps_title": _steps_title(sheet.steps),
        "steps": [_step(step) for step in shown],
        "steps_rest": _rest(len(sheet.steps) - len(shown), "step"),
        "milestones": [_milestone(mark) for mark in marks[:few]],
        "milestones_rest": _rest(len(marks[few:]), "milestone"),
        "arrange": [
            {"name": _short(name, LONGEST_NAME), "steps": _some(asking, LONGEST_TEXT)} for name, asking in arrange[:few]
        ],
        "arrange_rest": _rest(len(arrange[few:]), "thing"),
        "open": [_open(skill) for skill in open_skills[:few]],
        "open_rest": _rest(len(open_skills[few:]), "skill"),
    }


def _shown(steps: Sequence[Step], most: int) -> list[Step]:
    """The steps that are printed: where not all of them are, those that are still to be done come first."""
    by_use = sorted(steps, key=lambda step: (step.progress.state in {DONE, SKIPPED}, step.number))
    return sorted(by_use[:most], key=lambda step: step.number)


def _steps_title(steps: Sequence[Step]) -> str:
    if not steps:
        return "No step is in this plan"
    done = sum(step.progress.state == DONE for step in steps)
    total = words.sentence(words.count(len(steps), "step"))
    return f"{total}, {done} of them done" if done else total


def _strip(sheet: Sheet, marks: Sequence[Milestone]) -> list[dict[str, str]]:
    now, then = plan_page.now_and_then(sheet.saved)
    logged = fsum(step.progress.hours for step in sheet.steps)
    own = fsum(step.own_hours for step in sheet.steps)
    coming = next((mark for mark in marks if not mark.reached), None)
    cost = sum(step.cost for step in sheet.steps)
    return [
        {"name": "Readiness", "value": f"{now} to {then}", "note": "by your likely levels"},
        {"name": "Work", "value": f"{words.amount(logged)} of {words.figures(own, 'hour')}", "note": "hours logged"},
        {"name": "Money", "value": words.usd(cost), "note": "at most, all steps together"},
        {
            "name": "Next milestone",
            "value": _short(coming.name, 40) if coming else "None",
            "note": words.day(coming.day) if coming else "all are reached",
        },
    ]


def _finish(saved: Saved) -> str:
    """When the last step ends, by the low, the likely and the high hours; what was done before counts with its end."""
    totals = saved.document["totals"]
    if totals["finish"] is None:
        return ""
    ends = [row["end"] for row in saved.document.get("kept", ())]
    low, likely, high = (
        date.fromisoformat(max([totals[name], *ends])) for name in ("finish_low", "finish", "finish_high")
    )
    if low == high:
        return f"The last step ends on {words.day(likely)}."
    span = f"between {words.day(low)} and {words.day(high)}"
    return f"The last step ends {span}, most likely on {words.day(likely)}."


def _step(step: Step) -> dict[str, str]:
    # No-break spaces, so that the levels stand beside each other.
    lifts = [f"{change.name} {change.low}\u00a0to\u00a0{change.high}" for change in step.changes]
    return {
        "number": str(step.number),
        "name": _short(step.name, LONGEST_NAME),
        "lifts": _some(lifts, LONGEST_NAME),
        "when": f"{_brief(step.start)} to {_brief(step.end)}",
        "hours": f"{words.amount(step.hours)} paid" if step.paid else words.amount(step.hours),
        "money": words.usd(step.cost) if step.cost else "$0",
        "state": state_word(step),
    }


def _milestone(mark: Milestone) -> dict[str, Any]:
    return {"name": _short(mark.name, LONGEST_NAME), "day": words.day(mark.day), "reached": mark.reached}


def _open(skill: OpenSkill) -> dict[str, str]:
    about = f"level {skill.reached} of {skill.required}. {skill.binding} {skill.would_need}".strip()
    return {"name": _short(skill.name, LONGEST_NAME), "why": _short(about, LONGEST_TEXT)}


def _rest(left: int, noun: str) -> str:
    return f"And {words.count(left, f'more {noun}')} in the plan." if left else ""


def _brief(day: date) -> str:
    """7 Dec 2026."""
    return f"{day.day} {words.MONTHS[day.month - 1][:3]} {day.year}"


def _some(parts: Sequence[str], longest: int) -> str:
    """As many of the parts as there is room for, at least the first, and how many more there are."""
    shown = list(parts[:1])
    for part in parts[1:]:
        if len("; ".join([*shown, part])) > longest:
            break
        shown.append(part)
    more = len(parts) - len(shown)
    return _short("; ".join(shown), longest) + (f"; and {more} more" if more else "")


def _short(text: str, longest: int) -> str:
    """The text in one line, cut where it is longer."""
    line = SPACES.sub(" ", text).strip()
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
