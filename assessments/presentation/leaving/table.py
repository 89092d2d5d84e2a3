"""A plan as a table for spreadsheets: one row for each step."""

from collections.abc import Sequence

from assessments.presentation.steps import RETIRED, Change, Step
from careers.presentation.spreadsheet import written as as_csv
from careers.presentation.tables import Cell, Table

MARK = "\ufeff"
"""Without it a spreadsheet takes the file for one of its country's old character sets."""

COLUMNS = (
    *("number", "name", "key", "state", "start", "end", "weeks"),
    *("hours_likely", "hours_logged", "in_paid_time", "cost_max_usd", "spent_usd"),
    *("develops", "why", "to_arrange", "evidence", "retired"),
)


def written(steps: Sequence[Step]) -> str:
    """The steps as CSV (RFC 4180)."""
    return MARK + as_csv(Table("plan", COLUMNS, tuple(map(_row, steps))))


def _row(step: Step) -> tuple[Cell, ...]:
    progress = step.progress
    return (
        *(step.number, step.name, step.id, progress.state, step.start.isoformat(), step.end.isoformat(), step.weeks),
        *(round(step.hours, 2), round(progress.hours, 2), step.paid, step.cost, progress.spent_usd),
        *(
            "; ".join(map(_change, step.changes)),
            step.why,
            "; ".join(step.arrange),
            step.evidence,
            RETIRED in step.marks,
        ),
    )


def _change(change: Change) -> str:
    return f"{change.name} {change.low} to {change.high}"
