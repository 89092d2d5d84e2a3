"""The tables of item and skill statistics, each made once for the page and for the download."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.form import SCENARIO, SKILL
from assessments.domain.scoring import UNSURE
from assessments.domain.statistics import DomainFigures, Hidden, ItemFigures, Leaving, SkillFigures
from assessments.domain.statistics.items import CEILING, FLOOR, NOBODY, TELLS_LITTLE, TOO_EASY, TOO_HARD, WEAK
from assessments.domain.statistics.leaving import Question
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.statistics.cells import Cell, Table

NAMES = ("items", "skills")
"""The tables that can be downloaded."""

ITEM_FLAGS = {
    TOO_EASY: f"ceiling: facility above {CEILING}",
    TOO_HARD: f"floor: facility below {FLOOR}",
    TELLS_LITTLE: f"discrimination below {WEAK}",
}
SKILL_FLAGS = {"ceiling": "ceiling: more than half at 5", "floor": "floor: more than half not had the chance"}
EVERYBODY, SOME = "everybody", "some, by level or rating"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was computed for one version; `for_all` holds the items that everybody is asked, whatever their ratings."""

    items: Sequence[ItemFigures]
    skills: Sequence[SkillFigures]
    domains: Sequence[DomainFigures]
    leaving: Leaving
    for_all: frozenset[str]


def table(name: str, catalogue: Catalogue, figures: Figures) -> Table:
    """The table of that name among `NAMES`."""
    if name == "items":
        return items(catalogue, figures)
    return skills(catalogue, figures)


def items(catalogue: Catalogue, figures: Figures) -> Table:
    """A row for each scenario item; options are letters, the key has a column of its own."""
    letters = sorted({letter for row in figures.items for letter in row.choices} - {UNSURE})
    header = (
        *("Scenario", "Skill", "Asked of", "n", "Facility", "Discrimination", "n of discrimination", "Key"),
        *(f"Chose {letter}" for letter in letters),
        *("Would need to ask", "Median seconds", "Flags"),
    )
    rows = (
        (
            *(row.id, catalogue.skills[row.skill]["name"], EVERYBODY if row.id in figures.for_all else SOME, row.n),
            *(row.facility, row.discrimination, row.pairs, row.key),
            *(row.choices.get(letter) for letter in letters),
            *(row.choices[UNSURE], _seconds(row.seconds), _flags(row.flags)),
        )
        for row in figures.items
    )
    return Table("items", "Scenarios", header, tuple(rows))


def skills(catalogue: Catalogue, figures: Figures) -> Table:
    """A row for each skill."""
    header = (
        *("Skill", "Domain", "n", "Mean", "SD", "Not had the chance", "At 5", "Low confidence"),
        *("Median seconds", "Flags"),
    )
    rows = (
        (
            *(catalogue.skills[row.id]["name"], catalogue.domains[row.domain]["name"], row.n, row.mean, row.sd),
            *(row.no_chance, row.top, row.low_confidence, _seconds(row.seconds)),
            "; ".join(SKILL_FLAGS[flag] for flag in row.flags),
        )
        for row in figures.skills
    )
    return Table("skills", "Skills", header, tuple(rows))


def domains(figures: Figures) -> Table:
    """A row for each domain."""
    header = ("Domain", "Skills", "n", "Cronbach’s alpha")
    rows = tuple((row.name, row.skills, row.n, row.alpha) for row in figures.domains)
    return Table("domains", "Reliability of each domain", header, rows)


def left(catalogue: Catalogue, figures: Figures) -> Table:
    """A row for each question at which at least five people stopped, and one for all others."""
    known: Iterable[tuple[Cell, ...]] = (
        (_question(catalogue, question), count) for question, count in figures.leaving.questions.items()
    )
    rows = (*known, ("All other questions together", figures.leaving.elsewhere))
    return Table("leaving", "Where people stop", ("Question open first", "People"), rows)


def _question(catalogue: Catalogue, question: Question) -> str:
    kind, id = question
    if kind == SKILL:
        return f"Skill: {catalogue.skills[id]['name']}"
    return f"Scenario: {id}" if kind == SCENARIO else "None: everything was answered, but not submitted"


def _seconds(value: float | Hidden | None) -> Cell:
    return round(value) if isinstance(value, float) else value


def _flags(flags: Iterable[str]) -> str:
    return "; ".join(ITEM_FLAGS.get(flag, f"nobody chose {flag.removeprefix(NOBODY).strip()}") for flag in flags)
