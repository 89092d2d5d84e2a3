"""All answers of the builder once more, and two versions of one step side by side."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain import weeks
from assessments.presentation import words
from assessments.presentation.catalogue import Catalogue

LABELS = {
    "start": "Start",
    "target": "Target date",
    "blocked_weeks": "Weeks you cannot work",
    "hours_per_week": "Hours a week",
    "budget_usd": "Money for the whole plan",
    "done": "Done already",
    "pinned": "Has to be in the plan",
    "excluded": "Left out",
    "unavailable": "Cannot be arranged",
}
MOVE = "move-"


@dataclass(frozen=True, slots=True)
class Line:
    """One answer, and the step at which it is changed."""

    name: str
    text: str
    step: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A field in which two pages do not agree, in words."""

    name: str
    sent: str
    kept: str


def dates(given: Mapping[str, Any]) -> list[Line]:
    """The answers of step 1, as its valid form has them."""
    found = [Line("Start", words.day(given["start"]), "1")] if "start" in given else []
    blocked = ", ".join(words.days(*run) for run in weeks.runs(given["blocked_weeks"]))
    target = Line(LABELS["target"], words.day(given["target"]), "1")
    return [*found, target, Line(LABELS["blocked_weeks"], blocked or "None", "1")]


def means(hours: float, budget: int, moves: Sequence[tuple[str, bool]]) -> list[Line]:
    """The answers of step 2; moves by their name, and whether they are open."""
    opened = [name for name, is_open in moves if is_open]
    return [
        Line(LABELS["hours_per_week"], words.figures(hours, "hour"), "2"),
        Line(LABELS["budget_usd"], words.usd(budget), "2"),
        Line("Big moves you would consider", "; ".join(opened) or "None", "2"),
    ]


def actions(given: Mapping[str, Sequence[str]], own: Sequence[Mapping[str, Any]], catalogue: Catalogue) -> list[Line]:
    """The answers of step 3: keys of actions and conditions by list, and the own actions."""
    lists = [Line(LABELS[name], _listed(given[name], catalogue), "3") for name in given]
    return [*lists, Line("Actions of your own", "; ".join(own_words(row) for row in own) or "None", "3")]


def in_short(limits: Mapping[str, Any]) -> str:
    """What was asked, in one sentence; limits as JSON under the names of a situation."""
    pinned, blocked = len(limits["pinned"]), len(limits["blocked_weeks"])
    parts = [
        f"{words.figures(limits['hours_per_week'], 'hour')} a week",
        words.usd(limits["budget_usd"]),
        f"ready by {words.day(date.fromisoformat(limits['target']))}",
    ]
    parts += [f"{words.count(pinned, 'action')} that {'has' if pinned == 1 else 'have'} to be in"] if pinned else []
    parts += [f"{words.count(blocked, 'week')} blocked"] if blocked else []
    return f"{', '.join(parts)}."


def own_words(row: Mapping[str, Any]) -> str:
    """An own action in one line."""
    return f"{row['name']} ({words.figures(row['hours'], 'hour')} in {words.figures(row['weeks'], 'week')})"


def differing(
    sent: Mapping[str, Collection[str]], kept: Mapping[str, Collection[str]], catalogue: Catalogue
) -> tuple[Differing, ...]:
    """The fields of a step in which what was sent is not what is kept."""
    return tuple(
        Differing(_label(name, catalogue), _shown(name, values, catalogue), _shown(name, kept.get(name, ()), catalogue))
        for name, values in sent.items()
        if not name.startswith("own_") and list(values) != list(kept.get(name, ()))
    )


def _label(name: str, catalogue: Catalogue) -> str:
    return LABELS.get(name) or _name(name.removeprefix(MOVE), catalogue)


def _shown(name: str, values: Collection[str], catalogue: Catalogue) -> str:
    if name in {"done", "pinned", "excluded", "unavailable"}:
        return _listed(values, catalogue)
    return "; ".join(values) or "Nothing"


def _listed(keys: Collection[str], catalogue: Catalogue) -> str:
    return "; ".join(_name(key, catalogue) for key in keys) or "None"


def _name(key: str, catalogue: Catalogue) -> str:
    row = catalogue.actions.get(key) or catalogue.conditions.get(key)
    return str(row["name"]) if row else key
