"""People whose true proficiencies are known, and what they answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from assessments.domain.instrument import LEVELS, Instrument, Item
from assessments.domain.scoring import UNSURE, Answers, Rating, rating_likelihood
from assessments.domain.scoring.likelihoods import SIGMA, item_likelihood

Draw = Callable[[], float]
"""Where chance comes from: a number from 0 up to, and without, 1."""


@dataclass(frozen=True, slots=True)
class Departure:
    """How people depart from the model.

    - overrating: levels by which they rate themselves too high, 0 to 5
    - unsure: of those who do not know an answer, the share that says so instead of guessing, 0 to 1
    - alike: whether all skills of a person lie within one level of a common one, instead of anywhere
    """

    overrating: int = 0
    unsure: float = 0.0
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """True proficiency 0 to 5 by skill, and the answers to every question there is."""

    levels: Mapping[str, int]
    answers: Answers


def person(instrument: Instrument, draw: Draw, departure: Departure) -> Person:
    """Somebody from the model's prior who answers as DESIGN section 5 has it, apart from the departure."""
    levels = _levels(instrument, draw, departure)
    ratings = {skill: _rating(level, draw, departure) for skill, level in levels.items()}
    choices = {item.id: _choice(item, levels[item.skill], draw, departure) for item in instrument.items}
    return Person(levels, Answers(ratings, {}, choices))


def true_readiness(instrument: Instrument, levels: Mapping[str, int]) -> float:
    """Readiness, 0 to 100, of somebody whose proficiencies are known for certain."""
    reached = sum(skill.weight * min(levels[skill.id], skill.required) / skill.required for skill in instrument.skills)
    return 100 * reached / instrument.total_weight


def _levels(instrument: Instrument, draw: Draw, departure: Departure) -> dict[str, int]:
    if not departure.alike:
        return {skill.id: int(draw() * len(LEVELS)) for skill in instrument.skills}
    middle = int(draw() * len(LEVELS))
    return {skill.id: _possible(middle - 1 + int(draw() * 3)) for skill in instrument.skills}


def _rating(level: int, draw: Draw, departure: Departure) -> Rating:
    drawn = draw()
    rating = next((n for n, reached in enumerate(_cumulative(level)) if drawn < reached), LEVELS[-1])
    return Rating(_possible(rating + departure.overrating))


def _possible(level: int) -> int:
    return max(LEVELS[0], min(LEVELS[-1], level))


@lru_cache(maxsize=len(LEVELS))
def _cumulative(level: int) -> tuple[float, ...]:
    """How likely a rating of at most 0, 1, … 5 is for somebody at the level."""
    return tuple(accumulate(rating_likelihood(rating, SIGMA)[level] for rating in LEVELS))


def _choice(item: Item, level: int, draw: Draw, departure: Departure) -> str:
    """The right option where the answer is known; else any option, the right one among them, or "unsure"."""
    # Always three draws: the same seed makes the same people whatever their departure.
    knows, admits, guess = draw(), draw(), draw()
    if knows >= item_likelihood(item.level, len(item.options), UNSURE)[level]:
        return item.key
    return UNSURE if admits < departure.unsure else item.options[int(guess * len(item.options))]
