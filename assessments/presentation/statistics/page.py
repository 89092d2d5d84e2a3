"""Everything that the page of statistics prints."""

from dataclasses import dataclass

from assessments.domain.statistics import Hidden, counted
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.statistics.cells import WORDS, Table
from assessments.presentation.statistics.tables import Figures, domains, items, left, skills
from careers.presentation.desk.due import Due, of_scenarios


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    """The tables, the numbers of people behind them, and the references that are due."""

    people: str
    quick: str
    items: Table
    skills: Table
    domains: Table
    leaving: Table
    due: tuple[Due, ...]


def statistics_page(catalogue: Catalogue, figures: Figures, people: int, quick: int) -> StatisticsPage:
    """The page of one version."""
    return StatisticsPage(
        people=_people(people),
        quick=_people(quick),
        items=items(catalogue, figures),
        skills=skills(catalogue, figures),
        domains=domains(figures),
        leaving=left(catalogue, figures),
        due=tuple(of_scenarios(catalogue.document)),
    )


def _people(number: int) -> str:
    shown = counted(number)
    return WORDS[shown] if isinstance(shown, Hidden) else f"{shown:,}"
