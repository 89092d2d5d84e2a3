"""What an action takes and gives, in words, alone and together with others."""

from typing import Any

import pytest

from assessments.domain.closing import Rise
from assessments.domain.instrument import Instrument
from assessments.presentation.actions import ActionRow, action_row, cost, hours, totals
from assessments.presentation.catalogue import Catalogue
from tests.assessments.presentation.builders import action, document, instrument, lift


def rise(low: int = 2, high: int = 3, **given: Any) -> tuple[Rise, Catalogue]:
    actions = [action("more", "More", **given), action("first", "The first")]
    on: Instrument = instrument(actions=actions)
    return Rise(on.actions[0], low, high), Catalogue(document(actions=actions))


def row(**given: Any) -> ActionRow:
    return action_row(*rise(**given))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(60, 80, "60 to 80 hours"), (1, 1, "1 hour"), (2.5, 2.5, "2.5 hours"), (800, 2500, "800 to 2,500 hours")],
)
def test_hours(low: float, high: float, said: str) -> None:
    assert hours(low, high) == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(0, 0, "None"), (0, 400, "$0 to $400"), (100, 1400, "$100 to $1,400"), (50, 50, "$50")]
)
def test_cost(low: int, high: int, said: str) -> None:
    assert cost(low, high) == said


def test_a_row_says_what_comes_first_and_what_it_proves() -> None:
    found = row(
        evidence="A memo.", requires_actions=["first"], requires_conditions=["sponsor"], weeks_min=1, weeks_max=1
    )
    assert (found.needs, found.proves) == (("The first", "A sponsor agrees"), "A memo.")
    assert (found.low, found.high, found.hours, found.weeks, found.cost) == (2, 3, "10 to 20 hours", "1 week", "None")


@pytest.mark.parametrize(
    ("given", "remark"),
    [
        ({}, ""),
        ({"paid_time": True}, "Done in paid time"),
        ({"paid_time": True, "big_move": True}, "A change of post or a degree"),
    ],
)
def test_a_remark_says_what_hours_do_not(given: dict[str, Any], remark: str) -> None:
    assert row(**given).remark == remark


def test_totals_are_sums() -> None:
    one, _ = rise(cost_max_usd=100, develops=[lift("cds", 2, 3)])
    assert totals((one,)).rest == "2 to 4 weeks in one step, $0 to $100"
    both = totals((one, one))
    assert (both.hours, both.rest) == ("20 to 40 hours", "4 to 8 weeks in 2 steps, one after the other, $0 to $200")
    assert totals((rise()[0],)).rest == "2 to 4 weeks in one step, no fee"
