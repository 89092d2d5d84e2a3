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
class Reference:
    """What the key of a scenario rests on; `opened` unless the point was written from knowledge alone."""

    title: str
    year: str
    url: str
    opened: bool


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answered scenario."""

    id: str
    skill: str
    level_word: str
    situation: str
    question: str
    outcome: str
    options: tuple[ReviewedOption, ...]
    reference: Reference


def reviewed(catalogue: Catalogue, choices: Mapping[str, str], skill: str = "") -> tuple[Reviewed, ...]:
    """The answered scenarios in the instrument's order, or those of one skill."""
    return tuple(
        _reviewed(catalogue, id, choices[id])
        for id, row in catalogue.items.items()
        if id in choices and skill in ("", row["skill"])
    )


def _reviewed(catalogue: Catalogue, item: str, choice: str) -> Reviewed:
    row, shown = catalogue.items[item], questions.scenario(catalogue, item)
    options = tuple(
        ReviewedOption(option["text"], option["rationale"], option["id"] == row["key"], option["id"] == choice)
        for option in row["options"]
    )
    return Reviewed(
        id=item,
        skill=shown.skill,
        level_word=catalogue.word(row["level_probed"]),
        situation=shown.situation,
        question=shown.question,
        outcome=outcome_words(choice, row["key"]),
        options=options,
        reference=_reference(catalogue, item),
    )


def _reference(catalogue: Catalogue, item: str) -> Reference:
    found = catalogue.items[item]["reference"]
    checks = catalogue.document["actions"]["meta"].get("reference_check", {})
    return Reference(found["title"], found["year"], found["url"] or "", item not in checks.get("from_knowledge", ()))


def outcome_words(choice: str, key: str) -> str:
    """How an answer turned out."""
    if choice == UNSURE:
        return "You would have asked someone"
    return "Right" if choice == key else "Not the best answer"
