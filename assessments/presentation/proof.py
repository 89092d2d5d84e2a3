"""What a skill's standing rests on: the own rating with what backs it, a mentor's view, and scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.scoring import MENTOR, SCENARIO, Observation
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.review import Reviewed


@dataclass(frozen=True, slots=True)
class OwnRating:
    """The user's answer on the skill: the level, the one-line example, and whether they were not sure."""

    level: int
    example: str
    low_confidence: bool


@dataclass(frozen=True, slots=True)
class ProofRow:
    """One line: what was said, how it stands, notes below it, and the scenario that the reasons are given for."""

    what: str
    value: str
    notes: tuple[str, ...] = ()
    scenario: str = ""


def proof(
    rating: OwnRating | None,
    evidence: Sequence[Mapping[str, str]],
    seen: Sequence[Observation],
    scenarios: Sequence[Reviewed],
    catalogue: Catalogue,
) -> tuple[ProofRow, ...]:
    """All that is known of the skill, the own rating first; `evidence` is what counted in the result, by title."""
    found = [_own(rating, evidence, catalogue)] if rating else []
    found += [_mentor(one, catalogue) for one in seen if one.kind == MENTOR]
    outcomes = {one.id: one.outcome for one in seen if one.kind == SCENARIO}
    return (*found, *(_scenario(scene, outcomes[scene.id]) for scene in scenarios if scene.id in outcomes))


def _own(rating: OwnRating, evidence: Sequence[Mapping[str, str]], catalogue: Catalogue) -> ProofRow:
    backed = rating.example or evidence
    notes = [rating.example] if rating.example else []
    notes += [entry["title"] for entry in evidence]
    if rating.low_confidence:
        notes.append("You marked that you were not sure")
    what = "You rated yourself, with an example" if backed else "You rated yourself, without an example"
    return ProofRow(what if rating.level else "You rated yourself", catalogue.word(rating.level), tuple(notes))


def _mentor(seen: Observation, catalogue: Catalogue) -> ProofRow:
    return ProofRow(
        "Your mentor rated you", catalogue.word(seen.level), ("Kept beside your rating, never instead of it",)
    )


def _scenario(scene: Reviewed, outcome: str) -> ProofRow:
    value = {"right": "Right", "wrong": "Not the best answer"}.get(outcome, "Would have asked")
    return ProofRow(f"Scenario at the level ‘{scene.level_word.lower()}’", value, (), scene.id)
