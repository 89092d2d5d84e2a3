"""Actions of one's own come on top of the catalogue and are pinned: they are put into weeks whatever they bring."""

from dataclasses import replace

import pytest

from assessments.domain.instrument import Action, Instrument, Lift
from assessments.domain.planning import outlook, plan, remedies
from assessments.domain.situation import Situation
from tests.assessments.domain.planning.builders import read, situation
from tests.assessments.domain.planning.people import DOCUMENT, PEOPLE

OWN = Action(
    id="own-1",
    name="Shadow the CIO",
    kind="project",
    weeks_min=2,
    weeks_max=6,
    hours_min=6,
    hours_max=10,
    cost_min_usd=0,
    cost_max_usd=50,
    paid_time=False,
    big_move=False,
    requires_actions=(),
    requires_conditions=(),
    lifts=(),
    satisfies=(),
    windows=(),
    window_on="start",
)


def with_own(*own: Action) -> Instrument:
    """The published instrument with actions of one's own."""
    instrument = read(DOCUMENT)
    return replace(instrument, actions=(*instrument.actions, *own))


def given(pins: frozenset[str] = frozenset({"own-1"})) -> Situation:
    """Somebody with three months and the pin."""
    return replace(situation(**PEOPLE["somebody with three months"]), pinned=pins)


@pytest.mark.parametrize("lifts", [(), (Lift("cds", 0, 5),), (Lift("no-such-skill", 0, 1),)])
def test_it_is_there_and_says_that_it_was_asked_for(lifts: tuple[Lift, ...]) -> None:
    found = plan(with_own(replace(OWN, lifts=lifts)), given())
    (row,) = (row for row in found["actions"] if row["id"] == "own-1")
    assert found["status"] != "infeasible"
    assert "you asked for it" in row["why"]
    assert (row["hours"], 2 <= row["weeks"] <= 6) == (8, True)


def test_without_a_pin_what_brings_nothing_is_not_planned() -> None:
    found = plan(with_own(OWN), given(frozenset()))
    assert "own-1" not in [row["id"] for row in found["actions"]]


def test_what_does_not_fit_is_named_and_what_would_help_is_told() -> None:
    instrument, short = with_own(replace(OWN, hours_min=400, hours_max=400)), given()
    assert plan(instrument, short)["left_out"][0]["id"] == "own-1"
    helps = {row["kind"] for row in remedies(instrument, short) if row["change"]}
    assert "pinned" in helps
    assert "budget_usd" not in helps


def test_what_runs_already_stays_beside_it() -> None:
    found = outlook(with_own(OWN), given(), [{"hours_per_week": 2}, {"hours_per_week": 5}])
    assert all("own-1" in [row["id"] for row in cell["actions"]] for cell in found)
