"""Everything that the page of statistics prints."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.statistics import Hidden, counted
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.statistics.cells import WORDS, Table
from assessments.presentation.statistics.tables import Figures, domains, items, left, skills


@dataclass(frozen=True, slots=True)
class Due:
    """A scenario whose reference has yet to be opened, and why that is known."""

    item: str
    title: str
    url: str
    why: str


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
        due=tuple(_due(catalogue)),
    )


def _people(number: int) -> str:
    shown = counted(number)
    return WORDS[shown] if isinstance(shown, Hidden) else f"{shown:,}"


def _due(catalogue: Catalogue) -> Iterator[Due]:
    check = catalogue.document["actions"]["meta"].get("reference_check", {})
    seen = {*check.get("page_seen", ()), *check.get("fact_confirmed_elsewhere", ())}
    for id, row in catalogue.items.items():
        known = id in check.get("from_knowledge", ())
        if known or id not in seen:
            reference = row["reference"]
            why = "written from knowledge" if known else "in no list of the check"
            yield Due(id, reference["title"], reference["url"] or "", why)
