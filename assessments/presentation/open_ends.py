"""What a plan leaves open: skills below their requirement, gates, and what was left out, each with its reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.instrument import POINTS_BY_NECESSITY, Gate, Instrument
from assessments.presentation import terms, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.steps import Step

BINDING = {
    "no action exists": "No action in the catalogue leads there yet.",
    "condition": "It needs a condition that you do not hold or have ruled out.",
    "a big move not opened": "It takes a big move that you are not open to.",
    "hours": "Your hours a week are too few for it.",
    "money": "Your budget is too small for it.",
    "date": "Your target date is too early for it.",
    "better uses of the hours": "Your hours bring more points elsewhere.",
}
CHANGEABLE = {"hours", "money", "date", "better uses of the hours"}
NOTHING_CLOSES = "No single change of hours, budget or date that was tried closes it without losing another level."
SETTLED = {"met", "not_applicable"}


@dataclass(frozen=True, slots=True)
class Way:
    """A limit at which a gap was closed: its name and value as a form sends it, and what a button says."""

    name: str
    value: str
    button: str


@dataclass(frozen=True, slots=True)
class OpenSkill:
    """A skill that ends below its requirement, what binds it and what would close it, as far as planning found out."""

    name: str
    reached: int
    required: int
    points: float
    binding: str
    would_need: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class GateLine:
    """A gate that is not met yet: how much it counts, and what the plan does about it."""

    name: str
    necessity: str
    points: int
    opened: bool
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An action or a skill that the plan could not take up, and why."""

    name: str
    why: str


def open_skills(document: Mapping[str, Any], catalogue: Catalogue, spent: int = 0) -> tuple[OpenSkill, ...]:
    """The open skills, the dearest first; `spent` USD of the whole budget were gone before the plan was made."""
    return tuple(
        OpenSkill(
            name=catalogue.skills[row["skill"]]["name"],
            reached=row["reached"],
            required=row["required"],
            points=row["points"],
            binding=BINDING.get(row["binding"]) or f"{words.sentence(row['binding'])}.",
            would_need=would_need(row["would_need"] or {}, spent) or _without(row["binding"]),
            ways=tuple(_ways(row["would_need"] or {}, spent)),
        )
        for row in document["unmet"]
    )


def would_need(change: Mapping[str, Any], spent: int = 0) -> str:
    """The smallest changes at which the gap was closed, each enough on its own."""
    parts = []
    if "hours_per_week" in change:
        parts.append(f"from {words.figures(change['hours_per_week'], 'hour')} a week")
    if "budget_usd" in change:
        parts.append(f"from a budget of {words.usd(change['budget_usd'] + spent)}")
    if "target" in change:
        parts.append(f"with a target date of {words.day(date.fromisoformat(change['target']))}")
    return f"Fits {', or '.join(parts)}." if parts else ""


def _without(binding: str) -> str:
    return NOTHING_CLOSES if binding in CHANGEABLE else ""


def _ways(change: Mapping[str, Any], spent: int) -> Iterator[Way]:
    if "hours_per_week" in change:
        hours = change["hours_per_week"]
        yield Way("hours_per_week", words.amount(hours), f"Plan with {words.figures(hours, 'hour')} a week")
    if "budget_usd" in change:
        budget = change["budget_usd"] + spent
        yield Way("budget_usd", str(budget), f"Plan with {words.usd(budget)}")
    if "target" in change:
        target = change["target"]
        yield Way("target", target, f"Plan until {words.day(date.fromisoformat(target))}")


def open_gates(instrument: Instrument, profession: str, states: Mapping[str, str]) -> list[Gate]:
    """The gates that apply to the profession and are neither met nor marked as not applicable."""
    return [gate for gate in instrument.gates if profession in gate.professions and states.get(gate.id) not in SETTLED]


def gate_lines(gates: Sequence[Gate], steps: Sequence[Step], states: Mapping[str, str]) -> tuple[GateLine, ...]:
    """The open gates, those that cost most points first."""
    lines = [_gate_line(gate, steps, states.get(gate.id, "not_met")) for gate in gates]
    return tuple(sorted(lines, key=lambda line: -line.points))


def left_out(document: Mapping[str, Any], catalogue: Catalogue) -> tuple[LeftOut, ...]:
    """Everything that the plan names as left out."""
    return tuple(LeftOut(_name(row["id"], catalogue), f"{words.sentence(row['why'])}.") for row in document["left_out"])


def _gate_line(gate: Gate, steps: Sequence[Step], state: str) -> GateLine:
    counting = [step for step in steps if gate.id in step.gates]
    opened = bool(counting) and gate.years is None
    return GateLine(
        name=gate.name,
        necessity=terms.NECESSITIES[gate.necessity],
        points=POINTS_BY_NECESSITY[gate.necessity],
        opened=opened,
        text=_years(gate, counting) if gate.years else _opening(counting, state),
    )


def _years(gate: Gate, counting: Sequence[Step]) -> str:
    start = f"Years are worked, not scheduled: {words.count(gate.years or 0, 'year')} is typical."
    if not counting:
        return f"{start} No step of this plan counts toward them."
    verb = "counts" if len(counting) == 1 else "count"
    return f"{start} {words.listed([f'“{step.name}”' for step in counting])} {verb} toward them."


def _opening(counting: Sequence[Step], state: str) -> str:
    if counting:
        first = min(counting, key=lambda step: (step.end, step.number))
        return f"“{first.name}” opens it by {words.day(first.end)}."
    if state == "in_progress":
        return "You have it in progress. No step of this plan opens it."
    return "No step of this plan opens it."


def _name(key: str, catalogue: Catalogue) -> str:
    row = catalogue.actions.get(key) or catalogue.skills.get(key)
    return row["name"] if row else key
