"""One person's run through a form, held against what is true of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.domain import form, quick
from assessments.domain.instrument import Instrument
from assessments.domain.quick import SCENARIO, SKILL
from assessments.domain.scoring import Answers, Score, SkillScore, score
from assessments.domain.simulation.people import Person, true_readiness

NOT_ASKED = "not_asked"
"""Status of a skill that nobody rated; the others are met, unsure and gap."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one form found out about one person; `misses` are likely less true levels, `held` those in their range."""

    questions: int
    truth: float
    found: Score
    statuses: Mapping[str, str]
    held: int
    misses: tuple[int, ...]

    @property
    def error(self) -> float:
        """Points of readiness by which the score is too high."""
        return self.found.score - self.truth

    @property
    def holds_truth(self) -> bool:
        """Whether the range holds the true readiness."""
        return self.found.low <= self.truth <= self.found.high


def run(instrument: Instrument, person: Person, kind: str) -> Run:
    """Ask one form's questions and score the answers."""
    answers = asked(instrument, person, kind)
    readiness = score(instrument, answers)
    return Run(
        questions=len(answers.ratings) + len(answers.scenarios),
        truth=true_readiness(instrument, person.levels),
        found=readiness.overall,
        statuses={skill.id: _status(skill, answers) for skill in readiness.skills},
        held=sum(skill.low <= person.levels[skill.id] <= skill.high for skill in readiness.skills),
        misses=tuple(skill.likely - person.levels[skill.id] for skill in readiness.skills),
    )


def asked(instrument: Instrument, person: Person, kind: str) -> Answers:
    """The person's answers to the questions that the form asks them.

    Each question rests on the answers before it only, so one look at all answers finds what asking one by one would.
    """
    given = person.answers
    if kind == form.QUICK:
        questions = quick.path(instrument, given)
    else:
        steps = form.build(instrument, Answers(given.ratings, {}, {}), kind).steps
        questions = tuple((step.kind, step.id) for step in steps)
    return Answers(
        ratings={id: given.ratings[id] for kind, id in questions if kind == SKILL},
        mentor_ratings={},
        scenarios={id: given.scenarios[id] for kind, id in questions if kind == SCENARIO},
    )


def _status(skill: SkillScore, answers: Answers) -> str:
    return skill.status if skill.id in answers.ratings else NOT_ASKED
