"""Which figures are shown: none from which the answers of fewer than five people could be told."""

from collections.abc import Iterable, Mapping
from enum import Enum
from statistics import median
from typing import TypeVar

FEWEST = 5
"""The smallest group of people whose figure is shown."""

Name = TypeVar("Name")


class Hidden(Enum):
    """What stands in the place of a figure that is not shown.

    - FEW: the whole group has fewer than five people
    - ROW: a cell of this row has between one and four; all of them are hidden, because the row has a known total
    """

    FEW = "few"
    ROW = "row"


Figure = float | Hidden | None
"""A figure, why it is hidden, or None where there is nothing to compute it from."""


def counted(people: int) -> int | Hidden:
    """The number of people, unless it is below five."""
    return people if people >= FEWEST else Hidden.FEW


def shares(counts: Mapping[Name, int]) -> dict[Name, Figure]:
    """What part of all falls into each cell, 0 to 1, of cells that share out one group of people among them.

    One cell with one to four people hides the row: else it would follow from the total and the other cells. A cell
    with nobody in it is shown as 0 in rows that are shown, since nobody's answer can be told from it.
    """
    total = sum(counts.values())
    if total < FEWEST:
        return dict.fromkeys(counts, Hidden.FEW)
    if any(is_few(count) for count in counts.values()):
        return dict.fromkeys(counts, Hidden.ROW)
    return {name: count / total for name, count in counts.items()}


def is_few(count: int) -> bool:
    """Whether there is somebody in the cell, and too few of them to be shown."""
    return 0 < count < FEWEST


def middle(seconds: Iterable[int | None]) -> Figure:
    """The median of the times that are known, where five people have one; None where nobody of five or more has."""
    times = list(seconds)
    known = [time for time in times if time is not None]
    if len(times) >= FEWEST and not known:
        return None
    return float(median(known)) if len(known) >= FEWEST else Hidden.FEW
