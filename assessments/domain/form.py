"""Which questions an attempt asks, in which order, and which of them are open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.instrument import Instrument, Item, Skill
from assessments.domain.scoring import Answers

HEAVIEST = 20
"""So many skills get a scenario whatever their rating."""

HIGH_RATING = 4
"""A rating from here up gets a scenario, because high self-ratings are the least accurate."""

SKILL, SCENARIO = "skill", "scenario"


@dataclass(frozen=True, slots=True)
class Step:
    """One question: its kind, the key of its skill or scenario item, and whether it is answered."""

    kind: str
    id: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one attempt: skills by domain, then scenarios."""

    skills: tuple[Skill, ...]
    items: tuple[Item, ...]
    steps: tuple[Step, ...]

    @property
    def open_skills(self) -> tuple[Skill, ...]:
        """The skills that nobody has rated yet."""
        rated = {step.id for step in self.steps if step.kind == SKILL and step.answered}
        return tuple(skill for skill in self.skills if skill.id not in rated)

    def answered(self, kind: str) -> int:
        """How many questions of that kind are answered."""
        return sum(step.answered for step in self.steps if step.kind == kind)

    def first_open(self) -> Step | None:
        """The first question without an answer."""
        return _first_open(self.steps)

    def next_open(self, kind: str, id: str) -> Step | None:
        """The next question without an answer after this one; what was passed over stays for the check."""
        return _first_open(self.steps[self._position(kind, id) + 1 :])

    def before(self, kind: str, id: str) -> Step | None:
        """The question before this one, answered or not."""
        position = self._position(kind, id)
        return self.steps[position - 1] if position else None

    def _position(self, kind: str, id: str) -> int:
        return next(n for n, step in enumerate(self.steps) if (step.kind, step.id) == (kind, id))


def build(instrument: Instrument, answers: Answers) -> Form:
    """The form as the answers so far make it: a high rating adds a scenario, an answer never takes one away."""
    skills = skills_in_order(instrument)
    items = scenarios(instrument, answers)
    steps = (
        *(Step(SKILL, skill.id, skill.id in answers.ratings) for skill in skills),
        *(Step(SCENARIO, item.id, item.id in answers.scenarios) for item in items),
    )
    return Form(skills, items, steps)


def skills_in_order(instrument: Instrument) -> tuple[Skill, ...]:
    """All skills: domain by domain, inside a domain as the instrument lists them."""
    place = {domain.id: n for n, domain in enumerate(instrument.domains)}
    return tuple(sorted(instrument.skills, key=lambda skill: place[skill.domain]))


def scenarios(instrument: Instrument, answers: Answers) -> tuple[Item, ...]:
    """One item for each of the heaviest skills and of those rated high, in the order of the skills.

    - heaviest: by weight at the target level, ties in the instrument's order
    - what was answered stays, even after its skill's rating went down again
    """
    asked = {skill.id for skill in _heaviest(instrument.skills)}
    asked |= {skill for skill, rating in answers.ratings.items() if rating.level >= HIGH_RATING}
    chosen = ((skill.id, _nearest(skill, instrument.items)) for skill in skills_in_order(instrument))
    return tuple(item for skill, item in chosen if item and (skill in asked or item.id in answers.scenarios))


def _heaviest(skills: Sequence[Skill]) -> list[Skill]:
    return sorted(skills, key=lambda skill: -skill.weight)[:HEAVIEST]


def _nearest(skill: Skill, items: Iterable[Item]) -> Item | None:
    """The skill's item that probes nearest to what is required; ties go to the lower level, then to the first."""
    own = (item for item in items if item.skill == skill.id)
    return min(own, key=lambda item: (abs(item.level - skill.required), item.level), default=None)


def _first_open(steps: Iterable[Step]) -> Step | None:
    return next((step for step in steps if not step.answered), None)
