"""One skill down to its observations: how likely each is at every level, and what they come to together."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from assessments.domain.instrument import LEVELS, Skill
from assessments.domain.scoring import MENTOR, SCENARIO, UNSURE, Observation, Rating, SkillScore, posterior
from assessments.domain.scoring.likelihoods import LOW_CONFIDENCE, SIGMA, SIGMA_MENTOR, SIGMA_WITH_EVIDENCE
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.words import listed

OUTCOMES = {"right": "right", "wrong": "not the best answer", UNSURE: "you would have asked someone"}


@dataclass(frozen=True, slots=True)
class ObservedRow:
    """One observation in words, and its likelihood at the levels 0 to 5."""

    name: str
    why: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Computed:
    """The table of one skill, and what each figure of it comes from, as sentences with their numbers."""

    rows: tuple[ObservedRow, ...]
    product: tuple[str, ...]
    posterior: tuple[str, ...]
    steps: tuple[str, ...]


def computed(
    skill: Skill, seen: Sequence[Observation], rating: Rating | None, score: SkillScore, catalogue: Catalogue
) -> Computed:
    """How the skill's likely level, range, chance and points come about."""
    likelihoods = [observation.likelihood for observation in seen]
    product = [prod(column) for column in zip(*likelihoods, strict=True)] or [1.0] * len(LEVELS)
    found = posterior(likelihoods)
    return Computed(
        rows=tuple(_row(one, rating, catalogue) for one in sorted(seen, key=lambda one: one.kind == SCENARIO)),
        product=tuple(f"{value:.6f}" for value in product),
        posterior=tuple(f"{value:.4f}" for value in found),
        steps=tuple(_steps(skill, found, score, catalogue)),
    )


def _row(seen: Observation, rating: Rating | None, catalogue: Catalogue) -> ObservedRow:
    values = tuple(f"{value:.4f}" for value in seen.likelihood)
    if seen.kind == SCENARIO:
        row = catalogue.items[seen.id]
        why = f"{OUTCOMES[seen.outcome]}; {len(row['options'])} options"
        return ObservedRow(f"Scenario at level {seen.level}", why, values)
    if seen.kind == MENTOR:
        return ObservedRow(f"Your mentor’s rating, {seen.level}", f"σ = {SIGMA_MENTOR:g}, for a mentor", values)
    return ObservedRow(f"Your rating, {seen.level}", f"σ = {seen.sigma:g}{_sigma(rating)}", values)


def _sigma(rating: Rating | None) -> str:
    backed = bool(rating and rating.evidence)
    how = "with an example or evidence" if backed else "without an example"
    if not (rating and rating.low_confidence):
        return f", {how}"
    return f": {SIGMA_WITH_EVIDENCE if backed else SIGMA:g} {how}, times {LOW_CONFIDENCE:g} because you were not sure"


def _steps(skill: Skill, found: Sequence[float], score: SkillScore, catalogue: Catalogue) -> list[str]:
    q, attained = skill.required, f"{score.attainment:.4f}"
    up_to, inside = sum(found[: score.likely + 1]), sum(found[score.low : score.high + 1])
    terms = listed([f"{found[theta]:.4f} × {min(theta, q) / q:g}" for theta in LEVELS if theta])
    lowest = "the lowest whose sum from level 0 up reaches a half"
    limits = "From 0.8 a skill is met, up to 0.2 it is a gap, between them it is unsure."
    lost = f"100 × {score.share:.4f} (its share of all weight) × (1 − {attained}) = {score.points_lost:.2f}"
    return [
        f"Likely level: {score.likely} ({catalogue.word(score.likely).lower()}), {lowest}: {up_to:.4f}.",
        f"Range: {score.low} to {score.high}, the shortest run of levels that holds 80% of the chance: {inside:.4f}.",
        f"Chance to meet level {q} or more: {score.meets:.4f}. {limits}",
        f"Attainment: each level counts as its share of {q}, at most 1; the sum of {terms} is {attained}.",
        f"Points lost: {lost}.",
    ]
