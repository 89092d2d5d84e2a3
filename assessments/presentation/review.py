"""Scenarios after submission: what was chosen, which option is right, and why for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.presentation import questions
from assessments.presentation.catalogue import Catalogue

UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ReviewedOption:
    """An option with its reason."""

    text: str
    rationale: str
    right: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answered scenario."""

    skill: str
    situation: str
    question: str
    outcome: str
    options: tuple[ReviewedOption, ...]


def reviewed(catalogue: Catalogue, choices: Mapping[str, str]) -> tuple[Reviewed, ...]:
    """The answered scenarios in the instrument's order."""
    return tuple(_reviewed(catalogue, item, choices[item]) for item in catalogue.items if item in choices)


def _reviewed(catalogue: Catalogue, item: str, choice: str) -> Reviewed:
    row, shown = catalogue.items[item], questions.scenario(catalogue, item)
    options = tuple(
        ReviewedOption(option["text"], option["rationale"], option["id"] == row["key"], option["id"] == choice)
        for option in row["options"]
    )
    return Reviewed(shown.skill, shown.situation, shown.question, _outcome(choice, row["key"]), options)


def _outcome(choice: str, key: str) -> str:
    if choice == UNSURE:
        return "You would have asked someone"
    return "Right" if choice == key else "Not the best answer"
