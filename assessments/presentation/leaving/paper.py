"""A plan on two pages of paper at most: the finding first, then steps, milestones, what to arrange, what stays open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from assessments.presentation import words
from assessments.presentation.gains import Milestone
from assessments.presentation.open_ends import OpenSkill
from assessments.presentation.plan import Page, Strip
from assessments.presentation.steps import Step
from careers import typeset

TEMPLATE = Path(__file__).parent / "plan.typ"
MOST_PAGES = 2
MOST_ROWS = 60
FEWEST_ROWS = 4
"""So few rows of each list fit on two pages, however long their texts are."""

SPACES = re.compile(r"[^\S\u00a0]+")
LONGEST_MARK, LONGEST_NAME, LONGEST_TEXT = 40, 90, 220


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: a plan's page as it is on a day, the number of its revision, and where it is found."""

    page: Page
    level_name: str
    number: int
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
    page, day, few = sheet.page, sheet.at.date(), max(3, rows // 3)
    shown = _shown(page.steps, rows)
    return {
        "title": _short(f"Plan for {sheet.level_name}", LONGEST_NAME),
        "printed": words.day(day),
        "date": [day.year, day.month, day.day],
        "headline": page.title,
        "lede": page.limits,
        "outlook": " ".join(filter(None, (page.outlook, page.overdue))),
        "source": f"As it stood on {words.day(day)}, revision {sheet.number}. {sheet.address}",
        "strip": _strip(page.strip),
        "steps_title": _steps_title(page.steps),
        "steps": [_step(step) for step in shown],
        "steps_rest": _rest(len(page.steps) - len(shown), "step"),
        "milestones": [_milestone(mark) for mark in page.milestones[:few]],
        "milestones_rest": _rest(len(page.milestones[few:]), "milestone"),
        "arrange": [_arrangement(name, steps) for name, steps in page.arrange[:few]],
        "arrange_rest": _rest(len(page.arrange[few:]), "thing"),
        "open": [_open(skill) for skill in page.open_skills[:few]],
        "open_rest": _rest(len(page.open_skills[few:]), "skill"),
    }


def _shown(steps: Sequence[Step], most: int) -> list[Step]:
    """The steps that are printed: where not all of them are, those that are still to be done come first."""
    by_use = sorted(steps, key=lambda step: (not step.is_open, step.number))
    return sorted(by_use[:most], key=lambda step: step.number)


def _steps_title(steps: Sequence[Step]) -> str:
    if not steps:
        return "No step is in this plan"
    done = sum(step.is_done for step in steps)
    total = words.sentence(words.count(len(steps), "step"))
    return f"{total}, {done} of them done" if done else total


def _strip(strip: Strip) -> list[dict[str, str]]:
    return [
        {"name": "Pace", "value": strip.tempo.word, "note": strip.tempo.note},
        {"name": "Work done", "value": f"{strip.own_hours_done} of {strip.own_hours}", "note": ""},
        {"name": "Spent", "value": f"{strip.spent} of {strip.budget}", "note": strip.spent_note},
        {
            "name": "Next milestone",
            "value": _short(strip.next_name, LONGEST_MARK) or "None left",
            "note": strip.next_day,
        },
    ]


def _step(step: Step) -> dict[str, str]:
    # No-break spaces, so that the levels stand beside each other.
    lifts = [f"{change.name} {change.low}\u00a0to\u00a0{change.high}" for change in step.changes]
    return {
        "number": str(step.number),
        "name": _short(step.name, LONGEST_NAME),
        "lifts": _some(lifts, LONGEST_NAME),
        "when": f"{_brief(step.start)} to {_brief(step.end)}",
        "hours": f"{_worked(step)}{words.amount(step.hours)}{' paid' if step.paid else ''}",
        "money": words.usd(step.cost) if step.cost else "$0",
        "state": step.word,
    }


def _worked(step: Step) -> str:
    return f"{words.amount(step.progress.hours)} of " if step.progress.hours else ""


def _arrangement(name: str, steps: Sequence[str]) -> dict[str, str]:
    return {"name": _short(name, LONGEST_NAME), "steps": _some(steps, LONGEST_TEXT)}


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
