"""The readiness model of DESIGN section 5: from answers to proficiencies, attainment and a score with its range."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assessments.domain.instrument import LEVELS, Instrument, Item, Skill

SIGMA = 1.0
SIGMA_WITH_EVIDENCE = 0.6
SIGMA_MENTOR = 0.7
LOW_CONFIDENCE = 1.25
SLOPE = 1.5
RANGE_SDS = 1.2816
"""Standard deviations to each side that hold 80 % of a normal distribution."""

UNSURE = "unsure"
BANDS = ((40, "starting"), (60, "building"), (75, "close"))
LEVERS = 3
TINY = 1e-9

Posterior = tuple[float, ...]


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


@dataclass(frozen=True, slots=True)
class SkillScore:
    """A skill's posterior against its requirement; levels 0 to 5, `meets` a probability, points out of 100."""

    id: str
    domain: str
    likely: int
    low: int
    high: int
    mean: float
    required: int
    meets: float
    attainment: float
    variance: float
    share: float
    status: str

    @property
    def points_lost(self) -> float:
        """Points of readiness that the shortfall costs."""
        return 100 * self.share * (1 - self.attainment)


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 with its 80 % range."""

    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DomainScore:
    """A domain's score over its own skills, or None while under three fifths of them are rated."""

    id: str
    name: str
    score: Score | None
    answered: int
    skills: int


@dataclass(frozen=True, slots=True)
class Lever:
    """A skill and the points that meeting its requirement would add."""

    skill: str
    points: float


@dataclass(frozen=True, slots=True)
class Readiness:
    """The outcome; `complete` once every skill is rated, before that unrated skills keep their wide prior."""

    overall: Score
    band: str
    complete: bool
    domains: tuple[DomainScore, ...]
    skills: tuple[SkillScore, ...]

    @property
    def gaps(self) -> tuple[SkillScore, ...]:
        """All skills, the ones that cost most points first."""
        return tuple(sorted(self.skills, key=lambda skill: -skill.points_lost))

    @property
    def levers(self) -> tuple[Lever, ...]:
        """The three changes that move readiness most."""
        return tuple(Lever(gap.id, gap.points_lost) for gap in self.gaps[:LEVERS] if gap.points_lost > 0.005)


@dataclass(frozen=True, slots=True)
class GateStatus:
    """How a gate stands: met, in_progress, not_met, or not_applicable to the profession."""

    id: str
    necessity: str
    status: str


def score(instrument: Instrument, answers: Answers) -> Readiness:
    """Readiness for the instrument's level (DESIGN section 5).

    - every skill: uniform prior times the likelihood of each observation, attainment E[min(θ,q)/q]
    - readiness and domains: weighted mean of attainment, range from the weighted variances
    """
    items = _items_by_skill(instrument, answers)
    total = instrument.total_weight
    skills = tuple(
        skill_score(
            skill, posterior(_likelihoods(skill.id, answers, items)), skill.weight / total, skill.id in answers.ratings
        )
        for skill in instrument.skills
    )
    overall = combined(skills)
    return Readiness(
        overall=overall,
        band=band(overall.score),
        complete=all(skill.id in answers.ratings for skill in instrument.skills),
        domains=tuple(
            _domain(domain.id, domain.name, [skill for skill in skills if skill.domain == domain.id], answers)
            for domain in instrument.domains
        ),
        skills=skills,
    )


def posterior(likelihoods: Iterable[Sequence[float]]) -> Posterior:
    """Probabilities of proficiency 0 to 5: the uniform prior times all likelihoods, normalised."""
    product = [math.prod(column) for column in zip(*likelihoods, strict=True)] or [1.0] * len(LEVELS)
    total = sum(product)
    return tuple(value / total for value in product)


@lru_cache(maxsize=64)
def rating_likelihood(rating: int, sigma: float) -> Posterior:
    """P(rating | θ) for θ from 0 to 5: a normal curve over the six possible ratings."""
    return tuple(
        math.exp(-((rating - theta) ** 2) / (2 * sigma**2))
        / sum(math.exp(-((other - theta) ** 2) / (2 * sigma**2)) for other in LEVELS)
        for theta in LEVELS
    )


@lru_cache(maxsize=256)
def item_likelihood(level: int, options: int, outcome: str) -> Posterior:
    """P(outcome | θ) of an item that probes a level, with guessing among its options; right, wrong or unsure."""
    known = [1 / (1 + math.exp(-SLOPE * (theta - level + 0.5))) for theta in LEVELS]
    if outcome == "right":
        return tuple(1 / options + (1 - 1 / options) * k for k in known)
    if outcome == "wrong":
        return tuple((1 - 1 / options) * (1 - k) for k in known)
    return tuple(1 - k for k in known)


