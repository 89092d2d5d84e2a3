"""One sample person before and after: readiness, domains, and what changes its place or its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.domain.report import readiness_report
from assessments.presentation.terms import BANDS, GATE_STATES, NECESSITIES, STATUSES
from assessments.presentation.words import count, listed, sentence
from assessments.services.samples import Sample, Standing

TOP = 5
"""Gaps that are shown: those that cost most."""
ABSENT = "not there"
APART = {"not_applicable": "Does not apply"}


@dataclass(frozen=True, slots=True)
class Move:
    """What something is by the live instrument and by the draft, in words, with the difference of numbers."""

    name: str
    before: str
    after: str
    difference: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A sample person by both instruments; without `summary` where one of them cannot be asked."""

    title: str
    about: str
    finding: str
    summary: tuple[Move, ...] = ()
    domains: tuple[Move, ...] = ()
    skills: tuple[Move, ...] = ()
    gates: tuple[Move, ...] = ()
    gaps: tuple[Move, ...] = ()
    notes: tuple[str, ...] = ()


def moved(sample: Sample, before: Standing | None, after: Standing | None) -> Moved:
    """What the draft does to the sample's result; plainly nothing where it moves no figure of it."""
    if before is None or after is None:
        gone = "the draft" if after is None else "the live instrument"
        finding = f"Cannot be compared: {gone} has no level or no profession for this person."
        return Moved(sample.title, sample.about, finding)
    first, second = _report(before), _report(after)
    if first == second:
        return Moved(sample.title, sample.about, "Nothing moves.", summary=(_overall(first, second),))
    return Moved(
        title=sample.title,
        about=sample.about,
        finding=_finding(first, second),
        summary=(_overall(first, second), *_counts(first, second)),
        domains=tuple(_domains(before, after, first, second)),
        skills=tuple(_skills(before, after, first, second)),
        gates=tuple(_gates(before, after, first, second)),
        gaps=tuple(_gaps(before, after, first, second)),
        notes=tuple(_notes(before, after)),
    )


def _report(standing: Standing) -> dict[str, Any]:
    report = readiness_report(standing.instrument, standing.readiness, standing.gates)
    return {name: report[name] for name in ("readiness", "domains", "skills", "gates")}


def _finding(first: Mapping[str, Any], second: Mapping[str, Any]) -> str:
    change = round(second["readiness"]["score"] - first["readiness"]["score"], 1)
    if not change:
        return "Readiness stays; parts of it move."
    way = "rises" if change > 0 else "falls"
    bands = [BANDS[report["readiness"]["band"]].lower() for report in (first, second)]
    band = f", from {bands[0]} to {bands[1]}" if bands[0] != bands[1] else ""
    points = f"{abs(change):.1f}".removesuffix(".0")
    return f"Readiness {way} by {points} {'point' if points == '1' else 'points'}{band}."


def _overall(first: Mapping[str, Any], second: Mapping[str, Any]) -> Move:
    before, after = first["readiness"], second["readiness"]
    one, other = (f"{_range(row)}, {BANDS[row['band']].lower()}" for row in (before, after))
    return Move("Readiness", one, other, _difference(before["score"], after["score"]))


def _counts(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterable[Move]:
    for status in ("met", "unsure", "gap"):
        before, after = (sum(row["status"] == status for row in report["skills"]) for report in (first, second))
        yield Move(f"Skills: {STATUSES[status].lower()}", str(before), str(after), _difference(before, after, digits=0))


def _domains(before: Standing, after: Standing, first: Any, second: Any) -> Iterable[Move]:
    names = _names(before.instrument.domains, after.instrument.domains)
    for id, one, other in _pairs(first["domains"], second["domains"]):
        scores = (one or {}).get("score"), (other or {}).get("score")
        yield Move(names[id], _range(one), _range(other), _difference(*scores))


def _skills(before: Standing, after: Standing, first: Any, second: Any) -> Iterable[Move]:
    names = _names(before.instrument.skills, after.instrument.skills)
    for id, one, other in _pairs(first["skills"], second["skills"]):
        if (one or {}).get("status") != (other or {}).get("status"):
            yield Move(names[id], _status(one), _status(other))


def _gates(before: Standing, after: Standing, first: Any, second: Any) -> Iterable[Move]:
    names = _names(before.instrument.gates, after.instrument.gates)
    for id, one, other in _pairs(first["gates"], second["gates"]):
        if one != other:
            yield Move(names[id], _gate(one), _gate(other))


def _gaps(before: Standing, after: Standing, first: Any, second: Any) -> Iterable[Move]:
    # The costliest of either, in the order of the draft.
    names = _names(before.instrument.skills, after.instrument.skills)
    lost = [{row["id"]: row["points_lost"] for row in report["skills"]} for report in (first, second)]
    top = {id for points in lost for id in sorted(points, key=lambda id: -points[id])[:TOP] if points[id]}
    for id in sorted(top, key=lambda id: (-lost[1].get(id, -1), -lost[0].get(id, -1))):
        one, other = (side.get(id) for side in lost)
        yield Move(names[id], _points(one), _points(other), _difference(one, other))


def _points(lost: float | None) -> str:
    return ABSENT if lost is None else f"{lost:.1f}"


def _notes(before: Standing, after: Standing) -> Iterable[str]:
    skills = {skill.id for skill in after.instrument.skills}
    rated = skills - {skill.id for skill in before.instrument.skills}
    if not after.readiness.complete and rated:
        added = [skill.name for skill in after.instrument.skills if skill.id in rated]
        yield f"{listed(added)}: new, and not rated by this person, so the range is wider."
    if dropped := set(after.unasked) - set(before.unasked):
        yield sentence(f"{count(len(dropped), 'answer')} of this person would not be asked for any more.")


def _pairs(first: Iterable[Any], second: Iterable[Any]) -> Iterable[tuple[str, Any, Any]]:
    one, other = ({row["id"]: row for row in rows} for rows in (first, second))
    return ((id, one.get(id), other.get(id)) for id in {**other, **one})


def _names(*parts: Iterable[Any]) -> dict[str, str]:
    return {row.id: row.name for rows in parts for row in rows}


def _range(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ABSENT
    if row["score"] is None:
        return "not shown"
    return f"{row['score']:.1f} ({row['low']:.1f} to {row['high']:.1f})"


def _status(row: Mapping[str, Any] | None) -> str:
    return f"{STATUSES[row['status']]}, {row['required']} asked" if row else ABSENT


def _gate(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return ABSENT
    return f"{(GATE_STATES | APART)[row['status']]}, {NECESSITIES[row['necessity']].lower()}"


def _difference(before: float | None, after: float | None, digits: int = 1) -> str:
    if before is None or after is None:
        return ""
    change = round(after - before, digits)
    return f"{change:+.{digits}f}".replace("-", "−") if change else "0"
