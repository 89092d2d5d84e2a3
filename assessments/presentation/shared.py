"""What a mentor without an account sees: the skills with their statements, and nothing of the owner's answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.domain.instrument import Skill
from assessments.models import MentorRating
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.changed import Changed
from assessments.presentation.glyphs import Segment, segments
from assessments.presentation.words import count

NO_CHANCE = "Has not had the chance, as far as I know"
NO_CHANCE_TEXT = "Their role has not given them access to this work."
CANNOT_SAY = "I cannot say"
CANNOT_SAY_TEXT = "I have not seen enough of this. Nothing is counted, and what I said before is taken back."


@dataclass(frozen=True, slots=True)
class Line:
    """One skill: whether the mentor answered, and whether the answer is that they cannot say."""

    id: str
    name: str
    is_answered: bool
    cannot_say: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The skills of one domain."""

    id: str
    name: str
    lines: tuple[Line, ...]

    @property
    def answered(self) -> int:
        """How many of them are answered."""
        return sum(line.is_answered for line in self.lines)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the mentor is, over all domains."""

    answered: int
    total: int
    cannot_say: int
    segments: tuple[Segment, ...]

    @property
    def label(self) -> str:
        """The bar in words."""
        said = f"{self.answered} of {self.total} skills answered"
        return (
            f"{said}, {count(self.cannot_say, 'of them', 'of them')} with ‘I cannot say’" if self.cannot_say else said
        )


def groups(skills: tuple[Skill, ...], catalogue: Catalogue, given: Mapping[str, MentorRating]) -> tuple[Group, ...]:
    """The skills by domain, in the order of the instrument."""
    found: dict[str, list[Line]] = {}
    for skill in skills:
        answer = given.get(skill.id)
        cannot_say = answer is not None and answer.level is None
        line = Line(skill.id, catalogue.skills[skill.id]["name"], answer is not None, cannot_say)
        found.setdefault(skill.domain, []).append(line)
    return tuple(Group(domain, catalogue.domains[domain]["name"], tuple(lines)) for domain, lines in found.items())


def progress(shown: tuple[Group, ...]) -> Progress:
    """The groups in numbers, with a segment of the bar for each domain."""
    lines = [line for group in shown for line in group.lines]
    parts = [(group.answered, len(group.lines)) for group in shown]
    answered, cannot_say = sum(line.is_answered for line in lines), sum(line.cannot_say for line in lines)
    return Progress(answered, len(lines), cannot_say, segments(parts))


def next_open(shown: tuple[Group, ...], after: str = "") -> Line | None:
    """The first open skill behind a skill, then from the start; None where all are answered."""
    lines = [line for group in shown for line in group.lines]
    place = next((n for n, line in enumerate(lines) if line.id == after), -1)
    return next((line for line in (*lines[place + 1 :], *lines[: place + 1]) if not line.is_answered), None)


def changed(saved: object, catalogue: Catalogue) -> Changed:
    """A mentor's answer that another page saved meanwhile, in words; TypeError for anything else."""
    if not isinstance(saved, MentorRating):
        raise TypeError(saved)
    if saved.level is None:
        word, text = CANNOT_SAY, CANNOT_SAY_TEXT
    elif saved.level == 0:
        word, text = NO_CHANCE, NO_CHANCE_TEXT
    else:
        word, text = catalogue.word(saved.level), catalogue.anchor(saved.skill, saved.level)
    return Changed(saved.saved_at, word, text, "", False)
