"""Questions with the answers of all guides, sorted by how far they lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.presentation.charts import Mark
from careers.presentation.compare.answers import Answer
from careers.presentation.compare.guides import Guide
from careers.presentation.compare.plots import Plot, plot
from careers.presentation.compare.questions import QUESTIONS, Question
from careers.presentation.compare.rules import Verdict

MOST = 3
"""Differences that are told first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one guide answers, with its marks on the row's scale."""

    guide: Guide
    answer: Answer
    drawn: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A question with one cell for each guide, on one scale where it has figures that can share one.

    The verdict is missing where no rule can measure how far the answers lie apart.
    """

    question: Question
    cells: tuple[Cell, ...]
    verdict: Verdict | None
    plot: Plot | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


def rows(guides: Sequence[Guide]) -> tuple[Row, ...]:
    """Every question that at least one guide answers, the biggest differences first, then in the order of asking."""
    found = [_row(question, guides) for question in QUESTIONS]
    answered = [row for row in found if not all(cell.answer.is_missing for cell in row.cells)]
    return tuple(sorted(answered, key=lambda row: -row.verdict.size if row.verdict else 1.0))


def groups(found: Sequence[Row]) -> tuple[Group, ...]:
    """The rows that differ most, those that are closer, and those that no rule can measure."""
    sorted_out = (
        Group("Where they differ most", tuple(row for row in found if row.verdict and row.verdict.is_apart)),
        Group("Where they are closer", tuple(row for row in found if row.verdict and not row.verdict.is_apart)),
        Group("In each guide’s own words", tuple(row for row in found if not row.verdict)),
    )
    return tuple(group for group in sorted_out if group.rows)


def biggest(found: Sequence[Row]) -> tuple[Row, ...]:
    """At most three rows that lie furthest apart."""
    return tuple(row for row in found if row.verdict and row.verdict.is_apart)[:MOST]


def _row(question: Question, guides: Sequence[Guide]) -> Row:
    answers = [(guide, question.answer(guide)) for guide in guides]
    scale = plot([answer for _, answer in answers])
    cells = tuple(Cell(guide, answer, scale.marks(answer) if scale else ()) for guide, answer in answers)
    return Row(question, cells, question.rule([(guide.short, answer) for guide, answer in answers]), scale)
