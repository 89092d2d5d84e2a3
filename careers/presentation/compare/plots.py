"""Pay of all guides on one scale, drawn small in every cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.presentation.axis import Axis, Tick
from careers.presentation.charts import Mark, mark, scale
from careers.presentation.compare.answers import Answer


@dataclass(frozen=True, slots=True)
class Plot:
    """The scale that all cells of a row share, with the labels that fit into a narrow one."""

    axis: Axis

    @property
    def labels(self) -> tuple[Tick, ...]:
        """The outermost ticks, and the one in the middle where there is one."""
        ticks = self.axis.ticks
        middle = (ticks[len(ticks) // 2],) if len(ticks) % 2 and len(ticks) > 2 else ()
        return (ticks[0], *middle, ticks[-1])

    def marks(self, answer: Answer) -> tuple[Mark, ...]:
        """The figures of an answer on the scale, ranges first so that dots lie on top."""
        return tuple(sorted((mark(figure, self.axis) for figure in answer.figures), key=lambda each: not each.is_range))


def plot(answers: Sequence[Answer]) -> Plot | None:
    """The scale that holds every figure of the answers; nothing where there is none, or where units differ."""
    figures = [figure for answer in answers for figure in answer.figures]
    same = {(figure.unit, figure.period) for figure in figures}
    return Plot(scale(figures)) if len(same) == 1 else None
