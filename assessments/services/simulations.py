"""Simulations of the live instrument: made, and the last one that was kept for everybody to read."""

import json
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings

from assessments import snapshots
from assessments.domain import simulation
from assessments.domain.simulation import Departure
from careers.models import InstrumentVersion

KEPT: Path = settings.BASE_DIR / "assessments" / "simulation.json"
"""What the page about the assessment shows; it travels with the code whose forms it measures."""

DEPARTURES = (Departure(), Departure(alike=True), Departure(overrating=1), Departure(unsure=0.5))
"""What a kept simulation holds, answers as the model has them first."""


def simulate(
    version: InstrumentVersion, *, levels: list[str], people: int, seed: int, departure: Departure
) -> dict[str, Any]:
    """How well both forms find out what is true of so many people; at every level they are the same people."""
    instruments = [snapshots.instrument(version.pk, level) for level in levels]
    return {
        "career": version.catalogue.career.slug,
        "instrument": version.number,
        "fingerprint": fingerprint(version),
        "people": people,
        "seed": seed,
        "departure": asdict(departure),
        "levels": [
            # Chance that can be repeated is what a measurement needs; nothing here is secret.
            simulation.level_report(one, people=people, draw=Random(seed).random, departure=departure)  # noqa: S311
            for one in instruments
        ],
    }


def fingerprint(version: InstrumentVersion) -> str:
    """What tells the version, seen from all of its levels, from those that measure otherwise."""
    return simulation.fingerprint(snapshots.instrument(version.pk, level) for level in snapshots.levels(version.pk))


def keep(version: InstrumentVersion, *, people: int, seed: int) -> list[dict[str, Any]]:
    """Simulate every level under each departure, and keep that in the place of what was kept."""
    levels = [*snapshots.levels(version.pk)]
    found = [
        simulate(version, levels=levels, people=people, seed=seed, departure=departure) for departure in DEPARTURES
    ]
    made = KEPT.with_suffix(".new")
    made.write_text(json.dumps(found, indent=1) + "\n")
    made.replace(KEPT)  # whoever reads meanwhile finds the old one or the new one whole
    return found


def kept(version: InstrumentVersion) -> list[dict[str, Any]]:
    """The kept simulations, one for each departure; none where they measured another instrument."""
    found: list[dict[str, Any]] = json.loads(KEPT.read_text()) if KEPT.is_file() else []
    present = fingerprint(version)
    return [report for report in found if report["fingerprint"] == present]
