"""The list of own plans: each as a row, and the sentence above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessments.presentation import plan, steps, terms, words
from assessments.presentation.plan import Saved, Strip


@dataclass(frozen=True, slots=True)
class Row:
    """A plan in the list."""

    title: str
    limits: str
    strip: Strip

    @property
    def is_late(self) -> bool:
        """Whether its tag says that it is late."""
        return self.strip.tempo.tone == "gap"


def row(saved: Saved, level_name: str, today: date) -> Row:
    """One plan as it stands today."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today)
    headline = terms.within(plan.title(saved))
    return Row(
        f"{level_name}: {headline}", f"{plan.limits(saved)} Revision {saved.number}.", plan.strip(saved, found, today)
    )


def headline(rows: Sequence[Row]) -> str:
    """How all plans stand, in one line."""
    if len(rows) == 1:
        return f"One plan, {terms.within(rows[0].strip.tempo.word)}"
    late = sum(entry.is_late for entry in rows)
    total = words.sentence(words.count(len(rows), "plan"))
    return f"{total}, {words.number(late)} late" if late else total
