"""One question as its page shows it: never what is required, what it weighs, or which option is right."""

import re
from dataclasses import dataclass

from assessments.domain.form import SKILL, Form
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
    """Where a question stands among those of its kind, and how many of them are answered."""

    position: int
    total: int
    answered: int
    label: str
    segments: tuple[Segment, ...]


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


def progress(asked: Form, kind: str, id: str) -> Progress:
    """How far the form is at one of its questions; the bar has a segment for each domain, or one for scenarios."""
    ids = [step.id for step in asked.steps if step.kind == kind]
    answered = asked.answered(kind)
    bar = segments(domain_counts(asked)) if kind == SKILL else segments([(answered, len(ids))])
    label = f"{answered} of {len(ids)} {kind}{'' if len(ids) == 1 else 's'} answered"
    return Progress(ids.index(id) + 1, len(ids), answered, label, bar)


def domain_counts(asked: Form) -> list[tuple[int, int]]:
    """For each domain, in order: how many of its skills are rated, and how many it has."""
    unrated = {skill.id for skill in asked.open_skills}
    counts: dict[str, tuple[int, int]] = {}
    for skill in asked.skills:
        done, size = counts.get(skill.domain, (0, 0))
        counts[skill.domain] = (done + (skill.id not in unrated), size + 1)
    return list(counts.values())
