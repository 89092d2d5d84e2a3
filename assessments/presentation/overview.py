"""An open attempt as its task list and its check page show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assessments.domain.form import SCENARIO, SKILL, Form, Step
from assessments.presentation import questions
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import within

UNSURE_WORDS = "I would need to ask someone"


class RatingGiven(Protocol):
    """What the check page reads of a rating."""

    level: int
    low_confidence: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer; without an answer all that describes one is empty."""

    step: Step
    name: str
    level: int = 0
    word: str = ""
    text: str = ""
    evidence: str = ""
    low_confidence: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one domain, or all scenarios; open ones first."""

    id: str
    name: str
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """How many questions it has."""
        return len(self.lines)

    @property
    def answered(self) -> int:
        """How many of them are answered."""
        return sum(line.step.answered for line in self.lines)

    @property
    def done(self) -> bool:
        """Whether nothing is open."""
        return self.answered == self.total

    @property
    def about(self) -> str:
        """The names of its questions in the order of the form, each once: several scenarios may be on one skill."""
        return " · ".join(dict.fromkeys(line.name for line in self.lines))

    @property
    def first(self) -> Step:
        """Its first open question, or its first one."""
        return next((line.step for line in self.lines if not line.step.answered), self.lines[0].step)

    @property
    def open_first(self) -> tuple[Line, ...]:
        """Its lines, those without an answer first."""
        return tuple(sorted(self.lines, key=lambda line: line.step.answered))


def skill_groups(asked: Form, catalogue: Catalogue, ratings: Mapping[str, RatingGiven]) -> tuple[Group, ...]:
    """The skills by domain, in order."""
    steps = {step.id: step for step in asked.steps if step.kind == SKILL}
    lines: dict[str, list[Line]] = {}
    for skill in asked.skills:
        lines.setdefault(skill.domain, []).append(_skill_line(catalogue, steps[skill.id], ratings.get(skill.id)))
    return tuple(Group(domain, catalogue.domains[domain]["name"], tuple(found)) for domain, found in lines.items())


def scenario_group(asked: Form, catalogue: Catalogue, choices: Mapping[str, str]) -> Group | None:
    """All scenarios as one group, or None where the instrument has none to ask."""
    lines = tuple(
        _scenario_line(catalogue, step, choices.get(step.id)) for step in asked.steps if step.kind == SCENARIO
    )
    return Group("scenarios", "Scenarios", lines) if lines else None


def choice_text(catalogue: Catalogue, item: str, choice: str) -> str:
    """What was chosen, in words."""
    texts = {option.id: option.text for option in questions.scenario(catalogue, item).options}
    return texts.get(choice, UNSURE_WORDS)


def step_name(catalogue: Catalogue, step: Step) -> str:
    """A question as a button names it."""
    if step.kind == SKILL:
        return within(catalogue.skills[step.id]["name"])
    return "the scenarios"


def _skill_line(catalogue: Catalogue, step: Step, rating: RatingGiven | None) -> Line:
    name = catalogue.skills[step.id]["name"]
    if rating is None:
        return Line(step, name)
    return Line(
        step,
        name,
        level=rating.level,
        word=catalogue.word(rating.level),
        text=catalogue.anchor(step.id, rating.level),
        evidence=rating.evidence,
        low_confidence=rating.low_confidence,
    )


def _scenario_line(catalogue: Catalogue, step: Step, choice: str | None) -> Line:
    shown = questions.scenario(catalogue, step.id)
    return Line(step, shown.skill, text=choice_text(catalogue, step.id, choice) if choice else "")
