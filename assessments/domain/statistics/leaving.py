"""At which question people stopped."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.domain.statistics.hiding import FEWEST, Hidden, counted

Question = tuple[str, str]
"""Kind and key of a question."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Questions that were open first when at least five people stopped, most first, and the people at all others.

    There is no total: where it and all rows but one are known, so is the last.
    """

    questions: Mapping[Question, int]
    elsewhere: int | Hidden


def leaving(open_first: Iterable[Question]) -> Leaving:
    """Count one question for each attempt that was left."""
    counts = Counter(open_first)
    shown = {question: count for question, count in counts.most_common() if count >= FEWEST}
    return Leaving(shown, counted(counts.total() - sum(shown.values())))