def sigma_of(rating: Rating) -> float:
    """How widely a rating scatters around the true proficiency."""
    sigma = SIGMA_WITH_EVIDENCE if rating.evidence else SIGMA
    return sigma * LOW_CONFIDENCE if rating.low_confidence else sigma


def skill_score(skill: Skill, probabilities: Posterior, share: float, rated: bool = True) -> SkillScore:
    """What a posterior says about a skill that holds `share` of all weight."""
    attained = [min(theta, skill.required) / skill.required for theta in LEVELS]
    # Rounding in the sums must not lift a certain outcome above 1: points lost would turn negative.
    attainment = min(1.0, _mean(probabilities, attained))
    low, high = shortest_run(probabilities)
    meets = min(1.0, sum(probabilities[skill.required :]))
    return SkillScore(
        id=skill.id,
        domain=skill.domain,
        likely=median(probabilities),
        low=low,
        high=high,
        mean=_mean(probabilities, LEVELS),
        required=skill.required,
        meets=meets,
        attainment=attainment,
        variance=max(0.0, _mean(probabilities, [value**2 for value in attained]) - attainment**2),
        share=share,
        status=_status(meets) if rated else "unrated",
    )


def median(probabilities: Posterior) -> int:
    """The lowest level whose cumulative probability reaches a half."""
    cumulative = 0.0
    for theta in LEVELS:
        cumulative += probabilities[theta]
        if cumulative >= 0.5 - TINY:
            return theta
    return LEVELS[-1]


def shortest_run(probabilities: Posterior, mass: float = 0.8) -> tuple[int, int]:
    """The shortest run of levels that holds the mass; among equals the likeliest, then the lowest."""
    runs = [(low, high) for low in LEVELS for high in LEVELS if low <= high]
    holding = [run for run in runs if sum(probabilities[run[0] : run[1] + 1]) >= mass - TINY]
    return min(holding, key=lambda run: (run[1] - run[0], -sum(probabilities[run[0] : run[1] + 1]), run[0]))


def combined(skills: Sequence[SkillScore]) -> Score:
    """The weighted mean of attainment out of 100, with its 80 % range cut to 0 and 100."""
    weight = sum(skill.share for skill in skills)
    value = 100 * sum(skill.share * skill.attainment for skill in skills) / weight
    spread = 100 * RANGE_SDS * math.sqrt(sum((skill.share / weight) ** 2 * skill.variance for skill in skills))
    value = min(100.0, max(0.0, value))
    return Score(value, max(0.0, value - spread), min(100.0, value + spread))


def band(value: float) -> str:
    """The word for a score."""
    return next((word for limit, word in BANDS if value < limit), "ready")


def gate_statuses(instrument: Instrument, profession: str, states: Mapping[str, str]) -> tuple[GateStatus, ...]:
    """Every gate in order; what nobody answered is not met, what does not concern the profession not applicable."""
    return tuple(
        GateStatus(
            gate.id,
            gate.necessity,
            states.get(gate.id, "not_met") if profession in gate.professions else "not_applicable",
        )
        for gate in instrument.gates
    )


def outcome_of(item: Item, choice: str) -> str:
    """Whether a choice is right, wrong or unsure."""
    if choice == UNSURE:
        return UNSURE
    return "right" if choice == item.key else "wrong"


def _items_by_skill(instrument: Instrument, answers: Answers) -> dict[str, list[tuple[Item, str]]]:
    found: dict[str, list[tuple[Item, str]]] = {}
    for item in instrument.items:
        if item.id in answers.scenarios:
            found.setdefault(item.skill, []).append((item, outcome_of(item, answers.scenarios[item.id])))
    return found


def _likelihoods(skill: str, answers: Answers, items: Mapping[str, list[tuple[Item, str]]]) -> list[Posterior]:
    found = [item_likelihood(item.level, len(item.options), outcome) for item, outcome in items.get(skill, ())]
    if skill in answers.ratings:
        found.append(rating_likelihood(answers.ratings[skill].level, sigma_of(answers.ratings[skill])))
    if skill in answers.mentor_ratings:
        found.append(rating_likelihood(answers.mentor_ratings[skill], SIGMA_MENTOR))
    return found


def _domain(id: str, name: str, skills: list[SkillScore], answers: Answers) -> DomainScore:
    answered = sum(skill.id in answers.ratings for skill in skills)
    shown = skills and 5 * answered >= 3 * len(skills)
    return DomainScore(id, name, combined(skills) if shown else None, answered, len(skills))


def _status(meets: float) -> str:
    if meets >= 0.8:
        return "met"
    return "gap" if meets <= 0.2 else "unsure"


def _mean(probabilities: Sequence[float], values: Sequence[float]) -> float:
    return sum(p * value for p, value in zip(probabilities, values, strict=True))
