"""What lists of rows say of each row beside its name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers import models as m
from careers.models.desk.roots import Root
from careers.models.rows import Row


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the columns, the cells by primary key, and what the columns sum to, where that has to be 100."""

    heads: tuple[str, ...]
    cells: Mapping[int, tuple[str, ...]]
    totals: tuple[str, ...] = ()


PLAIN: Mapping[type[Row], tuple[tuple[str, ...], Callable[[Any], tuple[str, ...]]]] = {
    m.Section: (("Kind",), lambda row: (row.get_kind_display(),)),
    m.Figure: (("Measure", "Year"), lambda row: (row.get_measure_display(), str(row.year or "none"))),
    m.Source: (("Publisher", "Year"), lambda row: (row.publisher, str(row.year or "none"))),
    m.Gate: (("Confidence",), lambda row: (row.get_confidence_display(),)),
    m.Item: (("Scenario",), lambda row: (row.stem,)),
    m.Action: (("Kind", "Hours"), lambda row: (row.get_kind_display(), f"{row.hours_min} to {row.hours_max}")),
    m.Condition: (("Scope",), lambda row: (row.get_scope_display(),)),
    m.Level: (("Key",), lambda row: (row.key,)),
    m.CatalogueSource: (("Year", "Access"), lambda row: (row.year, row.access)),
}


def columns(root: Root, model: type[Row], rows: Sequence[Any]) -> Columns:
    """The columns of a list: weights for each level where rows have them, else facts of the rows themselves."""
    if isinstance(root, m.Catalogue) and model is m.Domain:
        return _of_domains(root, rows)
    if isinstance(root, m.Catalogue) and model is m.Skill:
        return _of_skills(root, rows)
    heads, cells = PLAIN[model]
    return Columns(heads, {row.pk: cells(row) for row in rows})


def _of_domains(root: m.Catalogue, rows: Sequence[Any]) -> Columns:
    levels = _levels(root)
    own = _weights(m.DomainWeight.objects.filter(domain__catalogue=root).values_list("domain", "level", "weight"))
    of_skills = m.Requirement.objects.filter(skill__catalogue=root)
    sums = _weights(of_skills.values_list("skill__domain", "level", "weight"))
    cells = {row.pk: tuple(_beside(own[row.pk][level], sums[row.key][level]) for level in levels) for row in rows}
    return Columns(_heads(levels), cells, tuple(_total(own, level) for level in levels))


def _of_skills(root: m.Catalogue, rows: Sequence[Any]) -> Columns:
    levels = _levels(root)
    own = _weights(m.Requirement.objects.filter(skill__catalogue=root).values_list("skill", "level", "weight"))
    asked = Counter(m.Item.objects.filter(catalogue=root).values_list("skill", flat=True))
    cells = {
        row.pk: (row.get_kind_display(), *(str(own[row.pk][level]) for level in levels), str(asked[row.key]))
        for row in rows
    }
    totals = ("", *(_total(own, level) for level in levels), str(asked.total()))
    return Columns(("Kind", *_heads(levels), "Scenarios"), cells, totals)


def _levels(root: m.Catalogue) -> dict[str, str]:
    return dict(m.Level.objects.filter(catalogue=root).order_by("position", "pk").values_list("key", "name"))


def _heads(levels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"Weight, {name}" for name in levels.values())


def _weights(rows: Any) -> defaultdict[Any, Counter[str]]:
    found: defaultdict[Any, Counter[str]] = defaultdict(Counter)
    for owner, level, weight in rows:
        found[owner][level] += weight
    return found


def _beside(own: int, of_skills: int) -> str:
    """A domain weighs what its skills weigh; where it does not, both are said."""
    return str(own) if own == of_skills else f"{own}, its skills {of_skills}"


def _total(weights: Mapping[Any, Counter[str]], level: str) -> str:
    total = sum(found[level] for found in weights.values())
    return "100" if total == 100 else f"{total}, has to be 100"
