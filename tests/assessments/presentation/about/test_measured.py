"""The tables of a simulation show what it found, and nothing where none was kept."""

from dataclasses import asdict
from typing import Any

import pytest

from assessments.domain.simulation import Departure
from assessments.presentation.about.measured import measured

NAMES = {"low": "Lower", "high": "Higher"}


def share(value: float, error: float = 0.004) -> dict[str, float]:
    return {"value": value, "error": error}


def form(holds: float, bias: float) -> dict[str, Any]:
    return {
        "questions": {"fewest": 30, "mean": 35.6, "most": 40},
        "readiness": {
            "bias": share(bias, 0.1),
            "bias_of": {"starting": share(9.04, 1), "ready": None},
            "typical_error": 3.26,
            "range_holds_truth": share(holds, 0.0061),
        },
        "skills": {"bias": share(0), "typical_error": 0.9, "range_holds_truth": share(0.915)},
    }


def level(id: str, holds: float, bias: float) -> dict[str, Any]:
    gaps = {"found": 0.92, "called_unsure": 0.05, "not_asked": 0.03, "confirmed": 0.97, "contradicted": 0.0002}
    shares = {name: share(value) for name, value in gaps.items()}
    return {"level": id, "full": form(holds, bias), "quick": form(0.79, 0), "gaps": shares}


def report(departure: Departure, holds: float = 0.802, bias: float = 0.05) -> dict[str, Any]:
    levels = [level("low", 0.5, 0), level("high", holds, bias)]
    return {"people": 5000, "seed": 7, "departure": asdict(departure), "levels": levels}


def test_without_a_simulation_there_are_no_tables() -> None:
    assert measured([], NAMES) is None


def test_the_tables_show_what_was_found() -> None:
    found = measured([report(Departure())], NAMES)
    assert found
    assert (found.people, found.seed, found.error, found.skill_holds) == ("5,000", 7, "0.6", "92%")
    assert [row.name for row in found.forms][2:] == ["Higher, full assessment", "Higher, quick check"]
    assert [(row.questions, row.holds, row.off) for row in found.forms[2:]] == [
        ("36", "80.2%", "3.3 points"),
        ("36", "79.0%", "3.3 points"),
    ]
    gap = found.gaps[0]
    assert (gap.level, gap.found, gap.open, gap.confirmed, gap.contradicted) == (
        *("Lower", "92.0%", "8.0%", "97.0%", "0.02%"),
    )


@pytest.mark.parametrize(
    ("departure", "bias", "name", "off"),
    [
        (Departure(), 0.2, "Answers as the model has them", "none"),
        (Departure(alike=True), -0.3, "All skills of a person lie within one level", "0.3 points too low"),
        (Departure(overrating=1), 11.66, "Everybody rates themselves one level too high", "11.7 points too high"),
        (Departure(overrating=2), 20, "Everybody rates themselves 2 levels too high", "20.0 points too high"),
        (Departure(unsure=0.5), -1.3, "Of those who do not know an answer, 50% say so", "1.3 points too low"),
    ],
)
def test_a_departure_is_told_at_the_middle_level(departure: Departure, bias: float, name: str, off: str) -> None:
    found = measured([report(departure, 0.24, bias)], NAMES)
    assert found
    (row,) = found.departures
    assert (found.level, row.holds, row.skill_holds, row.off) == ("Higher", "24.0%", "91.5%", off)
    assert (row.off_starting, row.off_ready) == ("9.0 points too high", "too few people")
    assert row.name.startswith(name)
