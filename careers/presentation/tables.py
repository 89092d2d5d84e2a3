"""The data of every chart and table of a guide, from the same rows that draw them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.presentation.charts import Chart
from careers.presentation.figures import Figure, References
from careers.presentation.sections import section
from careers.presentation.sources import Source

Cell = str | int | float | bool | None
SOURCE = ("source", "publisher", "source_year", "source_address")
FIGURE = (
    *(
        "key",
        "label",
        "value",
        "low",
        "high",
        "open_ended",
        "unit",
        "period",
        "place",
        "year",
        "sample_size",
        "estimate",
    ),
    *SOURCE,
    *("note", "conflicts_with"),
)
LOCAL = ("country", "name", "currency", "low", "high", "usd_low", "usd_high", "ppp_low", "ppp_high", "note")
STEP = ("number", "title", "duration_text", "min_months", "max_months")
RUNG = ("title", "experience_step", "experience_total", "min_years", "max_years")
ROUTE = ("name", "fields", "duration_text", "min_months", "max_months", "cost_low_usd", "cost_high_usd", "detail")


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of as many cells; the name stays the same from edition to edition."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(document: Mapping[str, Any], name: str) -> Table | None:
    """The guide's table of that name."""
    return next((found for found in tables(document) if found.name == name), None)


def tables(document: Mapping[str, Any]) -> Iterator[Table]:
    """All tables of the guide in the order of its page."""
    references, seen = References(document), set[str]()
    for place, row in enumerate(document["sections"], start=1):
        shown = section(row, place, references, seen)
        for chart in shown["charts"]:
            yield _figures(f"{row['slug']}-{chart.name}", chart)
        if row["kind"] in PARTS:
            part, make = PARTS[row["kind"]]
            found = make(f"{row['slug']}-{part}", shown)
            yield from [found] if found.rows else []


def _figures(name: str, chart: Chart) -> Table:
    return Table(name, FIGURE, tuple(_figure(row.figure) for row in chart.rows))


def _levels(name: str, shown: Mapping[str, Any]) -> Table:
    rows = [
        (level["title"], kind, *_figure(level[kind]))
        for level in shown["levels"]
        for kind in ("median", "average")
        if level[kind]
    ]
    return Table(name, ("level", "is", *FIGURE), tuple(rows))


def _countries(name: str, shown: Mapping[str, Any]) -> Table:
    # What the figure has in common with its row of the table is said once, by the row.
    rows = [(*_cells(row, LOCAL), *_figure(row["view"])) for row in shown["countries"]]
    header = (*LOCAL, *(f"figure_{column}" for column in FIGURE))
    return Table(name, header, tuple(rows))


def _steps(name: str, shown: Mapping[str, Any]) -> Table:
    return Table(name, STEP, tuple(_cells(row, STEP) for row in shown["steps"]))


def _ladder(name: str, shown: Mapping[str, Any]) -> Table:
    return Table(name, RUNG, tuple(_cells(row, RUNG) for row in shown["levels"]))


def _routes(name: str, shown: Mapping[str, Any]) -> Table:
    rows = [(*_cells(row, ROUTE), *_source(row.get("mark"))) for row in shown["routes"]]
    return Table(name, (*ROUTE, *SOURCE), tuple(rows))


PARTS: dict[str, tuple[str, Callable[[str, Mapping[str, Any]], Table]]] = {
    "salary": ("levels", _levels),
    "global": ("countries", _countries),
    "how_to_become": ("steps", _steps),
    "career_path": ("ladder", _ladder),
    "education_routes": ("routes", _routes),
}
"""The table that a kind of section has beside those of its figures."""


def _cells(row: Mapping[str, Any], columns: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(", ".join(value) if isinstance(value := row.get(name), list) else value for name in columns)


def _figure(figure: Figure) -> tuple[Cell, ...]:
    value, ends = (None, (figure.low, figure.high)) if figure.is_range else (figure.low, (None, None))
    return (
        *(figure.key, figure.label, value, *ends, figure.open_ended, figure.unit, figure.period, figure.place),
        *(figure.year, figure.sample_size, figure.estimate),
        *_source(figure.mark),
        *(figure.note, " ".join(rival.key for rival in figure.rivals)),
    )


def _source(source: Source | None) -> tuple[Cell, ...]:
    if source is None:
        return (None,) * len(SOURCE)
    year = int(source.year) if source.year.isdecimal() else None
    return source.title, source.publisher, year, source.url
