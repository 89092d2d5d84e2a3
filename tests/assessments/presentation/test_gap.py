"""The page of a skill: where it stands, what it adds, how much it counts, and the steps, on the real catalogue."""

from copy import deepcopy
from typing import Any

import pytest

from assessments.presentation.gap import GapPage, gap_page
from assessments.presentation.result import result_page
from tests.assessments.domain.builders import published
from tests.assessments.presentation.realistic import LEVEL, catalogue, result

LEVELS = {"deputy": "Deputy CMIO", "cmio": "CMIO", "senior": "Senior CMIO"}


def of(skill: str, left_out: tuple[str, ...] = (), **changed: Any) -> GapPage:
    """The page of a skill of the realistic result, with some of its figures replaced."""
    document = deepcopy(result()) | {"left_out": {"skills": list(left_out), "items": []}, "form": "quick"}
    next(row for row in document["report"]["skills"] if row["id"] == skill).update(changed)
    page = result_page(document, catalogue())
    row = next(row for row in page.skills if row.id == skill)
    return gap_page(page, document["report"], row, published(LEVEL), LEVELS, catalogue())


def test_the_first_gap_says_what_closing_it_adds() -> None:
    page = result_page(result(), catalogue())
    first = page.gaps[0]
    found = of(first.id)
    to = round(result()["report"]["readiness"]["score"] + first.points)
    assert found.kicker == f"Gap 1 of {len(page.gaps)} · {first.domain_name}"
    assert found.lede == f"Closing this would move you from {page.score} to about {to}."
    assert found.adds == f"{first.points_text} points"
    assert found.adds_note == f"The largest of your {len(page.gaps)} gaps. Readiness {page.score} to {to}"


def test_the_weight_stands_beside_that_at_other_levels() -> None:
    found = of("ai_governance")
    assert found.weight == "6 of 100 for CMIO"
    assert found.weight_note == "4 for Deputy CMIO and 7 for Senior CMIO"


def test_the_steps_lead_from_the_likely_level_to_the_required_one() -> None:
    found = of("ai_governance", likely=2, required=4, status="gap", low=1, high=3, meets=0.004).closing
    assert [(step.low, step.high, step.name) for step in found.steps] == [
        (2, 3, "Silent local test of an AI tool"),
        (3, 4, "Chair AI governance"),
    ]
    assert found.title == "Two steps close it"
    assert found.takes
    assert (found.takes.hours, found.takes.rest) == (
        "180 to 340 hours",
        "60 to 130 weeks in 2 steps, one after the other, no fee",
    )
    assert {step.high for step in found.passed} == {2}
    assert [(step.low, step.high) for step in found.others] == [(4, 5)]


@pytest.mark.parametrize(
    ("status", "likely", "meets", "title", "is_open"),
    [
        ("gap", 2, 0.004, "Two levels to go; the chance that you meet the requirement already is below 1 in 100", True),
        ("gap", 3, 0.2, "One level to go; the chance that you meet the requirement already is 20 in 100", True),
        (
            "unsure",
            4,
            0.55,
            "Your answers do not tell yet: the chance that you meet the requirement is 55 in 100",
            True,
        ),
        ("met", 4, 0.998, "The chance that you meet the requirement is above 99 in 100", False),
    ],
)
def test_the_chart_says_how_likely_the_requirement_is_met(
    status: str, likely: int, meets: float, title: str, is_open: bool
) -> None:
    found = of("ai_governance", status=status, likely=likely, meets=meets, low=likely - 1, high=likely)
    assert found.plot.title == title
    assert found.is_open is is_open
    assert (found.plot.you, found.plot.required) == (f"{likely * 20:.2f}%", "80.00%")
    assert found.plot.short == f"{max(0, 4 - likely) * 20:.2f}%"


def test_what_is_met_has_nothing_to_close() -> None:
    found = of("ai_governance", status="met", likely=4, meets=0.9, points_lost=0.2)
    assert found.kicker.startswith("Met · ")
    assert found.lede == "You meet what is required here, so there is nothing to close."
    assert (found.closing.steps, found.closing.takes) == ((), None)
    assert found.closing.title == "Your likely level reaches the requirement"


def test_what_was_not_asked_could_stand_anywhere_and_begins_at_the_start() -> None:
    found = of("ai_governance", ("ai_governance",))
    assert found.kicker.startswith("Not asked · ")
    assert found.lede.startswith("This skill was not asked.")
    assert found.plot.title == "This skill was not asked, so any level is possible"
    assert found.closing.steps[0].low == 0
    assert found.closing.title == "Three steps lead from the start to what is required"
    assert found.is_asked is False


def test_a_catalogue_without_enough_actions_says_so() -> None:
    found = of("ai_governance", likely=4, required=5, status="gap", meets=0.1, low=4, high=4)
    assert found.closing.title == "One step closes it"
    assert of("cds", likely=4, required=5, status="gap", meets=0.1, low=4, high=4).closing.title.startswith(
        "The catalogue has no"
    )
    assert of("cds", likely=3, required=5, status="gap", meets=0.1, low=3, high=4).closing.title.endswith(
        "no action beyond level 4"
    )
