"""Where the requirement of a skill and the actions that close it come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.presentation.catalogue import Catalogue
from careers.presentation.desk.due import ACCESS


@dataclass(frozen=True, slots=True)
class Reference:
    """One source; its address is empty where there is none."""

    title: str
    year: str
    url: str
    access: str


def references(catalogue: Catalogue, skill: str, actions: Iterable[str]) -> tuple[Reference, ...]:
    """The sources of the skill, then those of the actions; each once, by its title."""
    found = {one.title: one for one in _actions(catalogue, actions)}
    own = {one.title: one for one in _skill(catalogue, skill)}
    return tuple((own | {title: one for title, one in found.items() if title not in own}).values())


def _skill(catalogue: Catalogue, skill: str) -> Iterator[Reference]:
    known = {row["id"]: row for row in catalogue.document["competencies"]["sources"]}
    for key in catalogue.skills[skill]["sources"]:
        row = known[key]
        yield Reference(row["title"], _year(row), row["url"] or "", ACCESS.get(row["access"], ""))


def _actions(catalogue: Catalogue, actions: Iterable[str]) -> Iterator[Reference]:
    for key in actions:
        row: Mapping[str, Any] | None = catalogue.actions[key]["source"]
        if row:
            yield Reference(row["title"], _year(row), row["url"] or "", "")


def _year(row: Mapping[str, Any]) -> str:
    """The year, unless the title says it already."""
    return "" if str(row["year"]) in row["title"] else str(row["year"] or "")
