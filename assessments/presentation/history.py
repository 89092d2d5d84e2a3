"""Earlier results beside this one, and whether a change is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.presentation.glyphs import percent
from assessments.presentation.standing import Report
from assessments.presentation.terms import whole
from assessments.presentation.words import day


@dataclass(frozen=True, slots=True)
class Taken:
    """A result with the day on which it was given."""

    on: date
    report: Report
    is_quick: bool = False


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One result's readiness; places in percent of a plot from 0 to 100."""

    when: str
    score: int
    low: int
    high: int
    at: str
    start: str
    end: str
    is_quick: bool
    version: int


@dataclass(frozen=True, slots=True)
class History:
    """Results of one person against one level, oldest first; versions differ where the skills were republished."""

    rows: tuple[HistoryRow, ...]
    sentence: str
    versions_differ: bool

    @property
    def forms_differ(self) -> bool:
        """Whether quick checks stand beside full assessments."""
        return len({row.is_quick for row in self.rows}) > 1


def history(results: Sequence[Taken]) -> History:
    """The results in order of time, with one sentence that compares the last with the first."""
    rows = tuple(_row(taken) for taken in results)
    versions = {taken.report["instrument"] for taken in results}
    return History(rows, _sentence(rows), len(versions) > 1)


def _row(taken: Taken) -> HistoryRow:
    readiness = taken.report["readiness"]
    return HistoryRow(
        when=day(taken.on),
        score=whole(readiness["score"]),
        low=whole(readiness["low"]),
        high=whole(readiness["high"]),
        at=percent(readiness["score"]),
        start=percent(readiness["low"]),
        end=percent(readiness["high"]),
        is_quick=taken.is_quick,
        version=taken.report["instrument"],
    )


def _sentence(rows: Sequence[HistoryRow]) -> str:
    """Compares the whole numbers that the reader sees, so that sentence and chart cannot disagree."""
    if len(rows) < 2:
        return "This is your first result at this level. Your next one will say whether you have moved."
    first, last = rows[0], rows[-1]
    change = last.score - first.score
    if not change:
        return f"No change since {first.when}."
    moved = f"{'Up' if change > 0 else 'Down'} {abs(change)}"
    if last.low > first.high or last.high < first.low:
        return f"{moved} since {first.when}. The two ranges do not overlap, so this is a real change."
    return f"{moved} since {first.when}. The two ranges overlap, so this may be chance."
