"""Figures that have grown old, as a chart and as a file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.checks.advice import FRESH
from careers.presentation import words
from careers.presentation.axis import Axis, axis_for
from careers.presentation.desk.subject import Subject
from careers.presentation.tables import Table

OLD = 10
"""Years from which on the title speaks of a figure."""

NOUNS = {
    "pay": "pay figures",
    "growth": "growth figures",
    "openings": "figures on openings",
    "share": "shares",
    "count": "counts",
    "cost": "costs",
    "duration": "durations",
}
HEADER = ("guide", "key", "figure", "measure", "year", "age", "section", "source")


@dataclass(frozen=True, slots=True)
class Aged:
    """A figure older than five years; `section` is the first one that shows it."""

    subject: Subject
    key: str
    label: str
    measure: str
    year: int
    age: int
    section: str
    source: str

    @property
    def address(self) -> str:
        """Where the figure is edited."""
        return self.subject.row("figure", self.key)


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure with the length of its bar."""

    aged: Aged
    width: str


@dataclass(frozen=True, slots=True)
class Aging:
    """A chart of aging figures: the oldest first, with where five years lie on the scale."""

    title: str
    axis: Axis
    mark: str
    bars: tuple[Bar, ...]
    total: int


def aged(subjects: Iterable[Subject], this_year: int) -> tuple[Aged, ...]:
    """Figures of guides that are older than five years, the oldest first."""
    found = [row for subject in subjects if subject.is_guide for row in _of_guide(subject, this_year)]
    return tuple(sorted(found, key=lambda row: (row.year, row.subject.title, row.label)))


def aging(rows: Sequence[Aged], *, most: int | None = None) -> Aging | None:
    """The chart of the oldest figures; None where there are none."""
    if not rows:
        return None
    axis = axis_for([0, rows[0].age], "years")
    bars = tuple(Bar(row, axis.width(0, row.age)) for row in rows[:most])
    return Aging(title(rows), axis, axis.at(FRESH), bars, len(rows))


def title(rows: Sequence[Aged]) -> str:
    """What stands out: most of the really old figures where they are of one sort, else how many are old."""
    old = [row for row in rows if row.age >= OLD]
    if not old:
        return f"{_figures(len(rows))} older than {words.LETTERS[FRESH].lower()} years"
    (called, measure), number = Counter((row.subject.called, row.measure) for row in old).most_common(1)[0]
    if number == 1:
        return f"{_figures(len(old))} ten years old or older"
    return f"{words.counting(number)} {NOUNS.get(measure, 'figures')} in {called} are ten years old or older"


def file(rows: Iterable[Aged]) -> Table:
    """The list as a table to download."""
    cells = (
        (row.subject.title, row.key, row.label, row.measure, row.year, row.age, row.section, row.source) for row in rows
    )
    return Table("aging-figures", HEADER, tuple(cells))


def _figures(number: int) -> str:
    return f"{words.counting(number)} {'figure is' if number == 1 else 'figures are'}"


def _of_guide(subject: Subject, this_year: int) -> Iterable[Aged]:
    shown: dict[str, str] = {}
    for section in subject.document["sections"]:
        for key in section["figures"]:
            shown.setdefault(key, section["title"])
    sources = {row["key"]: row["title"] for row in subject.document["sources"]}
    for row in subject.document["figures"]:
        if row["year"] is not None and this_year - row["year"] > FRESH:
            yield Aged(
                subject=subject,
                key=row["key"],
                label=row["label"],
                measure=row["measure"],
                year=row["year"],
                age=this_year - row["year"],
                section=shown.get(row["key"], ""),
                source=sources.get(row["source"], row["source"]),
            )
