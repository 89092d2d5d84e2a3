"""What is kept of simulations is shown for the instrument that it measured, and a run anew finds the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessments import snapshots
from assessments.services import simulations
from careers.models import InstrumentVersion

pytestmark = pytest.mark.django_db
PEOPLE = 60
SHARES = (("readiness", "range_holds_truth"), ("readiness", "bias"), ("skills", "range_holds_truth"))


@pytest.fixture
def version() -> InstrumentVersion:
    found: InstrumentVersion = InstrumentVersion.objects.select_related("catalogue__career").get()
    return found


def estimates(report: Any, level: str) -> dict[str, dict[str, float]]:
    """The estimates of one level by name."""
    found = next(row for row in report["levels"] if row["level"] == level)
    both = {f"{kind} {part} {name}": found[kind][part][name] for kind in ("full", "quick") for part, name in SHARES}
    return both | {name: found["gaps"][name] for name in ("found", "confirmed")}


def apart(one: Any, other: Any, level: str) -> list[str]:
    """The estimates that lie further apart than chance explains: four standard errors of both and their rounding."""
    pairs = {name: (here, estimates(other, level)[name]) for name, here in estimates(one, level).items()}
    return [
        name
        for name, (a, b) in pairs.items()
        if abs(a["value"] - b["value"]) > 4 * (a["error"] ** 2 + b["error"] ** 2) ** 0.5 + 0.01
    ]


def test_what_is_kept_measured_the_published_instrument_at_every_level(version: InstrumentVersion) -> None:
    kept = simulations.kept(version)
    assert [report["departure"]["alike"] for report in kept] == [False, True, False, False]
    assert len(kept) == len(simulations.DEPARTURES)
    assert {len(report["levels"]) for report in kept} == {len(snapshots.levels(version.pk))}
    assert min(report["people"] for report in kept) >= 5000


def test_what_is_kept_meets_what_was_promised(version: InstrumentVersion) -> None:
    for level in simulations.kept(version)[0]["levels"]:
        assert 0.78 <= level["full"]["readiness"]["range_holds_truth"]["value"] <= 0.82
        assert level["gaps"]["found"]["value"] >= 0.9
        assert level["quick"]["questions"]["most"] <= level["full"]["questions"]["fewest"] / 2


def test_every_departure_costs_what_the_page_says_that_it_costs(version: InstrumentVersion) -> None:
    plain, *departed = (report["levels"][1]["full"]["readiness"] for report in simulations.kept(version))
    assert all(one["range_holds_truth"]["value"] < plain["range_holds_truth"]["value"] for one in departed)
    assert departed[0]["bias_of"]["starting"]["value"] > 0 > departed[0]["bias_of"]["ready"]["value"]


@pytest.mark.parametrize("place", [0, 2])
def test_a_run_with_other_people_finds_what_is_kept(version: InstrumentVersion, place: int) -> None:
    kept, departure = simulations.kept(version)[place], simulations.DEPARTURES[place]
    anew = simulations.simulate(version, levels=["cmio"], people=PEOPLE, seed=99, departure=departure)
    assert apart(anew, kept, "cmio") == []
    other = simulations.kept(version)[2 - place]
    assert "full readiness bias" in apart(anew, other, "cmio")


def test_what_measured_another_instrument_is_not_shown(version: InstrumentVersion) -> None:
    document = snapshots.catalogue(version.pk)
    changed = json.loads(json.dumps(document))
    changed["competencies"]["skills"][0]["required"]["cmio"] -= 1
    other = InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=version.number + 1, document=changed, live_from=version.live_from
    )
    assert simulations.kept(other) == []
    reworded = json.loads(json.dumps(document))
    reworded["competencies"]["skills"][0]["name"] = "Another name"
    same = InstrumentVersion.objects.create(
        catalogue=version.catalogue, number=version.number + 2, document=reworded, live_from=version.live_from
    )
    assert simulations.kept(same) == simulations.kept(version) != []


def test_without_a_kept_simulation_nothing_is_shown(
    version: InstrumentVersion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulations, "KEPT", tmp_path / "none.json")
    assert simulations.kept(version) == []
