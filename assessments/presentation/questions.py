"""One question as its page shows it: never what is required, what it weighs, or which option is right."""

import re
from dataclasses import dataclass
from typing import Any

from assessments.domain.form import QUICK, SKILL, Form
from assessments.domain.instrument import LEVELS
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.glyphs import Segment, segments

SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A statement to choose: its level, also as the form's value, the word of the level and what it says."""

    level: int
    value: str
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Option:
    """An option to choose: its letter and what it says."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation, empty where the stem is one sentence, its question and its options."""

    skill: str
    situation: str
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions of a kind are answered; the bar has a segment for each domain of the skills."""

    noun: str
    answered: int
    total: int
    segments: tuple[Segment, ...]

    @property
    def label(self) -> str:
        """The bar in words."""
        return f"{self.answered} of {self.total} {self.noun}{'' if self.total == 1 else 's'} answered"

    @property
    def title(self) -> str:
        """The kind as a line begins with it."""
        return self.noun.capitalize()


@dataclass(frozen=True, slots=True)
class Place(Progress):
    """Where a question stands among them, from 1."""

    position: int


def skill(catalogue: Catalogue, skill: str) -> dict[str, Any]:
    """A skill as its question shows it."""
    row = catalogue.skills[skill]
    return {
        "name": row["name"],
        "definition": row["definition"],
        "domain": catalogue.domain_name(skill),
        "anchors": anchors(catalogue, skill),
    }


def anchors(catalogue: Catalogue, skill: str) -> tuple[Anchor, ...]:
    """The five statements of a skill, lowest first."""
    return tuple(
        Anchor(level, str(level), catalogue.word(level), catalogue.anchor(skill, level)) for level in LEVELS[1:]
    )


def scenario(catalogue: Catalogue, item: str) -> Scenario:
    """The item: all text before the last sentence is the situation, the last sentence the question."""
    row = catalogue.items[item]
    *situation, question = SENTENCE_END.split(row["stem"].strip())
    options = tuple(Option(option["id"], option["text"]) for option in row["options"])
    return Scenario(catalogue.skills[row["skill"]]["name"], " ".join(situation), question, options)


def progress(asked: Form, kind: str = SKILL) -> Progress:
    """How far the form is: with the skills, with the scenarios, or in a quick check with all its questions."""
    if asked.kind == QUICK:
        return Progress("question", asked.answered(), asked.total, segments([(asked.answered(), asked.total)]))
    answered, total = asked.answered(kind), sum(step.kind == kind for step in asked.steps)
    return Progress(kind, answered, total, segments(domain_counts(asked) if kind == SKILL else [(answered, total)]))


def place(asked: Form, kind: str, id: str) -> Place:
    """How far the form is at one of its questions."""
    steps = [step for step in asked.steps if asked.kind == QUICK or step.kind == kind]
    position = next(n for n, step in enumerate(steps, 1) if (step.kind, step.id) == (kind, id))
    found = progress(asked, kind)
    return Place(found.noun, found.answered, max(found.total, len(steps)), found.segments, position)


def domain_counts(asked: Form) -> list[tuple[int, int]]:
    """For each domain, in order: how many of its skills are rated, and how many it has."""
    unrated = {skill.id for skill in asked.open_skills}
    counts: dict[str, tuple[int, int]] = {}
    for skill in asked.skills:
        done, size = counts.get(skill.domain, (0, 0))
        counts[skill.domain] = (done + (skill.id not in unrated), size + 1)
    return list(counts.values())
