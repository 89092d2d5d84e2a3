"""Which questions an attempt asks, in which order, and which of them are open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assessments.domain import quick
from assessments.domain.instrument import Instrument, Item, Skill
from assessments.domain.scoring import Answers

SKILL, SCENARIO = quick.SKILL, quick.SCENARIO
"""The two kinds of questions."""

FULL, QUICK = "full", "quick"
"""The two forms: everything, or what tells most in twelve minutes."""

HEAVIEST = 20
"""The scenarios of so many skills are asked whatever their rating."""

HIGH_RATING = 4
"""A rating from here up brings its scenarios, because high self-ratings are the least accurate."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question: its kind, the key of its skill or scenario item, and whether it is answered."""

    kind: str
    id: str
    answered: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What has no answer: skills that nobody rated, and scenario items that the full form would ask."""

    skills: tuple[Skill, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The questions of one attempt; of a quick check those asked so far, because an answer decides what comes next.

    - total: of all questions, also of those that a quick check has yet to choose
    - missing: skills without which the attempt cannot be submitted
    """

    kind: str
    skills: tuple[Skill, ...]
    items: tuple[Item, ...]
    steps: tuple[Step, ...]
    total: int
    missing: tuple[Skill, ...]
    left_out: LeftOut

    @property
    def open_skills(self) -> tuple[Skill, ...]:
        """The skills it asks that nobody has rated yet."""
        rated = {step.id for step in self.steps if step.kind == SKILL and step.answered}
        return tuple(skill for skill in self.skills if skill.id not in rated)

    def answered(self, kind: str | None = None) -> int:
        """How many questions, of that kind or of both, are answered."""
        return sum(step.answered for step in self.steps if kind in (None, step.kind))

    def first_open(self) -> Step | None:
        """The first question without an answer."""
        return _first_open(self.steps)

    def next_open(self, kind: str, id: str) -> Step | None:
        """The next question without an answer after this one; what was passed over stays for the check."""
        return _first_open(self.steps[self.position(kind, id) + 1 :])

    def before(self, kind: str, id: str) -> Step | None:
        """The question before this one, answered or not."""
        position = self.position(kind, id)
        return self.steps[position - 1] if position else None

    def asks(self, kind: str, id: str) -> bool:
        """Whether the question is one of them."""
        return any((step.kind, step.id) == (kind, id) for step in self.steps)

    def asking(self, kind: str, id: str) -> "Form":
        """The same form with this question among the others."""
        return self if self.asks(kind, id) else replace(self, steps=(*self.steps, Step(kind, id, answered=False)))

    def position(self, kind: str, id: str) -> int:
        """Its place among the questions, from 0; StopIteration where it is not one of them."""
        return next(n for n, step in enumerate(self.steps) if (step.kind, step.id) == (kind, id))


def build(instrument: Instrument, answers: Answers, kind: str = FULL) -> Form:
    """The form as the answers so far make it."""
    return _quick(instrument, answers) if kind == QUICK else _full(instrument, answers)


def skills_in_order(instrument: Instrument) -> tuple[Skill, ...]:
    """All skills: domain by domain, inside a domain as the instrument lists them."""
    place = {domain.id: n for n, domain in enumerate(instrument.domains)}
    return tuple(sorted(instrument.skills, key=lambda skill: place[skill.domain]))


def scenarios(instrument: Instrument, answers: Answers) -> tuple[Item, ...]:
    """The items of the heaviest skills and of those rated high, in the order of the skills, easier ones first.

    - heaviest: by weight at the target level, ties in the instrument's order
    - what was answered stays, even after its skill's rating went down again
    """
    asked = {skill.id for skill in _heaviest(instrument.skills)}
    asked |= {skill for skill, rating in answers.ratings.items() if rating.level >= HIGH_RATING}
    place = {skill.id: n for n, skill in enumerate(skills_in_order(instrument))}
    found = (item for item in instrument.items if item.skill in asked or item.id in answers.scenarios)
    return tuple(sorted(found, key=lambda item: (place[item.skill], item.level)))


def _full(instrument: Instrument, answers: Answers) -> Form:
    """Every skill, then the scenarios: a high rating adds its own, an answer never takes one away."""
    skills, items = skills_in_order(instrument), scenarios(instrument, answers)
    steps = _steps([*((SKILL, skill.id) for skill in skills), *((SCENARIO, item.id) for item in items)], answers)
    left_out = _left_out(instrument, answers)
    return Form(FULL, skills, items, steps, len(steps), left_out.skills, left_out)


def _quick(instrument: Instrument, answers: Answers) -> Form:
    """The path so far; what was answered on an earlier path, before an answer changed, stays ahead of the open end."""
    path = quick.path(instrument, answers)
    answered = {*((SKILL, id) for id in answers.ratings), *((SCENARIO, id) for id in answers.scenarios)}
    ends_open = bool(path) and path[-1] not in answered
    done, end = (path[:-1], path[-1:]) if ends_open else (path, ())
    steps = _steps([*done, *sorted(answered - set(path)), *end], answers)
    asked = {(step.kind, step.id) for step in steps}
    skills = tuple(skill for skill in skills_in_order(instrument) if (SKILL, skill.id) in asked)
    rated = {skill.domain for skill in skills if skill.id in answers.ratings}
    return Form(
        kind=QUICK,
        skills=skills,
        items=tuple(item for item in instrument.items if (SCENARIO, item.id) in asked),
        steps=steps,
        total=max(len(steps), min(quick.QUESTIONS, len(instrument.skills) + len(instrument.items))),
        missing=tuple(skill for skill in skills if skill.domain not in rated),
        left_out=_left_out(instrument, answers),
    )


def _steps(questions: Iterable[quick.Question], answers: Answers) -> tuple[Step, ...]:
    given = {SKILL: answers.ratings, SCENARIO: answers.scenarios}
    return tuple(Step(kind, id, id in given[kind]) for kind, id in questions)


def _left_out(instrument: Instrument, answers: Answers) -> LeftOut:
    return LeftOut(
        tuple(skill for skill in skills_in_order(instrument) if skill.id not in answers.ratings),
        tuple(item for item in scenarios(instrument, answers) if item.id not in answers.scenarios),
    )


def _heaviest(skills: Sequence[Skill]) -> list[Skill]:
    return sorted(skills, key=lambda skill: -skill.weight)[:HEAVIEST]


def _first_open(steps: Iterable[Step]) -> Step | None:
    return next((step for step in steps if not step.answered), None)
