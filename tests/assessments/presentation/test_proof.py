"""What a skill rests on: the own rating and what backs it, a mentor's beside it, and scenarios."""

import pytest

from assessments.domain.scoring import Observation
from assessments.presentation.proof import OwnRating, ProofRow, proof
from assessments.presentation.review import reviewed
from tests.assessments.presentation.builders import CATALOGUE

FLAT = (1.0,) * 6
MENTOR = Observation("mentor", "cds", 4, "", 0.7, FLAT)


@pytest.mark.parametrize(
    ("rating", "evidence", "what", "notes"),
    [
        (OwnRating(2, "", False), [], "You rated yourself, without an example", ()),
        (
            OwnRating(2, "Led it", True),
            [],
            "You rated yourself, with an example",
            ("Led it", "You marked that you were not sure"),
        ),
        (
            OwnRating(2, "", False),
            [{"id": "x", "title": "A rollout"}],
            "You rated yourself, with an example",
            ("A rollout",),
        ),
    ],
)
def test_the_own_rating_comes_with_what_backs_it(
    rating: OwnRating, evidence: list[dict[str, str]], what: str, notes: tuple[str, ...]
) -> None:
    assert proof(rating, evidence, (), (), CATALOGUE) == (ProofRow(what, "Supervised", notes),)


def test_who_had_no_chance_is_not_asked_for_an_example() -> None:
    (row,) = proof(OwnRating(0, "", False), (), (), (), CATALOGUE)
    assert (row.what, row.value) == ("You rated yourself", "Not had the chance")


def test_a_mentor_stands_beside_and_scenarios_lead_to_their_reasons() -> None:
    seen = (Observation("scenario", "alert", 3, "wrong", None, FLAT), MENTOR)
    found = proof(OwnRating(2, "", False), (), seen, reviewed(CATALOGUE, {"alert": "A"}), CATALOGUE)
    assert [(row.what, row.value, row.scenario) for row in found[1:]] == [
        ("Your mentor rated you", "Leads", ""),
        ("Scenario at the level ‘independent’", "Not the best answer", "alert"),
    ]


def test_what_nobody_answered_rests_on_nothing() -> None:
    assert proof(None, (), (), (), CATALOGUE) == ()
