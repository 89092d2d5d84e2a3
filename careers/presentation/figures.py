"""Figures with everything that a reader needs to judge them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careers.presentation import words
from careers.presentation.sources import Source

ENOUGH = 30
"""Replies from which on a dated figure counts as measured."""


@dataclass(frozen=True, slots=True)
class Opponent:
    """A figure that another one disagrees with; the anchor is empty where no section lists it."""

    key: str
    label: str
    text: str
    source: Source
    year: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number: what it says, where from, and how far it can be trusted."""

    key: str
    label: str
    measure: str
    unit: str
    low: float
    high: float | None
    is_open: bool
    is_estimate: bool
    period: str
    place: str
    stated_year: int | None
    sample_size: int | None
    source: Source
    note: str | None
    opponents: tuple[Opponent, ...]

    @property
    def top(self) -> float:
        """The highest number that the figure prints."""
        return self.low if self.high is None else self.high

    @property
    def is_range(self) -> bool:
        """Whether it prints two ends and not one value."""
        return self.high is not None and self.high > self.low

    @property
    def text(self) -> str:
        """The number with its unit."""
        return words.span(self.low, self.high, self.unit, is_open=self.is_open)

    @property
    def brief(self) -> str:
        """The number for a narrow cell."""
        return words.short_span(self.low, self.high, self.unit, is_open=self.is_open)

    @property
    def year(self) -> str:
        """The year of the data, or that none is stated."""
        return "year not stated" if self.stated_year is None else str(self.stated_year)

    @property
    def sample(self) -> str:
        """How many replies it rests on, or that nobody says."""
        return "sample size not stated" if self.sample_size is None else f"n {self.sample_size:,}"

    @property
    def is_solid(self) -> bool:
        """Dated, from enough replies and no estimate; everything weaker is drawn hollow or dashed."""
        return not self.is_estimate and self.stated_year is not None and (self.sample_size or 0) >= ENOUGH

    @property
    def is_disputed(self) -> bool:
        """Whether another figure of the guide contradicts it."""
        return bool(self.opponents)


def read(document: Mapping[str, Any], sources: Mapping[str, Source]) -> dict[str, Figure]:
    """The guide's figures by key."""
    rows = {row["key"]: row for row in document["figures"]}
    listed = {key for section in document["sections"] for key in section["figures"]}
    return {key: _figure(row, rows, sources, listed) for key, row in rows.items()}


def _figure(row: Mapping[str, Any], rows: Mapping[str, Any], sources: Mapping[str, Source], listed: set[str]) -> Figure:
    return Figure(
        key=row["key"],
        label=row["label"],
        measure=row["measure"],
        unit=row["unit"],
        low=_low(row),
        high=row.get("high"),
        is_open=row["open_ended"],
        is_estimate=row.get("estimate", False),
        period="a year" if row["period"] == "year" else row["period"] or "",
        place=words.country(row["geography"]),
        stated_year=row["year"],
        sample_size=row["sample_size"],
        source=sources[row["source"]],
        note=row["note"],
        opponents=tuple(_opponent(rows[key], sources, listed) for key in row["conflicts_with"]),
    )


def _low(row: Mapping[str, Any]) -> float:
    return float(row["value"] if row.get("value") is not None else row["low"])


def _opponent(row: Mapping[str, Any], sources: Mapping[str, Source], listed: set[str]) -> Opponent:
    text = words.span(_low(row), row.get("high"), row["unit"], is_open=row["open_ended"])
    year = "year not stated" if row["year"] is None else str(row["year"])
    return Opponent(
        row["key"], row["label"], text, sources[row["source"]], year, anchor(row["key"]) if row["key"] in listed else ""
    )


def anchor(key: str) -> str:
    """The id under which a section lists the figure."""
    return f"figure-{key}"
