"""Figures of one section as tables with a plot: comparable ones share a scale."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.presentation import words
from careers.presentation.axis import Axis, axis_for, share_axis
from careers.presentation.figures import Figure
from careers.presentation.findings import finding
from careers.presentation.sources import anchor

GROUPS = (
    "Dated sources, newest first",
    "Sources that print no year",
    "The career guide we started from: no year, no source",
    "Our own judgment",
)
BASE_GUIDE = 2
ROOM = 1.04
"""How much longer a scale gets where a figure has no upper end, so that its arrow stays inside."""

LISTED = "other-figures"
"""The name of the data of figures that stand alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a figure stands on the scale: a dot, or a band with its ends; weak ones are hollow or dashed."""

    x: str
    width: str
    is_range: bool
    is_open: bool
    is_solid: bool
    end: str


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in a table; the anchor is empty where it was listed before."""

    figure: Figure
    mark: Mark | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of equal evidence; the title is empty where the table has only one group."""

    title: str
    rows: tuple[Row, ...]

    @property
    def names_source(self) -> bool:
        """Whether the title says already who published the rows, and that they bear no year."""
        return self.title == GROUPS[BASE_GUIDE]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of figures; `axis` is missing where they cannot share a scale."""

    title: str
    caption: str
    axis: Axis | None
    groups: tuple[Group, ...]

    @property
    def name(self) -> str:
        """What the chart's data is called within its section: measure and unit, the same from edition to edition."""
        if self.axis is None:
            return LISTED
        figure = self.rows[0].figure
        usual = "a year" if words.is_currency(figure.unit) else ""
        period = "" if figure.period == usual else figure.period or "once"
        parts = " ".join((figure.measure, figure.unit, period)).lower()
        return "-".join(re.findall(r"[a-z0-9]+", parts))

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows from top to bottom."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def has_ranges(self) -> bool:
        """Whether any row prints a range."""
        return any(row.figure.is_range for row in self.rows)

    @property
    def has_samples(self) -> bool:
        """Whether any source says how many replied."""
        return any(row.figure.sample_size for row in self.rows)

    @property
    def has_solid(self) -> bool:
        """Whether any mark is drawn solid."""
        return any(row.mark.is_solid for row in self.rows if row.mark)

    @property
    def has_hollow(self) -> bool:
        """Whether any dot is drawn hollow."""
        return any(not row.mark.is_solid and not row.mark.is_range for row in self.rows if row.mark)

    @property
    def is_mixed(self) -> bool:
        """Whether the rows are about more than one place."""
        return len({row.figure.place for row in self.rows}) > 1


def charts(figures: Sequence[Figure], seen: set[str]) -> tuple[Chart, ...]:
    """Tables for a section's figures: one for each scale that two or more share, the rest in a last one.

    Keys are added to `seen` as they are listed, so that each figure has its anchor once in a guide.
    """
    scales: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        scales.setdefault((figure.measure, figure.unit, figure.period), []).append(figure)
    found = [comparison(group, seen) for group in scales.values() if len(group) > 1]
    rest = [figure for group in scales.values() if len(group) == 1 for figure in group]
    return (*found, _listed(rest, seen)) if rest else tuple(found)


def mark(figure: Figure, axis: Axis) -> Mark:
    """The figure's place on the scale."""
    return Mark(
        x=axis.at(figure.low),
        width=axis.width(figure.low, figure.high),
        is_range=figure.is_range,
        is_open=figure.open_ended,
        is_solid=figure.solid,
        end=axis.at(figure.high),
    )


def scale(figures: Iterable[Figure]) -> Axis:
    """A scale on which all the figures fit; shares of a whole get 0 to 100%."""
    rows = list(figures)
    values = [end for figure in rows for end in (figure.low, figure.high)]
    if rows[0].measure == "share" and min(values) >= 0 and max(values) <= 100:
        return share_axis()
    return axis_for([*values, *(ROOM * figure.high for figure in rows if figure.open_ended)], rows[0].unit)


def comparison(figures: Sequence[Figure], seen: set[str]) -> Chart:
    """Comparable figures on one scale; their keys are added to `seen`."""
    axis = scale(figures)
    return Chart(finding(figures), _caption(figures), axis, _groups(figures, axis, seen))


def _listed(figures: Sequence[Figure], seen: set[str]) -> Chart:
    title = figures[0].label if len(figures) == 1 else f"{words.counting(len(figures))} figures that stand alone"
    return Chart(title, _places(figures), None, _groups(figures, None, seen))


def _caption(figures: Sequence[Figure]) -> str:
    unit = words.unit_name(figures[0].unit)
    period = f" {figures[0].period}" if figures[0].period else ""
    return f"{unit[:1].upper()}{unit[1:]}{period}. {_places(figures)}"


def _places(figures: Sequence[Figure]) -> str:
    places = dict.fromkeys(figure.place for figure in figures)
    return f"{' · '.join(places)}."


def _groups(figures: Sequence[Figure], axis: Axis | None, seen: set[str]) -> tuple[Group, ...]:
    ranked = sorted(figures, key=lambda figure: (_evidence(figure), -(figure.year or 0)))
    by_evidence: dict[int, list[Row]] = {}
    for figure in ranked:
        by_evidence.setdefault(_evidence(figure), []).append(_row(figure, axis, seen))
    is_alone = len(by_evidence) == 1
    return tuple(Group("" if is_alone else GROUPS[place], tuple(rows)) for place, rows in by_evidence.items())


def _row(figure: Figure, axis: Axis | None, seen: set[str]) -> Row:
    is_first = figure.key not in seen
    seen.add(figure.key)
    return Row(figure, mark(figure, axis) if axis else None, anchor(figure.key) if is_first else "")


def _evidence(figure: Figure) -> int:
    if figure.mark.kind == "base_guide":
        return BASE_GUIDE
    if figure.mark.kind == "editorial":
        return 3
    return 0 if figure.year is not None else 1
