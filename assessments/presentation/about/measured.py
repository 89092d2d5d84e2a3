"""A kept simulation as tables of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Report = Mapping[str, Any]
FORMS = {"full": "full assessment", "quick": "quick check"}


@dataclass(frozen=True, slots=True)
class FormRow:
    """How well one form does at one level."""

    name: str
    questions: str
    holds: str
    off: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """How far the quick check agrees with the full form on the gaps of one level."""

    level: str
    found: str
    open: str
    confirmed: str
    contradicted: str


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """What a departure from the model does to the full form at the level that is looked at."""

    name: str
    holds: str
    skill_holds: str
    off: str
    off_starting: str
    off_ready: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The tables, with on whom they were measured; `error` is the largest standard error of a share, in points."""

    people: str
    seed: int
    error: str
    forms: tuple[FormRow, ...]
    gaps: tuple[GapRow, ...]
    skill_holds: str
    level: str
    departures: tuple[DepartureRow, ...]


def measured(kept: Sequence[Report], names: Mapping[str, str]) -> Measured | None:
    """The page's tables from a kept simulation, answers as the model has them first; nothing where none is kept."""
    if not kept:
        return None
    first, levels = kept[0], kept[0]["levels"]
    middle = len(levels) // 2
    return Measured(
        people=f"{first['people']:,}",
        seed=first["seed"],
        error=f"{100 * max(_errors(first)):.1f}",
        forms=tuple(_form(level, kind, names) for level in levels for kind in FORMS),
        gaps=tuple(_gap(level, names) for level in levels),
        skill_holds=_percent(levels[middle]["full"]["skills"]["range_holds_truth"], 0),
        level=names[levels[middle]["level"]],
        departures=tuple(_departure(report, middle) for report in kept),
    )


def _form(level: Report, kind: str, names: Mapping[str, str]) -> FormRow:
    found = level[kind]
    return FormRow(
        name=f"{names[level['level']]}, {FORMS[kind]}",
        questions=f"{found['questions']['mean']:.0f}",
        holds=_percent(found["readiness"]["range_holds_truth"]),
        off=f"{found['readiness']['typical_error']:.1f} points",
    )


def _gap(level: Report, names: Mapping[str, str]) -> GapRow:
    gaps = level["gaps"]
    left = {"value": gaps["called_unsure"]["value"] + gaps["not_asked"]["value"]}
    return GapRow(
        names[level["level"]],
        _percent(gaps["found"]),
        _percent(left),
        _percent(gaps["confirmed"]),
        _percent(gaps["contradicted"], 2),
    )


def _departure(report: Report, middle: int) -> DepartureRow:
    level = report["levels"][middle]
    full = level["full"]["readiness"]
    return DepartureRow(
        name=_name(report["departure"]),
        holds=_percent(full["range_holds_truth"]),
        skill_holds=_percent(level["full"]["skills"]["range_holds_truth"]),
        off=_bias(full["bias"]),
        off_starting=_bias(full["bias_of"]["starting"]),
        off_ready=_bias(full["bias_of"]["ready"]),
    )


def _name(departure: Report) -> str:
    if departure["alike"]:
        return "All skills of a person lie within one level of a common one"
    if levels := departure["overrating"]:
        return f"Everybody rates themselves {'one level' if levels == 1 else f'{levels} levels'} too high"
    if share := departure["unsure"]:
        return f"Of those who do not know an answer, {100 * share:.0f}% say so instead of guessing"
    return "Answers as the model has them"


def _bias(estimate: Mapping[str, float] | None) -> str:
    """Points by which readiness is off on average, in words; what chance alone explains is none."""
    if estimate is None:
        return "too few people"
    value, error = estimate["value"], estimate["error"]
    if abs(value) <= 2 * error:
        return "none"
    return f"{abs(value):.1f} points too {'high' if value > 0 else 'low'}"


def _percent(share: Mapping[str, float], digits: int = 1) -> str:
    return f"{100 * share['value']:.{digits}f}%"


def _errors(report: Report) -> list[float]:
    """Standard errors of the shares that the tables of answers as the model has them show."""
    held = [level[kind]["readiness"]["range_holds_truth"] for level in report["levels"] for kind in FORMS]
    gaps = [share for level in report["levels"] for share in level["gaps"].values()]
    return [share["error"] for share in (*held, *gaps)]
