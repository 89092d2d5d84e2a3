"""What is known of a person, and what a choice on a scenario item means."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.domain.instrument import Item

UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Rating:
    """The user's own rating of a skill, 0 to 5; high confidence earns nothing, so only the low one is kept."""

    level: int
    low_confidence: bool = False
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """All that is known of a person: own ratings and a mentor's by skill, option letters or "unsure" by item."""

    ratings: Mapping[str, Rating]
    mentor_ratings: Mapping[str, int]
    scenarios: Mapping[str, str]


def outcome_of(item: Item, choice: str) -> str:
    """Whether a choice is right, wrong or unsure."""
    if choice == UNSURE:
        return UNSURE
    return "right" if choice == item.key else "wrong"
