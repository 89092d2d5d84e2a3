"""Figures with everything that a reader needs to judge them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from careers.presentation import sources, words
from careers.presentation.sources import Source, anchor

ENOUGH = 30
"""Replies from which on a dated figure counts as measured."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A figure that another one disagrees with; the anchor is empty where no section lists it."""

    key: str
    label: str
    value: str
    mark: Source
    year: str
    anchor: str

    def __str__(self) -> str:
        return f"{self.label}, {self.value}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number: what it says, where from, and how far it can be trusted."""

    key: str
    label: str
    measure: str
    unit: str
    low: float
    high: float
    open_ended: bool
    estimate: bool
    period: str
    place: str
    year: int | None
    sample_size: int | None
    mark: Source
    note: str | None
    rivals: tuple[Rival, ...]

    @property
    def is_range(self) -> bool:
        """Whether it prints two ends and not one value."""
        return self.high > self.low

    @property
    def value(self) -> str:
        """The number with its unit."""
        return words.span(self.low, self.high, self.unit, is_open=self.open_ended)

    @property
    def brief(self) -> str:
        """The number for a narrow cell."""
        return words.short_span(self.low, self.high, self.unit, is_open=self.open_ended)

    @property
    def publisher(self) -> str:
        """Who published the source."""
        return self.mark.publisher

    @property
    def dated(self) -> str:
        """The year of the data, or that none is stated."""
        return dated(self.year)

    @property
    def sample(self) -> str:
        """How many replies it rests on, or that nobody says."""
        return "sample size not stated" if self.sample_size is None else f"n {self.sample_size:,}"

    @property
    def basis(self) -> str:
        """Place, year and sample size."""
        return f"{self.place}, {self.dated}, {self.sample}"

    @property
    def solid(self) -> bool:
        """Dated, from enough replies and no estimate; everything weaker is drawn hollow or dashed."""
        return not self.estimate and self.year is not None and (self.sample_size or 0) >= ENOUGH


class References:
    """The sources and figures of a guide, looked up by key."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._sources = sources.read(document)
        listed = {key for section in document["sections"] for key in section["figures"]}
        self._rivals = {row["key"]: _rival(row, self._sources, listed) for row in document["figures"]}
        self._figures = {row["key"]: self._read(row) for row in document["figures"]}
        self._titles = _titles(document)

    def _read(self, row: Mapping[str, Any]) -> Figure:
        return _figure(row, self._sources[row["source"]], tuple(self.rivals(row["conflicts_with"])))

    def figure(self, key: str | None) -> Figure | None:
        """The figure, or nothing for no key."""
        return self._figures[key] if key else None

    def find(self, key: str) -> Figure | None:
        """The figure of that key, or nothing where it is no figure's."""
        return self._figures.get(key)

    def figures(self, keys: Iterable[str]) -> list[Figure]:
        """The figures in the order of their keys."""
        return [self._figures[key] for key in keys]

    def rivals(self, keys: Iterable[str]) -> list[Rival]:
        """The figures as others cite them against themselves."""
        return [self._rivals[key] for key in keys]

    def title(self, key: str) -> str:
        """What the guide calls a skill or a level, or the key in words."""
        return self._titles.get(key) or words.plain(key)

    def mark(self, key: str) -> Source:
        """The numbered source."""
        return self._sources[key]

    def marks(self, keys: Iterable[str]) -> list[Source]:
        """The numbered sources in the order of their keys."""
        return [self._sources[key] for key in keys]

    def sources(self) -> list[Source]:
        """All sources in the order of their numbers."""
        return list(self._sources.values())


def dated(year: int | None) -> str:
    """The year, or that none is stated."""
    return "year not stated" if year is None else str(year)


def _titles(document: Mapping[str, Any]) -> dict[str, str]:
    skills = [row for section in document["sections"] for row in section.get("items", ()) if row.get("skill")]
    levels = [row for section in document["sections"] for row in section.get("levels", ())]
    return {row["skill"]: row["title"] for row in skills} | {row["id"]: row["title"] for row in levels}


def _figure(row: Mapping[str, Any], source: Source, rivals: tuple[Rival, ...]) -> Figure:
    low, high = _ends(row)
    return Figure(
        key=row["key"],
        label=row["label"],
        measure=row["measure"],
        unit=row["unit"],
        low=low,
        high=high,
        open_ended=row["open_ended"],
        estimate=row.get("estimate", False),
        period="a year" if row["period"] == "year" else row["period"] or "",
        place=words.country(row["geography"]),
        year=row["year"],
        sample_size=row["sample_size"],
        mark=source,
        note=row["note"],
        rivals=rivals,
    )


def _rival(row: Mapping[str, Any], known: Mapping[str, Source], listed: set[str]) -> Rival:
    value = words.span(*_ends(row), row["unit"], is_open=row["open_ended"])
    target = anchor(row["key"]) if row["key"] in listed else ""
    return Rival(row["key"], row["label"], value, known[row["source"]], dated(row["year"]), target)


def _ends(row: Mapping[str, Any]) -> tuple[float, float]:
    low = row["value"] if row.get("value") is not None else row["low"]
    high = row.get("high")
    return low, low if high is None else high
